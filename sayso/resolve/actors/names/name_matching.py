"""Two names -> whether they can be one and the same actor's, and the fuller of them.

Handles surnames alone, initials, nicknames in quotation marks, Jr. and Sr., titles, acronyms,
spelling variants of one name in Latin letters, and endings of organisations.
"""

import re
from functools import lru_cache

from sayso.english.function_words import articles, joints, legal_forms, particles
from sayso.english.names import folded, unowned
from sayso.english.titles import generations, suffixes, titles
from sayso.resolve.actors.names.spellings import same_word

_NICKNAME = re.compile(r"\s*[\"“‘'(][^\"”’')]{2,20}[\"”’')]")


@lru_cache(maxsize=8192)
def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name without titles, nicknames, Jr. and the like."""
    words = folded(_NICKNAME.sub("", name)).split()
    while len(words) > 1 and words[0] in titles():
        words = words[1:]
    while len(words) > 1 and words[-1] in suffixes():
        words = words[:-1]
    return tuple(words)


def generation(name: str) -> str:
    """Return jr, sr, ii … when a name ends with it, else nothing."""
    words = folded(name).split()
    return words[-1] if words and words[-1] in generations() else ""


@lru_cache(maxsize=1 << 15)
def same_person(a: str, b: str) -> bool:
    """Tell whether two names can be one person's: nothing in them contradicts that."""
    one, other = person_words(a), person_words(b)
    if not one or not other or _clash(generation(a), generation(b)):
        return False
    if len(one) == 1:
        return _names_alone(one[0], b)
    if len(other) == 1:
        return _names_alone(other[0], a)
    if not same_word(one[-1], other[-1]) and _surname(one) != _surname(other):
        return False
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    known = first.startswith(second) or second.startswith(first)
    known = known or first in one_of(b) or second in one_of(a)
    return known or same_word(first, second) or set(one[:-1]) <= particles()


def _names_alone(word: str, name: str) -> bool:
    """Tell whether a word can be a person's name by itself: first name, last name or nickname."""
    words = person_words(name)
    return word in nicknames(name) or same_word(word, words[-1]) or same_word(word, words[0])


def nicknames(name: str) -> set[str]:
    """Return the folded nicknames that stand in a name in quotation marks or brackets."""
    return {folded(nickname) for nickname in _NICKNAME.findall(name)}


def one_of(name: str) -> set[str]:
    """Return the folded words of a name, its nickname among them."""
    return set(folded(name).split())


def is_surname_of(short: str, full: str) -> bool:
    """Tell whether one name is the last name, or part of it, of a fuller one."""
    one, other = person_words(short), person_words(full)
    return 0 < len(one) < len(other) and all(
        same_word(x, y) for x, y in zip(reversed(one), reversed(other), strict=False)
    )


def same_body(a: str, b: str) -> bool:
    """Tell whether two names are one organisation's: equal, an acronym, or one within the other."""
    one, other = body_words(a), body_words(b)
    if not one or not other:
        return False
    if one == other or acronym(a, b) or acronym(b, a):
        return True
    if len(one) == len(other):
        return all(same_word(x, y) for x, y in zip(one, other, strict=True))
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and (long[: len(short)] == short or long[-len(short) :] == short)


@lru_cache(maxsize=8192)
def body_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name without articles and legal forms."""
    words = [w for w in folded(unowned(name), initials=True).split() if w not in articles()]
    while len(words) > 1 and words[-1] in legal_forms():
        words = words[:-1]
    return tuple(words)


def acronym(short: str, full: str) -> bool:
    """Tell whether a name is made of the first letters of another: NWA, Northwire Agency."""
    return letters_of(short) in acronyms_of(full)


def letters_of(short: str) -> str:
    """Return the letters of a name that looks like an acronym, else nothing."""
    letters = re.sub(r"[^\w]", "", short)
    return letters if 2 <= len(letters) <= 8 and letters.isupper() else ""


def acronyms_of(full: str) -> set[str]:
    """Return what the first letters of several words make, small words among them and without."""
    words = re.findall(r"[^\W_]+", full)
    if len(words) < 2:
        return set()
    everything = "".join(w[0] for w in words).upper()
    capitals = "".join(w[0] for w in words if w.lower() not in joints()).upper()
    return {everything, capitals} - {""}


def is_name_part(word: str) -> bool:
    """Tell whether a word looks like part of a name: it begins with a capital letter."""
    return word[:1].isupper()


def _surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the last name with the particles before it: van der Berg."""
    at = len(words) - 1
    while at > 0 and words[at - 1] in particles():
        at -= 1
    return words[at:]


def _clash(a: str, b: str) -> bool:
    return bool(a and b and a != b)
