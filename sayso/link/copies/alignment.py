"""Two texts -> the runs of words that they share, wherever each stands in the other.

Runs are seeded on word 4-grams and as long as they go; each word belongs to one run at most, the
longest first, so what was moved is there and what is repeated counts once. Time and memory grow
with the length of the texts: what stands many times in both seeds nothing.
"""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.link.copies.fingerprints import grams
from sayso.link.copies.words import Words

SEED = 4  # words
_MOST = 64  # times that a seed may stand in one text, times in the other
_GAP = 4  # words in a row that may differ within a passage, in either text


class Run(NamedTuple):
    """Words `a` up to `a_end` of one text, which are words `b` up to `b_end` of the other."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def length(self) -> int:
        """Return how many words it has, in the text where it has fewer."""
        return min(self.a_end - self.a, self.b_end - self.b)


def runs(a: Words, b: Words) -> list[Run]:
    """Return the runs of words that two texts share to the letter, in the order of `a`."""
    return _apart(_longest(a, b), len(a), len(b))


def passages(every: Sequence[Run], least: int) -> list[list[Run]]:
    """Return runs that follow one another in both texts, few words apart, as passages.

    `least` is how many words they must share. A passage stands for text that was copied and then
    lightly edited.
    """
    made: list[list[Run]] = []
    for run in every:
        last = made[-1][-1] if made else run
        near = 0 <= run.a - last.a_end <= _GAP and 0 <= run.b - last.b_end <= _GAP
        if made and near:
            made[-1].append(run)
        else:
            made.append([run])
    return [passage for passage in made if sum(run.length for run in passage) >= least]


def _longest(a: Words, b: Words) -> list[Run]:
    """Return every run that is as long as it goes: equal seeds on one diagonal, in a row."""
    at, other = _pairs(grams(a.hashes, SEED), grams(b.hashes, SEED))
    if len(at) == 0:
        return []
    order = np.lexsort((at, at - other))
    at, other = at[order], other[order]
    breaks = np.flatnonzero((np.diff(at) != 1) | (np.diff(other) != 1)) + 1
    edges = [0, *breaks.tolist(), len(at)]
    made = []
    for first, last in pairwise(edges):
        i, j, length = int(at[first]), int(other[first]), last - first + SEED - 1
        made.append(Run(i, i + length, j, j + length))
    return made


def _pairs(
    a: NDArray[np.uint64], b: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of equal seeds: each place in `a` with each in `b`."""
    order = np.argsort(b, kind="stable")
    ordered = b[order]
    left = np.searchsorted(ordered, a, side="left")
    times_b = np.searchsorted(ordered, a, side="right") - left
    _, inverse, times = np.unique(a, return_inverse=True, return_counts=True)
    times_b[times[inverse] * times_b > _MOST] = 0
    at = np.repeat(np.arange(len(a)), times_b)
    within = np.arange(len(at)) - np.repeat(np.cumsum(times_b) - times_b, times_b)
    return at, order[np.repeat(left, times_b) + within]


def _apart(every: Sequence[Run], a: int, b: int) -> list[Run]:
    """Return runs that share no word: the longest first, of the others what is left.

    `a` and `b` are how many words the texts have.
    """
    free_a, free_b = np.ones(a, dtype=np.bool_), np.ones(b, dtype=np.bool_)
    rest = [(-run.length, run) for run in every]
    heapify(rest)
    chosen = []
    while rest:
        _, run = heappop(rest)
        free = free_a[run.a : run.a_end] & free_b[run.b : run.b_end]
        if free.all():
            chosen.append(run)
            free_a[run.a : run.a_end] = False
            free_b[run.b : run.b_end] = False
            continue
        for first, last in _stretches(free):
            if last - first >= SEED:
                left = Run(run.a + first, run.a + last, run.b + first, run.b + last)
                heappush(rest, (-left.length, left))
    return sorted(chosen)


def _stretches(free: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the ranges in which all is true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], free, [False])).astype(np.int8)))
    return [(int(first), int(last)) for first, last in zip(edges[::2], edges[1::2], strict=True)]
