"""Nodes and what ties them -> places in a rectangle, the same for the same nodes every time.

Nodes push each other off and ties pull (Fruchterman and Reingold 1991), from a circle in the given
order; nothing is left to chance. Then nodes whose boxes overlap are moved apart.
"""

from collections.abc import Sequence
from math import hypot, pi

import numpy as np
from numpy.typing import NDArray

_ROUNDS = 90
_APART = 80  # rounds of moving boxes apart
_GRAVITY = 5.0  # towards the middle: it keeps what is tied to nothing else near the rest
_PULL = 0.3  # of a tie
_LEAST = 0.01

Point = tuple[float, float]
Points = NDArray[np.float64]
Tie = tuple[int, int, float]
Box = tuple[float, float]


def placed(
    points: Sequence[Point], size: Box, boxes: Sequence[Box], *, margin: float = 8.0
) -> list[Point]:
    """Return the middle of each of some nodes within a rectangle of a size.

    `points` are their places to each other (see `forced`), `boxes` what each node takes.
    """
    if not points:
        return []
    inside = _stretched(points, size, boxes, margin)
    return _apart(inside, size, boxes, margin)


def forced(count: int, ties: Sequence[Tie]) -> list[Point]:
    """Return the places of nodes to each other, about the middle of a square of about one unit.

    `ties` are numbers of two nodes and how strong they are tied.
    """
    turns = 2 * pi * np.arange(count) / max(1, count) + 0.3
    points = 0.5 * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    ideal = (1.0 / max(1, count)) ** 0.5
    for turn in range(_ROUNDS if count else 0):
        heat = 0.12 * (1.0 - turn / _ROUNDS)
        moves = _moves(points, ties, ideal)
        length = np.maximum(np.hypot(moves[:, 0], moves[:, 1]), _LEAST)
        points = points + moves * (np.minimum(length, heat) / length)[:, None]
    return [(float(x), float(y)) for x, y in points]


def _moves(points: Points, ties: Sequence[Tie], ideal: float) -> Points:
    """Return where each point is moved to: by all others, by its ties, and to the middle."""
    between = points[:, None, :] - points[None, :, :]
    square = np.maximum((between**2).sum(axis=2), _LEAST * _LEAST)
    moves: Points = (between * (ideal * ideal / square)[:, :, None]).sum(axis=1)
    moves -= points * _GRAVITY * ideal
    for a, b, strength in ties:
        apart = between[a, b]
        pull = apart * (hypot(*apart) / ideal * strength * _PULL)
        moves[a] -= pull
        moves[b] += pull
    return moves


def _stretched(
    points: Sequence[Point], size: Box, boxes: Sequence[Box], margin: float
) -> list[Point]:
    """Return places spread over the whole rectangle, each box inside."""
    made: list[list[float]] = [[], []]
    for axis in (0, 1):
        values = [point[axis] for point in points]
        low, high = min(values), max(values)
        for n, value in enumerate(values):
            half = boxes[n][axis] / 2 + margin
            share = (value - low) / (high - low) if high > low else 0.5
            made[axis].append(half + share * max(0.0, size[axis] - 2 * half))
    return list(zip(*made, strict=True))


def _apart(points: list[Point], size: Box, boxes: Sequence[Box], margin: float) -> list[Point]:
    """Return places at which boxes overlap as little as there is room for."""
    for _ in range(_APART):
        is_moved = False
        for a in range(len(points)):
            for b in range(a + 1, len(points)):
                is_moved |= _parted(points, a, b, boxes)
        for n, point in enumerate(points):
            points[n] = _within(point, size, boxes[n], margin)
        if not is_moved:
            break
    return points


def _parted(points: list[Point], a: int, b: int, boxes: Sequence[Box]) -> bool:
    """Move two boxes apart on the shorter way, by half of what they overlap; tell whether."""
    over = [
        (boxes[a][axis] + boxes[b][axis]) / 2 - abs(points[a][axis] - points[b][axis])
        for axis in (0, 1)
    ]
    if over[0] <= 0 or over[1] <= 0:
        return False
    axis = 0 if over[0] < over[1] else 1
    forward = points[a][axis] >= points[b][axis]
    for n, sign in ((a, 1.0 if forward else -1.0), (b, -1.0 if forward else 1.0)):
        moved = list(points[n])
        moved[axis] += sign * (over[axis] / 2 + 0.5)
        points[n] = (moved[0], moved[1])
    return True


def _within(point: Point, size: Box, box: Box, margin: float) -> Point:
    made = []
    for axis in (0, 1):
        half = box[axis] / 2 + margin
        made.append(min(max(point[axis], half), max(half, size[axis] - half)))
    return made[0], made[1]
