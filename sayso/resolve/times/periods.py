"""Longer stretches -> their meaning: quarters and halves of a year, decades, fiscal years."""

import re
from dataclasses import replace

from sayso.english.pronouns import pronouns
from sayso.resolve.times import calendar
from sayso.resolve.times.calendar import Period, narrowed, shifted
from sayso.resolve.times.context import (
    NO_DATE,
    Context,
    Meaning,
    full_year,
    nearest,
    ordinal,
    whole,
    years_around,
)
from sayso.resolve.times.dates import direction, in_phase, year_of
from sayso.resolve.times.grammar import Expression


def quarter(expression: Expression, context: Context) -> Meaning | None:
    """Read quarters and halves of a year."""
    unit = expression.word("unit") or "quarter"
    order = _order(expression)
    of = year_of(expression, context)
    if decade_word := expression.word("decade"):
        of_decade = _decade_of(decade_word, context)
        half = narrowed(of_decade, "early" if order == 1 else "late")
        return whole(half, "the decade as written")
    if order is None:
        return _compared_quarter(expression, context, of)
    if not 1 <= order <= (2 if unit == "half" else 4):
        return None

    def of_year(y: int) -> Period:
        return (calendar.half if unit == "half" else calendar.quarter)(y, order)

    if of is not None:
        return whole(of_year(of), "the date as written, by the calendar year")
    if context.published is None:
        return Meaning("DATE", "XXXX" + of_year(2000).value[4:], None, None, NO_DATE)
    base = calendar.containing(unit, context.published)
    for near in (shifted(base, -1), base):
        if of_year(near.start.year) == near:
            return whole(near, f"the {unit} that ended last or runs, seen from {context.since}")
    yearly = [of_year(y) for y in years_around(context.published)]
    period = nearest(yearly, context.published, expression.cue.way)
    return whole(period, direction(expression.cue, unit, context)) if period else None


def _order(expression: Expression) -> int | None:
    if shown := expression.word("qnum"):
        return int(shown[1])
    word = expression.word("order")
    if not word:
        return None
    if word in {"last", "final"}:
        return 2 if expression.word("unit") == "half" else 4
    return ordinal(word)


def _compared_quarter(expression: Expression, context: Context, of: int | None) -> Meaning | None:
    """Return the quarter of another year that "the 1988 quarter" compares with, or that year."""
    if of is None:
        return None
    base = context.recent(expression, "quarter")
    if base is None:
        return whole(calendar.year(of), "the year as written")
    period = shifted(base, 4 * (of - base.start.year))
    why = f"the same quarter as {base.value}, which the text names before"
    return replace(whole(period, why), period=None)


def decade(expression: Expression, context: Context) -> Meaning | None:
    """Read decades and centuries."""
    if word := expression.word("century"):
        number = ordinal(word)
        if expression.read.word(expression.last - 1) != "century" or not 1 <= number <= 30:
            return None
        period = calendar.years("century", (number - 1) * 100)
    else:
        shown = expression.word("decade", "nineties")
        figures = re.match(r"['’`]?([1-9]0)", shown)
        bare = figures and shown[0].isdigit()
        beside = {expression.before(), expression.read.word(expression.first)}
        if bare and beside.isdisjoint({"the", "and", "or"}):
            return None
        if expression.before() in pronouns("possessive"):
            return None
        period = _decade_of(shown, context)
    return in_phase(expression, context, whole(period, "the years as written"))


def _decade_of(shown: str, context: Context) -> Period:
    figures = re.sub(r"\D", "", shown)
    if not figures:
        names = {"twen": 20, "thir": 30, "fort": 40, "fift": 50, "sixt": 60}
        figures = str(names.get(shown[:4], {"seve": 70, "eigh": 80}.get(shown[:4], 90)))
    first = int(figures)
    if first < 100:
        today = context.published.year if context.published else 2029
        first += 2000 if first + 2000 <= today and first < 30 else 1900
    return calendar.years("decade", first // 10 * 10)


def fiscal(expression: Expression, context: Context) -> Meaning | None:
    """Read fiscal years; where they begin is not known, so they set no bounds."""
    number = full_year(expression.word("year"), context.published)
    why = "a fiscal year; when it begins and ends depends on whose it is"
    return Meaning("DATE", f"FY{number}", None, None, why)
