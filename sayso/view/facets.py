"""What a search brought -> facets: how often each value is there, and the search for it alone."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sayso.view.asking import Search

NONE: Mapping[str, str] = MappingProxyType({})
_MONTH = 7  # characters of a day
_MOST = 8  # values of a facet that are offered
_TITLES = {
    "who": "Who speaks",
    "outlet": "Outlet",
    "act": "What it does",
    "kind": "In which form",
    "place": "Place",
    "min_score": "At least so sure",
    "origins": "From at least so many origins",
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: its words, how many statements have it, and where it leads."""

    words: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search: the values that are there, those of most statements first.

    `chosen` is the words of the value that is asked for already, and `without` leads back.
    """

    name: str
    title: str
    values: tuple[Value, ...]
    chosen: str = ""
    without: str = ""


def facet(
    search: Search, name: str, given: Iterable[str], words: Mapping[str, str] = NONE
) -> Facet:
    """Return how often each value of a facet is given, those that are most often first.

    `words` are those of values, where these are others.
    """
    its = getattr(search, name)
    values = tuple(
        Value(words.get(value, value), count, search.address(**{name: value}))
        for value, count in Counter(each for each in given if each).most_common(_MOST)
        if value != its
    )
    without = search.address(**{name: ""}) if its else ""
    return Facet(name, _TITLES[name], values, words.get(its, its), without)


def months(search: Search, days: Iterable[str]) -> Facet:
    """Return in which months statements were published, the latest first."""
    counts = Counter(day[:_MONTH] for day in days if day)
    values = [
        Value(month, counts[month], search.address(since=f"{month}-01", until=_end(month)))
        for month in sorted(counts, reverse=True)[:_MOST]
    ]
    chosen = " to ".join(filter(None, (search.since, search.until)))
    without = search.address(since="", until="") if chosen else ""
    return Facet("since", "When", tuple(values) if len(counts) > 1 else (), chosen, without)


def _end(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]}"
