"""The actors of an article -> on whose side each speaks: of which land, government or body.

A spokeswoman, a minister and an army are on their government's side, whoever is named. What only
lives in a land, or was of its government, is not.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from sayso.english.names import folded
from sayso.english.role_nouns import marked
from sayso.english.stems import stem, stems, weight
from sayso.english.tables import listed
from sayso.link.entities.bodies import is_generic
from sayso.link.entities.lands import lands, parted
from sayso.records import Actor

_BODIES = ("government", "organisation", "group")
_HIGH = re.compile(r"\b[A-Z][\w'’-]*")  # words written as names are
_ABOVE = 3  # who speaks for somebody who speaks for somebody
_LETTERS = 5  # that the name of a land and the adjective made of it have in common: Skerra, Skerran


def sides(actor: Actor, actors: Mapping[str, Actor]) -> frozenset[str]:
    """Return the marks of the sides that an actor of an article speaks for; see `mark`."""
    return frozenset(_sides(actor, actors))


def _sides(actor: Actor, actors: Mapping[str, Actor]) -> Iterator[str]:
    if actor.type in _BODIES:
        yield from marks(actor.name)
    for words in (*(role.text for role in actor.roles), *_described(actor)):
        if is_official(words):
            yield from marks(words)
    above = actors.get(actor.of)
    for _ in range(_ABOVE):
        if above is None:
            return
        yield from marks(above.name)
        above = actors.get(above.of)


def _described(actor: Actor) -> Iterator[str]:
    if actor.type == "unnamed":
        yield actor.name


@lru_cache(maxsize=1 << 14)
def is_official(words: str) -> bool:
    """Tell whether words say that somebody speaks or acts for a body now: "army spokesman"."""
    row = stems(words)
    return not _officials().isdisjoint(row) and _apart().isdisjoint(row)


@lru_cache(maxsize=1 << 14)
def marks(name: str) -> frozenset[str]:
    """Return the marks of what a body's name or a role names: "Skerran foreign ministry" one."""
    rest, land = parted(name)
    if land:
        return frozenset((land,))
    high = {*folded(" ".join(_HIGH.findall(name))).split()}
    words = (word for word in rest if word in high and weight(stem(word)) and not is_generic(word))
    return frozenset(mark(word) for word in words if stem(word) not in _officials())


@lru_cache(maxsize=1 << 16)
def mark(word: str) -> str:
    """Return what tells a land or body by a word: the code of a land, or the first letters."""
    return lands().get(word) or word[:_LETTERS]


def marks_in(names: Iterable[str]) -> frozenset[str]:
    """Return the marks that words have which are names."""
    return frozenset(map(mark, names))


@cache
def _officials() -> frozenset[str]:
    return frozenset(map(stem, marked("official")))


@cache
def _apart() -> frozenset[str]:
    return frozenset(map(stem, marked("apart") | listed("claims.toml", "apart")))
