"""Sources that tell no more than that it is one of several -> actors of their own.

“We lost the roof,” said one. “We lost the cows,” said another. The other said they lost both.
"""

from collections.abc import Iterator

from sayso.english.function_words import modals
from sayso.english.tables import listed
from sayso.records import Span, Statement
from sayso.resolve.actors.antecedents import Choice, Cluster
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.references import Reference, trimmed
from sayso.resolve.layout import Layout

_SOMEBODY = listed("actors.toml", "somebody")
_ELSE = listed("actors.toml", "somebody_else")
_SCORE = 0.8
_MODALS = modals() | {"d", "ll"}  # "one would say" is said by nobody


def with_somebody(entities: Entities, layout: Layout) -> None:
    """Make an actor of each source that is one of several who are not told apart.

    "One" and "another" stand for nobody else; "the other" never does for whoever spoke before, nor
    does who is set against that one in a sentence: "shut, the mayor said; open, the army said".
    """
    for number in layout.order:
        statement = layout.statements[number]
        if layout.outer[number] is not None or len(statement.source) != 1:
            continue
        if made := _somebody_else(statement, entities, layout):
            why = "the words around it tell that it is somebody else"
            cluster = entities.new(made.type or "person")
            entities.apart(made, Choice(cluster, _SCORE, why))


def _somebody_else(statement: Statement, entities: Entities, layout: Layout) -> Reference | None:
    """Return the source of a statement where it stands for nobody told of before."""
    span = trimmed(layout.text, statement.source[0])
    words = " ".join(span.of(layout.text).lower().split())
    known = entities.of(span)
    if known is None:
        fits = words in _SOMEBODY and _reports(statement, layout.text)
    else:
        fits = words in _ELSE and any(_before(span, known, layout))
    if fits:
        return Reference(span, "nominal", many=words.endswith("others"))
    return _set_against(span, known, layout) if known else None


def _reports(statement: Statement, text: str) -> bool:
    """Tell whether a cue tells that somebody says so, not that anybody might."""
    words = [word for cue in statement.cue for word in cue.of(text).lower().split()]
    return bool(words) and _MODALS.isdisjoint(words)


def _before(span: Span, cluster: Cluster, layout: Layout) -> Iterator[Span]:
    """Yield the sources before a span that stand for somebody."""
    for each in cluster.references:
        if each.span < span and each.span in layout.sources:
            yield each.span


def _set_against(span: Span, cluster: Cluster, layout: Layout) -> Reference | None:
    """Return a description taken for whoever speaks before a semicolon of its sentence."""
    made = next((r for r in cluster.references if r.span == span), None)
    if made is None or made.kind != "nominal" or not made.head:
        return None
    for other in _before(span, cluster, layout):
        same = layout.sentence(other.start) == layout.sentence(span.start)
        head = next(r.head for r in cluster.references if r.span == other)
        if same and head not in {made.head, ""} and "; " in layout.text[other.end : span.start]:
            return made
    return None
