"""Passages, and who is who -> which words name who speaks in each statement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.english.role_nouns import marked
from sayso.english.tables import either
from sayso.records import Span, Spans
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.holders import holders
from sayso.resolve.actors.mentions import Names
from sayso.resolve.actors.speakers import Speaking
from sayso.resolve.chain.carriers import employs, names_outlet
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.chain.passing import Passages

# What goes on behind an outlet's name and makes somebody else of it: "the Press Agency| official".
_MORE = re.compile(r" [a-z]+")
# "our correspondent in Ilvany"
_STAFF = re.compile(rf"(?i)our (?:[\w’'-]+ ){{0,2}}?{either(marked('staff'))}\b")


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
    return cluster is not None and _is_outlet(cluster, passages, reports=passing.reports)


def reports_others(number: int, passages: Passages, speaking: Speaking) -> bool:
    """Tell whether who speaks in a statement passes on what others say in it.

    An outlet does, and somebody who works for one; a party only speaks of the other.
    """
    reports, source = passages.statements[number].reports, passages.layout.statements[number].source
    if any(_is_staff(span, passages.outlets) for span in source):
        return True
    return any(
        _is_staff(r.span, passages.outlets)
        or (c.type != "person" and _names_outlet(r.span, passages.outlets, reports=reports))
        for c in speaking.clusters
        for r in c.references
        if r.kind != "pronoun"
    )


def _is_outlet(cluster: Cluster, passages: Passages, *, reports: bool) -> bool:
    """Tell whether an actor is an outlet by its names, or by what it is called."""
    return any(
        names_outlet(passages.outlets.touching(r.span), r.span.start, reports=reports)
        for r in cluster.references
        if r.kind != "pronoun"
    )


def _names_outlet(span: Span, outlets: Outlets, *, reports: bool) -> bool:
    """Tell whether a phrase names an outlet, and nobody of it: not "the Jewish Agency official"."""
    phrases = outlets.touching(span)
    whole = [p for p in phrases if not _MORE.match(outlets.text, p.right, span.end)]
    return names_outlet(whole, span.start, reports=reports)


def _is_staff(span: Span, outlets: Outlets) -> bool:
    """Tell whether a phrase names somebody who works for an outlet: "NWA's Mila Dorn"."""
    words = span.of(outlets.text)
    if _STAFF.match(words):
        return True
    return any(
        p.outlet == "yes" and p.left <= span.start + 4 and employs(outlets.text, p.right)
        for p in outlets.touching(span)
    )
