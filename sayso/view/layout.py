"""Record -> its text, cut wherever a part of a statement, or a note beside it, begins or ends.

Out come blocks (headline, paragraphs, and the gaps between them) made of pieces, in text order;
together they hold every character of the text exactly once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple, Protocol, TypeVar

from sayso.records import Record, Span, Spans, Statement, extent


class Mark(NamedTuple):
    """One part of one statement: `number` is the statement's, `part` counts within its role.

    `said` is one of `SAID`: whether the text tells that the statement was said.
    """

    number: int
    role: str
    part: int
    span: Span
    said: str = "yes"


class Note(NamedTuple):
    """Words that something outside the text points at: a place, a time, or just these words.

    `number` is that of the entry below the text which the words lead to, 0 for none.
    """

    span: Span
    kind: Literal["place", "time", "words"]
    number: int = 0


class Piece(NamedTuple):
    """A stretch of text over which nothing changes.

    `marks` and `notes` are the parts and notes that cover it, outermost first; `numbers` are the
    statements to be named at its end, innermost first; `skipped` says that it was never searched
    for statements.
    """

    span: Span
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
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


def marks_of(number: int, statement: Statement, said: str = "yes") -> list[Mark]:
    """Return the parts of a statement in text order."""
    roles = (
        ("source", statement.source),
        ("cue", statement.cue),
        ("content", statement.content),
    )
    marks = [
        Mark(number, role, part, span, said)
        for role, spans in roles
        for part, span in enumerate(spans, 1)
        if span.start < span.end
    ]
    return sorted(marks, key=_outermost_first)


def blocks(record: Record, notes: Iterable[Note] = ()) -> Iterator[Block]:
    """Yield the text as blocks of pieces.

    Linear in the text and in the number of pieces, as long as few parts cover the same words.
    """
    article = record.article
    layout = list(_layout(article.text, article.title_span))
    each = zip(record.statements, record.acts, strict=True)
    statements = [marks_of(i, s, act.said) for i, (s, act) in enumerate(each, 1)]
    marks = sorted((mark for of_one in statements for mark in of_one), key=_outermost_first)
    noted = sorted((n for n in notes if n.span.start < n.span.end), key=_widest_first)
    numbers = _numbers_at(article.text, statements)
    cuts = [span for span, _ in layout] + [mark.span for mark in marks]
    cuts += [note.span for note in noted] + list(article.skips)
    edges = sorted({edge for span in cuts for edge in span} | numbers.keys())
    over = zip(_open(edges, marks), _open(edges, noted), _depths(edges, article.skips), strict=True)
    pieces = (
        Piece(Span(start, end), tuple(parts), tuple(beside), numbers.get(end, ()), depth > 0)
        for (start, end), (parts, beside, depth) in zip(pairwise(edges), over, strict=True)
    )
    for span, kind in layout:
        inside = []
        end = span.start
        while end < span.end:
            inside.append(next(pieces))
            end = inside[-1].span.end
        yield Block(span, kind, tuple(inside))


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return mark.span.start, -mark.span.end, mark.number


def _widest_first(note: Note) -> tuple[int, int, str]:
    return note.span.start, -note.span.end, note.kind


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_Over = TypeVar("_Over", bound=_Spanned)


def _open(edges: Sequence[int], items: Iterable[_Over]) -> Iterator[list[_Over]]:
    """Sweep over the stretches between edges with the items that cover each."""
    opening: dict[int, list[_Over]] = defaultdict(list)
    closing: dict[int, list[_Over]] = defaultdict(list)
    for item in items:
        opening[item.span.start].append(item)
        closing[item.span.end].append(item)
    active: dict[_Over, None] = {}
    for edge in edges[:-1]:
        for item in closing.get(edge, ()):
            active.pop(item, None)
        active.update(dict.fromkeys(opening.get(edge, ())))
        yield list(active)


def _depths(edges: Sequence[int], skips: Spans) -> Iterator[int]:
    """Sweep over the same stretches with how many skips cover each."""
    change: dict[int, int] = defaultdict(int)
    for skip in skips:
        change[skip.start] += 1
        change[skip.end] -= 1
    return accumulate(change.get(edge, 0) for edge in edges[:-1])


def _numbers_at(text: str, statements: Iterable[Sequence[Mark]]) -> dict[int, tuple[int, ...]]:
    """Return, for each offset at which numbers are to stand, the numbers."""
    ends: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for marks in statements:
        for run in _runs(text, marks):
            end = run.start + len(run.of(text).rstrip())
            if end > run.start:
                ends[end].append((-run.start, -marks[0].number))
    return {end: tuple(-number for _, number in sorted(keys)) for end, keys in ends.items()}


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
    for match in _LINE.finditer(text):
        line = Span(*match.span())
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
        yield extent(group), "paragraph"
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
