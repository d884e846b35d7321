"""Record -> a terminal: the article with its statements marked in place, then their list.

Where colour may be used, colour and slant tell the parts apart; elsewhere, as in a pipe or under
NO_COLOR, brackets do: `[1 who: Ilse Marn] [1 says: said] [1 what: the talks had failed]`.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from sayso.export.marks import Block, Mark, blocks
from sayso.export.voices import (
    Line,
    act_name,
    arrows,
    condition_words,
    cue_words,
    mood,
    name_line,
    nobody,
    says_not,
    source_words,
    speaker_name,
    spoken,
    way_line,
)
from sayso.export.whereabouts import place_line, places, time_line, times
from sayso.export.wording import LABELS, day, excerpt, one_line, percent, visible
from sayso.records import Article, Record, Span

_WIDEST = 88  # columns; longer lines are hard to read back from
_NARROWEST = 30  # columns that an entry of the list needs beside its kind and score
_EXCERPT = 200  # characters of a statement's content shown in the list
_NAME = 60  # characters of its source and of its cue
_MOST = 12  # names, places and times in the block after the list

# The base colours alone: the reader's own scheme makes them legible on light and on dark.
_STYLES = {"source": "bold cyan", "cue": "italic magenta", "content": "green"}
_ACT, _DENIAL = "yellow", "red"
_DASH = Text(" — ")
_BY_WEIGHT = ("source", "cue", "content")  # where parts overlap, the first one gives the colour
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# Stands for the space inside a bracket's label until lines are broken. A noncharacter, which no
# text brings along: `visible` has replaced them all.
_NO_BREAK = "\ufdd0"

# What an article could write to pass for one of our brackets.
_FORGED = re.compile(r"\[(?=\d+…? (?:who|says|what):|skipped:)")


def show(record: Record, console: Console) -> None:
    """Print the record to the console, wrapped to its width.

    Nothing in the text is taken for markup or for a command to the terminal: control characters
    are shown as symbols.
    """
    plain = console.color_system is None or console.no_color
    width = min(console.width, _WIDEST)
    article = record.article
    _put(console, Text(_facts(article), "dim"), width)
    if article.title_span is None and article.title:
        _put(console, Text(one_line(article.title), "bold"), width)
    for block in blocks(record):
        if block.kind == "gap":
            continue
        if block.kind != "line":
            console.print()
        draw = _bracketed if plain else _coloured
        _put(console, draw(block, article.text), width)
    console.print()
    _list(record, console, width)
    _block(record, console, width)
    console.print()
    model = f"{record.model.name} {record.model.version} · {article.id}"
    _put(console, Text(visible(model), "dim"), width)


def summary(record: Record, console: Console) -> None:
    """Print what the record says without the article's text: its facts, title and statements."""
    width = min(console.width, _WIDEST)
    article = record.article
    console.print()
    _put(console, Text(_facts(article), "dim"), width)
    _put(console, Text(one_line(article.title) or visible(article.source), "bold"), width)
    _list(record, console, width)
    _block(record, console, width)


def said(rows: Iterable[Line], console: Console) -> None:
    """Print statements of many articles, those of one article under its date and title."""
    width = min(console.width, _WIDEST)
    for n, (_, lines) in enumerate(groupby(rows, lambda row: (row.article_id, row.title))):
        of_one = list(lines)
        if n:
            console.print()
        _put(console, _heading(of_one[0]), width)
        for row in of_one:
            _put(console, _said(row), width, "  ", "    ")
            way = _way_of(row)
            if way:
                _put(console, Text(way, "dim"), width, "    ")


def _heading(row: Line) -> Text:
    facts = " · ".join(one_line(fact) for fact in (row.date, row.outlet) if fact)
    head = Text(f"{facts}  " if facts else "", "dim")
    head.append(one_line(row.title) or "Untitled article", "bold")
    name = one_line(row.article_id)
    return head.append(f"  {name}", "dim") if name else head


def _said(row: Line) -> Text:
    speaker, words = one_line(row.speaker), one_line(row.words_of_source)
    parts = (
        _named(speaker or "nobody named", words if words != speaker else ""),
        Text(one_line(row.act), _ACT),
        Text(_shortened(row.content), _STYLES["content"]),
    )
    return _DASH.join(part for part in parts if part)


def _way_of(row: Line) -> str:
    parts = [arrows(row.chain), row.addressee and f"to {row.addressee}", row.said_at]
    parts.append("where: " + ", ".join(row.places) if row.places else "")
    return " · ".join(one_line(part) for part in parts if part)


def _shortened(words: str) -> str:
    return excerpt(words, [Span(0, len(words))], _EXCERPT) if words else ""


