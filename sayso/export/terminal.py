"""Record -> a terminal: the article with its statements marked in place, then their list.

Where colour may be used, colour and slant tell the parts apart; elsewhere, as in a pipe or under
NO_COLOR, brackets do: `[1 who: Ilse Marn] [1 says: said] [1 what: the talks had failed]`.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from sayso.english.excerpts import shorten
from sayso.export.screen import NO_BREAK, is_plain, put, width_of
from sayso.export.versions import draw_version
from sayso.records import Record, Sighting
from sayso.view.actors import ActorView
from sayso.view.articles import also_seen
from sayso.view.characters import visible
from sayso.view.doubt import Doubt
from sayso.view.layout import Block, Mark
from sayso.view.lists import ArticleLine, StatementLine
from sayso.view.record import RecordView, record_view
from sayso.view.statements import ActView, StatementView
from sayso.view.times import TimeView
from sayso.view.versions import VersionView
from sayso.view.words import LABELS, UNSAID, counted_statements

_NARROWEST = 30  # columns that an entry of the list needs beside its kind and score
_EXCERPT = 200  # characters of a statement's content shown in the list
_NAME = 60  # characters of its source and of its cue
_MOST = 12  # names, places and times in the block after the list

# The base colours alone: the reader's own scheme makes them legible on light and on dark.
_STYLES = {"source": "bold cyan", "cue": "italic magenta", "content": "green"}
_ACT, _DENIAL = "yellow", "red"
_DOUBT = "bold"
_UNSAID = "blue"  # instead of the colours of cue, content and act: it is not told to have been said
_DASH = Text(" — ")
_BY_WEIGHT = ("source", "cue", "content")  # where parts overlap, the first one gives the colour
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# What an article could write to pass for one of our brackets.
_LABELS = "|".join((*LABELS.values(), *UNSAID.values()))
_FORGED = re.compile(rf"\[(?=\d+…? (?:{_LABELS}):|skipped:)")


def show(
    record: Record,
    console: Console,
    sightings: Sequence[Sighting] = (),
    versions: Sequence[VersionView] = (),
) -> None:
    """Print the record to the console, wrapped to its width; `versions` are other states of it.

    Nothing in the text is taken for markup or for a command to the terminal: control characters
    are shown as symbols.
    """
    plain = is_plain(console)
    width = width_of(console)
    view = record_view(record, sightings)
    article = view.article
    put(console, Text(article.sighting.words, "dim"), width)
    if article.elsewhere:
        put(console, Text(also_seen(article.elsewhere), "dim"), width, later="  ")
    for version in versions:
        put(console, Text(version.heading, "bold"), width, later="  ")
        draw_version(version, console, width)
    if article.title_span is None and article.title:
        put(console, Text(article.title, "bold"), width)
    for block in view.blocks:
        if block.kind == "gap":
            continue
        if block.kind != "line":
            console.print()
        draw = _bracketed if plain else _coloured
        put(console, draw(block, article.text), width)
    console.print()
    _list(view.statements, console, width)
    _block(view, console, width)
    console.print()
    put(console, Text(f"{view.model} · {article.id}", "dim"), width)


def summary(record: Record, console: Console) -> None:
    """Print what the record says without the article's text: its facts, title and statements."""
    width = width_of(console)
    view = record_view(record)
    console.print()
    put(console, Text(view.article.sighting.words, "dim"), width)
    put(console, Text(view.article.title or view.article.sighting.source, "bold"), width)
    _list(view.statements, console, width)
    _block(view, console, width)


def lines(rows: Iterable[StatementLine], console: Console) -> None:
    """Print statements of many articles, those of one article under its date and title."""
    width = width_of(console)
    for n, (article, group) in enumerate(groupby(rows, lambda row: row.article)):
        if n:
            console.print()
        put(console, _heading(article), width)
        if article.elsewhere:
            put(console, Text(also_seen(article.elsewhere), "dim"), width, "  ", "    ")
        for row in group:
            put(console, _line(row), width, "  ", "    ")
            if row.way:
                put(console, Text(row.way, "dim"), width, "    ")


def _heading(article: ArticleLine) -> Text:
    facts = " · ".join(filter(None, (article.date, article.outlet)))
    head = Text(f"{facts}  " if facts else "", "dim")
    head.append(article.title or "Untitled article", "bold")
    return head.append(f"  {article.id}", "dim") if article.id else head


def _line(row: StatementLine) -> Text:
    parts = (
        _named(row.speaker or "nobody named", row.source),
        _doubts(row.doubts),
        Text(row.act, _ACT if row.said == "yes" else f"bold {_UNSAID}"),
        Text(shorten(row.content, _EXCERPT), _style("content", row.said)),
    )
    return _DASH.join(part for part in parts if part)


def _harmless(block: Block, text: str) -> str:
    """Return the block's words, made fit for a terminal one character for one."""
    words = visible(block.span.of(text)).translate({9: " ", 10: " ", 13: " "})
    return _FORGED.sub("(", words)


def _coloured(block: Block, text: str) -> Text:
    words = _harmless(block, text)
    drawn = Text(style="bold" if block.kind == "title" else "")
    for piece in block.pieces:
        start, end = (edge - block.span.start for edge in piece.span)
        inner = reversed(piece.marks)
        first = min(inner, key=lambda mark: _BY_WEIGHT.index(mark.role), default=None)
        style = _style(first.role, first.said) if first else ""
        drawn.append(words[start:end], f"{style} dim" if piece.skipped else style)
        for number in piece.numbers:
            drawn.append(str(number).translate(_SUPERSCRIPTS), "bold")
    return drawn


