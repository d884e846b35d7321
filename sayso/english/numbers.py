"""Words for numbers -> the numbers: `sayso/data/english/numbers.csv`."""

from collections.abc import Mapping
from functools import cache

from sayso.english.tables import rows


@cache
def number_words(*kinds: str) -> Mapping[str, int]:
    """Return the words of some kinds (cardinal, tens, scale, ordinal), each with its number."""
    return {
        row["word"]: int(row["value"])
        for row in rows("english/numbers.csv")
        if row["value"] and row["kind"] in kinds
    }


@cache
def zeros() -> frozenset[str]:
    """Return the words that say that there are none: "no", "nobody", "not a single"."""
    return frozenset(number_words("none"))


@cache
def uncounted() -> frozenset[str]:
    """Return the words that say that there are many, and not how many: "dozens"."""
    return frozenset(row["word"] for row in rows("english/numbers.csv") if not row["value"])