def _put(
    console: Console, text: Text, width: int, lead: str = "", later: str | None = None
) -> None:
    """Print text wrapped to the width, its later lines set in as far as its lead, or by `later`."""
    rest = " " * len(lead) if later is None else later
    room = max(1, width - max(len(lead), len(rest)))
    first = lead
    for line in text.wrap(console, room, tab_size=4, overflow="fold"):
        line.rstrip()
        whole = Text(first) + line
        # A console of a smaller character set shows a question mark instead of failing.
        code = console.encoding
        whole.plain = whole.plain.replace(_NO_BREAK, " ").encode(code, "replace").decode(code)
        console.print(whole, no_wrap=True, overflow="ignore", crop=False, highlight=False)
        first = rest


def _facts(article: Article) -> str:
    facts = [article.publisher, day(article.published) if article.published else ""]
    facts += [", ".join(article.byline), article.url or article.source]
    return " · ".join(one_line(fact) for fact in facts if fact)


def _harmless(block: Block, text: str) -> str:
    """Return the block's words, made fit for a terminal one character for one."""
    words = visible(block.span.of(text)).translate({9: " ", 10: " ", 13: " "})
    return _FORGED.sub("(", words)


def _coloured(block: Block, text: str) -> Text:
    words = _harmless(block, text)
    drawn = Text(style="bold" if block.kind == "title" else "")
    for piece in block.pieces:
        start, end = (edge - block.span.start for edge in piece.span)
        roles = {mark.role for mark in piece.marks}
        style = next((_STYLES[role] for role in _BY_WEIGHT if role in roles), "")
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
    return f"[{mark.number}{more}{_NO_BREAK}{LABELS[mark.role]}: "


def _list(record: Record, console: Console, width: int) -> None:
    count = len(record.statements)
    if not count:
        _put(console, Text("No statement was found in this text."), width)
        return
    _put(console, Text(f"{count} statement{'' if count == 1 else 's'}", "bold"), width)
    digits = len(str(count))
    for at, statement in enumerate(record.statements):
        head = f"{at + 1:>{digits}}  {statement.kind:<8}  {percent(statement.score):>4}  "
        body, way = _entry(record, at), Text(_way(record, at), "dim")
        if width - len(head) < _NARROWEST:
            _put(console, Text(head.rstrip()), width)
            head = "    "
        _put(console, body, width, head)
        if way:
            _put(console, way, width, " " * len(head))


def _way(record: Record, at: int) -> str:
    """Return inside which other statement this one stands, and its way to the reader."""
    numbers = {statement.id: n + 1 for n, statement in enumerate(record.statements)}
    outer = numbers.get(record.provenance[at].reports)
    return " · ".join(p for p in (f"inside {outer}" if outer else "", way_line(record, at)) if p)


def _entry(record: Record, at: int) -> Text:
    """Return who — what it does and the reporting words — what, as far as the text gives them."""
    statement, text = record.statements[at], record.article.text
    name, words = speaker_name(record, at), source_words(record, at, _NAME)
    cue, act = cue_words(record, at, _NAME), record.acts[at]
    says = Text(act_name(act), _DENIAL if says_not(act) else _ACT)
    if cue:
        says.append(" ").append(f"“{cue}”", _STYLES["cue"])
    left_open = mood(act, condition_words(record, act.condition))
    if left_open:
        says.append(f", {left_open}", _ACT)
    return _DASH.join(
        part
        for part in (
            _named(name, words) if name else Text(name_line(nobody(record, at), words), "dim"),
            says,
            Text(excerpt(text, statement.content, _EXCERPT), _STYLES["content"]),
        )
        if part
    )


def _named(name: str, words: str) -> Text:
    """Return a name, and more quietly the words that stand for it in the text."""
    whole = Text(name_line(name, words), _STYLES["source"])
    whole.stylize("not bold", len(name))
    return whole


def _block(record: Record, console: Console, width: int) -> None:
    """Print who speaks, where and when, as far as the record tells."""
    makers = (("Who", _who), ("Where", _where), ("When", _when))
    found = [(label, list(make(record))) for label, make in makers]
    if any(words for _, words in found):
        console.print()
    for label, words in found:
        if words:
            more = [f"and {len(words) - _MOST} more"] if len(words) > _MOST else []
            lead = f"{label:<7}"
            _put(console, Text(" · ".join(words[:_MOST] + more)), width, lead)


def _who(record: Record) -> Iterator[str]:
    said_by = spoken(record)
    for actor in sorted(record.actors, key=lambda a: -len(said_by[a.id])):
        if said_by[actor.id]:
            yield f"{one_line(actor.name)} {len(said_by[actor.id])}"


def _where(record: Record) -> Iterator[str]:
    for group in places(record):
        if group[0].location.name:
            yield place_line(group[0])


def _when(record: Record) -> Iterator[str]:
    for group in times(record):
        found = dict.fromkeys(one_line(time.mention.of(record.article.text)) for time in group)
        words, meaning = ", ".join(found), time_line(group[0])
        yield words if words == meaning else f"{words} = {meaning}"
