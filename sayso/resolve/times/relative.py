"""Times told from another time -> their meaning: "last week", "a year ago", "the day before"."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.english.function_words import articles, owners
from sayso.english.pronouns import subjects
from sayso.resolve.times import calendar
from sayso.resolve.times.calendar import Period, containing, moved, shifted
from sayso.resolve.times.context import (
    DAYS_FROM_TODAY,
    MULTIPLES,
    NO_ANCHOR,
    NO_DATE,
    Context,
    Meaning,
    ordinal,
    relation,
    relative,
    singular,
    unknown,
    weekday_near,
    weekday_of,
    whole,
)
from sayso.resolve.times.dates import in_phase
from sayso.resolve.times.durations import Amount, amount
from sayso.resolve.times.grammar import Expression
from sayso.resolve.times.tense import Way
from sayso.resolve.times.tokens import lexicon

_CALENDAR_UNITS = frozenset(
    ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
)
_ANCHORED = frozenset({"same", "that", "following", "previous", "preceding", "prior"})
_EXACT_WEEKS = 2  # "two weeks ago" is a day in news, "six weeks ago" a week
_HOURS = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}


def unit(expression: Expression, context: Context) -> Meaning | None:
    """Read "last week", "earlier this month", "the same year", "the quarter", "year-end"."""
    if "yearend" in expression.groups:
        return _year_end(expression, context)
    name, rel = expression.word("unit"), relation(expression.word("rel"))
    if rel == "the" and name == "year" and expression.after() in {"ended", "ending"}:
        return Meaning("DURATION", "P1Y", None, None, "a year by its end, a company's own")
    if name == "period":
        return _period(expression, context, rel)
    if rel == "past" or (rel in {"next", "coming"} and expression.word("rel").startswith("the ")):
        return _ahead_or_behind(context, name, rel)
    if name not in _CALENDAR_UNITS or not _is_time(expression, name, rel) or _is_title(expression):
        return None
    period = _period_of(expression, context, name, rel)
    if period is None:
        return unknown(name, NO_ANCHOR if rel in _ANCHORED and context.published else NO_DATE)
    meaning = whole(period, _why(context, rel, name))
    return in_phase(expression, context, meaning)


def _is_time(expression: Expression, name: str, rel: str) -> bool:
    phased = (
        "phase" in expression.groups or "edge" in expression.groups or "toward" in expression.groups
    )
    if rel == "the" and not phased:
        opening = subjects() | articles() | owners()
        return expression.after() not in lexicon().lists["after_unit"] | opening
    if name in {"day"} and rel in {"last", "latest", "next"}:
        return expression.word("rel").startswith("the next")
    return not (
        rel == "last" and expression.word("rel") == "the last" and expression.after() == "of"
    )


def _is_title(expression: Expression) -> bool:
    """Tell whether an expression is a programme's name: said on "This Week"."""
    return (
        expression.before() in {'"', "“", "`"}
        and expression.read.shown(expression.last - 1).istitle()
    )


def _period_of(expression: Expression, context: Context, name: str, rel: str) -> Period | None:
    base = context.published
    if name == "quarter" and rel in {"the", "latest", "that", "same"}:
        return context.recent(expression, "quarter") or (
            shifted(containing("quarter", base), -1) if base else None
        )
    if name == "weekend" and rel in {"the", "this"} and base:
        near = calendar.weekend(base)
        ahead = expression.cue.way is Way.FUTURE or (rel == "this" and base.weekday() > 2)
        return near if ahead or near.start <= base else shifted(near, -1)
    if rel == "latest":
        return shifted(containing(name, base), -1) if base else None
    if rel == "the" and name in {"decade", "century"}:
        return containing(name, base) if base else None
    return relative(context, rel, name)


def _why(context: Context, rel: str, name: str) -> str:
    anchor = context.anchor(name) if rel in _ANCHORED | {"the"} else None
    if anchor is None:
        return f"the {name} counted from {context.since}"
    return f"the {name} counted from {anchor.value}, which the text names before"


