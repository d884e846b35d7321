"""Statements in text order -> what each takes over from the occasion that those before opened."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.english import tables
from sayso.english.calendar import weekdays
from sayso.english.function_words import indefinite
from sayso.records import Statement
from sayso.resolve.actors.speakers import Speaking
from sayso.resolve.chain.carriers import is_quoted
from sayso.resolve.chain.passing import Passages, Way
from sayso.resolve.chain.words import listed

# Who is no speaker of before, but spoke where they did: "one of them", "the other".
_ONE_OF = re.compile(
    rf"(?i)(?:{tables.either(indefinite())} of (?:them|the \w+)|one|both|the others?)"
)
_SAME = re.compile(r"(?i)\b(?:same|interview|recording)\b")
# What opens another occasion: "Later she wrote …", "On Monday he said …".
_ELSEWHERE = re.compile(
    r"(?i)(?:(?:later|earlier)(?! in the)|separately|meanwhile|previously|in the past"
    r"|before that|last \w+"
    rf"|(?:on|by|late on|early on) {tables.either(weekdays())})\b"
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion on which somebody spoke: the numbers of who did, the way, and where it is."""

    speakers: frozenset[int]
    way: Way
    paragraph: int


def carry_over(
    passages: Passages, ways: Sequence[Way], speaking: Sequence[Speaking], lasts: Sequence[bool]
) -> list[Way]:
    """Return the way of each statement once occasions are carried over, in the order given.

    An occasion lasts while the same speaker goes on in the same or the next paragraph and names no
    other; addressee and channel last for the paragraph. Statements inside others neither open nor
    end one, and nothing is taken over from a statement that does not last.
    """
    layout = passages.layout
    carried = list(ways)
    occasion = Occasion(frozenset(), Way(), paragraph=-2)
    for n in layout.order:
        if layout.outer[n] is not None:
            continue
        speakers = frozenset(c.number for c in speaking[n].clusters)
        here = Occasion(speakers, ways[n], layout.paragraph(layout.extents[n].start))
        carried[n], occasion = _next(n, here, occasion, passages)
        if not lasts[n]:
            occasion = replace(occasion, way=Way())
    return carried


def _next(
    number: int, here: Occasion, before: Occasion, passages: Passages
) -> tuple[Way, Occasion]:
    """Return the way of a statement, and the occasion that it leaves behind."""
    statement, text = passages.layout.statements[number], passages.layout.text
    if not _goes_on(statement, text, here, before):
        return here.way, here
    going_on = replace(here, speakers=here.speakers | before.speakers)
    begin = passages.statements[number].begin
    if not _same_carriers(here.way, before.way) and _opens_anew(here.way, text, begin):
        return here.way, going_on
    if _is_aside(statement, text):
        return here.way, replace(going_on, way=before.way)
    near = here.paragraph == before.paragraph
    way = Way(
        here.way.carriers or before.way.carriers,
        here.way.addressee or (before.way.addressee if near else None),
        here.way.channel or (before.way.channel if near else None),
    )
    return way, replace(going_on, way=way)


def _goes_on(statement: Statement, text: str, here: Occasion, before: Occasion) -> bool:
    """Tell whether the one who spoke before goes on, near enough."""
    if here.paragraph - before.paragraph > 1:
        return False
    if here.speakers & before.speakers or _still_quoted(statement, text, before):
        return True
    if not statement.source:
        silent = not statement.cue or here.paragraph == before.paragraph
        return silent and not here.speakers
    return bool(_ONE_OF.fullmatch(" ".join(span.of(text) for span in statement.source)))


def _opens_anew(way: Way, text: str, begin: int) -> bool:
    """Tell whether a statement names an occasion of its own."""
    if way.carriers or way.addressee:
        return True
    if way.channel and not _SAME.search(way.channel.of(text)):
        return True
    return _ELSEWHERE.match(text, begin) is not None


def _still_quoted(statement: Statement, text: str, before: Occasion) -> bool:
    """Tell whether somebody is quoted without a word of by whom: "he was quoted as saying"."""
    cue = " ".join(span.of(text) for span in statement.cue)
    return bool(before.way.carriers) and is_quoted(cue)


def _same_carriers(way: Way, before: Way) -> bool:
    """Tell whether the same words name who carried two statements: a paper goes on."""
    spans = [c.span for c in way.carriers]
    return bool(spans) and spans == [c.span for c in before.carriers]


def _is_aside(statement: Statement, text: str) -> bool:
    """Tell whether a statement is about the talk rather than of it: "asked not to be named"."""
    opening = [text[s.start : min(s.end, s.start + 60)] for s in statement.content[:1]]
    said = " ".join([*(span.of(text) for span in statement.cue), *opening]).lower()
    return any(said.startswith(word) or f" {word}" in said[:40] for word in listed("asides"))
