"""Stances and pairs are measured as they should be, and absent corpora are told."""

import pytest

from bench.tasks.across import pairs, stance
from corpora.across.pairs import Pair
from sayso.errors import ReadError
from sayso.link.compare import Compared

SAME, APART = frozenset({"same"}), frozenset({"conflicts", "unrelated"})
DENIED = frozenset({"denies", "conflicts"})


def read(same, denies=0.0):
    return Compared(same, denies, 0.0, 1 - same - denies, 1.0, 0.0, 0.0)


def test_pairs_are_ranked_and_denials_told_apart():
    given = [Pair("a", str(n), sameness=s) for n, s in enumerate((SAME, APART, SAME, DENIED))]
    measured = pairs.measured(given, [read(0.9), read(0.8), read(0.3, 0.6), read(0.1, 0.9)])
    assert measured["average_precision"] == pytest.approx((1 + 2 / 3) / 2)
    assert measured["recall_at_90"] == 0.5
    assert measured["denials_right"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("task", "data"), [(stance, d) for d in stance.DATA] + [(pairs, d) for d in pairs.DATA]
)
def test_an_absent_corpus_is_told(task, data, tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    with pytest.raises(ReadError) as error:
        task.figures(data)
    assert error.value.kind == "absent"
