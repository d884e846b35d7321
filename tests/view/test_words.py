"""Words as they stand inside a line: quoted, shortened, joined; percentages."""

import pytest

from sayso.english.excerpts import shorten
from sayso.records import Span
from sayso.view.words import counted, counted_statements, joined, percent, quoted, sureness, within


@pytest.mark.parametrize(
    ("spans", "limit", "words"),
    [
        ([(0, 9)], 40, "The talks"),
        ([(0, 9), (23, 36)], 40, "The talks … in Port Almis"),
        ([(0, 37)], 17, "The talks will …"),
        ([(0, 9), (23, 36)], 20, "The talks … in …"),
        ([], 20, ""),
    ],
)
def test_quoted_words_keep_to_their_limit(
    spans: list[tuple[int, int]], limit: int, words: str
) -> None:
    text = "The talks will be held in Port Almis."
    assert shorten(quoted(text, [Span(*span) for span in spans]), limit) == words
    assert len(words) <= limit


def test_a_long_word_is_cut_and_a_long_run_of_spaces_is_one() -> None:
    assert shorten("W" * 100, 10) == "WWWWWWWW …"
    assert quoted("a" + " " * 100 + "b", [Span(0, 102)]) == "a b"


def test_what_holds_no_words_is_left_out() -> None:
    assert quoted("a  b", [Span(0, 1), Span(1, 3), Span(3, 4)]) == "a … b"


@pytest.mark.parametrize(
    ("score", "words"),
    [(0, "0%"), (0.001, "1%"), (0.504, "50%"), (0.93, "93%"), (0.9999, "99%"), (1, "100%")],
)
def test_a_percentage_never_rounds_to_certainty(score: float, words: str) -> None:
    assert percent(score) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 articles"), (1, "1 article"), (12, "12 articles")]
)
def test_a_number_has_its_noun(number: int, words: str) -> None:
    assert counted(number, "article") == words


@pytest.mark.parametrize(
    ("words", "listed"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_joined_as_in_a_sentence(words: list[str], listed: str) -> None:
    assert joined(words) == listed


@pytest.mark.parametrize(
    ("sentence", "inside"),
    [
        ("The text does not say.", "the text does not say"),
        ("OTA does not say.", "OTA does not say"),
        ("“He”: nobody.", "“He”: nobody"),
        ("A quotation.", "a quotation"),
        ("", ""),
    ],
)
def test_a_sentence_stands_inside_another(sentence: str, inside: str) -> None:
    assert within(sentence) == inside


def test_statements_that_were_not_said_are_counted_apart() -> None:
    assert counted_statements(["yes", "no", "yes", "no", "asked"]) == (
        "2 statements · 2 not said · 1 asked whether"
    )
    assert counted_statements(["yes"]) == "1 statement"


@pytest.mark.parametrize(
    ("score", "words"),
    [(1.0, "very sure"), (0.95, "very sure"), (0.94, "fairly sure"), (0.8, "fairly sure"),
     (0.79, "rather sure"), (0.7, "rather sure"), (0.69, "unsure"), (0.0, "unsure")],
)  # fmt: skip
def test_scores_read_as_words(score: float, words: str) -> None:
    assert sureness(score) == words
