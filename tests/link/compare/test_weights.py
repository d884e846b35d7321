"""Features, their weights, and scores."""

import pytest

from sayso.link.claims.answers import SIGNS
from sayso.link.claims.decide import COMPARED
from sayso.link.claims.features import SAME, TABLE
from sayso.link.claims.turns import SIGNS as TURNS
from sayso.link.compare.weights import Feature, Scorer, chance


def test_a_score_is_a_sum_and_names_what_adds_most():
    scorer = Scorer((Feature("big", lambda x: x, 2.0), Feature("small", lambda x: x, 0.5)), -1.0)
    assert scorer.score(1.0) == (1.5, "big")


@pytest.mark.parametrize(
    ("model", "functions"),
    [
        ("same", SAME),
        ("same compared", COMPARED),
        ("against", TURNS),
        ("answers", SIGNS),
    ],
)
def test_every_feature_has_a_weight_in_the_table(model, functions):
    assert {each.name for each in Scorer.of(model, functions, TABLE).features} == set(functions)


def test_a_chance_lies_between_none_and_one():
    assert chance(0) == 0.5
    assert 0 < chance(-1000) < chance(1000) < 1
