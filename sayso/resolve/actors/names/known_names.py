"""Mentions of an article -> the same, with names that mean one thing in all news of their type.

"Twitter" is no person, "Daesh" no place, and nobody speaks for "Brexit".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from sayso.english.given_names import sexes
from sayso.english.names import unowned
from sayso.english.role_nouns import heads
from sayso.english.tables import listed, rows
from sayso.records import Mention

_LED = listed("known_names.toml", "led")
_ENDS = listed("chain.toml", "last")  # last words of an outlet's name
_FEWEST = 2  # words of such a name
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
            known = known or (made_as(name) if mention.type == "person" else "")
        yield replace(mention, type=known) if known else mention


def made_as(name: str) -> str:
    """Return what a name is that nobody bears: "USS Tarn", "MH17", "Karsk Labour Party"."""
    words = name.lower().split()
    if any(letter.isdigit() for letter in name):
        return "other"
    if len(words) < _FEWEST:
        return ""
    if words[0] in _LED:
        return "other"
    head = heads().get(words[-1])
    body = words[-1] in _ENDS or (head and head.type in {"organisation", "government"})
    return "organisation" if body and sexes().keys().isdisjoint(words) else ""


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
