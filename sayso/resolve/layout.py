"""Article and statements -> the layout: sentences, paragraphs, quoted words, what holds what."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.english.sentences import ends
from sayso.records import Article, Span, Spans, Statement

_OPENERS = "\"“‘«'"
_FEW = 8  # statements among which the one before is looked for
NEAR = 4000  # characters within which statements and what is around them bear on one another


class Spot(NamedTuple):
    """Where a span begins: the numbers of its sentence, paragraph and quotation, if in one.

    `opens` tells whether it stands at or near the beginning of its sentence.
    """

    sentence: int
    paragraph: int
    speech: int | None
    opens: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of a text that statements and references are judged by.

    `sentences` and `paragraphs` are in text order and leave out the white space around them;
    there is one of each at least. `extents` are the ranges of the statements, and `order` their
    numbers in text order; `outer` is, for each statement, the number of the smallest one whose
    content it stands in. `spoken` are the contents in quotation marks, in text order, each with the
    number of its statement; `sources` are the sources of all statements.
    """

    text: str
    statements: tuple[Statement, ...]
    paragraphs: Spans
    sentences: Spans
    extents: Spans
    order: tuple[int, ...]
    outer: tuple[int | None, ...]
    spoken: tuple[tuple[Span, int], ...]
    sources: frozenset[Span]
    _spots: dict[Span, Spot] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, article: Article, statements: Sequence[Statement]) -> "Layout":
        """Return the layout of an article."""
        text = article.text
        paragraphs = tuple(_paragraphs(text)) or (Span(0, len(text)),)
        sentences = tuple(s for p in paragraphs for s in _sentences(text, p)) or paragraphs
        return cls._with(text, statements, paragraphs, sentences)

    def holding(self, statements: Sequence[Statement]) -> "Layout":
        """Return the layout of the same text with other statements."""
        return self._with(self.text, statements, self.paragraphs, self.sentences)

    @classmethod
    def _with(
        cls, text: str, statements: Sequence[Statement], paragraphs: Spans, sentences: Spans
    ) -> "Layout":
        extents = tuple(s.extent for s in statements)
        order = tuple(sorted(range(len(statements)), key=lambda n: extents[n]))
        outer = tuple(_outer(statements, extents, order))
        spoken = sorted(
            (span, number)
            for number, s in enumerate(statements)
            if s.kind != "indirect" and outer[number] is None
            for span in s.content
            if s.kind == "direct" or text[span.start] in _OPENERS
        )
        sources = frozenset(span for s in statements for span in s.source)
        return cls(
            text,
            tuple(statements),
            paragraphs,
            sentences,
            extents,
            order,
            outer,
            tuple(spoken),
            sources,
        )

    def sentence(self, at: int) -> int:
        """Return the number of the sentence at an offset, from 0."""
        return max(bisect_right(self.sentences, (at, len(self.text))) - 1, 0)

    def paragraph(self, at: int) -> int:
        """Return the number of the paragraph at an offset, from 0."""
        return max(bisect_right(self.paragraphs, (at, len(self.text))) - 1, 0)

    def spot(self, span: Span) -> Spot:
        """Return where a span begins; the same spans are asked about again and again."""
        spot = self._spots.get(span)
        if spot is None:
            start = span.start
            sentence = self.sentence(start)
            opens = self._follows(self.sentences[sentence].start, start)
            spot = Spot(sentence, self.paragraph(start), self.speech(start), opens)
            self._spots[span] = spot
        return spot

    def around(self, span: Span) -> Span:
        """Return the range of the whole sentences that a span touches."""
        first = self.sentences[self.sentence(span.start)]
        last = self.sentences[self.sentence(max(span.start, span.end - 1))]
        return Span(min(first.start, span.start), max(last.end, span.end))

    def speech(self, at: int) -> int | None:
        """Return the number of the statement whose quoted words stand at an offset, if any."""
        i = bisect_right(self.spoken, at, key=lambda each: each[0].start) - 1
        if i < 0 or at >= self.spoken[i][0].end:
            return None
        return self.spoken[i][1]

    def spoken_in(self, start: int, end: int) -> bool:
        """Tell whether quoted words begin in a range."""
        first, last = (
            bisect_left(self.spoken, at, key=lambda each: each[0].start) for at in (start, end)
        )
        return first < last

    def beside(self, number: int, step: int) -> int | None:
        """Return the statement before (-1) or after (1) another, those inside others left out."""
        at = number + step
        while 0 <= at < len(self.statements):
            if self.outer[at] is None:
                return at
            at += step
        return None

    def ancestors(self, number: int) -> list[int]:
        """Return the statements that one stands in, the innermost first."""
        ancestors: list[int] = []
        outer = self.outer[number]
        while outer is not None and outer not in ancestors:
            ancestors.append(outer)
            outer = self.outer[outer]
        return ancestors

    def near(self, span: Span) -> list[int]:
        """Return the statements that reach into a span, in the order given."""
        first, last = (
            bisect_left(self.order, at, key=lambda n: self.extents[n].start)
            for at in (span.start - NEAR, span.end)
        )
        return sorted(n for n in self.order[first:last] if self.extents[n].overlaps(span))

    def words_said(self, source: Span) -> Iterator[Span]:
        """Yield what a source says, and what stands between it and that: "accused | Ruel of"."""
        for number in self.near(source):
            statement = self.statements[number]
            if any(span.overlaps(source) for span in statement.source):
                first = statement.content[0].start
                yield from statement.content
                if source.end < first and self.sentence(source.end) == self.sentence(first):
                    yield Span(source.end, first)

    def source_before(self, at: int) -> Span | None:
        """Return the source of the last statement that begins before an offset and has one.

        Left out is the statement whose own source or content stands at the offset, and what stands
        inside others.
        """
        last = bisect_left(self.order, at, key=lambda n: self.extents[n].start)
        for n in reversed(self.order[max(last - _FEW, 0) : last]):
            source = self.statements[n].source
            if source and self.outer[n] is None and source[0].end <= at:
                return source[0]
        return None

    def opens(self, span: Span) -> bool:
        """Tell whether a span stands at or near the beginning of its sentence, as subjects do."""
        return self._follows(self.sentences[self.sentence(span.start)].start, span.start)

    def _follows(self, begin: int, start: int) -> bool:
        """Tell whether two words at most lie between two offsets."""
        return start - begin <= 2 or self.text[begin:start].count(" ") <= 2


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines that hold something, without the spaces around them."""
    start = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            first = start + line.index(stripped[0])
            yield Span(first, first + len(stripped))
        start += len(line) + 1


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for mark in ends(text, *paragraph):
        yield Span(start, mark.end)
        start = mark.end
        while text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _outer(
    statements: Sequence[Statement], extents: Spans, order: Sequence[int]
) -> Iterator[int | None]:
    """Yield, for each statement, the number of the smallest one that holds it."""
    starts = [extents[n].start for n in order]
    for n, (start, end) in enumerate(extents):
        near = order[bisect_left(starts, start - NEAR) : bisect_left(starts, end)]
        holders = [
            m
            for m in near
            if m != n
            and extents[m].end > start
            and _holds(statements[m], statements[n])
            and not _holds(statements[n], statements[m])
        ]
        yield min(holders, key=lambda m: (_size(statements[m].content), m), default=None)


def _holds(outer: Statement, inner: Statement) -> bool:
    """Tell whether a statement is told within the content of another."""
    return stands_in(inner, outer) and all(
        span.overlaps_any(outer.content) for span in inner.content
    )


def stands_in(inner: Statement, outer: Statement) -> bool:
    """Tell whether what says that a statement is one stands in the content of another."""
    anchor = inner.cue or inner.source or inner.content
    return all(any(c.holds(a) for c in outer.content) for a in anchor)


def _size(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
