"""A word -> its stem, by which words of one origin are compared, and how rare that is.

Rarity is a table, `sayso/data/english/rarity.csv`: it never depends on what else was read.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import fsum

from sayso.english.function_words import commonest, determiners
from sayso.english.lemmas import irregular
from sayso.english.pronouns import pronouns
from sayso.english.tables import rows

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d,.]*\d|\d")
RAREST = 14.0  # bits of a word that the table does not have
_NUMERAL = 8.0  # bits of a number
_COMMON = 3.0  # bits of a word that tells nothing
# Taken off one after the other: what tells number and tense, then what makes nouns and adverbs.
_ENDINGS = (
    *("ation", "ition", "ment", "ness", "ate", "at", "ion"),
    *("ity", "ive", "ly", "al", "er", "or"),
)
_SHORTEST = 4  # letters of what an ending leaves
_INITIALS = re.compile(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)")
_SHORT_FORM = re.compile(r"(?:'s|'|n't|'(?:re|ve|ll|d|m))\Z")  # "mayor's", "don't", "we'll"
_VOWELS = frozenset("aeiouy")


def stems(text: str) -> list[str]:
    """Return the stems of the words of a text in order; "U.S." is one."""
    return [stem(word) for word in WORD.findall(_INITIALS.sub("", text).lower())]


@lru_cache(maxsize=1 << 16)  # the same words come back in every article
def stem(word: str) -> str:
    """Return the stem of a word in small letters: "allegations" and "alleged" are `alleg`."""
    plain = word.replace("’", "'")
    plain = _SHORT_FORM.sub("", plain)
    if not plain.isalpha():
        return plain.replace(",", "")
    plain = _uninflected(irregular().get(plain, plain))
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            plain = plain.removesuffix(ending)
            break
    plain = plain.removesuffix("e") if len(plain) > _SHORTEST else plain
    return plain[:-1] + "i" if plain.endswith("y") and len(plain) > 2 else plain


def _uninflected(word: str) -> str:
    if len(word) <= 3:
        return word
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWELS & set(rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest
    return word


@lru_cache(maxsize=1 << 16)
def weight(stem_: str) -> float:
    """Return how much a stem tells, from 0 for grammar and what is in every eighth paragraph."""
    if stem_ in _grammar():
        return 0.0
    bits = _NUMERAL if stem_[:1].isdigit() else _rarity().get(stem_, RAREST)
    return max(0.0, bits - _COMMON)


def weigh(stems: Iterable[str]) -> float:
    """Return how much some stems tell together; the order of a set does not show in the sum."""
    return fsum(map(weight, stems))


@cache
def _grammar() -> frozenset[str]:
    words = (
        pronouns()
        | commonest()
        | determiners()
        | {"be", "do", "have", "and", "or", "not", "ca", "wo"}
    )
    return frozenset(map(stem, words))


@cache
def _rarity() -> dict[str, float]:
    table = rows("english/rarity.csv")
    return {word: float(row["bits"]) for row in table for word in row["words"].split()}
