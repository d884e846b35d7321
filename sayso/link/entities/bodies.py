"""Names of bodies -> the form in which they are compared, with the country that they name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.english.function_words import articles, joints, legal_forms
from sayso.english.names import folded
from sayso.english.role_nouns import heads
from sayso.english.tables import listed, lists, rows
from sayso.link.entities.lands import country_names, parted
from sayso.link.entities.spelling import levelled_word, romanised

_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "at"})
_CAPITALS = re.compile(r"[^\W\d_]")
_LETTERS = range(2, 9)  # of an acronym
_ACRONYM = 4  # letters of a word that may be one


@dataclass(frozen=True, slots=True)
class BodyName:
    """The words of a name in the form in which they are compared, and what they tell.

    `known` is the display name of a body of the shipped table, or empty. `country` is a code.
    `generic` where no word is a name, so that many have it: "the foreign ministry".
    """

    words: tuple[str, ...]
    country: str
    generic: bool
    known: str = ""
    acronym: str = ""
    is_name: bool = True


@lru_cache(maxsize=1 << 17)
def body(name: str, around: str = "") -> BodyName | None:
    """Return the parts of a body's name, None where it has no words.

    `around` is the country that the article is about: elsewhere "Justice Department" is not the
    American one.
    """
    whole = folded(romanised(name), initials=True)
    if not whole:
        return None
    is_name = any(word != word.lower() for word in name.split() if word.lower() not in articles())
    shown, country = known_bodies().get(whole, ("", "")) if is_name else ("", "")
    words, generic, named = _compared(shown or name)
    if shown and generic and around not in ("", country):
        words, generic, named = _compared(name)
        shown, country = "", ""
    return BodyName(words, country or named, generic, shown, acronym(name), is_name)


def _compared(name: str) -> tuple[tuple[str, ...], bool, str]:
    """Return the words by which a name is compared, whether all are generic, and its country."""
    parts, country = parted(romanised(name))
    words = tuple(word for word in parts if word not in articles())
    while len(words) > 1 and words[-1] in legal_forms():
        words = words[:-1]
    words = tuple(_spelling().get(word, word) for word in words) or tuple(folded(name).split())
    generic = all(is_generic(word) or word in joints() for word in words)
    if set(words) & _turned():
        words = tuple(sorted(set(words) - _SMALL - {"affairs"}))
    return words, generic, country


def is_generic(word: str) -> bool:
    """Tell whether a folded word tells what a body is, and not which."""
    return word in _generic()


def acronym(name: str) -> str:
    """Return the letters of a name that looks like an acronym, in small letters, else nothing."""
    letters = "".join(_CAPITALS.findall(name))
    bare = " " not in name.strip() and letters.isupper() and len(letters) in _LETTERS
    return letters.lower() if bare else ""


def stands_for(short: str, name: BodyName, full: str) -> bool:
    """Tell whether letters are the first letters of a longer name.

    Of a word several may stand for it, in their order: "NWA" for the Northwire Agency.
    """
    words = folded(full).split() if short else []
    telling = [word for word in words if word not in _SMALL]
    initials = ("".join(word[0] for word in those) for those in (words, telling))
    fits = short in initials or (len(short) > len(telling) > 1 and _spells(short, telling))
    return len(words) > 1 and fits and not name.acronym


def _spells(short: str, words: Sequence[str]) -> bool:
    """Tell whether letters are those of all words in order, of each the first one among them."""
    if not words:
        return not short
    first, *others = words
    if not short.startswith(first[0]):
        return False
    return any(
        _stands_in(short[1:end], first[1:]) and _spells(short[end:], others)
        for end in range(1, len(short) - len(others) + 1)
    )


def _stands_in(letters: str, word: str) -> bool:
    """Tell whether a word has some letters in their order."""
    left = iter(word)
    return all(letter in left for letter in letters)


@cache
def known_bodies() -> dict[str, tuple[str, str]]:
    """Return the bodies of the shipped tables by folded name: how they are shown, their country."""
    table: dict[str, tuple[str, str]] = {}
    for row in rows("seats.csv"):
        if row["building"] and row["actor"].startswith("government of"):
            shown = row["actor"][0].upper() + row["actor"][1:]
            table[_key(row["seat"])] = (shown, row["country"])
    for code, country in country_names().items():
        for the in ("", "the "):
            table[_key(f"government of {the}{country}")] = (f"Government of {the}{country}", code)
    for row in rows("bodies.csv"):
        names = row["names"].split("|")
        for name in names:
            table.setdefault(_key(name), (names[0], row["country"]))
    return table


def _key(name: str) -> str:
    return folded(name, initials=True)


@lru_cache(maxsize=1 << 16)
def one_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words levelled, for names that newsrooms spell differently; acronyms stay."""
    return tuple(levelled_word(word) if len(word) > _ACRONYM else word for word in words)


@cache
def _generic() -> frozenset[str]:
    nouns = {word for word, head in heads().items() if head.type in ("government", "organisation")}
    return listed("entities.toml", "generic") | listed("actors.toml", "portfolios") | nouns


@cache
def _turned() -> frozenset[str]:
    return listed("entities.toml", "turned")


@cache
def _spelling() -> dict[str, str]:
    table = lists("entities.toml", "spelling")
    return {other: word for word, others in table.items() for other in others}
