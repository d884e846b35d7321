"""Pairs of labelled stories as examples: what is learnt, what is held."""

import gzip
import json

import pytest

torch = pytest.importorskip("torch")

from train.pairs.candidates import NONE, candidates  # noqa: E402

HELD = {
    "texts": ["Ruel said: the dam broke", "Bo said: it did not", "Bo said: rain"],
    "rows": [
        [0, 1, "against", "s004", -1.0],
        [0, 2, "apart", "s005", -4.0],
        [1, 2, "unread", "unread", -1.0],
        [0, 2, "test", "conflict", 1.0],
    ],
}


def test_what_is_held_or_a_test_is_never_learnt(tmp_path):
    path = tmp_path / "pairs.json.gz"
    path.write_bytes(gzip.compress(json.dumps(HELD).encode()))
    made = candidates(path)
    assert made.learnt(4, unread=False) == [1]
    assert made.learnt(4, unread=True) == [1, 2]
    assert made.learnt(NONE, unread=False) == [0, 1]
    assert [row.allowed for row in made.held(4)] == [made.rows[0].allowed]
    assert made.rows[0].allowed == (False, True, False, False, False, True, True, False)
    assert all(made.rows[2].allowed)
