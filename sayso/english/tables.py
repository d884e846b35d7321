"""A data file of `sayso/data` -> its rows or its word lists, and words -> a pattern.

In a file, lines that open with `#` say what the columns or lists are.
"""

import csv
import inspect
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

_CACHED: type[Any] = type(cache(dict))  # what a function becomes that keeps its answers


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a comma-separated file by their columns' names.

    The file is read anew each time, so whoever asks keeps what it makes of them.
    """
    lines = files("sayso").joinpath("data", name).read_text("utf-8").splitlines()
    yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def listed(name: str, of: str) -> frozenset[str]:
    """Return the list called `of` in a file of lists; it holds words, or phrases between "|"."""
    return _entries(_lists(name)[of])


def lists(name: str, of: str) -> dict[str, frozenset[str]]:
    """Return the lists of the table called `of` in a file of lists, by their names."""
    return {key: _entries(value) for key, value in _lists(name)[of].items()}


def names(name: str) -> list[str]:
    """Return what the lists in a file of lists are called that stand in no table."""
    return [key for key, value in _lists(name).items() if isinstance(value, str)]


def numbers(name: str, of: str) -> dict[str, float]:
    """Return the numbers of the table called `of` in a file of lists, by their names."""
    return {key: float(value) for key, value in _lists(name)[of].items()}


def _entries(value: str) -> frozenset[str]:
    if "|" not in value:
        return frozenset(value.split())
    phrases = (" ".join(entry.split()) for entry in re.split(r"[|\n]", value))
    return frozenset(phrase for phrase in phrases if phrase)


@cache
def _lists(name: str) -> dict[str, Any]:
    return tomllib.loads(files("sayso").joinpath("data", name).read_text("utf-8"))


def either(words: Iterable[str]) -> str:
    """Return a pattern that matches each of some words or phrases, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


def build(*packages: str) -> None:
    """Build all tables of packages now: what their cached functions and properties keep anyway.

    So a text meets no table that is still to be made. Modules that nobody imported have none.
    """
    inside = tuple(f"{package}." for package in packages)
    modules = [module for name, module in list(sys.modules.items()) if name.startswith(inside)]
    functions = [f for module in modules for f in vars(module).values() if _is_table(f)]
    for made in [function() for function in functions]:
        for name, value in vars(type(made)).items():
            if isinstance(value, cached_property):
                getattr(made, name)


def _is_table(value: object) -> bool:
    return isinstance(value, _CACHED) and not inspect.signature(value).parameters
