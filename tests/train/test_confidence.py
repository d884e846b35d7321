"""The two numbers that make scores truer: what a grid of them does to scores."""

import pytest

from bench.reliability import Judged, error
from sayso.annotate.confidence import FEWER, SHARPER
from train.confidence import best, worst


def scores(score: float, right: int, total: int) -> list[Judged]:
    return [Judged(score, n < right) for n in range(total)]


def test_todays_numbers_change_nothing() -> None:
    sets = {"one": scores(0.73, 6, 10), "other": scores(0.87, 9, 10)}
    assert worst(sets, (SHARPER, FEWER)) == pytest.approx(max(map(error, sets.values())))


def test_scores_that_are_too_high_are_made_lower() -> None:
    sets = {"one": scores(0.93, 9, 10) + scores(0.75, 65, 100)}
    least, (_, fewer) = best(sets)
    assert least < worst(sets, (SHARPER, FEWER))
    assert fewer < 0
