"""Words shortened for a line or a reason."""

import pytest

from sayso.english.excerpts import REASON, excerpt, shorten
from sayso.records import Span

SHORTENED = [
    ("The bridge fell.", 60, "The bridge fell."),
    ("The  bridge\nfell.", 60, "The bridge fell."),
    ("The bridge over the Lethe fell.", 20, "The bridge over …"),
    ("Donaudampfschifffahrt", 10, "Donaudam …"),
    ("", 10, ""),
]


@pytest.mark.parametrize(("words", "most", "line"), SHORTENED)
def test_words_are_cut_at_a_space(words, most, line):
    assert shorten(words, most) == line
    assert len(line) <= most


def test_an_excerpt_shows_where_words_are_left_out():
    text = "Karsk, said Ana Ruel, the minister, is lost."
    assert excerpt(text, [Span(0, 5), Span(36, 43)]) == "Karsk … is lost"


def test_an_excerpt_is_as_long_as_a_reason_allows():
    text = "The bridge over the Lethe fell in the night. " * 3
    assert len(excerpt(text, [Span(0, len(text))])) <= REASON
