"""An article's text -> its sentences, and the same text with what others say blanked out."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from sayso.records import Span

BLANK = "\0"  # stands for a character of content; no pattern matches across it

_ABBREVIATIONS = """mr mrs ms dr prof gen col lt sgt maj capt adm cmdr brig sen rep gov rev hon st
    jr sr no vs jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e messrs fr"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
_END = re.compile(r"[.!?…][\"”’')\]*]*(?=\s+[\"“‘'(\[*]*[^\W_a-z])")
_LAST_WORD = re.compile(r"[\w.]+$")


class Page:
    """Where the paragraphs and sentences of a text begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = _paragraphs(text)
        self._paragraph_starts = [p.start for p in self.paragraphs]
        self.sentences = [s for p in self.paragraphs for s in _sentences(text, p)]
        self._sentence_starts = [s.start for s in self.sentences]

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that `offset` stands in, from 0."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def around(self, span: Span) -> Span:
        """Return the range of whole sentences that a span touches."""
        first, last = self._sentence(span.start), self._sentence(max(span.start, span.end - 1))
        return Span(min(first.start, span.start), max(last.end, span.end))

    def _sentence(self, offset: int) -> Span:
        place = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[place] if place >= 0 else Span(offset, offset)


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return `text` at the same length with every character of `spans` blanked out."""
    pieces, cursor = [], 0
    for span in sorted(spans):
        start = max(span.start, cursor)
        if span.end > start:
            pieces += [text[cursor:start], BLANK * (span.end - start)]
            cursor = span.end
    return "".join([*pieces, text[cursor:]])


def _paragraphs(text: str) -> list[Span]:
    """Return the lines that hold something, without the spaces around them."""
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if stripped := line.strip():
            first = start + line.index(stripped[0])
            found.append(Span(first, first + len(stripped)))
        start = end + 1
    return found


def _sentences(text: str, paragraph: Span) -> list[Span]:
    found, start = [], paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if text[match.start()] == "." and _abbreviates(text, start, match.start()):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found


def _abbreviates(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at `stop` belongs to "Mr.", an initial or the like."""
    word = _LAST_WORD.search(text, max(start, stop - 12), stop)
    if word is None:
        return False
    return word[0].lower() in ABBREVIATIONS or (len(word[0]) == 1 and word[0].isupper())
