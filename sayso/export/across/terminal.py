"""Claims, disputes, quotations, copies and entities -> a terminal.

Colour is never the only sign: what is changed, denied or new stands in words or brackets too.
"""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from sayso.english.excerpts import shorten
from sayso.export.screen import put, width_of
from sayso.export.versions import draw_version
from sayso.view.across.claims import ClaimView, Position
from sayso.view.across.course import Course
from sayso.view.across.disputes import DisputeView, Side
from sayso.view.across.lists import ClaimLine, CopyLine, EntityLine, QuotationLine
from sayso.view.across.origins import Branch, OriginView
from sayso.view.across.quotations import GAP, QuotationView, Run, VariantView
from sayso.view.across.tellings import Telling
from sayso.view.words import counted, joined

_LABEL = "bold"
_WORDS = "green"
_WHO = "bold cyan"
_NEW = "bold green"
_AGAINST = "red"
_CHANGED = {"cut": "strike red", "left out with a mark": "strike red", "misquoted": "bold red"}
_MOST = 6  # outlets or names on a line
_SHOWN = 12  # positions of one side, answers of one kind
_EVENTS = 20  # on the course of a claim
_EXCERPT = 240  # characters of what was said


def claim(view: ClaimView, course: Course, console: Console) -> None:
    """Print a claim: its words and course, where it comes from, who says it, who denies it."""
    width = width_of(console)
    put(console, Text(view.words, _LABEL), width)
    put(console, Text(view.summary), width)
    for label, event in (("first seen", course.first), ("last seen", course.last),
                         ("first denied", course.denial)):  # fmt: skip
        if event:
            at = f"{event.date} · {event.outlet} · {event.speaker}"
            put(console, Text(at, _AGAINST if event.verb else ""), width, f"  {label:<13} ")
    put(console, Text(view.id, "dim"), width, "  ")
    heading(console, width, "Where it comes from", view.origin_count or "one article")
    for origin in view.origins:
        draw_origin(origin, console, width)
    if not view.origins:
        put(console, Text("not worked out", "dim"), width, "  ")
    _followed(course, console, width)
    heading(console, width, "Who says it", "what the earliest wording has not stands in {braces}")
    for each in view.wordings[:_SHOWN]:
        put(console, _wording(each), width, "  ", "    ")
        _sources(each.tellings, console, width)
    _more(len(view.wordings) - _SHOWN, console, width, "  ")
    for label, answers in (
        ("Who denies it", view.against),
        ("What cannot hold together with it", view.rivals),
        ("Who confirms it", view.support),
        ("What may bear on it: the machine is unsure", view.perhaps),
    ):
        _answers(label, answers, console, width)
    if view.judged:
        heading(console, width, "What people judged")
    for line in view.judged:
        put(console, Text(line.words, "" if line.holds else "strike"), width, "  ", "    ")
        put(console, Text(f"{line.who} · {line.id}", "dim"), width, "      ", "        ")
        if line.state:
            put(console, Text(line.state, _AGAINST), width, "      ", "        ")


def _followed(course: Course, console: Console, width: int) -> None:
    """Print who followed whom, by date, with the first denial in its place."""
    if len(course.events) < 2:
        return
    heading(console, width, "Who followed whom")
    for each in course.events[:_EVENTS]:
        line = Text(each.outlet, _WHO)
        if each.verb:
            line = line.append(" tells that ", "not bold").append(each.speaker)
            line.append(f" {each.verb}", f"not bold {_AGAINST}")
        elif each.how:
            line.append(f" {each.how}", "not bold")
        put(console, line, width, f"  {each.date:10}  ", " " * 14)
    _more(len(course.events) - _EVENTS, console, width, "  ")


def disputes(views: Iterable[DisputeView], console: Console) -> None:
    """Print disputes, the two sides of each one above the other."""
    width = width_of(console)
    for number, view in enumerate(views, 1):
        if number > 1:
            console.print()
        span = view.first if view.first == view.last else f"{view.first} to {view.last}"
        put(console, Text(shorten(view.words, _EXCERPT), _LABEL), width, f"{number:>2}  ")
        put(console, Text(f"{span} · {view.id}", "dim"), width, "    ")
        _side("One side", view.side, console, width)
        _side("The other", view.other, console, width)
        if view.figures:
            put(console, Text("Figures", _LABEL), width, "    ")
            for each in view.figures:
                line = Text(f"{each.figure.words} {each.figure.what}", _WORDS)
                line.append(f" — {_some(each.claimants)}", _WHO)
                put(console, line, width, "      ", "        ")


