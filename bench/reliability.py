"""What something was scored and whether it was right -> bins, and how far scores are from true.

A score is true when, of all that gets it, that share is right. The interval of a share is
Wilson's, at 95 %; what stands in one article is taken as independent, which makes it a little too
narrow.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

BINS = 10
_Z = 1.96  # standard deviations that hold 95 % of a normal distribution


class Judged(NamedTuple):
    """One thing that was scored, and whether it was right."""

    score: float
    right: bool


class Share(NamedTuple):
    """How many of a total are right, as a share, and the interval in which that truly lies."""

    total: int
    right: float
    low: float
    high: float


class Bin(NamedTuple):
    """The scores from `start` up to `end`: their mean, and what share of them is right."""

    start: float
    end: float
    score: float
    share: Share


def bins(judged: Iterable[Judged]) -> list[Bin]:
    """Return the bins of equal width that are not empty, the lowest first."""
    filled: dict[int, list[Judged]] = {}
    for each in judged:
        filled.setdefault(min(int(each.score * BINS), BINS - 1), []).append(each)
    return [
        Bin(at / BINS, (at + 1) / BINS, sum(j.score for j in of) / len(of), share(of))
        for at, of in sorted(filled.items())
    ]


def share(judged: Sequence[Judged]) -> Share:
    """Return what share is right, with its interval (Wilson 1927); of nothing all may be."""
    count = len(judged)
    if not count:
        return Share(0, 1.0, 0.0, 1.0)
    right = sum(each.right for each in judged) / count
    wide = 1 + _Z**2 / count
    middle = (right + _Z**2 / (2 * count)) / wide
    reach = _Z * math.sqrt(right * (1 - right) / count + (_Z / (2 * count)) ** 2) / wide
    return Share(count, right, max(0.0, middle - reach), min(1.0, middle + reach))


def error(judged: Sequence[Judged]) -> float:
    """Return the expected calibration error: how far the score of a bin is from its share right.

    The mean over all that was judged (Naeini et al. 2015); 0 when nothing was.
    """
    gaps = sum(each.share.total * abs(each.score - each.share.right) for each in bins(judged))
    return gaps / len(judged) if judged else 0.0


def parted(judged: Sequence[Judged], line: float) -> tuple[Share, Share]:
    """Return the share right of what scores below the line, and of the others."""
    below = [each for each in judged if each.score < line]
    return share(below), share([each for each in judged if each.score >= line])
