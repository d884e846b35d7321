"""A data file of `sayso/data` -> its rows, and words -> a pattern.

In a file, lines that open with `#` say what the columns are.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a comma-separated file by their columns' names.

    The file is read anew each time, so whoever asks keeps what it makes of them.
    """
    lines = files("sayso").joinpath("data", name).read_text("utf-8").splitlines()
    yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def either(words: Iterable[str]) -> str:
    """Return a pattern that matches each of some words or phrases, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"
