"""What the encoder says of each token, side by side: the layout of its scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sayso.annotate.windows import LABELS, ROLES, Block, Floats, Window, block_of
from sayso.records import ACTS, MODALITIES, SAID

NAME_TYPES = ("person", "organisation", "place", "group")
NAME_LABELS = ("O", *(f"{at}-{type_}" for type_ in NAME_TYPES for at in "BI"))
ENTITY_TYPES = ("person", "organisation", "place", "time", "event", "object", "abstract", "other")
LINK = 32  # width of one projection for links
LINK_PARTS = 4  # content and cue as they look for each other, cue and source likewise
REACH = 64  # width of the projections of a mention's first and of its last token
ENTITY_PARTS = (REACH, REACH, 1, 1, len(ENTITY_TYPES), len(ENTITY_TYPES))
# What a token says of the act of a statement that it belongs to, once for each role that it may
# have there: how much it counts, then the acts, whether it is negated, the modalities, and whether
# it was said at all.
ACT_PARTS = (1, len(ACTS), 1, len(MODALITIES), len(SAID))
WIDTHS = (
    len(LABELS),
    LINK * LINK_PARTS,
    len(NAME_LABELS),
    sum(ENTITY_PARTS),
    sum(ACT_PARTS) * len(ROLES),
    len(LABELS),
)


class Heads(NamedTuple):
    """The scores of a window, or of windows end to end, `[tokens, …]` each.

    `nested` are the tags of statements inside the content of others.
    """

    tags: Floats
    links: Floats
    names: Floats
    entities: Floats
    acts: Floats
    nested: Floats


def heads(scores: Floats) -> Heads:
    """Return the parts of `[tokens, sum(WIDTHS)]`."""
    return Heads(*np.split(scores, np.cumsum(WIDTHS[:-1]).tolist(), axis=1))


@dataclass(frozen=True, slots=True)
class Encoded:
    """A block of windows, and what the encoder says of its tokens.

    `is_inside` is there where the tags are those of the statements inside others.
    """

    block: Block
    heads: Heads
    is_inside: bool = False

    @classmethod
    def of(cls, windows: Sequence[Window], scores: Sequence[Heads]) -> "Encoded":
        """Return one or more windows and their scores end to end."""
        return cls(block_of(windows), Heads(*map(np.concatenate, zip(*scores, strict=True))))

    def inside(self) -> "Encoded":
        """Return the same with the tags of the statements that stand inside others."""
        return Encoded(self.block, self.heads._replace(tags=self.heads.nested), True)


def softmax(scores: Floats) -> Floats:
    """Return probabilities along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return chances
