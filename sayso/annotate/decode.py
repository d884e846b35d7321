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
    read = with_nested(
        statements(ground, encoded, outer, weights, least=least),
        statements(ground, encoded.inside(), inner, weights, least=least),
    )
    return Annotation(
        tuple(each.statement for each in read),
        tuple(mentions(ground.text, encoded, weights.sizes)),
        tuple(each.reading for each in read),
    )
