"""Article and statements -> where in the text one is: sentence, paragraph, inside whose words."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Article, Span, Spans, Statement

_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?…][\"'”’»)\]]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of a text that references are judged by; offsets are code points.

    `sentences` and `paragraphs` are where each begins; `spoken` are the contents in quotation
    marks, in text order, each with the number of its statement; `statement_sentences`
    is the sentence of each statement's content; `nested` are the numbers of the statements that
    stand inside others.
    """

    text: str
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    spoken: tuple[tuple[Span, int], ...]
    sources: frozenset[Span]
    statement_sentences: tuple[int, ...]
    nested: frozenset[int] = frozenset()

    def sentence(self, at: int) -> int:
        """Return the number of the sentence at an offset."""
        return bisect_right(self.sentences, at) - 1

    def paragraph(self, at: int) -> int:
        """Return the number of the paragraph at an offset."""
        return bisect_right(self.paragraphs, at) - 1

    def speech(self, at: int) -> int | None:
        """Return the number of the statement whose quoted words stand at an offset, if any."""
        i = bisect_right(self.spoken, at, key=lambda each: each[0].start) - 1
        if i < 0 or at >= self.spoken[i][0].end:
            return None
        return self.spoken[i][1]

    def beside(self, number: int, step: int) -> int | None:
        """Return the statement before (-1) or after (1) another, those inside others left out."""
        at = number + step
        while at in self.nested:
            at += step
        return at if 0 <= at < len(self.statement_sentences) else None

    def opens(self, span: Span) -> bool:
        """Tell whether a span stands at or near the beginning of its sentence, as subjects do."""
        start = self.sentences[self.sentence(span.start)]
        return span.start - start <= 2 or self.text[start : span.start].count(" ") <= 2


def layout_of(article: Article, statements: Sequence[Statement]) -> Layout:
    """Return the places of an article."""
    text = article.text
    sentences = (0, *(m.end() for m in _SENTENCE_END.finditer(text) if m.end() < len(text)))
    paragraphs = (0, *(m.end() for m in re.finditer(r"\n+", text) if m.end() < len(text)))
    nested = _nested(statements)
    spoken = sorted(
        (span, number)
        for number, s in enumerate(statements)
        if s.kind != "indirect" and number not in nested
        for span in s.content
        if s.kind == "direct" or text[span.start] in "\"“‘«'"
    )
    sources = frozenset(span for s in statements for span in s.source)
    own = tuple(bisect_right(sentences, s.content[0].start) - 1 for s in statements)
    return Layout(text, sentences, paragraphs, tuple(spoken), sources, own, nested)


def _nested(statements: Sequence[Statement]) -> frozenset[int]:
    """Return the statements whose content stands in that of an earlier one."""
    found: set[int] = set()
    pieces: Spans = ()
    for number, statement in enumerate(statements):
        if all(any(p.holds(c) for p in pieces) for c in statement.content):
            found.add(number)
        else:
            pieces = statement.content
    return frozenset(found)
