"""`sayso/data/chain.toml` -> the word lists by which outlets, addressees and channels are told."""

from functools import cache

from sayso.english import tables
from sayso.english.names import folded
from sayso.english.role_nouns import marked

# Lists of which most words are nouns for somebody or something, and the marks of these.
_MARKS = {"institutions": "institution", "nouns": "outlet", "channel_nouns": "channel"}


def listed(name: str) -> frozenset[str]:
    """Return the list called `name`, in lower case, with the nouns that are marked for it."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    listed = {name: tables.listed("chain.toml", name) for name in tables.names("chain.toml")}
    return listed | {name: listed[name] | marked(mark) for name, mark in _MARKS.items()}


def names_listed(name: str) -> frozenset[str]:
    """Return the names of the list called `name` as names are compared."""
    return _lists_of_names()[name]


@cache
def _lists_of_names() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(folded(entry, initials=True) for entry in entries)
        for name, entries in _lists().items()
    }


@cache
def either(name: str) -> str:
    """Return the list called `name` as a pattern that matches each of it, longest first."""
    return tables.either(listed(name))
