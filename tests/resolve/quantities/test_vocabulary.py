"""Words that count, and words that are counted."""

import pytest

from sayso.resolve.quantities import vocabulary


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("killed", "killed"), ("bodies", "killed"), ("shot down", "intercepted"), ("shot", ""),
     ("down", ""), ("fled", "displaced"), ("casualties", "casualties")],
)  # fmt: skip
def test_what_became_of_them(words, wanted):
    assert vocabulary.outcome(words) == wanted


@pytest.mark.parametrize(
    ("word", "one", "wanted"),
    [("soldiers", False, True), ("soldier", True, True), ("soldier", False, False),
     ("men", False, True), ("was", False, False), ("days", False, False), ("cross", False, False),
     ("tanks", True, False)],
)  # fmt: skip
def test_what_is_counted(word, one, wanted):
    assert vocabulary.is_counted(word, one=one) is wanted


def test_money_is_measured():
    assert vocabulary.currency("$") == "dollars"
    assert not vocabulary.currency("#")
    assert {"dollars", "square miles"} <= vocabulary.measured()
