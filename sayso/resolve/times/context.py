"""What an expression means, and what has been read before it: the state that rules share."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from sayso.english.calendar import months, short_months, short_weekdays, weekdays
from sayso.english.numbers import number_words
from sayso.resolve.times.calendar import GRAINS, Period, containing, day, shifted
from sayso.resolve.times.grammar import Expression
from sayso.resolve.times.tense import Way, ends_between
from sayso.resolve.times.tokens import lexicon

NEAR = 120  # tokens for which a quarter or month stays the one that "a year ago" compares with
# A date without a year that is this many times nearer on the other side than the tense tells lies
# there: news gives the year of what is far. Tuned on TimeBank.
NEARER = {"day": 3, "month": 8}

MULTIPLES = {
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
    "fortnight": (2, "week"),
}
DAYS_FROM_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1, "upcoming": 1}
OfYear = Callable[[int], Period | None]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The type and value of an expression, its first and last day, and why; None is no bound."""

    type: str
    value: str
    start: date | None
    end: date | None
    why: str
    period: Period | None = None


class Base(NamedTuple):
    """The first and the last day that times may be counted from, and what they are the days of."""

    first: date | None
    last: date | None
    why: str = "the article's date"

    @classmethod
    def of(cls, first: str, last: str, why: str = "the article's date") -> "Base":
        """Return the days of two ISO 8601 dates; no days where one is none."""
        try:
            return cls(date.fromisoformat(first[:10]), date.fromisoformat(last[:10]), why)
        except ValueError:
            return cls(None, None, why)


@dataclass(slots=True)
class Context:
    """What is known while an article is read: when it was published, what was named so far.

    Inside what was said `published` is the day on which it was said, and `named` says so.
    """

    published: date | None
    named: str = "the article's date"
    latest: Period | None = None
    of_grain: dict[str, tuple[Period, int]] = field(default_factory=dict)

    def remember(self, expression: Expression, meaning: Meaning) -> None:
        """Keep a period that the text has named, for "that year" and "the following day"."""
        if meaning.period is None:
            return
        self.latest = meaning.period
        self.of_grain[meaning.period.grain] = (meaning.period, expression.first)

    def anchor(self, grain: str) -> Period | None:
        """Return the period of a grain in which what was named last lies, if it is as short."""
        if self.latest is None:
            return None
        size = GRAINS.index(grain)
        shorter = [pair for pair in self.of_grain.values() if pair[0].size <= size]
        if not shorter:
            return None
        return containing(grain, max(shorter, key=lambda pair: pair[1])[0].start)

    def recent(self, expression: Expression, *grains: str) -> Period | None:
        """Return the last period of some grains, if it was named not far before."""
        pairs = [self.of_grain[grain] for grain in grains if grain in self.of_grain]
        near = [pair for pair in pairs if expression.first - pair[1] <= NEAR]
        return max(near, key=lambda pair: pair[1])[0] if near else None

    def in_sentence(self, expression: Expression) -> Period | None:
        """Return the day named before in the sentence of an expression."""
        period, first = self.of_grain.get("day", (None, 0))
        if period is None or ends_between(expression.read, first, expression.first):
            return None
        return period

    @property
    def since(self) -> str:
        """Return the day that times are counted from as reasons name it."""
        return f"{self.named} {self.published}"


def whole(period: Period, why: str, kind: str = "DATE") -> Meaning:
    """Return the meaning of a period named as such."""
    return Meaning(kind, period.value, period.start, period.end, why, period)


def unknown(grain: str, why: str) -> Meaning:
    """Return the meaning of a date that cannot be told."""
    return Meaning("DATE", lexicon().tables["unknown"].get(grain, ""), None, None, why)


NO_DATE = "the article's date is not known"
NO_ANCHOR = "the text names no date before it"


def years_around(published: date) -> list[int]:
    """Return the years in which a date that is given without its year may lie."""
    return [year for year in range(published.year - 5, published.year + 6) if 0 < year < 9999]


