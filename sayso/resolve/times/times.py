"""An article -> the time expressions in it, with their TIMEX3 values and the days they mean."""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from sayso.records import Article, Span, Spans, Timex
from sayso.resolve.layout import Layout
from sayso.resolve.times import clock, dates, durations, periods, relative, weeks
from sayso.resolve.times.calendar import day, month
from sayso.resolve.times.context import Base, Context, Meaning, whole
from sayso.resolve.times.grammar import Expression, expressions_in
from sayso.resolve.times.saying import days_of_saying, when_spoken
from sayso.resolve.times.tense import Cue, Way
from sayso.resolve.times.tokens import tokens

_READERS: dict[str, Callable[[Expression, Context], Meaning | None]] = {
    "calendar": dates.calendar_date,
    "numeric": dates.numeric,
    "week_of": dates.week_of,
    "weekday": dates.weekday,
    "named": dates.named,
    "quarter": periods.quarter,
    "decade": periods.decade,
    "fiscal": periods.fiscal,
    "unit": relative.unit,
    "ago": relative.ago,
    "from_day": weeks.from_day,
    "day_of_month": weeks.day_of_month,
    "beside": relative.beside,
    "compared": relative.compared,
    "span": durations.span,
    "duration": durations.duration,
    "recurring": durations.recurring,
    "reference": durations.reference,
    "part": clock.part,
    "clock": clock.clock,
}

# Words before a time -> the bound that they leave open, or the side of it that they mean.
_OPEN_END = frozenset({"since", "starting", "beginning"})
_OPEN_START = frozenset({"until", "till", "by", "through"})
_BEFORE = frozenset({"before", "prior to", "ahead of"})
_AFTER = frozenset({"after"})
_TO = frozenset({"until", "till", "through"})
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_DASHES = frozenset({"-", "–", "—"})


@dataclass(frozen=True, slots=True)
class _Read:
    """One expression with its meaning."""

    expression: Expression
    meaning: Meaning


def times(article: Article, layout: Layout | None = None) -> tuple[Timex, ...]:
    """Return the time expressions of an article, in text order and without overlap.

    Types and values follow TIMEX3 (TimeML 1.2.1). Relative times are counted from
    `article.published`; where that is no single day, only what each of its days would give
    alike is resolved, and without it only what the text itself settles. With a layout, those
    inside what was said are counted from when it was said, where the text tells that.
    """
    layout = layout or Layout.of(article, ())
    expressions = list(expressions_in(tokens(article.text, layout.sentences)))
    expressions = _outside(expressions, article.skips)
    base = _published(article)
    bases = [base] * len(expressions)
    timexes = _agreed([_timexes(expressions, days) for days in _readings(bases)])
    if not layout.statements:
        return timexes
    ahead = days_of_saying(timexes, layout)
    expressions = [_as_said(each, ahead.get(_extent(each))) for each in expressions]
    if ahead:
        timexes = _agreed([_timexes(expressions, days) for days in _readings(bases)])
    spoken = when_spoken([_extent(each) for each in expressions], timexes, layout)
    bases = [_said(when) or base for when in spoken]
    if bases.count(base) == len(bases):
        return timexes
    return _agreed([_timexes(expressions, days) for days in _readings(bases)])


def _readings(bases: Sequence[Base]) -> list[list[Base]]:
    """Return the days to count from, one an expression: the days known, then the first, the last.

    Where all days are known, they are all that is returned.
    """
    known = [each if each.first == each.last else Base(None, None, each.why) for each in bases]
    if known == list(bases):
        return [known]
    first = [Base(each.first, each.first, each.why) for each in bases]
    last = [Base(each.last, each.last, each.why) for each in bases]
    return [known, first, last]


def _agreed(readings: Sequence[tuple[Timex, ...]]) -> tuple[Timex, ...]:
    """Return the times as far as known, and else as the first and the last day give them alike."""
    known, *others = readings
    if not others:
        return known
    first, last = ({t.mention: t for t in each} for each in others)
    return tuple(
        first[t.mention] if _alike(first.get(t.mention), last.get(t.mention)) else t for t in known
    )


def _alike(one: Timex | None, other: Timex | None) -> bool:
    return (
        one is not None
        and other is not None
        and (one.value, one.start, one.end) == (other.value, other.start, other.end)
    )


def _published(article: Article) -> Base:
    """Return the days on which an article may have been published."""
    moment = article.published
    return Base.of(moment.start, moment.end) if moment else Base(None, None)


def _said(when: Timex | None) -> Base | None:
    """Return the days on which something may have been said; None where that is not known."""
    if when is None or not when.start or not when.end:
        return None
    return Base.of(when.start, when.end, "when it was said,")


def _as_said(each: Expression, ahead: bool | None) -> Expression:
    """Return an expression that tells when something was said, or will be; None is neither."""
    if ahead is None:
        return each
    return replace(each, cue=Cue(Way.FUTURE, "will say")) if ahead else replace(each, behind=True)


