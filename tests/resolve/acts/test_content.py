"""Contents in plain words: main clause, condition, negation and hedges."""

import pytest

from sayso.records import Span
from sayso.resolve.acts.content import content_of, hedge, is_negated, plainly


@pytest.mark.parametrize(
    ("text", "main", "condition"),
    [
        ("that it would rain", "it would rain", ""),
        ("it would rain if the wind turned", "it would rain", "if the wind turned"),
        ("if the wind turned, it would rain", "it would rain", "if the wind turned"),
        ("it waits. It rained.", "it waits", ""),
    ],
)
def test_main_clause_and_condition(text, main, condition):
    content = content_of(text, (Span(0, len(text)),))
    assert content.main.strip(" .") == main
    assert content.text[slice(*content.condition)] == condition


@pytest.mark.parametrize(
    ("clause", "negated"),
    [
        ("it is not open", True),
        ("nobody was hurt", True),
        ("it isn't open", True),
        ("it is open", False),
        ("it is not only open", False),
    ],
)
def test_negation(clause, negated):
    assert is_negated(clause) is negated


@pytest.mark.parametrize(
    ("clause", "words"), [("it may rain", "may"), ("it will rain", ""), ("it rained", "")]
)
def test_hedges(clause, words):
    assert hedge(clause) == words


def test_places_of_a_content_in_pieces():
    text = "It waits, she said, if asked."
    content = content_of(text, (Span(0, 8), Span(20, 28)))
    (condition,) = content.spans(content.condition)
    assert condition.of(text) == "if asked"


@pytest.mark.parametrize("words", ["“It’s—OK”", "İstanbul", "ẞ", ""])
def test_plain_words_are_as_long_as_those_written(words):
    assert len(plainly(words)) == len(words)
    assert plainly(words) == plainly(plainly(words))
