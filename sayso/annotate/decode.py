"""Scores of the encoder -> what stands in a block: pure, and tested without a model."""

from sayso.annotate.drafts import drafts
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded
from sayso.annotate.naming import mentions
from sayso.annotate.nesting import with_nested
from sayso.annotate.statements import statements
from sayso.annotate.weights import Weights
from sayso.records import Annotation


def decoded(ground: Ground, encoded: Encoded, weights: Weights, *, least: float) -> Annotation:
    """Return the statements and mentions of a block; no statement has a score below `least`."""
    outer, inner = drafts(ground, encoded, weights)
    inside = encoded.inside()
    free = [draft for draft in inner if draft.free]
    nested = [draft for draft in inner if not draft.free]
    every = statements(ground, encoded, outer, weights, least=least)
    every += statements(ground, inside, free, weights, least=least)
    every.sort(key=lambda each: each.statement.content)
    read = with_nested(every, statements(ground, inside, nested, weights, least=least))
    return Annotation(
        tuple(each.statement for each in read),
        tuple(mentions(ground.text, encoded, weights.sizes)),
        tuple(each.reading for each in read),
    )
