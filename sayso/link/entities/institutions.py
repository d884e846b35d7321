"""Cards of bodies -> whether another article could name them, and by which country and letters.

What many countries have ("the foreign ministry") needs the country; an acronym needs an article, or
the shipped table, that ties it to the long form.
"""

import re
from functools import cache

from sayso.english.function_words import articles, determiners, joints
from sayso.english.tables import listed
from sayso.english.titles import short_titles
from sayso.link.entities.bodies import BodyName, body, is_generic, stands_for
from sayso.link.entities.cards import Card
from sayso.link.entities.offices import unknown_land

_OWNED = re.compile(r"([A-Z]\w+)['’]s? [A-Z]")
_FEWEST = 3  # letters of a name that is no acronym and can be told from others


def is_alone(card: Card) -> bool:
    """Tell whether a card stands for nobody that another article could name: "the company"."""
    name = card.body
    if card.type == "unnamed" or name is None:
        return True
    if card.is_person:
        return not _names_a_person(card)
    if _describes(card.name):
        return True
    if card.type == "document":
        return name.generic or len(name.words) < 2 or not _all_high(card.name)
    if name.generic and not name.known:
        if ties(card):  # "Independent Police Complaints Council (IPCC)" is one of its name
            return False
        local = {*name.words} & _words("local") and not {*name.words} & _words("ministries")
        return not country_of(card) or bool(local)
    return sum(map(len, name.words)) < _FEWEST and not name.known


@cache
def _words(of: str) -> frozenset[str]:
    return listed("entities.toml", of)


def _names_a_person(card: Card) -> bool:
    """Tell whether a name is more than a form of address or a title: "Your Honor", "Rear Adm."."""
    name = card.person
    first = card.name.split()[0].lower()
    titled = name is None or name.surname in short_titles()
    return not titled and first not in determiners() - {"the"}


def country_of(card: Card) -> str:
    """Return the country of a body: its name's, or the article's for what a country has once."""
    name = card.body
    if name is None:
        return ""
    if name.country or card.place:
        return name.country or card.place
    one = name.generic and bool({*name.words} & _words("national"))
    owner = next(filter(None, map(_owner, card.names)), "") if one else ""
    if owner:  # of a country that no table knows: "Ostrania's Health Ministry"
        return unknown_land(owner)
    return card.setting.country if one and name.is_name and _all_high(card.name) else ""


def _owner(name: str) -> str:
    """Return the one word that a name says whose it is, empty where it says none."""
    match = _OWNED.match(name)
    return match[1] if match else ""


def _describes(words: str) -> bool:
    """Tell whether words describe a body rather than name it: "a group of Northern senators".

    "Turkish foreign ministry" and "the Petrak administration" name one.
    """
    parts = words.split()
    if parts and parts[0].lower() in determiners() - {"the"}:
        return True
    small = joints() | articles()
    low = [w for w in parts if w == w.lower() and w != w.upper() and w not in small]
    named = any(w != w.lower() for w in parts if w.lower() not in small)
    return bool(low) and not (named and low[-1] == parts[-1] and all(map(is_generic, low)))


def _all_high(words: str) -> bool:
    """Tell whether all words but small ones are written as in a name."""
    kept = [w for w in words.split() if w.lower() not in joints() | articles()]
    return all(w != w.lower() or w == w.upper() for w in kept)


def ties(card: Card) -> list[tuple[str, BodyName]]:
    """Return the acronyms and long forms that one article calls a body by."""
    named = [(n, body(n, card.setting.country)) for n in card.names]
    return [
        (short.acronym, long)
        for _, short in named
        for full, long in named
        if short and long and short.acronym and stands_for(short.acronym, long, full)
    ]


def kind(card: Card) -> str:
    """Return what can be one with what: a person, a body, a document."""
    if card.type in ("person", "document", "unnamed"):
        return card.type
    return "body"
