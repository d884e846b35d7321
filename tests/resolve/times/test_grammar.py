"""Which rule reads which tokens."""

import pytest

from sayso.resolve.times.grammar import expressions_in, rules
from tests.resolve.times.reading import tokens_of


def read(text):
    return [(e.rule.does, e.shown) for e in expressions_in(tokens_of(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained on March 3, 2014.", [("calendar", "March 3, 2014")]),
        ("It rained on 3/4/2014 here.", [("numeric", "3/4/2014")]),
        ("It rained last Friday.", [("weekday", "last Friday")]),
        ("It rained last week.", [("unit", "last week")]),
        ("It rained two days ago.", [("ago", "two days ago")]),
        ("It rained for two days.", [("duration", "two days")]),
        ("It rained over the past two years.", [("span", "the past two years")]),
        ("It rains every Friday.", [("recurring", "every Friday")]),
        ("It rained at 7 p.m. Friday.", [("clock", "7 p.m. Friday")]),
        ("It rained this morning.", [("part", "this morning")]),
        ("It rained in the 1990s.", [("decade", "the 1990s")]),
        ("It rained in the third quarter.", [("quarter", "the third quarter")]),
        ("It will last two days.", [("duration", "two days")]),
        ("It ended on Feb. 3. It rained.", [("calendar", "Feb. 3")]),
        ("Nobody came, and it was cold.", []),
    ],
)
def test_expressions(text, wanted):
    assert read(text) == wanted


def test_an_expression_tells_its_parts_and_what_stands_around_it():
    (expression,) = expressions_in(tokens_of("It fell on last Friday again."))
    assert expression.word("wday") == "friday"
    assert expression.word("absent") == ""
    assert (expression.before(), expression.after()) == ("on", "again")


def test_a_rule_that_needs_a_word_does_not_match_without_it():
    needing = [rule for rule in rules() if rule.holds]
    assert needing
    assert all(rule.does for rule in rules())
