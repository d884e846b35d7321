"""What the rules of times share: which of several days is meant, and words for numbers."""

from datetime import date

import pytest

from sayso.resolve.times.calendar import day, month
from sayso.resolve.times.context import (
    Base,
    Context,
    full_year,
    month_of,
    nearest,
    ordinal,
    relation,
    relative,
    singular,
    weekday_near,
    weekday_of,
)
from sayso.resolve.times.tense import Way

TODAY = date(2023, 3, 1)  # a Wednesday


@pytest.mark.parametrize(
    ("number", "rel", "way", "wanted"),
    [
        (0, "", Way.PAST, "2023-02-27"),
        (0, "", Way.FUTURE, "2023-03-06"),
        (0, "", Way.NONE, "2023-02-27"),
        (2, "", Way.FUTURE, "2023-03-01"),
        (2, "last", Way.NONE, "2023-02-22"),
        (2, "next", Way.NONE, "2023-03-08"),
        (4, "this", Way.PAST, "2023-03-03"),
        (0, "this", Way.NONE, "2023-02-27"),
    ],
)
def test_which_weekday_is_meant(number, rel, way, wanted):
    assert weekday_near(number, TODAY, rel, way).value == wanted


MAYS = [month(year, 5) for year in (2021, 2022, 2023, 2024)]


@pytest.mark.parametrize(
    ("yearly", "way", "wanted"),
    [
        (MAYS, Way.PAST, "2022-05"),
        (MAYS, Way.FUTURE, "2023-05"),
        (MAYS, Way.NONE, "2023-05"),
        ([day(date(2022, 3, 3)), day(date(2023, 3, 3))], Way.PAST, "2023-03-03"),
        ([None, month(2022, 5)], Way.FUTURE, "2022-05"),
    ],
)
def test_which_of_what_comes_once_a_year_is_meant(yearly, way, wanted):
    assert nearest(yearly, TODAY, way).value == wanted


def test_of_nothing_nothing_is_meant():
    assert nearest([None], TODAY, Way.PAST) is None


@pytest.mark.parametrize(
    ("word", "year"),
    [("2014", 2014), ("'82", 1982), ("’24", 2024), ("nineteen ninety-seven", 1997)],
)
def test_years(word, year):
    assert full_year(word, TODAY) == year


def test_words_that_are_no_year():
    with pytest.raises(ValueError, match="is no year"):
        full_year("twenty horses", TODAY)


def test_words_for_numbers_months_days_and_units():
    assert [ordinal(word) for word in ("third", "3rd", "3", "horse")] == [3, 3, 3, 0]
    assert [month_of(word) for word in ("may", "sept")] == [5, 9]
    assert [weekday_of(word) for word in ("monday", "sundays", "wed")] == [0, 6, 2]
    assert [singular(word) for word in ("weeks", "centuries", "day")] == ["week", "century", "day"]
    assert [relation(words) for words in ("this coming", "the past", "")] == ["coming", "past", ""]


@pytest.mark.parametrize(
    ("rel", "unit", "wanted"),
    [("last", "year", "2022"), ("this", "month", "2023-03"), ("next", "week", "2023-W10")],
)
def test_a_unit_beside_that_of_the_day(rel, unit, wanted):
    assert relative(Context(TODAY), rel, unit).value == wanted
    assert relative(Context(None), rel, unit) is None


@pytest.mark.parametrize(
    ("rel", "unit", "wanted"),
    [("same", "year", "2014"), ("following", "month", "2014-06"), ("previous", "year", "2013")],
)
def test_a_unit_beside_what_was_named_last(rel, unit, wanted):
    context = Context(TODAY, latest=month(2014, 5), of_grain={"month": (month(2014, 5), 3)})
    assert relative(context, rel, unit).value == wanted


def test_days_to_count_from():
    assert Base.of("2023-03-01T09:30", "2023-03-02")[:2] == (TODAY, date(2023, 3, 2))
    assert Base.of("soon", "2023-03-02")[:2] == (None, None)
