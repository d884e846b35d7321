"""The scores of a statement's tokens -> what it does, as the encoder reads it: pure."""

from collections.abc import Mapping, Sequence

import numpy as np

from sayso.annotate.heads import ACT_PARTS
from sayso.annotate.linking import Floats
from sayso.annotate.windows import ROLES, Window
from sayso.records import ACTS, Reading, Span

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
    total = bias.astype(np.float32)
    said: list[tuple[Floats, list[int]]] = []  # by each token, and which token it is
    for number, role in enumerate(ROLES):
        tokens = [t for first, last in parts[role] for t in range(first, last)]
        if not tokens:
            continue
        own = scores[tokens, number * _WIDTH : (number + 1) * _WIDTH]
        counts = np.exp(own[:, 0] - own[:, 0].max())
        mine = own[:, 1:] * (counts / counts.sum())[:, None]
        total = total + mine.sum(axis=0)
        said.append((mine, tokens))
    acts, negative, modalities = np.split(total, _CUTS)
    words = _telling(text, window, said, int(acts.argmax()))
    return Reading(
        _chances(acts), _rounded(1 / (1 + np.exp(-negative[0]))), _chances(modalities), words
    )


def _telling(text: str, window: Window, said: Sequence[tuple[Floats, list[int]]], act: int) -> Span:
    """Return the word that speaks most for an act, against what it says for acts in general."""
    best, at = -np.inf, 0
    for mine, tokens in said:
        leaning = mine[:, act] - mine[:, : len(ACTS)].mean(axis=1)
        if leaning.max() > best:
            best, at = float(leaning.max()), tokens[int(leaning.argmax())]
    start, end = int(window.starts[at]), int(window.ends[at])
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)


def _chances(scores: Floats) -> tuple[float, ...]:
    powers = np.exp(scores - scores.max())
    return tuple(_rounded(chance) for chance in powers / powers.sum())


def _rounded(chance: float) -> float:
    return round(float(chance), _DIGITS)
