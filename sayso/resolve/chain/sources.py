"""Passages, and who is who -> which words name who speaks in each statement."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Span, Spans
from sayso.resolve.actors.coref import Entities
from sayso.resolve.actors.holders import holders
from sayso.resolve.actors.mentions import Names
from sayso.resolve.chain.carriers import names_outlet
from sayso.resolve.chain.passing import Passages


@dataclass(frozen=True, slots=True)
class Source:
    """The spans that name who speaks in a statement, one a holder, none where no words do.

    `cited` is whom the statement's own source only cites or quotes, if that is who speaks.
    """

    holders: Spans
    cited: Span | None


def spans_of(passages: Passages, names: Names) -> Iterator[Span]:
    """Yield all spans that name somebody who may speak, carry or be spoken to."""
    yield from passages.spans
    for statement, passing in zip(passages.layout.statements, passages.statements, strict=True):
        for source in (*statement.source[:1], *((passing.cited,) if passing.cited else ())):
            yield from holders(passages.layout.text, source, names.inside(source))


def sources(passages: Passages, entities: Entities, names: Names) -> list[Source]:
    """Return the source of each statement, in the order given."""
    return [_source(n, passages, entities, names) for n in range(len(passages.statements))]


def _source(number: int, passages: Passages, entities: Entities, names: Names) -> Source:
    passing, text = passages.statements[number], passages.layout.text
    if passing.cited and _passes_on(number, passages, entities):
        cited = passing.cited
        return Source(holders(text, cited, names.inside(cited)), cited)
    own = passages.layout.statements[number].source[:1]
    if passing.relays or not own:
        return Source((), None)
    return Source(holders(text, own[0], names.inside(own[0])), None)


def _passes_on(number: int, passages: Passages, entities: Entities) -> bool:
    """Tell whether a source is an outlet, or a pronoun that stands for one."""
    passing = passages.statements[number]
    if passing.is_outlet is not None:
        return passing.is_outlet
    cluster = entities.of(passages.layout.statements[number].source[0])
    spans = [r.span for r in cluster.references if r.kind != "pronoun"] if cluster else []
    return any(
        names_outlet(passages.outlets.touching(span), span.start, reports=passing.reports)
        for span in spans
    )
