"""Nouns that head a description -> what is described: `sayso/data/english/role_nouns.csv`.

What the rooms ask of such nouns is marked there too.
"""

from dataclasses import dataclass
from functools import cache

from sayso.english.tables import rows


@dataclass(frozen=True, slots=True)
class Head:
    """What a noun stands for: type (see ACTOR_TYPES), sex (m, f or empty), one or many."""

    type: str
    sex: str
    many: bool


@cache
def heads() -> dict[str, Head]:
    """Return every noun of the vocabulary with what it stands for; the first type wins.

    Those of one person are there in their plural too, by rule where the vocabulary has none.
    """
    nouns: dict[str, Head] = {}
    for row in rows("english/role_nouns.csv"):
        for word in row["words"].split():
            known = nouns.get(word)
            sex = row["sex"] or (known.sex if known else "")
            type_ = known.type if known else row["type"]
            nouns[word] = Head(type_, sex, row["number"] == "many")
    ones = {word: head for word, head in nouns.items() if head.type == "person" and not head.many}
    for word, head in ones.items():
        if not word.endswith(("s", "man", "child", "x", "sh", "ch")):
            nouns.setdefault(_plural(word), Head(head.type, head.sex, many=True))
    return nouns


def is_somebody(word: str) -> bool:
    """Tell whether a noun is of a person, the last part of "Under-Secretary-General" too."""
    known = heads().get(word.lower().rpartition("-")[2])
    return known is not None and known.type == "person"


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


@cache
def marked(mark: str) -> frozenset[str]:
    """Return the nouns with a mark; the file says what each mark means."""
    table = rows("english/role_nouns.csv")
    return frozenset(
        word for row in table if mark in row["marks"].split() for word in row["words"].split()
    )
