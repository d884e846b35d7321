"""Words for numbers."""

import pytest

from sayso.english.numbers import number_words, uncounted, zeros


@pytest.mark.parametrize(
    ("kind", "word", "number"),
    [
        ("cardinal", "seven", 7),
        ("tens", "forty", 40),
        ("scale", "hundred", 100),
        ("ordinal", "third", 3),
    ],
)
def test_words(kind, word, number):
    assert number_words(kind)[word] == number
    assert word not in uncounted()


def test_kinds_may_be_asked_together():
    both = number_words("cardinal", "tens")
    assert both.keys() == number_words("cardinal").keys() | number_words("tens").keys()
    assert "third" not in both
    assert "dozens" in uncounted()


def test_words_for_none_are_no_number_that_counts():
    assert {"no", "nobody", "zero", "not a single"} <= zeros()
    assert zeros().isdisjoint(number_words("cardinal").keys() | uncounted())
