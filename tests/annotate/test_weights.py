"""Networks of two layers, as the model carries them."""

import numpy as np
import pytest

from sayso.annotate.weights import Layers


def layers():
    first = np.array([[1.0, -1.0], [0.0, 2.0]], dtype=np.float32)
    bias = np.array([0.0, 1.0], dtype=np.float32)
    return Layers(first, bias, np.array([1.0, 10.0], dtype=np.float32), 0.5)


@pytest.mark.parametrize(
    ("row", "score"),
    [([0, 0], 10.5), ([1, 0], 1.5), ([-1, 0], 20.5), ([0, -1], 0.5), ([2, 1], 12.5)],
)
def test_a_row_has_its_score(row, score):
    assert layers()(np.array([row], dtype=np.float32)) == pytest.approx([score])


def test_many_rows_score_as_each_alone():
    rows = np.random.default_rng(3).normal(size=(77, 2)).astype(np.float32)
    alone = [float(layers()(row[None])[0]) for row in rows]
    assert layers()(rows) == pytest.approx(alone, rel=1e-5)
    assert layers()(rows[:0]).shape == (0,)
