"""Figures in words, and which can both hold."""

from math import inf

import pytest

from sayso.link.compare.figures import agree, bounded, equal, figures, rivals, same_of_else

RANGES = [
    ("23 dead", 23, 23),
    ("at least 20 dead", 20, inf),
    ("up to 50 dead", 0, 50),
    ("between 20 and 30 dead", 20, 30),
    ("twenty-three dead", 23, 23),
    ("1,200 dead", 1200, 1200),
    ("40 thousand dead", 40_000, 40_000),
    ("nearly $8 trillion", 6.8e12, 8e12),
    ("about 100 dead", 80, 120),
    ("not one soldier", 0, 0),
    ("not even a single civilian", 0, 0),
    ("none of our men", 0, 0),
    ("no casualties", 0, 0),
    ("zero rockets", 0, 0),
    ("not one but two soldiers", 2, 2),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_figure_is_a_range(text, low, high):
    (figure,) = figures(text)
    assert (figure.low, figure.high) == pytest.approx((low, high))


@pytest.mark.parametrize("text", ["in 2019", "one of them", "no number at all", "no evidence"])
def test_years_and_one_are_no_figures(text):
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("a", "b", "disagree"),
    [
        ("at least 20 people were killed", "23 people were killed", False),
        ("12 people were killed", "40 people were killed", True),
        ("12 people were killed", "40 tanks were lost", False),
        ("12 people were killed", "nobody was killed", False),
        ("$5 million was paid", "5 million dollars were paid", False),
        ("10% of voters", "half of the 10 voters", False),
        ("fewer than 10 soldiers", "15 soldiers", True),
        ("not one soldier was killed", "23 soldiers were killed", True),
        ("no civilian was killed", "23 soldiers were killed", False),
        ("20 soldiers were killed", "5 civilians were killed", False),
        ("20 people were killed", "5 soldiers were killed", False),
        ("20 people were killed", "30 soldiers were killed", True),
        ("20 civilians were killed", "5 children were killed", False),
        ("5 women were killed", "3 doctors were killed", False),
        ("20 soldiers were killed", "30 soldiers were wounded", False),
        ("it killed 20 soldiers", "it wounded 30 soldiers", False),
        ("killed 20 soldiers and wounded 5", "20 soldiers were killed", False),
        ("none of our sailors was harmed", "four sailors were harmed", True),
        ("there were no casualties", "30 people were wounded", True),
        ("there were no casualties", "12 soldiers were killed", True),
        ("there were no casualties", "12 soldiers were captured", False),
        ("zero rockets had fallen", "six rockets had fallen", True),
        ("zero rockets had fallen", "six tanks had come", False),
    ],
)
def test_figures_of_one_thing_that_cannot_both_hold_are_rivals(a, b, disagree):
    one, other = figures(a), figures(b)
    assert rivals(one, other) == rivals(other, one) == disagree


def test_figures_agree_where_both_can_hold():
    assert agree(figures("at least 20 people died"), figures("23 people died"))
    assert not agree(figures("12 people died"), figures("23 people died"))
    assert not agree(figures("23 people died"), figures("23 tanks"))


def test_a_bound_and_a_number_agree_as_such_alone():
    least, twenty, more = (figures(f"{n} people died") for n in ("at least 20", "20", "23"))
    assert bounded(least, twenty)
    assert bounded(more, least)
    assert not bounded(twenty, twenty)
    assert not bounded(twenty, more)
    assert equal(least, twenty)
    assert not equal(least, more)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("30 soldiers were killed", "30 houses were destroyed", True),
        ("15 miners had died", "15 miners had been hurt", True),
        ("captured 20 soldiers", "captured 20 tanks", True),
        ("killed 30 people", "30 villagers died", False),
        ("30 killed and 5 wounded", "30 dead", False),
        ("30 villagers died", "40 tents burned", False),
    ],
)
def test_the_same_number_may_be_of_something_else(one, other, differ):
    assert same_of_else(figures(one), figures(other), str.__eq__, frozenset()) == differ


def test_what_is_part_of_a_name_is_no_figure():
    assert figures("SA-15 and F-16") == ()
