"""The pair model: the same whatever stands beside a pair, and no order where none is meant."""

import numpy as np
import pytest

from sayso.link.compare.comparer import Comparer, Shipped, chances

PAIRS = [
    ("Ruel has sold the port of Karsk", "The port of Karsk was sold by Ruel"),
    ("Ruel has sold the port of Karsk", "Ruel denied that he had sold the port of Karsk"),
    ("A blast in Karsk killed 23 people", "The blast killed 90 people in Karsk"),
    ("Ruel has sold the port of Karsk", "The price of bread in Almis rose on Tuesday"),
    ("", ""),
]


@pytest.fixture(scope="module")
def comparer():
    return Comparer.load(threads=2)


def test_a_pair_is_read_alike_alone_and_among_others(comparer):
    together = comparer(PAIRS * 3)
    assert together[: len(PAIRS)] == [comparer([pair])[0] for pair in PAIRS]
    assert together[: len(PAIRS)] == Comparer.load(threads=1)(PAIRS)


def test_the_order_of_two_texts_makes_no_difference(comparer):
    turned = [(text, claim) for claim, text in PAIRS]
    assert comparer.compare(PAIRS) == comparer.compare(turned)


def test_what_two_texts_are_to_each_other(comparer):
    same, denial, conflict, apart, nothing = comparer.compare(PAIRS)
    assert same.same > 0.5
    assert denial.denies + denial.conflicts > 0.5
    assert conflict.conflicts + conflict.denies > 0.5
    assert apart.unrelated > 0.5
    for each in (same, denial, conflict, apart, nothing):
        assert each.same + each.denies + each.conflicts + each.unrelated == pytest.approx(1)
        assert each.for_ + each.against + each.observing == pytest.approx(1)


def test_calibrated_scores_become_probabilities():
    assert chances(np.array([1.0, 1.0]), np.array([2.0, 0, 0])) == [0.5, 0.5]
    assert chances(np.array([0.0, 0.0]), np.array([1.0, 0, 800]))[1] == pytest.approx(1)


def test_statements_have_a_model_of_their_own_that_is_loaded_when_asked():
    assert Shipped().compare([]) == []
    once = Shipped()
    assert once.compare(PAIRS * 2) == once.compare(PAIRS) * 2
    turned = [(text, claim) for claim, text in PAIRS]
    assert Shipped().compare(PAIRS) == Shipped().compare(turned)
    same, denial, *_ = Shipped().compare(PAIRS)
    assert same.same > denial.same
