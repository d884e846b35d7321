"""Dates and grains -> periods with their TIMEX3 value, first day and last day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

GRAINS = (
    *("time", "day", "weekend", "week", "month", "quarter", "season", "half"),
    *("year", "decade", "century", "millennium"),
)
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "winter": ("WI", 12)}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: its grain, its days `start` to `end`, both included, its value."""

    grain: str
    start: date
    end: date
    value: str

    @property
    def size(self) -> int:
        """Return the place of the grain from short to long."""
        return GRAINS.index(self.grain)


def day(on: date) -> Period:
    """Return one day."""
    return Period("day", on, on, on.isoformat())


def month(year: int, number: int) -> Period:
    """Return one month."""
    last = date(year, number, monthrange(year, number)[1])
    return Period("month", date(year, number, 1), last, f"{year:04}-{number:02}")


def year(number: int) -> Period:
    """Return one year."""
    return Period("year", date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def quarter(of: int, number: int) -> Period:
    """Return one quarter of the calendar year."""
    last = date(of, 3 * number, monthrange(of, 3 * number)[1])
    return Period("quarter", date(of, 3 * number - 2, 1), last, f"{of:04}-Q{number}")


def half(of: int, number: int) -> Period:
    """Return one half of the calendar year."""
    last = date(of, 6 * number, monthrange(of, 6 * number)[1])
    return Period("half", date(of, 6 * number - 5, 1), last, f"{of:04}-H{number}")


def season(of: int, name: str) -> Period:
    """Return a northern season by whole months; winter is named after the year it begins in."""
    code, first = SEASONS[name]
    last = _step(of, first, 2)
    days = monthrange(*last)[1]
    return Period("season", date(of, first, 1), date(*last, days), f"{of:04}-{code}")


def week(on: date) -> Period:
    """Return the ISO week of a day, Monday to Sunday."""
    monday = on - timedelta(on.weekday())
    number = on.isocalendar()
    return Period("week", monday, monday + timedelta(6), f"{number.year:04}-W{number.week:02}")


def weekend(on: date) -> Period:
    """Return Saturday and Sunday of the ISO week of a day."""
    saturday = on + timedelta(5 - on.weekday())
    number = on.isocalendar()
    value = f"{number.year:04}-W{number.week:02}-WE"
    return Period("weekend", saturday, saturday + timedelta(1), value)


def years(grain: str, first: int) -> Period:
    """Return the decade, century or millennium that begins with a year."""
    span = _YEARS[grain]
    last = date(first + span - 1, 12, 31)
    return Period(grain, date(max(first, 1), 1, 1), last, f"{first:04}"[: 5 - len(str(span))])


def containing(grain: str, on: date) -> Period:
    """Return the period of a grain in which a day lies."""
    match grain:
        case "day" | "time":
            return day(on)
        case "week":
            return week(on)
        case "weekend":
            return weekend(on)
        case "month":
            return month(on.year, on.month)
        case "quarter":
            return quarter(on.year, (on.month + 2) // 3)
        case "half":
            return half(on.year, (on.month + 5) // 6)
        case "decade" | "century" | "millennium":
            return years(grain, on.year // _YEARS[grain] * _YEARS[grain])
    return year(on.year)


def shifted(period: Period, n: int) -> Period:
    """Return the period n places on, or back where n is negative.

    Raises ValueError or OverflowError where the calendar of `datetime` ends.
    """
    start, grain = period.start, period.grain
    if grain in _MONTHS:
        return containing(grain, date(*_step(start.year, start.month, n * _MONTHS[grain]), 1))
    if grain in _YEARS:
        return years(grain, start.year + n * _YEARS[grain])
    if grain == "season":
        name = next(name for name, (_, first) in SEASONS.items() if first == start.month)
        return season(start.year + n, name)
    return containing(grain, start + timedelta(n * (1 if grain in {"day", "time"} else 7)))


def moved(on: date, grain: str, n: int) -> date:
    """Return the day that lies n units of a grain from a day; the last of a month if need be."""
    if grain in _YEARS:
        grain, n = "year", n * _YEARS[grain]
    if grain in _MONTHS:
        to = _step(on.year, on.month, n * _MONTHS[grain])
        return date(*to, min(on.day, monthrange(*to)[1]))
    return on + timedelta(n * (7 if grain in {"week", "weekend"} else 1))


def easter(of: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, century, rest = of % 19, of // 100, of % 100
    leap = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + leap + 15) % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (century * 100 + rest + (century * 100 + rest) // 4 + epact + 2 - century) % 7
    weekday = (weekday + century // 4) % 7
    offset = epact - weekday
    number = 3 + (offset + 40) // 44
    return date(of, number, offset + 28 - 31 * (number // 4))


def holiday(rule: str, of: int) -> Period:
    """Return the day of a holiday in a year, by its rule in the data file.

    A rule is `month-day`, `month-n-weekday` (5 the last of the month) or `easter+n`;
    `easter+w` is the week of Easter.
    """
    if rule.startswith("easter"):
        sunday = easter(of)
        return week(sunday) if rule.endswith("w") else day(sunday + timedelta(int(rule[6:])))
    numbers = [int(n) for n in re.findall(r"\d+", rule)]
    if len(numbers) == 2:
        return day(date(of, *numbers))
    number, nth, weekday = numbers
    first = date(of, number, 1)
    on = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if number == 11 and nth == 1 and weekday == 2 and on.day == 1:
        on += timedelta(7)  # Election Day is the Tuesday after the first Monday
    return day(on if on.month == number else on - timedelta(7))


def narrowed(period: Period, part: str) -> Period:
    """Return the early, mid or late half of a period; its value stays that of the whole."""
    if part not in {"early", "mid", "late"} or period.grain in {"day", "time"}:
        return period
    if period.grain in {*_MONTHS, "season"} - {"month"}:
        start, end = _narrowed_by_months(period, part)
    elif period.grain in _YEARS:
        span = _YEARS[period.grain]
        shift = {"early": 0, "mid": span // 4, "late": span // 2}[part]
        first = period.start.year + shift
        start, end = date(first, 1, 1), date(first + span // 2 - 1 + (part == "mid"), 12, 31)
    else:
        days = (period.end - period.start).days + 1
        shift = {"early": 0, "mid": days // 4, "late": days // 2}[part]
        start = period.start + timedelta(shift)
        end = min(period.end, start + timedelta((days + 1) // 2 - 1))
    return Period(period.grain, start, end, period.value)


def _narrowed_by_months(period: Period, part: str) -> tuple[date, date]:
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    size = (months + 1) // 2
    shift = {"early": 0, "mid": (months - size + 1) // 2, "late": months - size}[part]
    first = _step(period.start.year, period.start.month, shift)
    last = _step(*first, size - 1)
    return date(*first, 1), date(*last, monthrange(*last)[1])


def _step(of: int, number: int, n: int) -> tuple[int, int]:
    total = of * 12 + number - 1 + n
    return total // 12, total % 12 + 1
