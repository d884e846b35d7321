"""Names of persons -> their parts, and whether two can be one person's.

Handles order ("Trump, Donald", "Kim Jong Un"), particles, initials, short forms, nicknames in
quotation marks, titles, Jr. and Sr., surnames alone, and other spellings in Latin letters.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.english.function_words import particles
from sayso.english.given_names import sexes
from sayso.english.names import folded
from sayso.english.tables import listed
from sayso.english.titles import address, generations, noble, suffixes, titles
from sayso.link.entities.spelling import (
    common_surnames,
    first_surnames,
    romanised,
    same_given,
    same_surname,
    variants,
)

_NICKNAME = re.compile(r"\s*[\"“‘'(]([^\"”’')]{2,20})[\"”’')]")
_OWNED = re.compile(r"\A.{2,40}?['’]s\s+(?=[A-Z])")  # "Russia’s Vladimir Putin"
_GLUED = re.compile(r"\b(El|Al)(?=[A-Z][a-z])")  # "ElBaradei"
_INITIALS = re.compile(r"(?<=[a-z] )([A-Z])([A-Z])(?= [A-Z][a-z])")  # "George HW Bush"
_TURNED = re.compile(r"\A(?P<last>[^,]+), (?P<first>[^,\d]+)\Z")  # "Trump, Donald"
# How well names fit that differ so; the rest of what makes them one must come from the articles.
_GENERATION = 0.6  # one has "Jr." and the other none
_NICKNAMED = 0.9
_LEFT_OUT = 0.97
_ENDING = 0.9
_INITIAL = 0.7


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded words of a name: `given` all before the surname, without particles.

    `sex` is m, f or empty, by a title or the given name. `nicknames` stood in quotation marks.
    """

    given: tuple[str, ...]
    surname: str
    generation: str = ""
    sex: str = ""
    nicknames: tuple[str, ...] = ()
    title: str = ""

    @property
    def is_full(self) -> bool:
        """Tell whether there is more than a surname."""
        return bool(self.given)

    @property
    def words(self) -> tuple[str, ...]:
        """Return given names and surname."""
        return (*self.given, self.surname)

    @property
    def is_common(self) -> bool:
        """Tell whether several people must be expected to have it.

        That is a surname that many share, alone, with an initial, or with a given name of many.
        """
        if self.surname not in common_surnames():
            return False
        first = self.given[0] if self.given else ""
        return len(first) < 2 or first in _listed("common_given")


@lru_cache(maxsize=1 << 17)
def person(name: str) -> PersonName | None:
    """Return the parts of a person's name, None where it has no words."""
    name = _OWNED.sub("", _GLUED.sub(r"\1 ", name)).strip()
    turned = _TURNED.match(name)
    if turned and folded(turned["first"]).split()[:1] and not _ends(turned["first"]):
        name = f"{turned['first']} {turned['last']}"
    name = _INITIALS.sub(r"\1 \2", name)
    nicknames = tuple(folded(nick) for nick in _NICKNAME.findall(name))
    words = folded(romanised(_NICKNAME.sub("", name))).split()
    title, sex = "", ""
    while len(words) > 1 and words[0] in titles() | noble():
        sex = sex or address().get(words[0], "")
        title = words[0]
        words = words[1:]
    generation = ""
    while len(words) > 1 and words[-1] in suffixes():
        generation = words[-1] if words[-1] in generations() else generation
        words = words[:-1]
    kept = [word for word in words if word not in _listed("loose")] or words
    if not kept:
        return None
    given, surname = _parted(kept)
    known = next((sexes()[word] for word in given[:1] if word in sexes()), "")
    return PersonName(given, surname, generation, sex or known, nicknames, title)


@cache
def _listed(of: str) -> frozenset[str]:
    return listed("entities.toml", of)


def _ends(words: str) -> bool:
    return folded(words) in suffixes()


def _parted(words: list[str]) -> tuple[tuple[str, ...], str]:
    """Return given names and surname: the last word, or the first where that is the custom."""
    if len(words) > 1 and words[0] in first_surnames() and not _western(words):
        return tuple(words[1:]), words[0]
    small = particles()
    between = [word for at, word in enumerate(words[:-1]) if not at or word not in small]
    return tuple(between), words[-1]


def _western(words: list[str]) -> bool:
    """Tell whether a first word that may be a surname is none: "Kim Darroch", "Lee Ann Brown"."""
    if len(words) == 2 and is_given(words[0]):
        return True
    return is_given(words[1]) and words[-1] in common_surnames() - first_surnames()


def is_given(word: str) -> bool:
    """Tell whether a folded word is known as a given name."""
    return word in sexes() or word in variants("given")


def may_be_one(a: PersonName, b: PersonName) -> float:
    """Return how well two names fit one person, 0 where they contradict each other.

    A surname alone fits whoever has it; whether it is his is for the articles to tell.
    """
    if a.generation != b.generation and a.generation and b.generation:
        return 0.0
    fit = _fit(a, b) or _end(a, b) or _end(b, a) or _turned(a, b)
    one_sided = a.generation != b.generation and a.is_full and b.is_full
    return fit * _GENERATION if one_sided else fit


def _fit(a: PersonName, b: PersonName) -> float:
    same = same_surname(a.surname, b.surname)
    if not a.given or not b.given:
        nick = (not a.given and a.surname in b.nicknames) or (
            not b.given and b.surname in a.nicknames
        )
        return max(same, _NICKNAMED if nick else 0.0)
    return same * _first(a, b) * _middle(a.given[1:], b.given[1:]) if same else 0.0


def _first(a: PersonName, b: PersonName) -> float:
    """Return how well the first given names fit; a nickname may stand for one."""
    first, second = a.given[0], b.given[0]
    if "".join(a.given) == "".join(b.given):  # "Jong Un", "Jongun"
        return 1.0
    nick = first in b.nicknames or second in a.nicknames
    return max(same_given(first, second), _NICKNAMED if nick else 0.0)


def _middle(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Return how well the names in the middle fit; one that is left out contradicts nothing."""
    if a == b:
        return 1.0
    if not a or not b:
        return _LEFT_OUT
    agree = all(same_given(x, y) >= _INITIAL for x, y in zip(a, b, strict=False))
    initials = all(len(x) == 1 for x in (*a, *b))  # "W", "H W"
    return _LEFT_OUT if agree and not (initials and len(a) != len(b)) else 0.0


def _end(long: PersonName, short: PersonName) -> float:
    """Return how well a name fits as the last words of another: "Suu Kyi", "Lopez Obrador"."""
    many = len(short.given)
    if not 0 < many < len(long.given) or is_given(short.given[0]):
        return 0.0
    return _ENDING if long.words[-many - 1 :] == short.words else 0.0


def _turned(a: PersonName, b: PersonName) -> float:
    """Return how well two names fit when one stands in the other order: "Orban Viktor"."""
    if len(a.words) != len(b.words) or not a.given or all(map(is_given, a.words)):
        return 0.0
    turned = (a.surname, *a.given)
    fits = [max(same_surname(x, y), same_given(x, y)) for x, y in zip(turned, b.words, strict=True)]
    return _ENDING if min(fits) >= _ENDING else 0.0
