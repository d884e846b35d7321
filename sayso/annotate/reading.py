"""The scores of a statement's tokens -> what it does, as the encoder reads it: pure."""

from collections.abc import Mapping, Sequence

import numpy as np

from sayso.annotate.heads import ACT_PARTS
from sayso.annotate.linking import Floats
from sayso.annotate.windows import ROLES, Window
from sayso.records import ACTS, UNREAD, Reading, Span

_WIDTH = sum(ACT_PARTS)
_CUTS = np.cumsum(ACT_PARTS[1:-1])
_DIGITS = 4

Ranges = Sequence[tuple[int, int]]


def reading(
    text: str, window: Window, scores: Floats, parts: Mapping[str, Ranges], bias: Floats
) -> Reading:
    """Return the reading of a statement.

    `scores` is `[tokens, roles * sum(ACT_PARTS)]`, `parts` the token ranges of each role. Every
    role gives the mean of what its tokens say, by how much each of them counts.
    """
    said: list[Floats] = []
    places: list[int] = []
    for number, role in enumerate(ROLES):
        tokens = [t for first, last in parts[role] for t in range(first, last)]
        if tokens:
            own = scores[tokens, number * _WIDTH : (number + 1) * _WIDTH]
            counts = np.exp(own[:, 0] - own[:, 0].max())
            said.append(own[:, 1:] * (counts / counts.sum())[:, None])
            places += tokens
    if not said:  # none of its words stands in the window
        return UNREAD
    each = np.concatenate(said)
    acts, negative, modalities = np.split(each.sum(axis=0) + bias, _CUTS)
    # The word that speaks most for the act, against what it says for acts in general.
    leaning = each[:, int(acts.argmax())] - each[:, : len(ACTS)].mean(axis=1)
    words = _word(text, window, places[int(leaning.argmax())])
    chance = 1 / (1 + np.exp(-negative[0]))
    return Reading(_chances(acts), _rounded(chance), _chances(modalities), words)


def _word(text: str, window: Window, at: int) -> Span:
    """Return the whole word that a token stands in."""
    start, end = int(window.starts[at]), int(window.ends[at])
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)


def _chances(scores: Floats) -> tuple[float, ...]:
    powers = np.exp(scores - scores.max())
    return tuple((powers / powers.sum()).round(_DIGITS).tolist())


def _rounded(chance: float) -> float:
    return round(float(chance), _DIGITS)
