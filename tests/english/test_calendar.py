"""Names of months and days of the week, in full and in short."""

import pytest

from sayso.english.calendar import date_names, months, short_months, short_weekdays, weekdays
from sayso.english.numbers import number_words, uncounted


def test_months_and_weekdays_come_in_their_order():
    assert list(months().values()) == list(range(1, 13))
    assert list(weekdays()) == [
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]


@pytest.mark.parametrize(("short", "number"), [("jan", 1), ("sep", 9), ("sept", 9), ("dec", 12)])
def test_a_month_has_short_forms(short, number):
    assert short_months()[short] == number


@pytest.mark.parametrize(("short", "number"), [("mon", 1), ("tues", 2), ("thurs", 4), ("sun", 7)])
def test_a_weekday_has_short_forms(short, number):
    assert short_weekdays()[short] == number


def test_may_has_no_short_form():
    assert "may" in months()
    assert "may" not in short_months()


def test_names_of_both():
    assert {"march", "tuesday"} <= date_names()
    assert len(date_names()) == 19


@pytest.mark.parametrize(
    ("word", "kind", "number"),
    [
        ("one", "cardinal", 1),
        ("nineteen", "cardinal", 19),
        ("forty", "tens", 40),
        ("thousand", "scale", 1000),
        ("third", "ordinal", 3),
        ("thirtieth", "ordinal", 30),
    ],
)
def test_a_word_tells_its_number(word, kind, number):
    assert number_words(kind)[word] == number


def test_dozens_tell_no_number():
    assert "dozens" in uncounted()
    assert "dozens" not in number_words("cardinal", "tens", "scale", "ordinal")