def _ahead_or_behind(context: Context, name: str, rel: str) -> Meaning | None:
    """Read "the past year" and "the next year": a length of time up to or from publication."""
    anchor = context.anchor("day")
    if name == "day" and rel == "next" and anchor:
        return whole(shifted(anchor, 1), f"the day after {anchor.value}, which the text names")
    if name in {"weekend", "period"}:
        return None
    published, much = context.published, Amount(1, name)
    if published is None:
        return Meaning("DURATION", much.value, None, None, NO_DATE)
    factor, grain = MULTIPLES.get(name, (1, name))
    back = rel == "past"
    grain, factor = ("day", 1) if grain in _HOURS else (grain, factor)
    other = moved(published, grain, -factor if back else factor)
    start, end = (other, published) if back else (published, other)
    why = f"counted {'back' if back else 'forward'} from {context.since}"
    return Meaning("DURATION", much.value, start, end, why)


def _period(expression: Expression, context: Context, rel: str) -> Meaning | None:
    """Read "the latest period" of a company's figures: the quarter that the text is about."""
    if rel not in {"latest", "same", "that"} or expression.after() in {"of", "in"}:
        return None
    if recent := context.recent(expression, "quarter", "month", "half", "year"):
        return whole(recent, f"{recent.value}, which the text names before")
    return unknown("quarter", NO_ANCHOR)


def _year_end(expression: Expression, context: Context) -> Meaning | None:
    words = expression.read.words(expression.first, expression.last)
    if words[-1] != "end" or words[0] in {"about", "nearly"}:
        return None
    name = next((w for w in words if w in _CALENDAR_UNITS), "")
    if name not in {"year", "month"}:
        return None
    if context.published is None:
        return unknown(name, NO_DATE)
    way = expression.cue.way
    base = containing(name, context.published)
    if way is Way.PAST and name == "year" and context.published.month <= 6:
        base = shifted(base, -1)
    why = f"the last day of the {name}, counted from {context.since}"
    return whole(calendar.day(base.end), why)


def ago(expression: Expression, context: Context) -> Meaning | None:
    """Read "two weeks ago", "a year earlier", "three days later", "five years from now"."""
    way = expression.word("way")
    name = singular(expression.word("unit"))
    words = expression.words("count")
    much = amount(words, name) if words else Amount(None, name)
    base = _base(expression, context, way, name)
    if much.number is None:
        return _vague(context, way)
    if base is None:
        return unknown(name, NO_DATE if way == "ago" else NO_ANCHOR)
    n = -much.number if way in {"ago", "earlier", "before"} else much.number
    factor, grain = MULTIPLES.get(name, (1, name))
    known = f"{base.value}, which the text names before"
    why = f"counted from {context.since if base.start == context.published else known}"
    if grain in _HOURS:
        return _hours(base.start, n / _HOURS[grain], why)
    if factor * n % 1 and grain == "year":
        on = moved(base.start, "month", round(factor * n * 12))
        return whole(containing("month", on), why)
    steps = round(factor * n)
    if base.grain in {"quarter", "month", "half"} and grain == "year":
        per_year = {"quarter": 4, "month": 12, "half": 2}[base.grain]
        meaning = whole(shifted(base, steps * per_year), why)
        return meaning if way == "later" else replace(meaning, period=None)
    on = moved(base.start, grain, steps)
    if grain == "week" and abs(steps) <= _EXACT_WEEKS:
        grain = "day"
    return whole(containing(grain, on), why)


def _base(expression: Expression, context: Context, way: str, name: str) -> Period | None:
    """Return what is counted from: publication for "ago", else what the text named last."""
    compared = context.recent(expression, "quarter", "half") if name == "year" else None
    if compared and way in {"ago", "earlier", "before"}:
        return compared
    today = calendar.day(context.published) if context.published else None
    if way == "ago" or way.startswith("from ") or way == "ahead":
        return today
    if name == "year":
        month = context.recent(expression, "month")
        return month or context.anchor("year") or today
    return context.anchor(name if name in _CALENDAR_UNITS else "day") or context.anchor("day")


