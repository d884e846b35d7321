"""Nodes in a rectangle: inside, apart, near what they are tied to, and the same every time."""

from math import dist

import pytest

from sayso.view.charts.forces import forced, placed

SIZE = (960.0, 640.0)
# Two rings of six that one tie holds together.
RINGS = [(a, (a + 1) % 6, 1.0) for a in range(6)]
RINGS += [(a + 6, b + 6, s) for a, b, s in RINGS] + [(0, 6, 0.4)]


@pytest.mark.parametrize("count", [1, 2, 3, 12, 40])
def test_boxes_stand_inside_and_apart(count: int) -> None:
    boxes = [(60.0 + n % 5 * 15, 30.0) for n in range(count)]
    ties = [(n, n // 2, 1.0) for n in range(1, count)]
    points = placed(forced(count, ties), SIZE, boxes)
    assert len(points) == count
    for (x, y), (wide, tall) in zip(points, boxes, strict=True):
        assert wide / 2 <= x <= SIZE[0] - wide / 2
        assert tall / 2 <= y <= SIZE[1] - tall / 2
    overlapping = [
        (a, b)
        for a in range(count)
        for b in range(a)
        if abs(points[a][0] - points[b][0]) < (boxes[a][0] + boxes[b][0]) / 2 - 1
        and abs(points[a][1] - points[b][1]) < 29
    ]
    assert overlapping == []


def test_what_is_tied_stands_near() -> None:
    points = placed(forced(12, RINGS), SIZE, [(20.0, 20.0)] * 12)
    tied = [dist(points[a], points[b]) for a, b, _ in RINGS]
    apart = [dist(points[a], points[b]) for a in range(1, 6) for b in range(7, 12)]
    assert sum(tied) / len(tied) < 0.6 * sum(apart) / len(apart)


def test_nothing_is_left_to_chance() -> None:
    boxes = [(20.0, 20.0)] * 12
    assert placed(forced(12, RINGS), SIZE, boxes) == placed(forced(12, RINGS), SIZE, boxes)
    assert placed(forced(0, []), SIZE, []) == []
