"""Durations, sets and bare references to past, present and future -> their meaning."""

import re
from dataclasses import dataclass

from sayso.english.numbers import number_words
from sayso.english.pronouns import subjects
from sayso.resolve.times.calendar import containing, moved
from sayso.resolve.times.context import (
    MULTIPLES,
    NO_DATE,
    Context,
    Meaning,
    month_of,
    relation,
    singular,
    weekday_of,
    whole,
)
from sayso.resolve.times.grammar import Expression
from sayso.resolve.times.tense import Way
from sayso.resolve.times.tokens import BREAK, lexicon

_HALVES = {
    "year": (6, "month"),
    "day": (12, "hour"),
    "hour": (30, "minute"),
    "minute": (30, "second"),
}
_PARTS = {"half": 0.5, "couple": 2.0, "single": 1.0}
_DOZEN = {"dozen": 12}
_NO_NUMBERS = frozenset({"a", "an", "and"})
_BEHIND = frozenset({"last", "past", "recent", "previous", "preceding", "prior"})
_OWN_ANCHOR = frozenset({"previous", "preceding", "prior", "following"})


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of a unit; a number of None is "some"."""

    number: float | None
    unit: str

    @property
    def value(self) -> str:
        """Return the TIMEX3 value: P2Y, PT30M, P2Y6M, PXW."""
        number, unit = self.number, self.unit
        if unit in MULTIPLES:
            factor, unit = MULTIPLES[unit]
            number = number * factor if number is not None else None
        if number is not None and number % 1 == 0.5 and unit in _HALVES:
            more, small = _HALVES[unit]
            half = Amount(more, small).value
            if number < 1:
                return half
            return Amount(number // 1, unit).value + half[1:].removeprefix(
                "T" if lexicon().tables["units"][unit].startswith("T") else ""
            )
        letters = lexicon().tables["units"][unit]
        timed = "T" if letters[0] == "T" else ""
        return f"P{timed}{'X' if number is None else f'{number:.10g}'}{letters[len(timed) :]}"


def amount(words: list[str], unit: str) -> Amount:
    """Return the amount that a count and a unit write; of "two or three", the first."""
    words = re.split(r" (?:to|or) | - (?=\d)", " ".join(words))[0].split()
    return Amount(_number([w for w in words if w not in {"-", "of"}]), singular(unit))


def _number(words: list[str]) -> float | None:
    """Return the number that words write, None for "several"; no number word is one."""
    total, part = 0.0, 0.0
    for word in words:
        if scale := _DOZEN.get(word) or number_words("scale").get(word):
            total, part = total + (part or 1) * scale, 0.0
        elif word not in _NO_NUMBERS:
            value = _value(word)
            if value is None:
                return None
            part += value
    return total + part or 1.0


def _value(word: str) -> float | None:
    if re.fullmatch(r"\d[\d,]*(\.\d+)?", word):
        return float(word.replace(",", ""))
    if re.fullmatch(r"\d/[1-9]", word):
        return int(word[0]) / int(word[2])
    return _PARTS.get(word) or number_words("cardinal", "tens").get(word)


def duration(expression: Expression, context: Context) -> Meaning | None:
    """Read "two years", "a decade", "decades-long"; ages are left out."""
    if long := expression.word("yearlong"):
        unit = re.sub(r"\s?long$", "", long)
        return Meaning("DURATION", Amount(1, unit).value, None, None, "a length of time")
    unit = singular(expression.word("unit"))
    words = expression.words("count")
    parts = unit == "quarter" and (
        not words or (expression.after() == "of" and len(expression.shown) < 15)
    )
    if _is_age(expression) or parts:
        return None
    much = amount(words, unit) if words else Amount(None, unit)
    if "half" in expression.groups and much.number is not None:
        much = Amount(much.number + 0.5, unit)
    if words and words[0] in {"a", "an"} and len(words) == 1 and _is_rate(expression):
        return Meaning("SET", much.value, None, None, "a rate, so much in each such time")
    return _ahead(expression, much, context) or Meaning(
        "DURATION", much.value, None, None, "a length of time"
    )


def _ahead(expression: Expression, much: Amount, context: Context) -> Meaning | None:
    """Read "in two weeks" where that is when something will be: so many days or weeks on."""
    published, unit = context.published, much.unit
    exact = much.number is not None and not much.number % 1
    to_come = expression.before() == "in" and expression.cue.way is Way.FUTURE
    if published is None or not exact or not to_come or much.number is None:
        return None
    if unit not in {"day", "week", "fortnight", "month"} or _is_part(expression):
        return None
    factor, grain = MULTIPLES.get(unit, (1, unit))
    on = moved(published, grain, round(much.number) * factor)
    return whole(
        containing("month" if grain == "month" else "day", on), f"so long after {context.since}"
    )


def _is_part(expression: Expression) -> bool:
    """Tell whether a length of time goes on: "in two weeks of talks", "the first in two weeks"."""
    follows = expression.after()
    superlative = {expression.before(n) for n in range(2, 6)}
    return follows in {"of", "or", "and", "-"} or not superlative.isdisjoint(
        lexicon().lists["first_in"]
    )


def _is_age(expression: Expression) -> bool:
    ahead = expression.after(1) if expression.after() == "-" else expression.after()
    return ahead in {"old", "olds"} or (ahead == "of" and expression.after(1) == "age")


def _is_rate(expression: Expression) -> bool:
    """Tell whether "a year" stands behind a number: "15 a year", "$2 million barrels a day"."""
    if expression.after() in {"after", "before", "earlier", "later", "ago", "since", "from"}:
        return False
    before = [expression.before(n) for n in (1, 2, 3)]
    if before[0] in lexicon().of and lexicon().of[before[0]] not in {"NUM", "TENS", "HUNDRED"}:
        return False
    return any(re.fullmatch(r"\d[\d.,]*", word) for word in before) or before[0] in {
        *("percent", "million", "billion", "thousand", "times"),
    }


def span(expression: Expression, context: Context) -> Meaning | None:
    """Read "the past two years", "recent months", "the next few days"."""
    unit = singular(expression.word("unit"))
    rel = relation(expression.word("dir"))
    words = expression.words("count")
    single = not words and not expression.word("unit").endswith(("s", "a"))
    much = amount(words, unit) if words else Amount(1 if single else None, unit)
    published = context.published
    if rel in _OWN_ANCHOR or published is None:
        why = "counted from another time" if published else NO_DATE
        return Meaning("DURATION", much.value, None, None, why)
    back = rel in _BEHIND
    other = None
    if much.number is not None:
        factor, grain = MULTIPLES.get(unit, (1, unit))
        n = round(much.number * factor)
        if unit in {"second", "minute", "hour"}:
            n, grain = -(-n // {"hour": 24, "minute": 1440, "second": 86400}[unit]), "day"
        other = moved(published, grain, -n if back else n)
    start, end = (other, published) if back else (published, other)
    why = f"counted {'back' if back else 'forward'} from {context.since}"
    return Meaning("DURATION", much.value, start, end, why)


def recurring(expression: Expression, context: Context) -> Meaning | None:
    """Read "every Friday", "each year", "daily", "twice a week"."""
    del context
    if _is_name(expression):
        return None
    if (adverb := expression.word("adverb")) in lexicon().tables["adverbs"]:
        return _set(lexicon().tables["adverbs"][adverb])
    if unit := expression.word("unit"):
        shown = expression.read.words(expression.first, expression.last)
        count = expression.words("count") or ["two" if "other" in shown else "one"]
        return _set(amount(count, unit).value)
    if weekday := expression.word("wday"):
        value = f"XXXX-WXX-{weekday_of(weekday) + 1}"
        part = expression.read.word(expression.last - 1).removesuffix("s")
        return _set(
            value
            + (f"T{lexicon().tables['parts'][part]}" if part in lexicon().tables["parts"] else "")
        )
    if month := expression.word("mon"):
        return _set(f"XXXX-{month_of(month):02}")
    if season := expression.word("season"):
        return _set(f"XXXX-{lexicon().tables['seasons'][season.removesuffix('time')]}")
    return _set(f"XXXX-XX-XXT{lexicon().tables['parts'][expression.word('part')]}")


def _set(value: str) -> Meaning:
    return Meaning("SET", value, None, None, "comes again and again")


def reference(expression: Expression, context: Context) -> Meaning | None:
    """Read "now", "recently", "the future"."""
    words = expression.read.words(expression.first, expression.last)
    if words[-1] == "time" and not _points_back(expression):
        return None
    if words == ["that", "time"] and context.latest:
        return whole(context.latest, f"{context.latest.value}, which the text names before")
    if words[-1] == "moment" and expression.before() not in {"at", "for"}:
        return None
    if not _stands_alone(expression, words):
        return None
    value, published = expression.rule.value, context.published
    why = f"{value.removesuffix('_REF').lower()} as seen from "
    why += context.since if published else "the time of writing"
    if value == "PRESENT_REF":
        return Meaning("DATE", value, published, published, why)
    if value == "PAST_REF":
        return Meaning("DATE", value, None, published, why)
    return Meaning("DATE", value, published, None, why)


def _is_name(expression: Expression) -> bool:
    """Tell whether "Daily" belongs to a name: the Daily Star."""
    read, last = expression.read, expression.last
    return (
        read.shown(last - 1).istitle()
        and read.shown(last).istitle()
        and (read.codes[last] != BREAK)
    )


def _stands_alone(expression: Expression, words: list[str]) -> bool:
    """Tell "in the past" from "the past nine votes", and "soon" from "as soon as"."""
    after = expression.after()
    if words == ["soon"]:
        return expression.before() != "as"
    if words[-1] == "past":
        return not after[:1].isalnum() or after in lexicon().lists["after_past"] | subjects()
    if words[-1] in {"present", "future"}:
        return after != "-" and not expression.read.shown(expression.last - 1).istitle()
    return True


def _points_back(expression: Expression) -> bool:
    """Tell whether "the time" is a time of the story: "at the time", not "the time of the vote"."""
    follows = expression.after()
    if expression.read.word(expression.last - 2) == "present":
        return True
    specifiers = {"of", "when", "that", "the", "it", "for", "to"}
    return expression.before() in {"at", "since", "until", "by"} and follows not in specifiers
