"""Titles before a name and what stands behind one: `sayso/data/english/titles.csv`.

All are in small letters and without a full stop.
"""

from collections.abc import Mapping
from functools import cache

from sayso.english.tables import rows


def is_title(word: str) -> bool:
    """Tell whether a word as written is a title: "Miss", "Gen." and "judge" are, "miss" is none.

    Only short forms take a full stop: "Miss." is a state.
    """
    small = word.lower()
    if small.endswith("."):
        return small[:-1] in short_titles() & titles()
    return small in titles() and (word[:1].isupper() or small not in address())


@cache
def titles() -> frozenset[str]:
    """Return the words that may stand before a name: "mr", "gen", "general"."""
    return frozenset(
        _forms("title", "address", "role", "noble") | _forms("short", "address", "role")
    )


@cache
def short_titles() -> frozenset[str]:
    """Return the titles that take a full stop, those behind a name too: "mr", "gen", "jr"."""
    return frozenset(_forms("short", "address", "role", "generation"))


@cache
def in_full() -> Mapping[str, str]:
    """Return the titles of which a short form is known, by it: "gov" is a governor."""
    table = rows("english/titles.csv")
    return {short: r["title"] for r in table if r["title"] for short in r["short"].split()}


@cache
def address() -> Mapping[str, str]:
    """Return the titles that are no role: forms of address and short forms, each with its sex.

    The sex is m, f or empty.
    """
    forms: dict[str, str] = {}
    for row in rows("english/titles.csv"):
        if row["kind"] in {"address", "role", "noble"}:
            whole = row["title"].split() if row["kind"] == "address" else []
            forms |= dict.fromkeys([*whole, *row["short"].split()], row["sex"])
    return forms


@cache
def noble() -> frozenset[str]:
    """Return the titles without which a single name is not known: "Pope Francis", "Lady Crewe"."""
    return frozenset(_forms("title", "noble"))


@cache
def generations() -> frozenset[str]:
    """Return what tells father from son: "jr", "iii"."""
    return frozenset(_forms("title", "generation") | _forms("short", "generation"))


@cache
def suffixes() -> frozenset[str]:
    """Return what stands behind a name and is no part of it: "jr", "phd"."""
    return generations() | _forms("title", "degree")


def _forms(column: str, *kinds: str) -> set[str]:
    table = rows("english/titles.csv")
    return {form for row in table if row["kind"] in kinds for form in row[column].split()}