def quotation(view: QuotationView, console: Console) -> None:
    """Print a quotation: the earliest wording, then each other one with its changes marked."""
    width = width_of(console)
    put(console, Text(view.speaker, _WHO) + Text(f" · {view.summary}"), width)
    put(console, Text(view.id, "dim"), width)
    heading(console, width, "The earliest wording")
    put(console, draw_runs(view.earliest_runs), width, "  ")
    put(console, draw_source(view.earliest), width, "  ")
    if view.faithful:
        names = _some([each.outlet for each in view.faithful])
        put(console, Text(f"in the same words: {names}", "dim"), width, "  ")
    if view.variants:
        heading(console, width, "Other wordings", "[what was lost] and {what is new}, each named")
    for number, variant in enumerate(view.variants, 1):
        _variant(number, variant, console, width)


def claims(lines: Iterable[ClaimLine], console: Console) -> None:
    """Print claims, each with how far it went, and who denies it."""
    width = width_of(console)
    for each in lines:
        put(console, Text(each.words, _LABEL), width)
        facts = Text(f"{each.days} · ", "dim") + Text(each.summary)
        if each.against:
            facts.stylize(_AGAINST, facts.plain.index(each.against))
        put(console, facts, width, "  ")
        put(console, Text(each.id, "dim"), width, "  ")


def quotations(lines: Iterable[QuotationLine], console: Console) -> None:
    """Print quotations: who said it, in how many articles, how it was changed."""
    width = width_of(console)
    for each in lines:
        put(console, Text(f"“{each.words}”", _WORDS), width)
        who = Text(each.speaker, _WHO) + Text(f" · {each.summary}")
        put(console, who, width, "  ")
        put(console, Text(each.id, "dim"), width, "  ")


def copies(lines: Iterable[CopyLine], console: Console) -> None:
    """Print pairs of articles: the one that was first, what the other is to it, and why."""
    width = width_of(console)
    for each in lines:
        put(console, Text(each.relation, _LABEL) + Text(f" · {_shares(each)}", "dim"), width)
        for label, name in each.ends:
            put(console, Text(name), width, f"  {label:<5}  ", " " * 9)
        if each.version:
            draw_version(each.version, console, width)
        put(console, Text(each.why, "dim"), width, "  ", "    ")


def entities(lines: Iterable[EntityLine], console: Console) -> None:
    """Print persons and bodies: the name, other names, roles with their days."""
    width = width_of(console)
    for each in lines:
        head = Text(each.name, _WHO).append(f" · {each.summary}", "not bold")
        put(console, head, width)
        for label, words in (("also", each.names), ("as", each.roles), ("of", each.of.words)):
            if words:
                put(console, Text(words), width, f"  {label:<4} ", "       ")
        put(console, Text(each.id, "dim"), width, "  ")


def heading(console: Console, width: int, words: str, more: str = "") -> None:
    """Print what comes, in capitals, and beside it what there is to know of it."""
    console.print()
    head = Text(words.upper(), _LABEL)
    put(console, head.append(f"  {more}", "not bold dim") if more else head, width)


def draw_source(telling: Telling) -> Text:
    """Return where a statement stands: outlet, date, and the place of its exact words."""
    facts = (telling.outlet, telling.article.date, telling.place.words, telling.way)
    return Text(" · ".join(filter(None, facts)), "dim")


def _sources(tellings: Sequence[Telling], console: Console, width: int) -> None:
    for each in tellings[:_MOST]:
        put(console, draw_source(each), width, "      ", "        ")
    _more(len(tellings) - _MOST, console, width, "      ")


def _answers(label: str, answers: Sequence[Position], console: Console, width: int) -> None:
    if not answers:
        return
    heading(console, width, label)
    for each in answers[:_SHOWN]:
        put(console, draw_position(each), width, "  ", "    ")
        put(console, Text(reason(each), "dim"), width, "      ", "        ")
        _sources(each.tellings, console, width)
    _more(len(answers) - _SHOWN, console, width, "  ")


def _wording(position: Position) -> Text:
    words = Text(_some(position.speakers), _WHO).append(": ", "not bold")
    for n, (piece, same) in enumerate(position.pieces):
        words.append(" " if n else "")
        words.append(piece if same else f"{{{piece}}}", f"not bold {_WORDS}" if same else _NEW)
    return words


