"""How well scores rank, by hand."""

import numpy as np
import pytest

from bench.ranking import average_precision, macro_f1, recall_at

SCORES = np.array([0.9, 0.8, 0.7, 0.6])
RIGHT = np.array([True, False, True, False])


def test_ranking():
    assert average_precision(SCORES, RIGHT) == pytest.approx((1 + 2 / 3) / 2)
    assert recall_at(SCORES, RIGHT, precision=0.9) == 0.5
    assert recall_at(-SCORES, RIGHT, precision=0.9) == 0


def test_macro_f1():
    assert macro_f1([0, 1, 2], [0, 1, 2], classes=3) == 1
    assert macro_f1([0, 0, 1], [0, 1, 1], classes=3) == pytest.approx((2 / 3 + 2 / 3) / 3)
