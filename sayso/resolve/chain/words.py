"""`sayso/data/chain.toml` -> the word lists by which outlets, addressees and channels are told."""

from functools import cache

from sayso.english import tables
from sayso.english.names import folded


@cache
def listed(name: str) -> frozenset[str]:
    """Return the list called `name`, in lower case."""
    return tables.listed("chain.toml", name)


@cache
def names_listed(name: str) -> frozenset[str]:
    """Return the names of the list called `name` as names are compared."""
    return frozenset(folded(entry, initials=True) for entry in listed(name))


@cache
def either(name: str) -> str:
    """Return the list called `name` as a pattern that matches each of it, longest first."""
    return tables.either(listed(name))
