"""Labelled claims, and which statement has a labelled stretch."""

import pytest

from corpora.across.claims import Labelled, statement_at
from sayso.records import Span, Statement

LONG = Statement("st_1", "indirect", 0.9, (), (), (Span(0, 100),), "")
SHORT = Statement("st_2", "indirect", 0.9, (), (), (Span(60, 80),), "")


@pytest.mark.parametrize(
    ("span", "statement"),
    [
        ((0, 50), LONG),  # covered whole
        ((60, 80), LONG),  # of equals the first
        ((55, 160), SHORT),  # the short one lies in it, the long one covers less than half
        ((90, 140), None),
        ((200, 220), None),
    ],
)
def test_a_stretch_is_of_the_statement_that_covers_it_or_lies_in_it(span, statement):
    assert statement_at(Labelled("a", Span(*span)), [LONG, SHORT]) == statement
