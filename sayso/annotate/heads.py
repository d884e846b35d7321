"""What the encoder says of each token, side by side: the layout of its scores."""

from typing import NamedTuple

import numpy as np

from sayso.annotate.linking import Floats
from sayso.annotate.windows import LABELS

NAME_TYPES = ("person", "organisation", "place", "group")
NAME_LABELS = ("O", *(f"{at}-{type_}" for type_ in NAME_TYPES for at in "BI"))
ENTITY_TYPES = ("person", "organisation", "place", "time", "event", "object", "abstract", "other")
LINK = 32  # width of one projection for links
LINK_PARTS = 4  # content and cue as they look for each other, cue and source likewise
REACH = 64  # width of the projections of a mention's first and of its last token
ENTITY_PARTS = (REACH, REACH, 1, 1, len(ENTITY_TYPES), len(ENTITY_TYPES))
WIDTHS = (len(LABELS), LINK * LINK_PARTS, len(NAME_LABELS), sum(ENTITY_PARTS))


class Heads(NamedTuple):
    """The scores of one window, `[tokens, …]` each: tags, links, names, entities."""

    tags: Floats
    links: Floats
    names: Floats
    entities: Floats


def heads(scores: Floats) -> Heads:
    """Return the parts of `[tokens, sum(WIDTHS)]`."""
    return Heads(*np.split(scores, np.cumsum(WIDTHS[:-1]).tolist(), axis=1))
