"""Statements -> the frame of each: what of the text around it tells through whom it came."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.english.pronouns import subjects
from sayso.records import Span, Spans, Statement
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.chain.phrases import Phrase
from sayso.resolve.chain.text import blank
from sayso.resolve.layout import NEAR, Layout, stands_in

_MARGIN = 40  # characters around what is looked at, for patterns that look behind
_SHORTEST_LEAD = 10  # characters


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

    def phrases_in(self, span: Span) -> list[Phrase]:
        """Return the phrases that may name an outlet, and stand in a span, in text order."""
        return [p for p in self.phrases if span.holds(p.span)]

    def in_article(self, span: Span) -> Span:
        """Return where a span of the frame's text stands in the article."""
        return _moved(span, self.start)


def frame_of(number: int, layout: Layout, outlets: Outlets) -> Frame:
    """Return the frame of a statement."""
    statement, ancestors = layout.statements[number], layout.ancestors(number)
    region = _region(number, layout)
    lead = None if ancestors else _lead(statement, layout, region.start)
    window = Span(
        max((lead or region).start - _MARGIN, 0), min(region.end + _MARGIN, len(layout.text))
    )
    others = [layout.statements[n] for n in layout.near(window) if n not in {number, *ancestors}]
    apart = [s for s in others if s.source != statement.source or not s.source]
    hidden = list(_hidden(statement, others))
    phrases = (p for p in outlets.within(window) if not p.span.overlaps_any(hidden))

    def local(spans: Iterable[Span]) -> Spans:
        return tuple(_moved(s, -window.start) for s in spans if s.overlaps(window))

    return Frame(
        statement,
        outer=layout.outer[number],
        start=window.start,
        text=blank(window.of(layout.text), local(hidden)),
        region=_moved(_cut(region, statement, apart), -window.start),
        own=local(statement.source),
        cue=local(statement.cue),
        foreign=local(span for s in apart for span in (*s.source, *s.cue)),
        lead=_moved(free, -window.start) if lead and (free := _free(lead, others)) else None,
        phrases=tuple(p.moved(-window.start) for p in phrases),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _region(number: int, layout: Layout) -> Span:
    """Return the sentences that a statement stands in, within the one that holds it."""
    extent, outer = layout.extents[number], layout.outer[number]
    around = layout.around(extent)
    region = Span(max(around.start, extent.start - NEAR), min(around.end, extent.end + NEAR))
    if outer is None:
        return region
    content = layout.statements[outer].content
    return Span(max(region.start, content[0].start), min(region.end, content[-1].end))


def _lead(statement: Statement, layout: Layout, end: int) -> Span | None:
    """Return what stands in the paragraph before the sentence of a pronoun that says something."""
    words = statement.source[0].of(layout.text) if statement.source else ""
    if words.lower() not in subjects("third"):
        return None
    return Span(max(layout.paragraphs[layout.paragraph(end)].start, end - NEAR), end)


def _free(lead: Span, others: Sequence[Statement]) -> Span | None:
    """Return the part of a lead behind all statements, where it is worth a look."""
    ends = [p.end for s in others for p in s.parts if p.start < lead.end]
    start = max([lead.start, *(min(end, lead.end) for end in ends)])
    return Span(start, lead.end) if lead.end - start > _SHORTEST_LEAD else None


def _hidden(statement: Statement, others: Sequence[Statement]) -> Iterator[Span]:
    """Yield the contents that are nothing of what tells of a statement."""
    kept = (*statement.source, *statement.cue)
    for content in (*statement.content, *(c for s in others for c in s.content)):
        if not content.overlaps_any(kept):
            yield content


def _cut(region: Span, statement: Statement, apart: Sequence[Statement]) -> Span:
    """Return the part of `region` that no other speaker's statement stands between."""
    own, last = statement.extent, statement.parts[-1].end
    start, end = region
    for other in apart:
        if not (other.source or other.cue):
            continue
        there = other.extent
        if there.end <= own.start:
            start = max(start, there.end)
        elif there.start >= last and not stands_in(other, statement):
            end = min(end, there.start)
    return Span(min(start, own.start), max(end, own.end))
