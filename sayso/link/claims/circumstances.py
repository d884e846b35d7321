"""Where, when, to whom and of which side: what two statements tell of it, and whether that differs.

Each differs only where both tell it. Towns and days are as the record has them, kinds of people and
sides as the words say.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from sayso.english.calendar import months, short_months, weekdays
from sayso.english.stems import stems, weight
from sayso.english.tables import either, lists
from sayso.link.compare.figures import LISTS, people
from sayso.records import Record, Span

Stems = tuple[str, ...]
Place = tuple[Sequence[Stems], frozenset[str]]  # the towns that a statement names, and its words

_AREAS = ("A", "L")  # the features of countries, regions and stretches of land
# "on Tuesday", "May 3": what tells the same in whatever article, as "today" and "now" do not.
_MONTH = either({**months(), **short_months()})
_DAY = re.compile(rf"\b(?:{either(weekdays())}|{_MONTH}\.? \d|\d {_MONTH}\b)", re.IGNORECASE)
_ALIKE = 4  # letters in which "Velmark" and "Velmarkian" begin alike
_BETWEEN = 3  # words between whose they are and who is counted: "Velmark's badly wounded soldiers"


def spots(record: Record, content: Sequence[Span]) -> tuple[Stems, ...]:
    """Return the towns and spots that a content names as places, as stems.

    Countries and regions are none of them: what happened there may have happened in any town.
    """
    text = record.article.text
    named = (p for p in record.places if p.use == "literal" and _inside(p.mention, content))
    towns = (_stems(p.mention.of(text)) for p in named if p.location.feature not in _AREAS)
    return tuple(dict.fromkeys(filter(None, towns)))


def days(record: Record, content: Sequence[Span]) -> tuple[str, ...]:
    """Return the days that a content names by a day of the week or a date, as ISO 8601 dates."""
    text = record.article.text
    named = (
        t for t in record.times if t.start and t.start == t.end and _inside(t.mention, content)
    )
    return tuple(
        dict.fromkeys(t.start for t in named if t.start and _DAY.search(t.mention.of(text)))
    )


def _inside(mention: Span, content: Sequence[Span]) -> bool:
    return any(part.holds(mention) for part in content)


def _stems(text: str) -> Stems:
    return tuple(sorted(set(filter(weight, stems(text)))))


def other_place(some: Place, others: Place) -> bool:
    """Tell whether each of two names a town that is none of those that the other one names.

    Both come with all their words: a town that is one of these may be the other's too.
    """
    one, other = (
        [spot for spot in spots if not any(_alike(stem, word) for stem in spot for word in words)]
        for (spots, _), (_, words) in ((some, others), (others, some))
    )
    return bool(one and other)


def other_day(some: Sequence[str], others: Sequence[str], *, night: int = 1) -> bool:
    """Tell whether both name days, all further apart than an evening is from the next morning.

    One text means one day by one name: there a `night` makes no difference, and is 0.
    """
    numbers = [[date.fromisoformat(day).toordinal() for day in days] for days in (some, others)]
    return bool(some and others) and all(abs(a - b) > night for a in numbers[0] for b in numbers[1])


def other_people(some: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether both name kinds of people, and none that both name."""
    return bool(some and others) and some.isdisjoint(others)


def other_side(some: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether both name whose people they speak of, and none that both name."""
    return bool(some and others) and not any(_alike(a, b) for a in some for b in others)


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= _ALIKE and a[:_ALIKE] == b[:_ALIKE])


def kinds(text: str) -> frozenset[str]:
    """Return the kinds of people that a text names."""
    return people(stems(text))


def whose(text: str) -> frozenset[str]:
    """Return the stems of whose people a text names: "Velmark soldiers", "civilians of Almis"."""
    return frozenset(stem for name in _owners(text) for stem in _stems(name))


def _owners(text: str) -> Iterator[str]:
    for match in _pattern().finditer(text):
        yield match["before"] or match["behind"]


@cache
def _pattern() -> re.Pattern[str]:
    # "Velmark's 20 soldiers", "Torvesk civilians", "soldiers of Velmark"
    nouns = either({word for words in lists(LISTS, "people").values() for word in words})
    name = r"[A-Z][\w.]+(?:['’]s)?"
    before = rf"(?P<before>{name})(?: [a-z\d,-]+){{0,{_BETWEEN}}} {nouns}\b"
    return re.compile(rf"\b(?:{before}|{nouns} of (?:the )?(?P<behind>{name}))")
