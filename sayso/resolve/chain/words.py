"""`sayso/data/chain.toml` -> the word lists by which outlets, addressees and channels are told."""

from functools import cache

from sayso.english import tables
from sayso.english.names import folded
from sayso.english.role_nouns import marked

# Lists of which most words are nouns for somebody or something, and the marks of these.
_MARKS = {"institutions": "institution", "nouns": "outlet", "channel_nouns": "channel"}


@cache
def listed(name: str) -> frozenset[str]:
    """Return the list called `name`, in lower case, with the nouns that are marked for it."""
    nouns = marked(_MARKS[name]) if name in _MARKS else frozenset()
    return tables.listed("chain.toml", name) | nouns


@cache
def names_listed(name: str) -> frozenset[str]:
    """Return the names of the list called `name` as names are compared."""
    return frozenset(folded(entry, initials=True) for entry in listed(name))


@cache
def either(name: str) -> str:
    """Return the list called `name` as a pattern that matches each of it, longest first."""
    return tables.either(listed(name))
