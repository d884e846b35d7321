"""Days told by weeks or by their number alone -> their meaning: "Monday week", "the 12th"."""

from datetime import date, timedelta

from sayso.english.pronouns import subjects
from sayso.resolve.times import calendar
from sayso.resolve.times.calendar import Period, moved, shifted
from sayso.resolve.times.context import (
    DAYS_FROM_TODAY,
    MULTIPLES,
    NO_DATE,
    Context,
    Meaning,
    ordinal,
    singular,
    unknown,
    weekday_near,
    weekday_of,
    whole,
)
from sayso.resolve.times.durations import amount
from sayso.resolve.times.grammar import Expression
from sayso.resolve.times.tense import Way
from sayso.resolve.times.tokens import BREAK, lexicon

_PERIODS = frozenset({"month", "year", "decade", "century", "millennium"})


def from_day(expression: Expression, context: Context) -> Meaning | None:
    """Read "a week ago Monday", "a fortnight ago today", "a week on Friday", "Monday week"."""
    back = "ago" in expression.groups
    unit = singular(expression.word("unit"))
    words = expression.words("count")
    much = amount(words, unit) if words else amount(["a"], unit)
    if much.number is None or much.number % 1 or unit in {"hour", "minute", "second"}:
        return None
    if context.published is None:
        return unknown("day", NO_DATE)
    factor, grain = MULTIPLES.get(unit, (1, unit))
    steps = round(much.number) * factor * (-1 if back else 1)
    wday = expression.word("wday")
    if wday and grain in _PERIODS:
        on = _nearest(weekday_of(wday), moved(context.published, grain, steps))
    else:
        on = moved(_first(wday, expression, context.published, back), grain, steps)
    return whole(calendar.day(on), f"counted from {context.since}")


def _first(wday: str, expression: Expression, published: date, back: bool) -> date:
    """Return the day from which the weeks count."""
    if not wday:
        return published + timedelta(DAYS_FROM_TODAY[expression.word("today")])
    way = Way.PAST if back else Way.FUTURE
    return weekday_near(weekday_of(wday), published, "" if back else "next", way).start


def _nearest(number: int, to: date) -> date:
    """Return the weekday of a number, Monday 0, that is nearest to a day."""
    ahead = (number - to.weekday()) % 7
    return to + timedelta(ahead if ahead <= 3 else ahead - 7)


def day_of_month(expression: Expression, context: Context) -> Meaning | None:
    """Read "on the 12th": of the month named last, or of the one that the tense tells."""
    number = ordinal(expression.word("day"))
    if not 1 <= number <= 31 or not _is_day(expression):
        return None
    if context.published is None and context.latest is None:
        return unknown("day", NO_DATE)
    named = context.recent(expression, "day", "month")
    base = named.start if named else context.published
    if base is None:
        return unknown("day", NO_DATE)
    near = _of_month(calendar.month(base.year, base.month), number)
    if near and (turned := _turned(near, number, expression, context)):
        return whole(turned, f"counted from {context.since}")
    if near is None:
        return None
    why = f"of the month of {named.value}, which the text names before" if named else context.since
    return whole(near, why)


def _turned(near: Period, number: int, expression: Expression, context: Context) -> Period | None:
    """Return the day of a neighbouring month where the tense rules the nearest one out."""
    published, way = context.published, expression.cue.way
    if published is None:
        return None
    month = calendar.month(published.year, published.month)
    if way is Way.FUTURE and near.start < published:
        same = _of_month(month, number)
        return same if same and same.start >= published else _of_month(shifted(month, 1), number)
    if way is Way.PAST and near.start > published:
        return _of_month(shifted(month, -1), number)
    return None


def _of_month(month: Period, number: int) -> Period | None:
    return calendar.day(month.start.replace(day=number)) if number <= month.end.day else None


def _is_day(expression: Expression) -> bool:
    """Tell "on the 12th, he left" from "on the 12th floor"."""
    after, lists = expression.after(), lexicon().lists
    stands_alone = (
        not after[:1].isalnum()
        or after in lists["after_day"] | subjects()
        or expression.read.codes[expression.last : expression.last + 1] == BREAK
    )
    return expression.before() in lists["before_day"] and after != "-" and stands_alone
