"""Statements of one article -> the part of the sentence to look at for each, and its outer one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Span, Spans, Statement
from sayso.resolve.chain.frames import Frame
from sayso.resolve.chain.text import Page, blank

_NEAR = 4000  # characters within which other statements can bear on one
_PERSONAL = re.compile(r"(?i)^(?:he|she|they|it)$")


@dataclass(frozen=True, slots=True)
class Placed:
    """One statement with its frame and the number of the statement whose content it stands in."""

    statement: Statement
    frame: Frame
    outer: int | None

    @property
    def start(self) -> int:
        """Return where the statement begins."""
        return self.statement.extent.start


def place(page: Page, statements: Sequence[Statement]) -> list[Placed]:
    """Return every statement with its frame, in the order given."""
    starts = [s.extent.start for s in statements]
    near = [[m for m, at in enumerate(starts) if abs(at - start) <= _NEAR] for start in starts]
    outers = [_outer(n, statements, near[n]) for n in range(len(statements))]
    placed = []
    for n, statement in enumerate(statements):
        ancestors = _ancestors(n, outers)
        others = [statements[m] for m in near[n] if m != n and m not in ancestors]
        above = statements[ancestors[0]] if ancestors else None
        placed.append(Placed(statement, _frame(page, statement, others, above), outers[n]))
    return placed


def _anchor(statement: Statement) -> Spans:
    return statement.cue or statement.source or statement.content


def _outer(n: int, statements: Sequence[Statement], near: Sequence[int]) -> int | None:
    """Return the number of the smallest statement whose content holds statement `n`."""
    inner = statements[n]
    holders = [
        m
        for m in near
        if m != n and _holds(statements[m], inner) and not _holds(inner, statements[m])
    ]
    if not holders:
        return None
    return min(holders, key=lambda m: (sum(c.end - c.start for c in statements[m].content), m))


def _holds(outer: Statement, inner: Statement) -> bool:
    return all(any(c.holds(a) for c in outer.content) for a in _anchor(inner)) and all(
        any(i.overlaps(c) for c in outer.content) for i in inner.content
    )


def _ancestors(n: int, outers: Sequence[int | None]) -> list[int]:
    found: list[int] = []
    outer = outers[n]
    while outer is not None and outer not in found:
        found.append(outer)
        outer = outers[outer]
    return found


def _frame(
    page: Page, statement: Statement, others: Sequence[Statement], above: Statement | None
) -> Frame:
    """Return the frame of a statement among others near it; `above` is the one that holds it."""
    kept = (*statement.source, *statement.cue)
    contents = [*statement.content, *(c for s in others for c in s.content)]
    hidden = [c for c in contents if not any(c.overlaps(k) for k in kept)]
    apart = [s for s in others if s.source != statement.source or not s.source]
    region = page.around(statement.parts)
    if above:
        content = above.content
        region = Span(max(region.start, content[0].start), min(region.end, content[-1].end))
    return Frame(
        blank(page.text, hidden),
        _cut(region, statement, [s for s in apart if s.source or s.cue]),
        statement.source,
        statement.cue,
        tuple(span for s in apart for span in (*s.source, *s.cue)),
        nested=above is not None,
        lead=None if above else _lead(page, statement, others),
    )


def _lead(page: Page, statement: Statement, others: Sequence[Statement]) -> Span | None:
    """Return what stands between the last statement of the paragraph and a pronoun's sentence."""
    if not statement.source or not _PERSONAL.match(statement.source[0].of(page.text)):
        return None
    here = page.around(statement.parts).start
    start = page.paragraphs[page.paragraph(here)].start
    ends = [p.end for s in others for p in s.parts if p.start < here]
    start = max([start, *(min(e, here) for e in ends)])
    return Span(start, here) if here - start > 10 else None


def _cut(region: Span, statement: Statement, others: Sequence[Statement]) -> Span:
    """Return the part of `region` that no other speaker's statement stands between."""
    own, last = statement.extent, statement.parts[-1].end
    start, end = region
    for other in others:
        there = other.extent
        if there.end <= own.start:
            start = max(start, there.end)
        elif there.start >= last and not _inside(other, statement):
            end = min(end, there.start)
    return Span(min(start, own.start), max(end, own.end))


def _inside(inner: Statement, outer: Statement) -> bool:
    return all(any(c.holds(a) for c in outer.content) for a in _anchor(inner))
