"""Rings and lines of the base map, as they are made."""

import pytest

from train.places.basemap import area, joined, packed, simplified, within

SQUARE = [(170.0, 0.0), (-170.0, 0.0), (-170.0, 10.0), (170.0, 10.0), (170.0, 0.0)]
POLE = [(-180.0, -70.0), (-60.0, -72.0), (60.0, -70.0), (179.0, -70.0)]


def test_a_ring_across_the_edge_of_the_world_is_two() -> None:
    parts = list(within(SQUARE))
    assert len(parts) == 2
    assert sum(abs(area(part)) for part in parts) == pytest.approx(200.0)
    assert {x for part in parts for x, _ in part} == {-180.0, -170.0, 170.0, 180.0}


def test_a_ring_inside_stays_one() -> None:
    inside = [(x / 10, y) for x, y in [(0.0, 0.0), (10.0, 0.0), (10.0, 5.0), (0.0, 0.0)]]
    assert list(within(inside)) == [inside]


def test_a_ring_about_the_pole_is_closed_below() -> None:
    (part,) = within(POLE)
    assert min(y for _, y in part) == -90.0
    assert abs(area(part)) > 360 * 17


def test_lines_keep_what_stands_out() -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]
    assert simplified(line) == [line[0], line[2], line[3], line[4]]
    assert joined([0, ~0], [[(0.0, 0.0), (1.0, 1.0)]]) == [(0.0, 0.0), (1.0, 1.0), (0.0, 0.0)]


def test_points_are_steps_in_whole_numbers() -> None:
    assert packed([(1.0, 2.0), (1.004, 2.0), (1.5, 1.0)]) == [100, 200, 50, -100]
