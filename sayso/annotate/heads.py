"""What the encoder says of each token, side by side: the layout of its scores."""

from typing import NamedTuple

import numpy as np

from sayso.annotate.linking import Floats
from sayso.annotate.windows import LABELS, ROLES
from sayso.records import ACTS, MODALITIES

NAME_TYPES = ("person", "organisation", "place", "group")
NAME_LABELS = ("O", *(f"{at}-{type_}" for type_ in NAME_TYPES for at in "BI"))
ENTITY_TYPES = ("person", "organisation", "place", "time", "event", "object", "abstract", "other")
LINK = 32  # width of one projection for links
LINK_PARTS = 4  # content and cue as they look for each other, cue and source likewise
REACH = 64  # width of the projections of a mention's first and of its last token
ENTITY_PARTS = (REACH, REACH, 1, 1, len(ENTITY_TYPES), len(ENTITY_TYPES))
# What a token says of the act of a statement that it belongs to, once for each role that it may
# have there: how much it counts, then the acts, whether it is negated, the modalities.
ACT_PARTS = (1, len(ACTS), 1, len(MODALITIES))
WIDTHS = (
    len(LABELS),
    LINK * LINK_PARTS,
    len(NAME_LABELS),
    sum(ENTITY_PARTS),
    sum(ACT_PARTS) * len(ROLES),
    len(LABELS),
)


class Heads(NamedTuple):
    """The scores of one window, `[tokens, …]` each.

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