def _extent(each: Expression) -> Span:
    return Span(each.read.starts[each.first], each.read.ends[each.last - 1])


def _outside(expressions: Iterable[Expression], skips: Spans) -> list[Expression]:
    """Return the expressions but for those in what a crawl left behind."""
    waiting = iter(sorted(skips))
    skip = next(waiting, None)
    kept = []
    for each in expressions:
        start, end = _extent(each)
        while skip and skip.end <= start:
            skip = next(waiting, None)
        if not (skip and skip.start < end):
            kept.append(each)
    return kept


def _timexes(expressions: Sequence[Expression], bases: Sequence[Base]) -> tuple[Timex, ...]:
    context = Context(None)
    read = []
    for each, base in zip(expressions, bases, strict=True):
        context.published, context.named = base.first, base.why
        try:
            meaning = _READERS[each.rule.does](each, context)
        except (ValueError, OverflowError):  # "two million years ago"
            meaning = Meaning("DATE", "", None, None, "the calendar does not reach so far")
        if meaning is not None:
            context.remember(each, meaning)
            read.append(_Read(each, meaning))
    bounded = _ranges(_dated(read))
    return tuple(_timex(each, meaning) for each, meaning in zip(read, bounded, strict=True))


def _timex(each: _Read, meaning: Meaning) -> Timex:
    start, end = meaning.start, meaning.end
    return Timex(
        mention=_extent(each.expression),
        type=meaning.type,
        value=meaning.value,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        why=meaning.why[0].upper() + meaning.why[1:] + ".",
    )


def _dated(read: Sequence[_Read]) -> list[_Read]:
    """Give a date without a year that of the same month elsewhere, where the text names but one.

    "Last September" is the September 2022 of another paragraph when nothing else tells its year.
    """
    named: dict[int, dict[int, str]] = defaultdict(dict)
    for each in read:
        if (period := each.meaning.period) and period.grain in {"day", "month"}:
            named[period.start.month].setdefault(period.start.year, each.expression.shown)
    return [_with_year(each, named) for each in read]


def _with_year(each: _Read, named: Mapping[int, Mapping[int, str]]) -> _Read:
    """Return an expression with the only year that is named for its month, if it has none."""
    yearless = _YEARLESS.fullmatch(each.meaning.value) if each.meaning.type == "DATE" else None
    number, of = (int(part or 0) for part in yearless.groups()) if yearless else (0, 0)
    if len(named.get(number, {})) != 1:
        return each
    ((year, shown),) = named[number].items()
    if of > monthrange(year, number)[1]:
        return each
    period = day(date(year, number, of)) if of else month(year, number)
    return _Read(each.expression, whole(period, f'the text dates that month elsewhere: "{shown}"'))


def _ranges(read: Sequence[_Read]) -> list[Meaning]:
    """Return the meanings with the bounds that words between and before them set."""
    meanings = [_bounded(each) for each in read]
    for i, (one, other) in enumerate(pairwise(read)):
        if _is_range(one.expression, other.expression, one.meaning, other.meaning):
            start, end = one.meaning.start, other.meaning.end
            why = f"from {one.expression.shown} to {other.expression.shown}"
            for n in (i, i + 1):
                reasons = f"{read[n].meaning.why}; {why}"
                meanings[n] = replace(read[n].meaning, start=start, end=end, why=reasons)
    return meanings


def _is_range(one: Expression, other: Expression, first: Meaning, second: Meaning) -> bool:
    if other.first - one.last != 1 or {first.type, second.type} - {"DATE", "TIME"}:
        return False
    if not (first.start and second.end and first.start <= second.end):
        return False
    between = one.read.word(one.last)
    if between == "and":
        return one.before() == "between"
    if between == "to":
        return one.before() == "from"
    if between in _DASHES:
        return other.read.starts[other.first] - one.read.ends[one.last - 1] == 1
    return between in _TO


def _bounded(each: _Read) -> Meaning:
    """Return a meaning with the bound open that "since", "until", "before" or "after" opens."""
    meaning, word = each.meaning, each.expression.before()
    if each.expression.after() in {"'s", "’s"}:
        return meaning  # "after Sunday's vote" is bounded by the vote
    if meaning.type not in {"DATE", "TIME"} or meaning.start is None or meaning.end is None:
        return meaning
    if word in _OPEN_END:
        return replace(meaning, end=None, why=f'{meaning.why}; "{word}" sets no end')
    if word in _OPEN_START:
        return replace(meaning, start=None, why=f'{meaning.why}; "{word}" sets no beginning')
    if {word, f"{each.expression.before(2)} {word}"} & _BEFORE:
        end = meaning.start - timedelta(1)
        return replace(meaning, start=None, end=end, why=f"{meaning.why}; up to the day before it")
    if word in _AFTER:
        start = meaning.end + timedelta(1)
        return replace(meaning, start=start, end=None, why=f"{meaning.why}; from the day after it")
    return meaning
