"""Longer stretches -> their meaning: quarters and halves of a year, decades, fiscal years."""

import re
from dataclasses import replace

from sayso.resolve.times import calendar as calendar_of
from sayso.resolve.times.calendar import Period, narrowed, shifted
from sayso.resolve.times.context import (
    NO_DATE,
    Meaning,
    Reading,
    cue,
    full_year,
    nearest,
    ordinal,
    whole,
)
from sayso.resolve.times.dates import direction, in_phase, year_of
from sayso.resolve.times.grammar import Found


def quarter(found: Found, reading: Reading) -> Meaning | None:
    """Read quarters and halves of a year."""
    unit = found.word("unit") or "quarter"
    order = _order(found)
    of = year_of(found, reading)
    if decade_word := found.word("decade"):
        of_decade = _decade_of(decade_word, reading)
        half = narrowed(of_decade, "early" if order == 1 else "late")
        return whole(half, "the decade as written")
    if order is None:
        return _compared_quarter(found, reading, of)
    if not 1 <= order <= (2 if unit == "half" else 4):
        return None

    def of_year(y: int) -> Period:
        return (calendar_of.half if unit == "half" else calendar_of.quarter)(y, order)

    if of is not None:
        return whole(of_year(of), "the date as written, by the calendar year")
    if reading.published is None:
        return Meaning("DATE", "XXXX" + of_year(2000).value[4:], None, None, NO_DATE)
    base = calendar_of.containing(unit, reading.published)
    for near in (shifted(base, -1), base):
        if of_year(near.start.year) == near:
            return whole(near, f"the {unit} that ended last or runs, seen from {reading.since}")
    told = cue(found)
    period = nearest(of_year, reading.published, told.way)
    return whole(period, direction(told.way, told.word, unit, reading)) if period else None


def _order(found: Found) -> int | None:
    if shown := found.word("qnum"):
        return int(shown[1])
    word = found.word("order")
    if not word:
        return None
    if word in {"last", "final"}:
        return 2 if found.word("unit") == "half" else 4
    return ordinal(word)


def _compared_quarter(found: Found, reading: Reading, of: int | None) -> Meaning | None:
    """Return the quarter of another year that "the 1988 quarter" compares with, or that year."""
    if of is None:
        return None
    base = reading.recent(found, "quarter")
    if base is None:
        return whole(calendar_of.year(of), "the year as written")
    period = shifted(base, 4 * (of - base.start.year))
    why = f"the same quarter as {base.value}, which the text names before"
    return replace(whole(period, why), period=None)


def decade(found: Found, reading: Reading) -> Meaning | None:
    """Read decades and centuries."""
    if word := found.word("century"):
        number = ordinal(word)
        if found.read.word(found.last - 1) != "century" or not 1 <= number <= 30:
            return None
        period = calendar_of.years("century", (number - 1) * 100)
    else:
        shown = found.word("decade", "nineties")
        figures = re.match(r"['’`]?([1-9]0)", shown)
        bare = figures and shown[0].isdigit()
        if bare and not {found.before(), found.read.word(found.first)} & {"the", "and", "or"}:
            return None
        if found.before() in {"his", "her", "their", "my", "its"}:
            return None
        period = _decade_of(shown, reading)
    return in_phase(found, reading, whole(period, "the years as written"))


def _decade_of(shown: str, reading: Reading) -> Period:
    figures = re.sub(r"\D", "", shown)
    if not figures:
        names = {"twen": 20, "thir": 30, "fort": 40, "fift": 50, "sixt": 60}
        figures = str(names.get(shown[:4], {"seve": 70, "eigh": 80}.get(shown[:4], 90)))
    first = int(figures)
    if first < 100:
        today = reading.published.year if reading.published else 2029
        first += 2000 if first + 2000 <= today and first < 30 else 1900
    return calendar_of.years("decade", first // 10 * 10)


def fiscal(found: Found, reading: Reading) -> Meaning | None:
    """Read fiscal years; where they begin is not known, so they set no bounds."""
    number = full_year(found.word("year"), reading.published)
    why = "a fiscal year; when it begins and ends depends on whose it is"
    return Meaning("DATE", f"FY{number}", None, None, why)
