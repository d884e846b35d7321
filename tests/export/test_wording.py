"""Odd characters, excerpts, percentages and dates as people see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.wording import ODD, day, excerpt, one_line, percent, visible
from sayso.records import Moment, Span


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b2J", "\ufffd2J"),
        ("\u202egnorw\u202c", "⇄gnorw⇄"),
        ("\u2066@name\u2069", "⇄@name⇄"),
        ("a\u2028b", "a␤b"),
        ("\ud800 \ufffe", "\ufffd \ufffd"),
        ("tab\tline\nreturn\r", "tab\tline\nreturn\r"),
        ("e\u0301 👩\u200d🚀 \u200fשלום", "e\u0301 👩\u200d🚀 \u200fשלום"),
    ],
)
def test_odd_characters_become_symbols(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_visible_keeps_every_offset_and_leaves_nothing_odd(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not ODD.search(shown)
    assert shown.encode("utf-8").decode("utf-8") == shown


def test_one_line_is_one_line() -> None:
    assert one_line(" a\n\n b\t\x1bc ") == "a b ␛c"


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
def test_an_excerpt_keeps_to_its_limit(
    spans: list[tuple[int, int]], limit: int, words: str
) -> None:
    text = "The talks will be held in Port Almis."
    assert excerpt(text, [Span(*span) for span in spans], limit) == words
    assert len(words) <= limit


def test_an_excerpt_cuts_a_long_word_and_a_long_run_of_spaces() -> None:
    assert excerpt("W" * 100, [Span(0, 100)], 10) == "WWWWWWWW …"
    assert excerpt("a" + " " * 100 + "b", [Span(0, 102)], 10) == "a …"


@pytest.mark.parametrize(
    ("score", "words"),
    [(0, "0%"), (0.001, "1%"), (0.504, "50%"), (0.93, "93%"), (0.9999, "99%"), (1, "100%")],
)
def test_a_percentage_never_rounds_to_certainty(score: float, words: str) -> None:
    assert percent(score) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-03-14", "2031-03-14", "14 March 2031"),
        ("2031-03-01", "2031-03-31", "2031-03-01 to 2031-03-31"),
        ("some day", "some day", "some day"),
    ],
)
def test_days_in_words(start: str, end: str, words: str) -> None:
    assert day(Moment(start, end, "day")) == words
