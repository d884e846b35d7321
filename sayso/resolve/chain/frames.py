"""Statements -> the frame of each: what of the text around it tells through whom it came."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records import Span, Spans, Statement
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.chain.phrases import Phrase
from sayso.resolve.chain.text import Page, blank

_NEAR = 4000  # characters from a statement within which anything can bear on it
_MARGIN = 40  # characters around what is looked at, for patterns that look behind
_SHORTEST_LEAD = 10  # characters
_PERSONAL = re.compile(r"(?i)^(?:he|she|they|it)$")


@dataclass(frozen=True, slots=True)
class Frame:
    """What is looked at for one statement: a piece of the article, and whose words are whose in it.

    `text` begins at `start` in the article and has the contents of statements blanked out; all
    spans and phrases count in it. What tells of the statement stands in `region`; `own` are its
    source spans, `cue` its cue, `foreign` the sources and cues of other statements, which say
    nothing about it. `lead` is the stretch of the paragraph before a pronoun's sentence, if it
    belongs to no statement. `outer` is the number of the statement in which this one stands.
    """

    statement: Statement
    outer: int | None
    start: int
    text: str
    region: Span
    own: Spans
    cue: Spans
    foreign: Spans
    lead: Span | None
    phrases: tuple[Phrase, ...]

    @property
    def begin(self) -> int:
        """Return where the statement begins in the article."""
        return self.statement.extent.start

    def phrases_in(self, span: Span) -> list[Phrase]:
        """Return the phrases that may name an outlet, and stand in a span, in text order."""
        return [p for p in self.phrases if span.holds(p.span)]

    def in_article(self, span: Span) -> Span:
        """Return where a span of the frame's text stands in the article."""
        return _moved(span, self.start)


def frames(page: Page, statements: Sequence[Statement], outlets: Outlets) -> Iterator[Frame]:
    """Yield the frame of each statement, in the order given."""
    outers = _outers(statements)
    order = sorted(range(len(statements)), key=lambda n: statements[n].extent)
    starts = [statements[n].extent.start for n in order]
    for n, statement in enumerate(statements):
        start = statement.extent.start
        first, last = bisect_left(starts, start - _NEAR), bisect_right(starts, start + _NEAR)
        ancestors = _ancestors(n, outers)
        others = [statements[m] for m in sorted(order[first:last]) if m not in {n, *ancestors}]
        above = statements[ancestors[0]] if ancestors else None
        yield replace(_frame(page, statement, others, above, outlets), outer=outers[n])


def _outers(statements: Sequence[Statement]) -> list[int | None]:
    """Return, for each statement, the number of the smallest whose content it stands in."""
    order = sorted(range(len(statements)), key=lambda n: statements[n].extent)
    starts = [statements[n].extent.start for n in order]
    outers = []
    for n, statement in enumerate(statements):
        start = statement.extent.start
        first, last = bisect_left(starts, start - _NEAR), bisect_right(starts, start + _NEAR)
        outers.append(_outer(n, statements, sorted(order[first:last])))
    return outers


def _outer(n: int, statements: Sequence[Statement], near: Sequence[int]) -> int | None:
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
    return _inside(inner, outer) and all(
        any(i.overlaps(c) for c in outer.content) for i in inner.content
    )


def _inside(inner: Statement, outer: Statement) -> bool:
    anchor = inner.cue or inner.source or inner.content
    return all(any(c.holds(a) for c in outer.content) for a in anchor)


def _ancestors(n: int, outers: Sequence[int | None]) -> list[int]:
    ancestors: list[int] = []
    outer = outers[n]
    while outer is not None and outer not in ancestors:
        ancestors.append(outer)
        outer = outers[outer]
    return ancestors


def _frame(
    page: Page,
    statement: Statement,
    others: Sequence[Statement],
    above: Statement | None,
    outlets: Outlets,
) -> Frame:
    """Return the frame of a statement among others near it; `above` is the one that holds it."""
    kept = (*statement.source, *statement.cue)
    contents = [*statement.content, *(c for s in others for c in s.content)]
    hidden = [c for c in contents if not any(c.overlaps(k) for k in kept)]
    apart = [s for s in others if s.source != statement.source or not s.source]
    lead = None if above else _lead(page, statement, others)
    region = _cut(
        _region(page, statement, above), statement, [s for s in apart if s.source or s.cue]
    )
    window = Span(
        max((lead or region).start - _MARGIN, 0), min(region.end + _MARGIN, len(page.text))
    )

    def local(spans: Spans) -> Spans:
        return tuple(_moved(s, -window.start) for s in spans if s.overlaps(window))

    phrases = (p for p in outlets.within(window) if not any(p.span.overlaps(h) for h in hidden))
    return Frame(
        statement,
        outer=None,
        start=window.start,
        text=blank(window.of(page.text), local(tuple(hidden))),
        region=_moved(region, -window.start),
        own=local(statement.source),
        cue=local(statement.cue),
        foreign=local(tuple(span for s in apart for span in (*s.source, *s.cue))),
        lead=_moved(lead, -window.start) if lead else None,
        phrases=tuple(p.moved(-window.start) for p in phrases),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _region(page: Page, statement: Statement, above: Statement | None) -> Span:
    """Return the sentences that a statement stands in, within the one that holds it."""
    extent = statement.extent
    region = page.around(extent)
    region = Span(max(region.start, extent.start - _NEAR), min(region.end, extent.end + _NEAR))
    if above:
        content = above.content
        region = Span(max(region.start, content[0].start), min(region.end, content[-1].end))
    return region


def _lead(page: Page, statement: Statement, others: Sequence[Statement]) -> Span | None:
    """Return what stands between the last statement of the paragraph and a pronoun's sentence."""
    if not statement.source or not _PERSONAL.match(statement.source[0].of(page.text)):
        return None
    here = page.around(statement.extent).start
    start = max(page.paragraphs[page.paragraph(here)].start, here - _NEAR)
    ends = [p.end for s in others for p in s.parts if p.start < here]
    start = max([start, *(min(e, here) for e in ends)])
    return Span(start, here) if here - start > _SHORTEST_LEAD else None


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
