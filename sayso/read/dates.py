"""Dates as feeds, pages and bylines write them -> Moment, at the grain they were given in."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from sayso.english.calendar import months, short_months, short_weekdays, weekdays
from sayso.english.tables import either
from sayso.moments import utc
from sayso.records import Moment, Span

_MONTHS = {**months(), **short_months()}
_MONTH = rf"(?P<{{}}>{either(_MONTHS)})\b\.?"
_WEEKDAY = rf"{either({**weekdays(), **short_weekdays()})}\b\.?,?"
# A time of day with its zone: "at 09:30 (GMT)", "9.30 p.m. EST", "09:30:00.5+02:00".
_CLOCK = (
    r"(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d{1,6})?\s{0,2}(?:[ap]\.?m\b\.?)?"
    r"\s{0,2}\(?(?:\b(?:z|gmt|utc|c?est|cet|eest|eet|bst|[ecmp][sd]?t|ist|msk|local time)\b)?"
    r"(?:[+-]\d{2}:?\d{2})?\)?"
)
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{}>[12]\d{{3}})(?!\d)"

# ISO 8601 as it is met: separators may be missing, a time of day may follow: "20310314",
# "2031-03-14T09:30:00Z".
_ISO = re.compile(
    r"(?P<year>\d{4})(?:(?P<sep>[-/.]?)(?P<month>\d{2}|(?<=\D)\d)(?:(?P=sep)(?P<day>\d{2}|(?<=\D)\d)"
    r"(?:[T\s]\s{0,2}\d{1,2}[:.]?\d{2}.{0,40})?)?)?"
)
_NUMERIC = re.compile(r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>[12]\d{3})")

_UTC = re.compile(r"(?<=\d)\s*\(?(?:UTC|GMT)\)?$", re.IGNORECASE)
_RFC_2822 = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")

# A date in words, with the weekday before it and the time of day around it: "Friday 14th of March
# 2031, 9.30 am".
_WORDS = re.compile(
    rf"(?:{_CLOCK}[\s,]{{1,3}}(?:on\s+)?)?(?:{_WEEKDAY}\s{{0,2}})?(?:"
    rf"(?<!\d){_DAY.format('d1')}(?:\s+of)?[\s-]{{1,2}}{_MONTH.format('m1')},?[\s-]{{1,2}}{_YEAR.format('y1')}"
    rf"|\b{_MONTH.format('m2')}\s{{1,2}}{_DAY.format('d2')},?\s{{1,2}}{_YEAR.format('y2')}"
    rf"|\b{_MONTH.format('m3')},?\s{{1,2}}{_YEAR.format('y3')}"
    rf"|(?<!\d)(?P<y4>[12]\d{{3}})-(?P<m4>\d{{2}})-(?P<d4>\d{{2}})(?!\d)"
    rf")(?:[\s,T|/–—-]{{0,3}}{_CLOCK})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateInText:
    """A date found in a line: where it stands and what it means."""

    span: Span
    moment: Moment


def parse_date(value: str) -> Moment | None:
    """Return the date that `value` is, or None when it is not one unmistakable date.

    Takes ISO 8601 of any grain (a timestamp counts as the day that it writes, and its time is
    kept), RFC 2822 ("Fri, 14 Mar 2031 09:30:00 GMT"), dates in English words, and `14/03/2031`
    where only one order of day and month is possible.
    """
    moment = _date(value.strip())
    return replace(moment, time=_time(value.strip(), moment.start)) if moment else None


def _date(value: str) -> Moment | None:
    if match := _ISO.fullmatch(value):
        return _moment(match["year"], match["month"], match["day"])
    if match := _NUMERIC.fullmatch(value):
        return _numeric(int(match["a"]), int(match["b"]), match["year"])
    match = _WORDS.match(value)
    return _from_words(match) if match and match.end() == len(value) else None


def _time(value: str, day: str) -> str:
    """Return the instant that a timestamp of a day gives, in UTC, or its time of somewhere."""
    try:
        at = _timestamp(value)
        # Midnight is what programs make of a day without a time.
        if at.date().isoformat() != day or not (at.hour or at.minute or at.second):
            return ""
        if at.tzinfo is None:
            return at.isoformat(timespec="seconds")
        return utc(at)
    except (ValueError, OverflowError):  # of what is no timestamp, and in the last year of all
        return ""


def _timestamp(value: str) -> datetime:
    """Return what a timestamp of RFC 2822, or ISO 8601, gives. Raises ValueError for others."""
    if _RFC_2822.match(value):
        return parsedate_to_datetime(value)
    return datetime.fromisoformat(_UTC.sub("+00:00", value))


def find_dates(line: str) -> list[DateInText]:
    """Return the dates in words and in ISO form that stand in a line, in text order."""
    dates = []
    for match in _WORDS.finditer(line):
        moment = _from_words(match)
        if moment:
            dates.append(DateInText(Span(match.start(), match.end()), moment))
    return dates


def _from_words(match: re.Match[str]) -> Moment | None:
    for day, month, year in (("d1", "m1", "y1"), ("d2", "m2", "y2"), ("d4", "m4", "y4")):
        if match[year]:
            return _moment(match[year], _month_number(match[month]), match[day])
    return _moment(match["y3"], _month_number(match["m3"]), None)


def _month_number(name: str) -> str:
    return str(_MONTHS.get(name.lower(), name))


def _numeric(first: int, second: int, year: str) -> Moment | None:
    # 05/06/2031 is the fifth of June or the sixth of May: a guess would be no record.
    if first > 12 or first == second:
        return _moment(year, str(second), str(first))
    return _moment(year, str(first), str(second)) if second > 12 else None


def _moment(year: str, month: str | None, day: str | None) -> Moment | None:
    number = int(year)
    if number < 1000 or (month is not None and not 1 <= int(month) <= 12):
        return None
    if month is None:
        return Moment(f"{number}-01-01", f"{number}-12-31", "year")
    prefix = f"{number}-{int(month):02d}"
    days = calendar.monthrange(number, int(month))[1]
    if day is None:
        return Moment(f"{prefix}-01", f"{prefix}-{days}", "month")
    if not 1 <= int(day) <= days:
        return None
    date = f"{prefix}-{int(day):02d}"
    return Moment(date, date, "day")