def draw_origin(origin: OriginView, console: Console, width: int) -> None:
    """Print an origin as a tree of its articles."""
    head = Text(origin.name, _WHO).append(f" · {counted(origin.articles, 'article')}", "not bold")
    put(console, head, width, "  ")
    put(console, Text(origin.why, "dim"), width, "  ")
    _branches(origin.branches, console, width, "  ")


def _branches(branches: Sequence[Branch], console: Console, width: int, lead: str) -> None:
    for number, each in enumerate(branches, 1):
        last = number == len(branches)
        below = lead + ("   " if last else "│  ")
        name = Text(each.article.outlet or each.article.title, _LABEL)
        line = name.append(f" {each.article.moment or each.article.date}: {each.how}", "not bold")
        put(console, line, width, f"{lead}{'└─' if last else '├─'} ", f"{below}  ")
        under = f"{below}│  " if each.branches else f"{below}   "
        if each.why:
            put(console, Text(each.why, "dim"), width, under, under)
        if each.article.put_right:
            put(console, Text(each.article.put_right, _AGAINST), width, under, f"{under}  ")
        for words in each.printed[:_MOST]:
            put(console, Text(words), width, under, f"{under}  ")
        _more(len(each.printed) - _MOST, console, width, under)
        if each.printed:
            put(console, Text(each.printed_why, "dim"), width, under, f"{under}  ")
        _branches(each.branches, console, width, below)


def _side(label: str, side: Side, console: Console, width: int) -> None:
    put(console, Text(label, _LABEL).append(f"  {side.summary}", "not bold dim"), width, "    ")
    for each in side.positions[:_SHOWN]:
        line = draw_position(each).append(f" — {_some(each.outlets)}", "not bold dim")
        put(console, line, width, "      ", "        ")
    _more(len(side.positions) - _SHOWN, console, width, "      ")


def reason(position: Position) -> str:
    """Return why something answers a claim, and how sure that is where it is no judgement."""
    return f"{position.score} sure: {position.why}" if position.score else position.why


def draw_position(position: Position) -> Text:
    """Return who says something, what that does to a claim, and the words."""
    words = Text(_some(position.speakers), _WHO)
    if position.verb:
        words.append(f" {position.verb}", f"not bold {_AGAINST}")
    return words.append(": ", "not bold").append(
        shorten(position.quoted, _EXCERPT), f"not bold {_WORDS}"
    )


def _variant(number: int, variant: VariantView, console: Console, width: int) -> None:
    names = _some([each.outlet for each in variant.tellings])
    head = Text(f"{names} · {variant.tellings[0].article.date}", _WHO)
    put(console, head.append(f" · {', '.join(variant.labels)}", _AGAINST), width, f"{number:>3}  ")
    if any(run.label not in ("", GAP) for run in variant.was):
        put(console, draw_runs(variant.was, "[]"), width, "     was  ")
    put(console, draw_runs(variant.now, "{}"), width, "     now  ")
    if variant.followed:
        put(console, Text(variant.followed, "dim"), width, "     ")
    for each in variant.tellings:
        put(console, Text(each.place.words, "dim"), width, "     ")


def draw_runs(runs: Sequence[Run], brackets: str = "") -> Text:
    """Return words, what is labelled in brackets with its label."""
    words = Text(style=_WORDS)
    for run in runs:
        if run.label == GAP:
            words.append(f" {run.words} ", "dim")
        elif run.label and brackets:
            style = _CHANGED.get(run.label, "bold yellow")
            words.append(brackets[0]).append(run.words, style)
            words.append(f" ({run.label})", "not bold italic").append(brackets[1])
        else:
            words.append(run.words)
    return words


def _more(count: int, console: Console, width: int, lead: str) -> None:
    """Print how many are left out, if any."""
    if count > 0:
        put(console, Text(f"and {count} more", "dim"), width, lead)


def _some(names: Sequence[str]) -> str:
    """Return the first of some names, each once, and how many more there are."""
    once = list(dict.fromkeys(names))
    more = [f"{len(once) - _MOST} more"] if len(once) > _MOST else []
    return joined([*once[:_MOST], *more])


def _shares(line: CopyLine) -> str:
    """Return what two articles share, and how sure that is where it is no judgement."""
    return " · ".join(filter(None, (line.shares, f"{line.score} sure" if line.score else "")))
