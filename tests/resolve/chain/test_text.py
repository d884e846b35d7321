"""Texts with what others say blanked out."""

import pytest

from sayso.records import Span
from sayso.resolve.chain.text import BLANK, blank


@pytest.mark.parametrize(
    ("spans", "wanted"),
    [
        ([], "It rained."),
        ([Span(0, 2)], "__ rained."),
        ([Span(3, 6), Span(0, 2)], "__ ___ned."),
        ([Span(0, 4), Span(2, 6)], "______ned."),
        ([Span(9, 10)], "It rained_"),
    ],
)
def test_blanks_keep_the_length(spans, wanted):
    assert blank("It rained.", spans).replace(BLANK, "_") == wanted
