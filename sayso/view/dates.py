"""Days, intervals and durations of ISO 8601 -> words."""

import re
from calendar import monthrange
from datetime import date

from sayso.english.calendar import months
from sayso.records import Moment
from sayso.view.words import counted, joined

_MONTHS = tuple(name.capitalize() for name in months())
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
# A duration, a group for each unit: "P1Y2M3D", "P2W", "PT2H30M".
_DURATION = re.compile(
    r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)


def day(moment: Moment | None) -> str:
    """Return a moment in words: "3 March 2031, 09:30 UTC", "March 2031", "3 to 5 March 2031"."""
    if not moment:
        return ""
    if not moment.time:
        return interval(moment.start, moment.end)
    return f"{_day(moment.time[:10])}, {_clock(moment)}"


def instant(moment: Moment | None) -> str:
    """Return a moment as "2031-03-14 09:30 UTC", nothing where a day is all."""
    return f"{moment.time[:10]} {_clock(moment)}" if moment and moment.time else ""


def _clock(moment: Moment) -> str:
    return f"{moment.time[11:16]}{' UTC' * moment.time.endswith('Z')}"


def interval(start: str | None, end: str | None) -> str:
    """Return an interval of ISO 8601 days, both included, in words; None is no bound."""
    if not start or not end:
        return f"from {_day(start)}" if start else f"until {_day(end)}" if end else ""
    if start == end:
        return _day(start)
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return f"{start} to {end}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _whole_months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


def _whole_months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return " to ".join(dict.fromkeys((_month(first), _month(last))))


def _day(iso: str) -> str:
    try:
        known = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{known.day} {_month(known)}"


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def duration(value: str) -> str:
    """Return a duration of ISO 8601 in words ("P3D" is "3 days"), or nothing for another value."""
    match = _DURATION.fullmatch(value)
    if not match:
        return ""
    amounts = zip(match.groups(), _UNITS, strict=True)
    return joined([counted(int(n), unit) for n, unit in amounts if n])
