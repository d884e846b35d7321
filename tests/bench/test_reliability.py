"""Bins of scores, intervals of shares, and how far scores are from true."""

import pytest

from bench.reliability import Judged, bins, error, parted, share


def judged(score: float, right: int, total: int) -> list[Judged]:
    return [Judged(score, n < right) for n in range(total)]


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (80, 100, 0.711, 0.867)],
)
def test_intervals_are_those_of_wilson(right: int, total: int, low: float, high: float) -> None:
    """The values are those of the tables for the Wilson score interval."""
    of = share(judged(0.5, right, total))
    assert (of.low, of.high) == pytest.approx((low, high), abs=0.001)


def test_scores_fall_into_ten_bins_and_certainty_into_the_last() -> None:
    made = bins([*judged(0.05, 0, 2), *judged(0.95, 1, 2), *judged(1.0, 1, 1)])
    assert [(each.start, each.share.total) for each in made] == [(0.0, 2), (0.9, 3)]
    assert made[1].score == pytest.approx((0.95 + 0.95 + 1.0) / 3)


@pytest.mark.parametrize(
    ("scored", "wrong"),
    [
        (judged(0.8, 8, 10), 0.0),
        (judged(0.8, 5, 10), 0.3),
        ([*judged(0.8, 5, 10), *judged(0.2, 2, 10)], 0.15),
        ([], 0.0),
    ],
)
def test_the_error_is_the_distance_from_true(scored: list[Judged], wrong: float) -> None:
    assert error(scored) == pytest.approx(wrong)


def test_a_line_parts_what_is_below_it() -> None:
    below, above = parted([*judged(0.69, 1, 2), *judged(0.7, 3, 3)], 0.7)
    assert (below.total, below.right, above.total, above.right) == (2, 0.5, 3, 1.0)
