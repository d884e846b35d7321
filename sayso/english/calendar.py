"""Names of months and days of the week -> their numbers: `sayso/data/english/calendar.csv`.

A month's number is 1 to 12, a day's that of ISO 8601, Monday 1 to Sunday 7.
"""

from collections.abc import Mapping
from functools import cache

from sayso.english.tables import rows


@cache
def months() -> Mapping[str, int]:
    """Return the months in their order, in small letters and in full."""
    return _names("month")


@cache
def short_months() -> Mapping[str, int]:
    """Return the short forms of months: "jan", "sept"."""
    return _short_forms("month")


@cache
def weekdays() -> Mapping[str, int]:
    """Return the days of the week in their order, in small letters and in full."""
    return _names("weekday")


@cache
def short_weekdays() -> Mapping[str, int]:
    """Return the short forms of days of the week: "mon", "thurs"."""
    return _short_forms("weekday")


@cache
def date_names() -> frozenset[str]:
    """Return the names of months and of days of the week, in small letters and in full."""
    return frozenset({*months(), *weekdays()})


def _names(kind: str) -> dict[str, int]:
    table = rows("english/calendar.csv")
    return {row["name"]: int(row["number"]) for row in table if row["kind"] == kind}


def _short_forms(kind: str) -> dict[str, int]:
    return {
        short: int(row["number"])
        for row in rows("english/calendar.csv")
        if row["kind"] == kind
        for short in row["short"].split()
    }
