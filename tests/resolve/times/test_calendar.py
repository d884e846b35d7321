"""Periods of the calendar: their values, and their first and last day."""

from datetime import date

import pytest

from sayso.resolve.times.calendar import (
    containing,
    easter,
    holiday,
    moved,
    narrowed,
    season,
    shifted,
    week,
    weekend,
    year,
    years,
)


def shown(period):
    return f"{period.value} {period.start} {period.end}"


LEAP = date(2024, 2, 29)  # a Thursday


@pytest.mark.parametrize(
    ("grain", "wanted"),
    [
        ("day", "2024-02-29 2024-02-29 2024-02-29"),
        ("week", "2024-W09 2024-02-26 2024-03-03"),
        ("weekend", "2024-W09-WE 2024-03-02 2024-03-03"),
        ("month", "2024-02 2024-02-01 2024-02-29"),
        ("quarter", "2024-Q1 2024-01-01 2024-03-31"),
        ("half", "2024-H1 2024-01-01 2024-06-30"),
        ("year", "2024 2024-01-01 2024-12-31"),
        ("decade", "202 2020-01-01 2029-12-31"),
        ("century", "20 2000-01-01 2099-12-31"),
    ],
)
def test_the_period_that_holds_a_day(grain, wanted):
    assert shown(containing(grain, LEAP)) == wanted


@pytest.mark.parametrize(
    ("on", "wanted"),
    [(date(2021, 1, 3), "2020-W53"), (date(2018, 12, 31), "2019-W01"), (LEAP, "2024-W09")],
)
def test_a_week_belongs_to_the_year_of_its_thursday(on, wanted):
    assert week(on).value == wanted
    assert weekend(on).value == f"{wanted}-WE"


@pytest.mark.parametrize(
    ("period", "by", "wanted"),
    [
        (containing("month", date(2023, 1, 31)), 1, "2023-02"),
        (containing("month", date(2023, 1, 31)), -13, "2021-12"),
        (containing("quarter", LEAP), -1, "2023-Q4"),
        (containing("week", LEAP), 2, "2024-W11"),
        (season(2023, "winter"), 1, "2024-WI"),
        (years("decade", 1990), -1, "198"),
        (year(2023), 2, "2025"),
    ],
)
def test_a_period_some_places_on(period, by, wanted):
    assert shifted(period, by).value == wanted


@pytest.mark.parametrize(
    ("on", "grain", "n", "wanted"),
    [
        (LEAP, "year", -1, "2023-02-28"),
        (date(2023, 3, 31), "month", -1, "2023-02-28"),
        (LEAP, "decade", 1, "2034-02-28"),
        (LEAP, "week", 2, "2024-03-14"),
        (LEAP, "day", 1, "2024-03-01"),
    ],
)
def test_a_day_some_units_away(on, grain, n, wanted):
    assert moved(on, grain, n).isoformat() == wanted


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("12-25", "2023-12-25"),
        ("11-4-4", "2023-11-23"),  # the fourth Thursday of November
        ("5-5-1", "2023-05-29"),  # the last Monday of May
        ("11-1-2", "2023-11-07"),  # the Tuesday after the first Monday
        ("easter+0", "2023-04-09"),
        ("easter+1", "2023-04-10"),
        ("easter-2", "2023-04-07"),
        ("easter+w", "2023-W14"),
    ],
)
def test_holidays(rule, wanted):
    assert holiday(rule, 2023).value == wanted


def test_easter():
    days = [easter(of).strftime("%m-%d") for of in (1961, 2000, 2008, 2011, 2038)]
    assert days == ["04-02", "04-23", "03-23", "04-24", "04-25"]


@pytest.mark.parametrize(
    ("period", "part", "wanted"),
    [
        (year(2014), "early", "2014 2014-01-01 2014-06-30"),
        (year(2014), "mid", "2014 2014-04-01 2014-09-30"),
        (year(2014), "late", "2014 2014-07-01 2014-12-31"),
        (years("decade", 1990), "late", "199 1995-01-01 1999-12-31"),
        (containing("month", date(2023, 5, 1)), "late", "2023-05 2023-05-16 2023-05-31"),
        (containing("day", LEAP), "late", "2024-02-29 2024-02-29 2024-02-29"),
        (year(2014), "", "2014 2014-01-01 2014-12-31"),
    ],
)
def test_a_part_of_a_period(period, part, wanted):
    assert shown(narrowed(period, part)) == wanted
