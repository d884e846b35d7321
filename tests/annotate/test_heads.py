"""The layout of the encoder's scores."""

import numpy as np
import pytest

from sayso.annotate.heads import WIDTHS, heads, softmax


def test_scores_are_parted_in_order():
    scores = np.arange(2 * sum(WIDTHS), dtype=np.float32).reshape(2, -1)
    parts = heads(scores)
    assert [part.shape for part in parts] == [(2, width) for width in WIDTHS]
    assert np.array_equal(np.hstack(parts), scores)


@pytest.mark.parametrize("scores", [[0.0, 0.0], [1000.0, 0.0], [[1.0, 2.0], [-5.0, 5.0]]])
def test_chances_sum_to_one(scores):
    chances = softmax(np.array(scores, dtype=np.float32))
    assert chances.sum(axis=-1) == pytest.approx(1)
    assert (chances.argmax(axis=-1) == np.argmax(scores, axis=-1)).all()
