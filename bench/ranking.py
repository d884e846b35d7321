"""Scores and what is right -> how well scores rank, and how well answers fit."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Flags = NDArray[np.bool_]


def average_precision(scores: Floats, positive: Flags) -> float:
    """Return the mean, over what is right, of the share that is right down to there."""
    precision, right = _down(scores, positive)
    return float(np.sum(precision * right) / max(1, right.sum()))


def recall_at(scores: Floats, positive: Flags, *, precision: float) -> float:
    """Return the greatest share of what is right that is reached at such a precision."""
    reached, right = _down(scores, positive)
    recall = np.cumsum(right) / max(1, right.sum())
    return float(recall[reached >= precision].max(initial=0.0))


def macro_f1(gold: Sequence[int], answers: Sequence[int], *, classes: int) -> float:
    """Return the mean F1 of classes numbered from 0."""
    one, other = np.array(gold), np.array(answers)
    f1 = [
        2 * np.sum((one == each) & (other == each))
        / max(1, np.sum(one == each) + np.sum(other == each))
        for each in range(classes)
    ]  # fmt: skip
    return float(np.mean(f1))


def _down(scores: Floats, positive: Flags) -> tuple[Floats, Flags]:
    right = positive[np.argsort(-scores, kind="stable")]
    return np.cumsum(right) / np.arange(1, len(right) + 1), right
