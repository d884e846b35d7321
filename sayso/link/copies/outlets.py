"""Names of agencies and outlets -> which one is meant: `sayso/data/agencies.csv`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.english.names import folded
from sayso.english.tables import either, rows

# What a list of sources adds to an outlet's name: "Karsk Beacon (Online)", "Karsk Beacon - News",
# and an address to its domain: "https://www.beacon.example/news".
_ADDED = re.compile(
    r"\s*\([^()]*\)$|\s+-\s+\w+$|^https?://|^www\.|(?<=\.[a-z]{2})/.*$|(?<=\.[a-z]{3})/.*$|^the ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """An agency or outlet: its name as it is shown, its kind, and who owns or controls it."""

    name: str
    kind: str
    owner: str

    @property
    def owned_by(self) -> str:
        """Return who owns or controls it, as it stands in a sentence: "the government of Italy"."""
        return f"the {self.owner}" if self.owner[:1].islower() else self.owner

    @property
    def supplies(self) -> bool:
        """Tell whether others print its text as a matter of course."""
        return self.kind in ("agency", "syndicate", "state")


@cache
def known() -> Mapping[str, Outlet]:
    """Return the outlets of the table by each of their names and domains, folded."""
    table = {}
    for row in rows("agencies.csv"):
        outlet = Outlet(row["name"], row["kind"], row["owner"])
        for name in (row["name"], *row["aliases"].split("|")):
            if name:
                table[_key(name)] = outlet
    return table


def outlet_of(name: str) -> Outlet:
    """Return the outlet of that name or domain; one that the table has not is an outlet too."""
    return outlet_in_table(name) or Outlet(_bare(name), "outlet", "")


def outlet_in_table(name: str) -> Outlet | None:
    """Return the outlet or agency of that name that the table has, if any."""
    return known().get(_key(name))


def is_known(name: str) -> bool:
    """Tell whether the table has an outlet or agency of that name."""
    return outlet_in_table(name) is not None


def is_outlet(name: str, outlet: Outlet) -> bool:
    """Tell whether a name is that of an outlet, or the outlet is called by its initials alone."""
    its = outlet_of(name)
    if its == outlet or not name or is_known(outlet.name) or is_known(name):
        return its == outlet
    return len(outlet.name) > 1 and outlet.name == _initials(its.name)


def _initials(name: str) -> str:
    """Return what a name is cut to: NWA of "North Water Agency"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


@cache
def names(*, supplying: bool = False) -> str:
    """Return a pattern that matches a name of the table; `supplying`, of those that supply text."""
    every = (
        name
        for row in rows("agencies.csv")
        if not supplying or row["kind"] != "outlet"
        for name in (row["name"], *row["aliases"].split("|"))
        if name and not _is_domain(name)
    )
    return either(every)


@cache
def _names_of(name: str) -> re.Pattern[str] | None:
    """Return what matches any name of the outlet of that name; a domain is no name of it."""
    outlet = outlet_of(name)
    every = [row for row in rows("agencies.csv") if row["name"] == outlet.name]
    spelt = [outlet.name, *(alias for row in every for alias in row["aliases"].split("|"))]
    plain = [each for each in spelt if each and not _is_domain(each)]
    return re.compile(rf"\b{either(plain)}(?![\w-])") if plain else None


def names_outlet(text: str, outlet: str) -> bool:
    """Tell whether a text names an outlet, by any of its names."""
    pattern = _names_of(outlet) if outlet else None
    return pattern is not None and pattern.search(text) is not None


def _key(name: str) -> str:
    return folded(_bare(name))


def _bare(name: str) -> str:
    last = ""
    while name != last:
        last, name = name, _ADDED.sub("", name.strip(), count=1)
    return name


def _is_domain(name: str) -> bool:
    return " " not in name and "." in name and name.islower()
