"""Odd characters, excerpts, percentages and dates as people see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.wording import (
    ODD,
    day,
    duration,
    excerpt,
    interval,
    joined,
    one_line,
    percent,
    visible,
    within,
)
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
        ("2031-03-01", "2031-03-31", "March 2031"),
        ("some day", "some day", "some day"),
    ],
)
def test_days_in_words(start: str, end: str, words: str) -> None:
    assert day(Moment(start, end, "day")) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, ""),
        ("2031-03-14", None, "from 14 March 2031"),
        (None, "2031-03-14", "until 14 March 2031"),
        ("2031-03-14", "2031-03-20", "14 to 20 March 2031"),
        ("2031-03-14", "2031-04-02", "14 March 2031 to 2 April 2031"),
        ("2028-02-01", "2028-02-29", "February 2028"),
        ("2031-02-01", "2031-03-31", "February 2031 to March 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2020-01-01", "2029-12-31", "2020 to 2029"),
        ("9999-01-01", "9999-12-31", "9999"),
        ("2031-03-01", "2031-03-30", "1 to 30 March 2031"),
        ("2031-13-01", "2031-13-31", "2031-13-01 to 2031-13-31"),
    ],
)
def test_intervals_in_words(start: str | None, end: str | None, words: str) -> None:
    assert interval(start, end) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P3D", "3 days"),
        ("P1Y", "1 year"),
        ("PT2H30M", "2 hours and 30 minutes"),
        ("P1Y2M3D", "1 year, 2 months and 3 days"),
        ("P", ""),
        ("PXD", ""),
        ("2031-03", ""),
    ],
)
def test_durations_in_words(value: str, words: str) -> None:
    assert duration(value) == words


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
