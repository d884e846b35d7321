"""Article and layout -> by grammar alone, who may have passed each statement on, to whom, and how.

Who is who is not known yet; what hangs on that is decided in `chain.py`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records import Article, Mention, Span
from sayso.resolve.chain.addressee import addressee, channel
from sayso.resolve.chain.carriers import (
    REPORTING,
    Carrier,
    carriers,
    cited_by_source,
    source_is_outlet,
)
from sayso.resolve.chain.credits import Credit, credits_of
from sayso.resolve.chain.frames import Frame, frame_of
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.chain.papers import Papers
from sayso.resolve.chain.words import either
from sayso.resolve.layout import Layout

# "…," reported Northwire: whoever said so was named before, or will be.
_RELAYING = re.compile(rf"\b{either('relaying_verbs')}\b", re.IGNORECASE)
# Who does not pass on what it repeats: "The ministry denied that he had offered a deal".
_DENYING = re.compile(r"(?i)\b(?:den(?:y|ies|ied|ying)|reject|dismiss|disput|contest|refut)\w*")


@dataclass(frozen=True, slots=True)
class Way:
    """Through whom a statement came, to whom it was said, and by what channel."""

    carriers: tuple[Carrier, ...] = ()
    addressee: Span | None = None
    channel: Span | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the spans that name somebody."""
        to = (self.addressee,) if self.addressee else ()
        return (*(carrier.span for carrier in self.carriers), *to)


@dataclass(frozen=True, slots=True)
class Passing:
    """What the words of a statement's own sentence tell of its way.

    `way` is the one that it came if its source speaks; `cited` is whom the source cites or quotes,
    and `cited_way` the way if that one speaks. `is_outlet` tells whether the source is an outlet,
    or quotes, None where it is a pronoun; `relays` that it only passes a quotation on; `reports`
    that it does so by its verb. `kind` is the kind of link that it is to what it tells, empty
    where it denies that. `begin` is where the sentence begins.
    """

    way: Way
    cited: Span | None
    cited_way: Way
    is_outlet: bool | None
    relays: bool
    reports: bool
    kind: str
    begin: int


@dataclass(frozen=True, slots=True)
class Passages:
    """All that the grammar of an article tells of the ways that its statements came."""

    article: Article
    layout: Layout
    outlets: Outlets
    statements: tuple[Passing, ...]
    credits: tuple[Credit, ...]

    @property
    def spans(self) -> Iterator[Span]:
        """Yield the spans that name somebody."""
        for passing in self.statements:
            yield from passing.way.spans
            yield from passing.cited_way.spans
        yield from (credit.span for credit in self.credits)


def passages(article: Article, layout: Layout, names: Sequence[Mention]) -> Passages:
    """Return who may have passed on what; `names` are those of the article, in text order."""
    outlets = Outlets(article, names)
    frames = (frame_of(n, layout, outlets) for n in range(len(layout.statements)))
    papers = Papers(layout, outlets)
    statements = tuple(_with(papers, n, _passing(frame)) for n, frame in enumerate(frames))
    return Passages(
        article, layout, outlets, statements, tuple(credits_of(article, layout, outlets))
    )


def _with(papers: Papers, number: int, passing: Passing) -> Passing:
    """Return what tells of a statement's way, with who passed on the paper that it stands in."""
    if passing.way.carriers or passing.cited:
        return passing
    return replace(passing, way=replace(passing.way, carriers=papers.carriers(number)))


def _passing(frame: Frame) -> Passing:
    cited = cited_by_source(frame)
    cue = " ".join(span.of(frame.text) for span in frame.cue)
    return Passing(
        way=_way(frame, None),
        cited=frame.in_article(cited) if cited else None,
        cited_way=_way(frame, cited) if cited else Way(),
        is_outlet=source_is_outlet(frame),
        relays=_relays(frame),
        reports=bool(REPORTING.match(cue)),
        kind="" if _DENYING.search(cue) else _kind(cue.lower()),
        begin=frame.in_article(frame.region).start,
    )


def _way(frame: Frame, speaker: Span | None) -> Way:
    """Return the way of a statement whose speaker is its source, or is known to be another."""
    passed = carriers(frame, speaker)
    to = addressee(frame, [span for c in passed for span in (c.span, c.key)])
    by, here = channel(frame), frame.in_article
    return Way(
        tuple(replace(c, span=here(c.span), key=here(c.key)) for c in passed),
        here(to) if to else None,
        here(by) if by else None,
    )


def _relays(frame: Frame) -> bool:
    """Tell whether a statement is a quotation that an outlet, nobody else, reports behind it."""
    statement = frame.statement
    if statement.kind != "direct" or len(frame.own) != 1 or not frame.cue:
        return False
    (source,) = frame.own
    return (
        statement.cue[0].start >= statement.content[-1].end
        and bool(_RELAYING.search(frame.cue[0].of(frame.text)))
        and any(
            p.outlet == "yes" and p.left <= source.start + 4 and p.right >= source.end
            for p in frame.phrases
        )
    )


def _kind(cue: str) -> str:
    if "according" in cue:
        return "according"
    return "quoted" if "quot" in cue else "reported"
