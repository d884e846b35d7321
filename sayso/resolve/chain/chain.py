"""An article's statements -> through whom each came: who really speaks, who carried it, to whom.

All are spans of the article's text; which actors they stand for is decided elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.english.excerpts import shorten
from sayso.records import Article, Span, Spans, extent
from sayso.resolve.chain.addressee import addressee, channel
from sayso.resolve.chain.carriers import carriers, cited_by_source, is_denied
from sayso.resolve.chain.carryover import Heard, carry_over, named_before, speakers_before
from sayso.resolve.chain.credits import Credit, credits_of
from sayso.resolve.chain.frames import Frame, frame_of
from sayso.resolve.chain.names import same_name, same_outlet
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.layout import Layout

_LAST_LINKS = ("credit", "dateline", "byline")


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a chain: the words that name who carried it, and one of `LINK_KINDS`."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Through whom one statement came.

    `speaker` is who really speaks where that is not the statement's own source, else None.
    `links` run from the speaker to the reader; `addressee` is to whom it was said, `channel` the
    words for how ("in a statement"). `why` is the reason in one sentence.
    """

    speaker: Span | None
    links: tuple[Hop, ...]
    addressee: Span | None
    channel: Span | None
    why: str

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the spans that name who passed the statement on, and to whom it was said."""
        to = (self.addressee,) if self.addressee else ()
        return (*(hop.span for hop in self.links), *to)


def chains(article: Article, layout: Layout, outlets: Outlets) -> list[Chain]:
    """Return the chain of every statement of an article, in the order given."""
    if not layout.statements:
        return []
    placed = [frame_of(n, layout, outlets) for n in range(len(layout.statements))]
    sources = speakers_before(layout)
    before = named_before(layout, placed)
    local = [_hear(f, outlets, b) for f, b in zip(placed, before, strict=True)]
    speakers = [heard.speaker for heard in local]
    heard = carry_over(layout, placed, local)
    credited = credits_of(article, layout, outlets)
    found = []
    for n, statement in enumerate(layout.statements):
        hops = list(_hops(n, placed, heard, sources))
        credit = [c for c in credited if c.covers.start <= placed[n].begin < c.covers.end]
        links = _distinct(article, hops, credit, () if speakers[n] else statement.source)
        why = _why(article.text, speakers[n], links, heard[n])
        to, by = heard[n].addressee, heard[n].channel
        found.append(Chain(speakers[n], links, to, by, why))
    return found


def _hear(frame: Frame, outlets: Outlets, before: Spans) -> Heard:
    """Return what the statement's own sentence says of its way."""
    speaker = cited_by_source(frame, outlets, extent(before) if before else None)
    found = carriers(frame, speaker)
    to = addressee(frame, [span for c in found for span in (c.span, c.key)])
    by = channel(frame)
    here = frame.in_article
    return Heard(
        tuple(replace(c, span=here(c.span), key=here(c.key)) for c in found),
        here(to) if to else None,
        here(by) if by else None,
        here(speaker) if speaker else None,
    )


def _hops(
    n: int, placed: Sequence[Frame], heard: Sequence[Heard], sources: Sequence[Spans]
) -> Iterator[Hop]:
    """Yield the links of a statement up to the article: its own, then those of the outer ones."""
    visited: set[int] = set()
    here: int | None = n
    while here is not None and here not in visited:
        visited.add(here)
        yield from (Hop(c.span, c.kind) for c in heard[here].carriers)
        here = placed[here].outer
        if here is not None:
            if is_denied(placed[here]):
                return
            if sources[here]:
                yield Hop(sources[here][0], _kind(placed[here]))


def _kind(outer: Frame) -> str:
    cue = " ".join(span.of(outer.text).lower() for span in outer.cue)
    if "according" in cue:
        return "according"
    return "quoted" if "quot" in cue else "reported"


def _distinct(
    article: Article, hops: list[Hop], credit: Sequence[Credit], source: Spans
) -> tuple[Hop, ...]:
    """Return hops and credits without those that name an outlet a second time."""
    text = article.text
    ordered = sorted(credit, key=lambda c: (c.covers.end - c.covers.start, _rank(c.kind), c.span))
    links: list[Hop] = []
    for hop in [*hops, *(Hop(c.span, c.kind) for c in ordered)]:
        last = hop.kind in _LAST_LINKS
        named = [link.span for link in links]
        if any(hop.span.overlaps(span) for span in (*named, *(source if last else ()))):
            continue
        if last and any(same_outlet(text, hop.span, span) for span in named):
            continue
        if last and any(same_name(text, hop.span, span) for span in source):
            continue
        links.append(hop)
    return tuple(links)


def _rank(kind: str) -> int:
    return ("dateline", "byline", "credit").index(kind)


def _why(text: str, speaker: Span | None, links: tuple[Hop, ...], heard: Heard) -> str:
    """Return the reason for a chain in one sentence."""
    parts = []
    if speaker:
        parts.append(f'"{shorten(speaker.of(text))}" speaks, the source only passes it on')
    own = [link for link in links if link.kind not in _LAST_LINKS]
    if own:
        names = ", ".join(f'"{shorten(h.span.of(text))}" ({h.kind})' for h in own)
        over = ", of the same occasion as the statement before" if heard.taken_over else ""
        parts.append(f"carried by {names}{over}")
    ends = [link for link in links if link.kind in _LAST_LINKS]
    if ends:
        parts.append(
            "the article credits " + ", ".join(f'"{shorten(h.span.of(text))}"' for h in ends)
        )
    return "; ".join(parts) if parts else "nothing in the text names a carrier"
