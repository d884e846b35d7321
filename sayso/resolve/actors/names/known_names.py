"""Mentions of an article -> the same, with names that mean one thing in all news of their type.

"Twitter" is no person, "Daesh" no place, and nobody speaks for "Brexit".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from sayso.english.given_names import sexes
from sayso.english.names import unowned
from sayso.english.tables import listed, rows
from sayso.records import Mention

_MISTAKEN = frozenset({"person", "place"})  # types that the tagger gives to such names
_LISTS = {
    "networks": "organisation",
    "outlets": "organisation",
    "peoples": "group",
    "things": "other",
}


def with_known(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those of well-known bodies, outlets, peoples and things as these."""
    for mention in mentions:
        known = ""
        if mention.form == "name" and mention.type in _MISTAKEN:
            name = unowned(mention.span.of(text))
            known = "organisation" if name in _bodies() else _others().get(name.lower(), "")
        yield replace(mention, type=known) if known else mention


@cache
def _bodies() -> frozenset[str]:
    """Return the names of well-known bodies as they are written.

    Those are left out that people bear too ("Wagner", "Sana"), or places ("the White House").
    """
    areas = {row["seat"].removeprefix("the ") for row in rows("seats.csv") if row["building"]}
    for row in rows("places.csv"):
        areas |= {row["name"], *row["also"].split("|")}
    people = sexes().keys() | {row["name"] for row in rows("english/surnames.csv")}
    names = (name for row in rows("bodies.csv") for name in row["names"].split("|"))
    return frozenset(
        name
        for name in names
        if name.removeprefix("the ") not in areas and name.lower() not in people
    )


@cache
def _others() -> dict[str, str]:
    """Return the types of names that mean one thing in all news, in small letters."""
    return {name: type_ for of, type_ in _LISTS.items() for name in listed("known_names.toml", of)}
