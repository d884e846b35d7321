"""Windows -> batches."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from sayso.annotate.linking import NONE_FEATURES, PAIR_FEATURES  # noqa: E402
from train.data import Links, _link_batch  # noqa: E402


def links(rows: int, columns: int) -> Links:
    return Links(
        rows=np.ones((rows, 2), dtype=np.int64),
        columns=np.ones((columns, 2), dtype=np.int64),
        target=np.zeros(rows, dtype=np.int64),
        pairs=np.ones((rows, columns, PAIR_FEATURES), dtype=np.float32),
        none=np.ones((rows, NONE_FEATURES), dtype=np.float32),
    )


def test_a_window_may_hold_more_to_link_to_than_those_that_link_anything():
    batch = _link_batch([links(1, 2), links(0, 4)])
    assert batch["columns"].shape == (1, 2, 2)
    assert batch["real"].tolist() == [[True, True]]
