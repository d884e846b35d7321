"""Tokens around a place, and phrases among them."""

from sayso.link.positions.worded import holder_name, opening, tokens
from sayso.records import Span


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text, Span(0, len(text)))]


def test_a_contracted_verb_is_two_tokens_where_they_stand():
    text = "It isn’t so."
    every = tokens(text, Span(0, len(text)))
    assert [(each.word, each.span.of(text)) for each in every] == [
        ("it", "It"), ("is", "is"), ("not", "n’t"), ("so", "so"), (".", ".")
    ]  # fmt: skip
    assert words("cannot won't") == ["can", "not", "wo", "not"]


def test_the_longest_phrase_of_a_table_opens():
    text = "fell under the control of Velmark"
    assert opening(tokens(text, Span(0, len(text))), "after") == ("holds", 5)


def test_a_holder_ends_at_a_mark():
    text = "the Skerran army, they said"
    name = holder_name(tokens(text, Span(0, len(text))), backwards=False)
    assert [each.word for each in name] == ["the", "skerran", "army"]
