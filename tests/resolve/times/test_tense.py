"""Which way the clause around an expression points, and by which word."""

import pytest

from sayso.resolve.times.grammar import expressions_in
from sayso.resolve.times.tense import ends_between
from tests.resolve.times.reading import tokens_of


@pytest.mark.parametrize(
    ("text", "way", "word"),
    [
        ("They met on Friday.", "past", "met"),
        ("They will meet on Friday.", "future", "will"),
        ("They repaired it on Friday.", "past", "repaired"),
        ("On Friday they will meet.", "future", "will"),
        ("They would have come on Friday.", "past", "have"),
        ("They plan to meet on Friday.", "future", "plan to meet"),
        ("It rained. They meet on Friday.", "none", ""),
        ("It rained; they meet on Friday.", "none", ""),
        ("The vote is scheduled for Friday.", "future", "scheduled"),
    ],
)
def test_the_way_of_a_clause(text, way, word):
    (expression,) = expressions_in(tokens_of(text))
    assert (expression.cue.way.value, expression.cue.word) == (way, word)


def test_where_a_sentence_ends():
    read = tokens_of("It rained. They left, all of them")
    assert ends_between(read, 0, 5)
    assert not ends_between(read, 3, 6)
    assert ends_between(tokens_of("a " * 90), 0, 80)