def _vague(context: Context, way: str) -> Meaning:
    published = context.published
    if way == "ago":
        return Meaning("DATE", "PAST_REF", None, published, f"some time before {context.since}")
    if way.startswith("from ") or way == "ahead":
        return Meaning("DATE", "FUTURE_REF", published, None, f"some time after {context.since}")
    return unknown("day", "the text does not say how long before or after")


def _hours(base: date, days: float, why: str) -> Meaning:
    on = base + timedelta(round(days)) if days % 1 == 0 else base
    if days % 1 == 0:
        return whole(calendar.day(on), why)
    start, end = sorted((base, base + timedelta(int(days) + (1 if days > 0 else -1))))
    return Meaning("TIME", f"{base.isoformat()}TXX:XX", start, end, why)


def beside(expression: Expression, context: Context) -> Meaning | None:
    """Read "the day before yesterday", "the year before", "the day after"."""
    name, way = expression.word("unit"), expression.word("way")
    steps = 1 if way == "after" else -1
    if name not in _CALENDAR_UNITS:
        return None
    if "wday" in expression.groups or "rel" in expression.groups:
        return _beside_named(expression, context, name, steps)
    if expression.after()[:1].isalnum() and expression.after() not in {
        "and",
        "in",
        "when",
        "but",
        "as",
        "at",
    }:
        return None
    anchor = context.anchor(name)
    if anchor is None:
        return unknown(name, NO_ANCHOR)
    why = f"the {name} {way} {anchor.value}, which the text names before"
    return whole(shifted(anchor, steps), why)


def _beside_named(
    expression: Expression, context: Context, name: str, steps: int
) -> Meaning | None:
    if context.published is None:
        return unknown(name, NO_DATE)
    word, rel = expression.word("wday"), expression.word("rel")
    if not word:
        base = shifted(containing(name, context.published), -1 if rel == "last" else 1)
    elif word in DAYS_FROM_TODAY:
        base = shifted(calendar.day(context.published), DAYS_FROM_TODAY[word])
    else:
        base = weekday_near(weekday_of(word), context.published, rel, expression.cue.way)
    return whole(shifted(containing(name, base.start), steps), f"counted from {context.since}")


def compared(expression: Expression, context: Context) -> Meaning | None:
    """Read "the year-ago quarter", "the same period last year"."""
    meaning = _a_year_before(expression, context)
    return replace(meaning, period=None) if meaning else None


def _a_year_before(expression: Expression, context: Context) -> Meaning | None:
    name = expression.word("unit", "unit2", "unit3")
    what = expression.word("what")
    if name != "year":
        return None
    if order := ordinal(expression.word("order")):
        base = context.recent(expression, "quarter", "half", "year")
        of = base.start.year if base else context.published.year if context.published else None
        if of is None or order > 4:
            return None
        return whole(calendar.quarter(of - 1, order), "the same quarter of the year before")
    grains = ("quarter", "half", "month", "year") if what in {"period", ""} else (what,)
    base = context.recent(expression, *grains)
    if base is None and what in {"quarter", "month", "period"} and context.published:
        grain = "month" if what == "month" else "quarter"
        base = shifted(containing(grain, context.published), -1)
    if base is None and context.published:
        base = containing("year", context.published)
    if base is None:
        return unknown(what if what in _CALENDAR_UNITS else "year", NO_DATE)
    per_year = {"quarter": 4, "half": 2, "month": 12}.get(base.grain, 1)
    why = f"a year before {base.value}"
    if base.grain in {"day", "week", "weekend"}:
        return whole(containing(base.grain, moved(base.start, "year", -1)), why)
    return whole(shifted(base, -per_year), why)
