"""A text -> the lines that are somebody's words without quotation marks around them.

Posts set into the text, transcripts, and statements printed as a block: what two articles share of
these they have from whoever spoke.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.english.pronouns import forms
from sayso.english.quotations import Quotation
from sayso.english.sentences import MARKS, ends
from sayso.english.tables import either
from sayso.records import Span

_LINE = re.compile(r"[^\n]+")
# What only a post holds: "Mira Tolland (@tolland)".
_POSTED = re.compile(r"\(@\w{2,30}\)|pic\.twitter\.com/")
# How a post is signed in a line below it: "— Mira Tolland (@tolland) March 3, 2031".
_SIGNATURE = re.compile(r"\s*[-–—]{1,2} ?[^\n]{2,60}\(@\w{2,30}\)[^\n]{0,40}")
# Who speaks next in a transcript: "TOLLAND: ", "Q: ".
_TURN = re.compile(rf"(?:^|[{MARKS}—] ?)(?:[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){{0,3}}): (?=[A-Z])")
_LONGEST = 800  # characters of a line that is one paragraph
_NEAR = 200  # characters around a word that speaks, where nothing tells how far it goes


def spoken(text: str, quotes: Sequence[Quotation]) -> Iterator[Span]:
    """Yield the lines of a text in which somebody speaks outside its quotation marks.

    Of a long line only the sentences: texts that lost their paragraphs are one line.
    """
    last = None
    outside = _outside(text, quotes)
    for line in _LINE.finditer(text):
        if last and _SIGNATURE.fullmatch(line[0]):
            yield last
        last = Span(*line.span())
        for part in _parts(text, last):
            bare = outside[part.start : part.end]
            if _POSTED.search(part.of(text)) or _TURN.search(bare):
                yield part
            elif match := _speaker().search(bare):
                yield _around(part, part.start + match.start())


def _parts(text: str, line: Span) -> Iterator[Span]:
    if line.end - line.start <= _LONGEST:
        yield line
        return
    start = line.start
    for mark in ends(text, *line):
        yield Span(start, mark.end)
        start = mark.end
    yield Span(start, line.end)


def _around(part: Span, at: int) -> Span:
    """Return a part, or of one too long for a sentence what stands around an offset."""
    if part.end - part.start <= _LONGEST:
        return part
    return Span(max(part.start, at - _NEAR), min(part.end, at + _NEAR))


def _outside(text: str, quotes: Sequence[Quotation]) -> str:
    """Return the text with its quotations blanked out."""
    pieces, last = [], 0
    for start, end, _ in quotes:
        pieces += [text[last:start], " " * (end - start)]
        last = end
    return "".join((*pieces, text[last:]))


@cache
def _speaker() -> re.Pattern[str]:
    """Return what matches a word by which a speaker or who is spoken to names himself.

    The "I" of "World War I", "US", "mine", titles ("March for Our Lives"), and the "me" of a
    reporter whom somebody told something are none.
    """
    words = forms("we", "you") | {"my"}
    opening = either({"I", *map(str.capitalize, words)})
    return re.compile(
        rf"\b{either(words)}\b|\b[a-z]+ I(?=['’]| [a-z])"
        rf"|(?:^|[{MARKS}:;,—]) ?{opening}(?=['’]| [a-z])"
    )
