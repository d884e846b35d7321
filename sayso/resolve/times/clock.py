"""Times of day -> their meaning: "this morning", "Friday night", "7 p.m. EST Monday"."""

import re

from sayso.english.numbers import number_words
from sayso.resolve.times import calendar
from sayso.resolve.times.calendar import Period, shifted
from sayso.resolve.times.context import (
    DAYS_FROM_TODAY,
    NO_DATE,
    Context,
    Meaning,
    relation,
    weekday_name,
    weekday_near,
    weekday_of,
    whole,
)
from sayso.resolve.times.dates import in_phase, month_or_day, year_of
from sayso.resolve.times.grammar import Expression
from sayso.resolve.times.tokens import lexicon


def part(expression: Expression, context: Context) -> Meaning | None:
    """Read "today", "tonight", "this morning", "Friday night", "the morning of March 3"."""
    name = expression.word("part") or ("night" if expression.word("today") == "tonight" else "")
    if not name:
        return _day_word(expression, context)
    if not _is_part(expression, name):
        return None
    tables = lexicon().tables
    period, why = _day_of(expression, context)
    code = f"T{(tables['parts'] | tables['noons'])[name]}"
    if period is None:
        value = "XXXX-XX-XX"
        if wday := expression.word("wday"):
            value = f"XXXX-WXX-{weekday_of(wday) + 1}"
        return Meaning("TIME", value + code, None, None, why)
    return Meaning("TIME", period.value + code, period.start, period.end, why, period)


def _day_word(expression: Expression, context: Context) -> Meaning | None:
    word = expression.word("today")
    if context.published is None:
        return Meaning("DATE", "", None, None, NO_DATE)
    period = shifted(calendar.day(context.published), DAYS_FROM_TODAY[word])
    return in_phase(expression, context, whole(period, f"{word} as seen from {context.since}"))


def _is_part(expression: Expression, name: str) -> bool:
    if relation(expression.word("rel")) == "the":
        return expression.before() in {"in", "during", "by", "into", "for", "of", "through"} and (
            expression.after() != "of"
        )
    if name == "overnight":
        return True
    return relation(expression.word("rel")) != "next" or expression.word("rel").startswith("the")


def _day_of(expression: Expression, context: Context) -> tuple[Period | None, str]:
    """Return the day that a part of a day belongs to, and why."""
    if "mon" in expression.groups or "mon1" in expression.groups:
        suffix = "1" if "mon1" in expression.groups else ""
        year = year_of(expression, context)
        meaning = month_or_day(expression, context, year, suffix=suffix)
        return (meaning.period, meaning.why) if meaning else (None, "no such day")
    anchor = context.recent(expression, "day", "time")
    rel = relation(expression.word("rel"))
    if rel in {"next", "following"} and anchor:
        return shifted(anchor, 1), f"the day after {anchor.value}, which the text names before"
    if rel in {"same", "that", "the"} and anchor:
        return anchor, f"{anchor.value}, which the text names before"
    if context.published is None:
        return None, NO_DATE
    today = calendar.day(context.published)
    if word := expression.word("today"):
        return shifted(today, DAYS_FROM_TODAY[word]), f"{word} as seen from {context.since}"
    if word := expression.word("wday"):
        way = expression.cue.way
        near = weekday_near(weekday_of(word), context.published, rel, way)
        side = "before" if near.start <= context.published else "after"
        return near, f"{weekday_name(weekday_of(word))} {side} {context.since}"
    steps = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(rel, 0)
    return shifted(today, steps), f"counted from {context.since}"


def clock(expression: Expression, context: Context) -> Meaning | None:
    """Read "7 p.m. EST Monday", "18:00 UTC", "noon Saturday", "4 in the morning"."""
    shown = _time_of(expression)
    if shown is None:
        return None
    dated = expression.word("today", "wday", "mon1", "part")
    if (
        not dated
        and not expression.word("zone")
        and ":" in expression.shown
        and not re.search(r"(?i)[ap]\.?\s?m", expression.shown)
    ) and expression.before() not in lexicon().lists["before_clock"]:
        return None
    if expression.word("today", "wday", "mon1"):
        period, why = _day_of(expression, context)
    else:
        period, why = _implied_day(expression, context)
    zone = "Z" if re.search(r"\b(?:gmt|utc)\b(?!.*\d)", expression.word("zone")) else ""
    if period is None:
        return Meaning("TIME", f"XXXX-XX-XXT{shown}{zone}", None, None, why)
    value = f"{period.value}T{shown}{zone}"
    return Meaning("TIME", value, period.start, period.end, why, period)


def _implied_day(expression: Expression, context: Context) -> tuple[Period | None, str]:
    """Return the day of a clock time without one: a day named just before, else publication."""
    if near := context.in_sentence(expression):
        return near, f"on {near.value}, which the sentence names before"
    if context.published is None:
        return None, NO_DATE
    return calendar.day(context.published), f"on {context.since}, as no other day is named"


def _time_of(expression: Expression) -> str | None:
    """Return hours and minutes, or None where the words are no time of day."""
    words = expression.words("clock")
    first = words[0]
    if first in lexicon().tables["noons"]:
        return lexicon().tables["noons"][first]
    shown = _hour_and_minute(first)
    if shown is None:
        return None
    hour, minute = shown
    if len(words) > 1 and words[1][0] in "ap" and hour > 12:
        return None
    late = (len(words) > 1 and words[1][0] == "p") or expression.word("part") in {
        *("afternoon", "evening", "night"),
    }
    early = len(words) > 1 and words[1][0] == "a"
    hour = hour + 12 if late and hour < 12 else 0 if early and hour == 12 else hour
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def _hour_and_minute(word: str) -> tuple[int, int] | None:
    """Return the hour and minute of "7", "seven", "7:30", "7:30:15", "1930"; None if it is none."""
    if figures := re.fullmatch(r"(\d\d?)[:.](\d\d)(?::\d\d)?", word):
        return int(figures[1]), int(figures[2])
    if re.fullmatch(r"\d{4}", word):
        return int(word[:2]), int(word[2:])
    hour = int(word) if word.isdigit() else number_words("cardinal").get(word)
    return None if hour is None else (hour, 0)
