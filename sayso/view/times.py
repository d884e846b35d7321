"""Times of a record -> what each expression means, gathered by that."""

from collections.abc import Hashable
from dataclasses import dataclass

from sayso.records import Record, Spans, Timex
from sayso.view.characters import one_line
from sayso.view.dates import duration, interval
from sayso.view.mentions import Mentions, mentions

# What TIMEX3 calls times that are told from the writer's own alone.
_REFERENCES = {
    "PRESENT_REF": "the time of writing",
    "PAST_REF": "an earlier time",
    "FUTURE_REF": "a later time",
}


@dataclass(frozen=True, slots=True)
class TimeView:
    """Expressions of time that mean the same: what that is, in words and after TIMEX3, and why.

    `number` counts from 1; `spans` are all the mentions.
    """

    number: int
    meaning: str
    type: str
    value: str
    mentions: Mentions
    spans: Spans
    reasons: tuple[str, ...]


def time_views(record: Record) -> tuple[TimeView, ...]:
    """Return the times in text order; those that no date was found for come last."""
    groups: dict[Hashable, list[Timex]] = {}
    for time in record.times:
        key = (time.type, time.value, time.start, time.end) if _meant(time) else time.why
        groups.setdefault(key, []).append(time)
    ordered = sorted(groups.values(), key=lambda group: not _meant(group[0]))
    return tuple(_time(record.article.text, n, group) for n, group in enumerate(ordered, 1))


def _meant(time: Timex) -> bool:
    return bool(time.value or time.start or time.end)


def _time(text: str, number: int, group: list[Timex]) -> TimeView:
    time, spans = group[0], tuple(each.mention for each in group)
    return TimeView(
        number=number,
        meaning=time_words(time),
        type=time.type.lower(),
        value=one_line(time.value),
        mentions=mentions(text, ((span, "") for span in spans)),
        spans=spans,
        reasons=_reasons(text, group),
    )


def _reasons(text: str, group: list[Timex]) -> tuple[str, ...]:
    """Return why, each reason once; where there are several, behind the words that it is for."""
    whys = {one_line(time.why): time.mention.of(text) for time in group if time.why.strip()}
    if len(whys) < 2:
        return tuple(whys)
    return tuple(f"“{one_line(words)}”: {why}" for why, words in whys.items())


def time_words(time: Timex) -> str:
    """Return what an expression of time means: a date, a stretch of dates, or a duration."""
    days = interval(time.start, time.end)
    if time.type == "DURATION" and (length := duration(time.value)):
        return f"{length}, {one_line(days)}" if days else length
    if time.type == "SET" and (often := duration(time.value)):
        return "every " + often.removeprefix("1 ")
    clock = time.value.partition("T")[2]
    if days:
        return one_line(f"{days}, {clock}" if clock[:2].isdigit() else days)
    open_ = time.value.startswith("XXXX")  # TIMEX3 for a year that is not known
    words = _REFERENCES.get(time.value, one_line(time.value))
    return "no date found" if open_ or not words else words