def nearest(
    yearly: Iterable[Period | None], published: date, way: Way, *, behind: bool = False
) -> Period | None:
    """Return which of the periods that come once a year is meant: behind, ahead or simply nearest.

    None stands for a year that has no such period. With `behind` it has begun by that day.
    """
    known = [period for period in yearly if period]
    past = max((p for p in known if p.start <= published), key=lambda p: p.start, default=None)
    ahead = min((p for p in known if p.end >= published), key=lambda p: p.start, default=None)
    if past is None or ahead is None or past == ahead or behind:
        return past or ahead
    back = max((published - past.end).days, 0)
    forth = max((ahead.start - published).days, 0)
    factor = NEARER.get(past.grain, 1000)
    if way is Way.FUTURE:
        return past if back * factor < forth else ahead
    if way is Way.PAST:
        return ahead if forth * factor < back else past
    return past if back <= forth else ahead


def weekday_near(number: int, published: date, rel: str, way: Way) -> Period:
    """Return the Monday (0) to Sunday (6) meant from a day; `rel` is last, next, this or empty."""
    back = (published.weekday() - number) % 7
    if rel in {"last", "past", "previous"}:
        return day(published - timedelta(back or 7))
    if rel in {"next", "coming", "upcoming"}:
        return day(published + timedelta((7 - back) or 7))
    if rel == "this":
        return day(published + timedelta(number - published.weekday()))
    if way is Way.FUTURE:
        return day(published + timedelta((7 - back) % 7))
    return day(published - timedelta(back))


def month_of(word: str) -> int:
    """Return the number of a month by its name or short form."""
    return months().get(word) or short_months()[word]


def weekday_of(word: str) -> int:
    """Return the number of a weekday, Monday 0, by its name or short form."""
    return (weekdays().get(word.removesuffix("s")) or short_weekdays()[word]) - 1


def weekday_name(number: int) -> str:
    """Return the name of a weekday by its number, Monday 0."""
    return tuple(weekdays())[number].capitalize()


def ordinal(word: str) -> int:
    """Return the number that an ordinal writes: "third", "3rd" or 3; 0 where it is none."""
    if match := re.match(r"\d+", word):
        return int(match.group())
    return number_words("ordinal").get(word, 0)


def full_year(word: str, published: date | None) -> int:
    """Return the year of "2014" or "'82"; two figures mean the last such year."""
    number = int(re.sub(r"\D", "", word) or _spelled_year(word))
    if number >= 100:
        return number
    today = published.year if published else 2029
    return max(y for y in (number + 1800, number + 1900, number + 2000) if y <= today + 1)


def _spelled_year(word: str) -> int:
    """Return the year of "nineteen ninety-seven".

    Raises ValueError where the words are no year.
    """
    known = number_words("cardinal", "tens")
    century, *rest = word.replace("-", " ").split()
    if not known.keys() >= {century, *rest}:
        raise ValueError(f"{word} is no year")
    return 100 * known[century] + sum(known[each] for each in rest)


def singular(unit: str) -> str:
    """Return the name of a unit for one: "weeks" is "week"."""
    irregular = {"centuries": "century", "millennia": "millennium"}
    return irregular.get(unit, unit.removesuffix("s"))


def relation(words: str) -> str:
    """Return the word of "the past", "this coming" and so on that sets the direction."""
    return words.split()[-1] if words else ""


def relative(context: Context, rel: str, unit: str) -> Period | None:
    """Return the year, month or week that "last year", "that month" names; None if unknown."""
    anchor = context.anchor(unit)
    base = containing(unit, context.published) if context.published else None
    if rel in {"same", "that", "the"}:
        return anchor or (base if rel == "the" else None)
    if rel == "following":
        return shifted(anchor, 1) if anchor else None
    if rel in {"previous", "preceding", "prior"}:
        before = anchor or base
        return shifted(before, -1) if before else None
    return shifted(base, STEPS.get(rel, 0)) if base else None
