"""Nouns that head a description -> what is described: `sayso/data/heads.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Head:
    """What a noun stands for: type (see ACTOR_TYPES), sex (m, f or empty), one or many."""

    type: str
    sex: str
    many: bool


@cache
def heads() -> dict[str, Head]:
    """Return every noun of the vocabulary with what it stands for; the first type wins."""
    file = resources.files("sayso") / "data" / "heads.csv"
    found: dict[str, Head] = {}
    for row in csv.DictReader(file.read_text("utf-8").splitlines()):
        for word in row["words"].split():
            known = found.get(word)
            sex = row["sex"] or (known.sex if known else "")
            type_ = known.type if known else row["type"]
            found[word] = Head(type_, sex, row["number"] == "many")
    return found


@cache
def sexes() -> dict[str, str]:
    """Return given names, folded, with m or f: `sayso/data/given_names.csv`."""
    file = resources.files("sayso") / "data" / "given_names.csv"
    rows = file.read_text("utf-8").splitlines()[1:]
    return dict(row.split(",", 1) for row in rows)
