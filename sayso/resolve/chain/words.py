"""`sayso/data/chain.toml` -> the word lists by which outlets, addressees and channels are told."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from sayso.english import tables
from sayso.english.calendar import months, weekdays
from sayso.english.names import folded


@cache
def listed(name: str) -> frozenset[str]:
    """Return the list called `name`, in lower case."""
    return frozenset(_entries(_lists()[name]))


@cache
def names_listed(name: str) -> frozenset[str]:
    """Return the names of the list called `name` as names are compared."""
    return frozenset(folded(entry, initials=True) for entry in listed(name))


@cache
def either(name: str) -> str:
    """Return the list called `name` as a pattern that matches each of it, longest first."""
    return tables.either(listed(name))


@cache
def days_and_months() -> frozenset[str]:
    """Return the names of the days of the week and of the months, in lower case."""
    return frozenset((*weekdays(), *months()))


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(files("sayso").joinpath("data/chain.toml").read_text("utf-8"))


def _entries(value: str) -> list[str]:
    if "|" not in value:
        return value.split()
    return [" ".join(entry.split()) for entry in re.split(r"[|\n]", value) if entry.strip()]