def _bracketed(block: Block, text: str) -> Text:
    """Return the block with brackets, which always nest: a part that crosses another is reopened.

    `[1…` continues what an earlier bracket of the same part began.
    """
    words = _harmless(block, text)
    drawn: list[str] = []
    stack: list[Mark] = []
    skipped = False
    for piece in block.pieces:
        if skipped and not piece.skipped:
            drawn.append("]")
        kept = next((i for i, mark in enumerate(stack) if mark not in piece.marks), len(stack))
        drawn.append("]" * (len(stack) - kept))
        missing = [mark for mark in piece.marks if mark not in stack[:kept]]
        missing.sort(key=lambda mark: -mark.span.end)
        drawn.extend(_opening(mark, piece.span.start) for mark in missing)
        stack[kept:] = missing
        if piece.skipped and not skipped:
            drawn.append("[skipped: ")
        skipped = piece.skipped
        start, end = (edge - block.span.start for edge in piece.span)
        drawn.append(words[start:end])
    drawn.append("]" * (len(stack) + skipped))
    return Text("".join(drawn))


def _opening(mark: Mark, at: int) -> str:
    more = "…" if mark.span.start < at else ""
    label = LABELS[mark.role]
    if mark.role == "content" and mark.said != "yes":
        label = UNSAID[mark.said].replace(" ", NO_BREAK)
    return f"[{mark.number}{more}{NO_BREAK}{label}: "


def _list(statements: Sequence[StatementView], console: Console, width: int) -> None:
    if not statements:
        put(console, Text("No statement was found in this text."), width)
        return
    doubtful = sum(bool(each.doubts) for each in statements)
    count = counted_statements([each.act.said for each in statements], doubtful)
    put(console, Text(count, "bold"), width)
    digits = len(str(len(statements)))
    for each in statements:
        head = f"{each.number:>{digits}}  {each.kind:<8}  {each.score:>4}  "
        if width - len(head) < _NARROWEST:
            put(console, Text(head.rstrip()), width)
            head = "    "
        put(console, _entry(each), width, head)
        inside = f"inside {each.inside}" if each.inside else ""
        way = " · ".join(filter(None, (inside, each.way)))
        if way:
            put(console, Text(way, "dim"), width, " " * len(head))


def _entry(statement: StatementView) -> Text:
    """Return who — what it does and the reporting words — what, as far as the text gives them."""
    source = shorten(statement.source, _NAME)
    if statement.speakers:
        speaker = _named(statement.speaker, source)
    else:
        speaker = Text(_with_words(statement.nobody, source), "dim")
    style = _style("content", statement.act.said)
    content = Text(shorten(statement.content, _EXCERPT), style)
    parts = (speaker, _doubts(statement.doubts), _does(statement), content)
    return _DASH.join(part for part in parts if part)


def _doubts(doubts: Sequence[Doubt]) -> Text:
    return Text(" · ".join(each.words for each in doubts), _DOUBT)


def _does(statement: StatementView) -> Text:
    act, cue = statement.act, shorten(statement.cue, _NAME)
    does = Text(act.verb, _verb_style(act))
    if cue:
        does.append(" ").append(f"“{cue}”", _style("cue", act.said))
    if act.left_open:
        does.append(f", {act.left_open}", _ACT)
    return does


def _verb_style(act: ActView) -> str:
    if act.said != "yes":
        return f"bold {_UNSAID}"
    return _DENIAL if act.denies else _ACT


def _style(role: str, said: str) -> str:
    """Return the style of a part of a statement; that of what was not said only the source."""
    return _STYLES[role] if said == "yes" or role == "source" else _UNSAID


def _named(name: str, words: str) -> Text:
    """Return a name, and more quietly the words that stand for it in the text."""
    whole = Text(_with_words(name, words), _STYLES["source"])
    whole.stylize("not bold", len(name))
    return whole


def _with_words(name: str, words: str) -> str:
    return f"{name} (“{words}”)" if words else name


def _block(view: RecordView, console: Console, width: int) -> None:
    """Print who speaks, where and when, as far as the record tells."""
    speakers = sorted(view.actors, key=lambda actor: -len(actor.speaks))
    entries = (
        ("Who", [_speaks(actor) for actor in speakers if actor.speaks]),
        *((words.capitalize(), _unsaid(view, words)) for words in UNSAID.values()),
        ("Where", [place.words for place in view.places if place.name]),
        ("When", [_when(time) for time in view.times]),
    )
    if any(words for _, words in entries):
        console.print()
    longest = max((len(label) for label, words in entries if words), default=0)
    for label, words in entries:
        if words:
            more = [f"and {len(words) - _MOST} more"] if len(words) > _MOST else []
            put(console, Text(" · ".join(words[:_MOST] + more)), width, f"{label:<{longest}}  ")
    if view.meaning:
        console.print()
        put(console, Text(view.meaning, "dim"), width)


def _speaks(actor: ActorView) -> str:
    """Return a name with how many statements it has, and how many of them are doubtful."""
    all_, doubtful = len(actor.speaks), len(actor.doubtful)
    more = ", doubtful" if doubtful == all_ else f" ({doubtful} doubtful)" if doubtful else ""
    return f"{actor.name} {all_}{more}"


def _unsaid(view: RecordView, words: str) -> list[str]:
    """Return the names of those who were not told to say something, with how much that is."""
    return [
        f"{actor.name} {len(each.statements)}"
        for actor in view.actors
        for each in actor.unsaid
        if each.words == words
    ]


def _when(time: TimeView) -> str:
    words = ", ".join(dict.fromkeys(group.words for group in time.mentions.groups))
    return words if words == time.meaning else f"{words} = {time.meaning}"
