"""Mentions of an article -> the same, with names that mean one thing in all news of their type.

"Twitter" is no person, "Daesh" no place, and nobody speaks for "Brexit".
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from sayso.english.given_names import sexes
from sayso.english.names import unowned
from sayso.english.tables import listed, rows
from sayso.records import Mention

_MISTAKEN = frozenset({"person", "place"})  # types that the tagger gives to such names


def with_known(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions, those of well-known bodies, peoples and things with their type."""
    return [
        replace(m, type=_types().get(unowned(m.span.of(text)), m.type))
        if m.form == "name" and m.type in _MISTAKEN
        else m
        for m in mentions
    ]


@cache
def _types() -> dict[str, str]:
    """Return the types of well-known names as they are written.

    Bodies that are called as people are ("Wagner", "Sana"), or that are places too ("the White
    House", "the European Union"), are left out.
    """
    bodies = {name for row in rows("bodies.csv") for name in row["names"].split("|")}
    people = sexes().keys() | {row["name"] for row in rows("english/surnames.csv")}
    areas = {row["seat"].removeprefix("the ") for row in rows("seats.csv") if row["building"]}
    for row in rows("places.csv"):
        areas |= {row["name"], *row["also"].split("|")}
    types = {
        name: "organisation"
        for name in bodies
        if name.removeprefix("the ") not in areas and name.lower() not in people
    }
    lists = {"organisation": "networks", "group": "peoples", "other": "things"}
    for type_, of in lists.items():
        types |= {_capital(name): type_ for name in listed("known_names.toml", of)}
    return types


def _capital(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())
