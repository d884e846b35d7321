"""Record -> its text, cut wherever a part of a statement begins or ends.

Out come blocks (headline, paragraphs, and the gaps between them) made of pieces, in text order;
together they hold every character of the text exactly once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from sayso.records import Record, Span, Spans, Statement


class Mark(NamedTuple):
    """One part of one statement: `number` is the statement's, `part` counts within its role."""

    number: int
    role: str
    part: int
    span: Span


class Piece(NamedTuple):
    """A stretch of text over which nothing changes.

    `marks` are the parts that cover it, outermost first; `numbers` are the statements to be named
    at its end, innermost first; `skipped` says that it was never searched for statements.
    """

    span: Span
    marks: tuple[Mark, ...]
    numbers: tuple[int, ...]
    skipped: bool


class Block(NamedTuple):
    """A headline, a paragraph, a short line right under another, or a gap between them.

    Only a gap, and a paragraph whose lines were broken to fit a width, hold line breaks.
    """

    span: Span
    kind: Literal["title", "paragraph", "line", "gap"]
    pieces: tuple[Piece, ...]


_LINE = re.compile(r"[^\r\n]+")
_BREAKS = ("\n", "\r\n", "\r")
_WRAP_WIDTHS = range(50, 101)  # the line lengths that typists and mail programs break text at
_JOINT = 8  # characters of punctuation and space over which parts still read as one run


def marks_of(number: int, statement: Statement) -> list[Mark]:
    """Return the parts of a statement in text order."""
    roles = (
        ("source", statement.source),
        ("cue", statement.cue),
        ("content", statement.content),
    )
    marks = [
        Mark(number, role, part, span)
        for role, spans in roles
        for part, span in enumerate(spans, 1)
        if span.start < span.end
    ]
    return sorted(marks, key=_outermost_first)


def blocks(record: Record) -> Iterator[Block]:
    """Yield the text as blocks of pieces.

    Linear in the text and in the number of pieces, as long as few parts cover the same words.
    """
    article = record.article
    layout = list(_layout(article.text, article.title_span))
    statements = [marks_of(i, s) for i, s in enumerate(record.statements, 1)]
    marks = [mark for of_one in statements for mark in of_one]
    numbers = _number_places(article.text, statements)
    edges = {edge for span, _ in layout for edge in span}
    edges.update(edge for mark in marks for edge in mark.span)
    edges.update(edge for span in article.skips for edge in span)
    edges.update(numbers)
    pieces = _pieces(sorted(edges), marks, numbers, article.skips)
    for span, kind in layout:
        inside = []
        end = span.start
        while end < span.end:
            inside.append(next(pieces))
            end = inside[-1].span.end
        yield Block(span, kind, tuple(inside))


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.number


def _pieces(
    edges: Sequence[int], marks: Iterable[Mark], numbers: dict[int, tuple[int, ...]], skips: Spans
) -> Iterator[Piece]:
    """Sweep over the edges with the parts that are open at each."""
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in sorted(marks, key=_outermost_first):
        opening[mark.span.start].append(mark)
        closing[mark.span.end].append(mark)
    depth: dict[int, int] = defaultdict(int)
    for skip in skips:
        depth[skip.start] += 1
        depth[skip.end] -= 1
    active: dict[Mark, None] = {}
    skipping = 0
    for start, end in pairwise(edges):
        for mark in closing.get(start, ()):
            del active[mark]
        active.update(dict.fromkeys(opening.get(start, ())))
        skipping += depth.get(start, 0)
        yield Piece(Span(start, end), tuple(active), numbers.get(end, ()), skipping > 0)


def _number_places(text: str, statements: Iterable[Sequence[Mark]]) -> dict[int, tuple[int, ...]]:
    """Return, for each offset at which numbers are to stand, the numbers."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for marks in statements:
        for run in _runs(text, marks):
            end = run.start + len(run.of(text).rstrip())
            if end > run.start:
                places[end].append((-run.start, -marks[0].number))
    return {end: tuple(-number for _, number in sorted(found)) for end, found in places.items()}


def _runs(text: str, marks: Sequence[Mark]) -> Iterator[Span]:
    """Yield the stretches over which one statement's parts follow each other without other words.

    A number at the end of each stretch says what every word in it belongs to, and the text stays
    calmer than with a number on every part.
    """
    if not marks:
        return
    start, end = marks[0].span
    for mark in marks[1:]:
        between = text[end : mark.span.start][: _JOINT + 1]
        if len(between) > _JOINT or any(c.isalnum() or c in "\r\n" for c in between):
            yield Span(start, end)
            start = mark.span.start
        end = max(end, mark.span.end)
    yield Span(start, end)


_Kind = Literal["title", "paragraph", "line", "gap"]


def _layout(text: str, title: Span | None) -> Iterator[tuple[Span, _Kind]]:
    """Yield the text as headline, paragraphs, lines and gaps that cover it without overlap."""
    done = 0
    for span, kind in _paragraphs(text):
        if span.start > done:
            yield Span(done, span.start), "gap"
        is_title = (
            title is not None
            and span.start <= title.start < span.end
            and span.of(text).strip() == title.of(text).strip()
        )
        yield span, "title" if is_title else kind
        done = span.end
    if done < len(text):
        yield Span(done, len(text)), "gap"


def _paragraphs(text: str) -> Iterator[tuple[Span, _Kind]]:
    group: list[Span] = []
    for found in _LINE.finditer(text):
        line = Span(*found.span())
        if not line.of(text).strip(" \t"):
            continue
        if group and text[group[-1].end : line.start] not in _BREAKS:
            yield from _paragraphs_of(text, group)
            group = []
        group.append(line)
    yield from _paragraphs_of(text, group)


def _paragraphs_of(text: str, group: Sequence[Span]) -> Iterator[tuple[Span, _Kind]]:
    """Yield lines that follow each other as one paragraph if they were wrapped, else singly."""
    if len(group) > 1 and _wrapped([line.of(text) for line in group]):
        yield Span(group[0].start, group[-1].end), "paragraph"
        return
    before = _WRAP_WIDTHS.stop
    for line in group:
        length = line.end - line.start
        yield line, "line" if max(before, length) < _WRAP_WIDTHS.stop else "paragraph"
        before = length


def _wrapped(lines: Sequence[str]) -> bool:
    """Tell whether every line was broken because its next word had no room."""
    width = max(map(len, lines))
    return width in _WRAP_WIDTHS and all(
        len(line) + 1 + len(after.split(maxsplit=1)[0]) > width
        for line, after in pairwise(lines)
        if after.strip()
    )
