"""Passages, who is who and who speaks -> through whom each statement came, and to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records import CARRIER_KINDS, Span, Spans
from sayso.resolve.actors.speakers import Speaking
from sayso.resolve.chain.carryover import carry_over
from sayso.resolve.chain.names import same_name, same_outlet
from sayso.resolve.chain.passing import Passages, Way
from sayso.resolve.chain.sources import Source, reports_others


@dataclass(frozen=True, slots=True)
class NamedLink:
    """One link of a chain: the words that name who passed it on, and one of `LINK_KINDS`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Through whom one statement came.

    `speaker` is who really speaks where that is not the statement's own source, else None.
    `links` run from the speaker to the reader; `addressee` is to whom it was said, `channel` the
    words for how ("in a statement").
    """

    speaker: Span | None
    links: tuple[NamedLink, ...]
    addressee: Span | None
    channel: Span | None

    @property
    def spans(self) -> Spans:
        """Return the spans that name who passed the statement on, and to whom it was said."""
        to = (self.addressee,) if self.addressee else ()
        return (*(link.span for link in self.links), *to)


def chains(
    passages: Passages, sources: Sequence[Source], speaking: Sequence[Speaking]
) -> list[Chain]:
    """Return the chain of every statement, in the order given."""
    every = zip(passages.statements, sources, strict=True)
    own = [passing.cited_way if source.cited else passing.way for passing, source in every]
    ways = carry_over(passages, own, speaking, [source.cited is None for source in sources])
    made = []
    for n, (source, way) in enumerate(zip(sources, ways, strict=True)):
        links = _links(n, ways, sources, speaking, passages)
        distinct = _distinct(n, list(links), source, passages)
        made.append(Chain(source.cited, distinct, way.addressee, way.channel))
    return made


def _links(
    number: int,
    ways: Sequence[Way],
    sources: Sequence[Source],
    speaking: Sequence[Speaking],
    passages: Passages,
) -> Iterator[NamedLink]:
    """Yield the links of a statement up to the article: its own, then those of outer outlets.

    Where a party speaks of what another says, the nesting tells it, and no link does.
    """
    layout, passing = passages.layout, passages.statements
    if passing[number].relays and not sources[number].cited:
        yield NamedLink(layout.statements[number].source[0], "reported")
    yield from _of_way(ways[number])
    for outer in layout.ancestors(number):
        kind = passing[outer].kind
        if not kind or not reports_others(outer, passages, speaking[outer]):
            return
        start = layout.extents[outer].start
        for span in sources[outer].holders or _mentioned(speaking[outer], start):
            yield NamedLink(span, kind)
        yield from _of_way(ways[outer])


def _mentioned(speaking: Speaking, start: int) -> Iterator[Span]:
    """Yield where those who speak a quotation on its own are mentioned last before it."""
    for cluster in speaking.clusters:
        last = cluster.last_before(start) or cluster.references[0]
        yield last.span


def _of_way(way: Way) -> Iterator[NamedLink]:
    yield from (NamedLink(carrier.span, carrier.kind) for carrier in way.carriers)


def _distinct(
    number: int, links: list[NamedLink], source: Source, passages: Passages
) -> tuple[NamedLink, ...]:
    """Return links and credits without those that name an outlet a second time."""
    text, start = passages.layout.text, passages.layout.extents[number].start
    own = () if source.cited else passages.layout.statements[number].source
    credit = [c for c in passages.credits if c.covers.start <= start < c.covers.end]
    credit.sort(key=lambda c: (c.covers.end - c.covers.start, _rank(c.kind), c.span))
    kept: list[NamedLink] = []
    wires = [c.span for c in credit if c.kind == "dateline"]
    for link in [
        *(_own_wire(text, link, wires) for link in links),
        *(NamedLink(c.span, c.kind) for c in credit),
    ]:
        last = link.kind not in CARRIER_KINDS
        named = [k.span for k in kept]
        named_within = [s for s in named if not _employs(text, link.span, s)]
        if link.span.overlaps_any((*named_within, *(own if last else ()))):
            continue
        if last and any(same_outlet(text, link.span, span) for span in named):
            continue
        if last and any(same_name(text, link.span, span) for span in own):
            continue
        kept.append(link)
    return tuple(kept)


def _own_wire(text: str, link: NamedLink, wires: Sequence[Span]) -> NamedLink:
    """Return a link as the dateline's where it names the agency that the article itself is of."""
    own = any(same_outlet(text, link.span, wire) for wire in wires)
    return replace(link, kind="dateline") if own else link


def _employs(text: str, outlet: Span, named: Span) -> bool:
    """Tell whether an outlet owns the rest of a phrase that names somebody: "NWA's Mila Dorn"."""
    owns = text.startswith(("’s ", "'s "), outlet.end)
    return owns and named != outlet and named.holds(outlet)


def _rank(kind: str) -> int:
    return ("dateline", "byline", "credit").index(kind)
