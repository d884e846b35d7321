"""What a search asks for, as its address has it; what it brought, counted by facets."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from urllib.parse import urlencode

NONE: Mapping[str, str] = MappingProxyType({})
_MONTH = 7  # characters of a day
_MOST = 8  # values of a facet that are offered
SEARCH = "/search"
FILTERS = {
    "who": "Who speaks",
    "outlet": "Outlet",
    "act": "What it does",
    "kind": "In which form",
    "place": "Place",
    "since": "From",
    "until": "To",
    "least": "At least so sure",
    "origins": "From at least so many origins",
}
"""What statements are chosen by, and what that is called: in addresses, forms and commands."""
ADDRESSED = {"since": "from", "until": "to", "words": "q"}
"""How addresses call what is called otherwise there."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for; empty words ask for nothing.

    `who` is a name or the id of an entity, `act` one of ours or a family of them, `kind` that of a
    statement. `since` and `until` are days. `least` is a score in percent, `origins` a number.
    """

    words: str = ""
    who: str = ""
    outlet: str = ""
    act: str = ""
    kind: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    least: str = ""
    origins: str = ""

    @property
    def is_filtered(self) -> bool:
        """Tell whether more is asked for than words."""
        return replace(self, words="") != Search()

    def address(self, path: str = SEARCH, **changes: str) -> str:
        """Return the address of a page that asks the same, but for some changes."""
        its = replace(self, **changes)
        given = {ADDRESSED.get(f.name, f.name): getattr(its, f.name) for f in fields(its)}
        words = urlencode({name: value for name, value in given.items() if value})
        return f"{path}?{words}" if words else path


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
    return Facet(name, FILTERS[name], values, words.get(its, its), without)


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
