"""Words of names as newsrooms write them in Latin letters -> whether two are one name."""

import re
from functools import cache, lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Indel

from sayso.english.given_names import sexes
from sayso.english.names import folded
from sayso.english.tables import rows

# What ways of writing in Latin differ in, in the order of replacing. Worked out on names of the
# Slavic, Arabic, Persian, Turkic and German press, and on no text of the benchmarks.
_LEVEL = (
    *(("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("zh", "j"), ("dj", "j")),
    *(("dh", "d"), ("gh", "g"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("q", "k")),
    *(("cz", "ch"), ("tz", "ts"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ue", "u")),
    *(("iye", "ie"), ("yo", "o"), ("ae", "e"), ("ay", "ai"), ("ey", "ei"), ("oy", "oi")),
    *(("j", "i"), ("y", "i"), ("x", "ks")),
)
_TWICE = re.compile(r"(.)\1+")
_FINAL = re.compile(r"i+\Z")
_C_HARD = re.compile(r"c(?!h)")
# Letters that one sound is written by, and those that a way of writing may leave out.
_SOUNDS = str.maketrans("gqcvwzbpdt", "kkkffsbpdt")
_SILENT = re.compile(r"[aeiouyjhw]")
_ALIKE = 0.55  # of letters, beside the same consonants in the same order
_CONSONANTS = 3  # fewer are shared by too many names
_ONLY_ALIKE = 0.72
_SHORT = 3  # letters of a word that is one with another only if it is the same
_LONG = 5  # letters of a word that two consonants and its vowels tell
_CONFUSED = str.maketrans("eo", "iu")
_NONE: frozenset[int] = frozenset()


def romanised(name: str) -> str:
    """Return a name of any script in Latin letters."""
    return name if name.isascii() else anyascii(folded(name))


@lru_cache(maxsize=1 << 16)
def levelled_word(word: str) -> str:
    """Return a word with the letters levelled that ways of writing in Latin differ in."""
    for many, one in _LEVEL:
        word = word.replace(many, one)
    word = _C_HARD.sub("k", word)
    word = _TWICE.sub(r"\1", word)
    return _FINAL.sub("i", word)


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """Return the sounds that all ways of writing a word keep, for a key: Gaddafi, Qadhafi: kdf."""
    level = levelled_word(word).replace("sh", "s").replace("ch", "s").replace("ts", "s")
    bare = _SILENT.sub("", level.translate(_SOUNDS))
    bare = _TWICE.sub(r"\1", bare)
    return bare or level[:1]


@lru_cache(maxsize=1 << 16)
def same_surname(a: str, b: str) -> float:
    """Return how sure it is that two folded words are one surname: 1 for sure, 0 for not."""
    if a == b:
        return 1.0
    known = common_surnames()
    if a in known and b in known:
        return 0.0  # Hansen and Hanson are two names
    one, other = levelled_word(a), levelled_word(b)
    forms = variants("surname")
    if forms.get(one, _NONE) & forms.get(other, _NONE):
        return 0.95
    if one == other and min(len(a), len(b)) > _SHORT:
        return 0.95
    return 0.0 if _hers(a, b) or _hers(b, a) else _near(a, b)


def _hers(his: str, hers: str) -> bool:
    """Tell whether one is the other's form for a woman: Petrov, Petrova."""
    return his + "a" == hers or (his.endswith("sky") and his[:-1] + "aya" == hers)


def surname_key(word: str) -> str:
    """Return what all ways of writing a folded surname have in common."""
    numbers = variants("surname").get(levelled_word(word))
    return f"={min(numbers)}" if numbers else skeleton(word)


@lru_cache(maxsize=1 << 16)
def same_given(a: str, b: str) -> float:
    """Return how sure it is that two folded words are one given name, short forms included."""
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.7 if a[0] == b[0] else 0.0
    if variants("given").get(a, _NONE) & variants("given").get(b, _NONE):
        return 0.9
    if levelled_word(a) == levelled_word(b):
        return 0.95 if sexes().get(a) == sexes().get(b) or {a, b} - sexes().keys() else 0.0
    if a in sexes() and b in sexes():
        return 0.0  # Christine and Christina are two names
    return _near(a, b)


def _near(a: str, b: str) -> float:
    """Return how alike two words are that no rule makes one, but whose consonants are the same."""
    bones = skeleton(a)
    if bones != skeleton(b):
        return 0.0
    if len(bones) < _CONSONANTS:  # "Dahiri", "Daheri": but for i and e, o and u, one
        is_long = min(len(a), len(b)) >= _LONG
        return _ONLY_ALIKE if is_long and _vowels(a) == _vowels(b) else 0.0
    alike: float = Indel.normalized_similarity(levelled_word(a), levelled_word(b))
    return _ONLY_ALIKE if alike >= _ALIKE else 0.0


def _vowels(word: str) -> str:
    """Return a word levelled, with the vowels that ways of writing confuse as one."""
    return levelled_word(word).translate(_CONFUSED)


@cache
def common_surnames() -> frozenset[str]:
    """Return the surnames that many people share."""
    return frozenset(row["name"] for row in rows("english/surnames.csv"))


@cache
def first_surnames() -> frozenset[str]:
    """Return the surnames that stand before the given name."""
    table = rows("english/surnames.csv")
    return frozenset(row["name"] for row in table if row["order"] == "first")


@cache
def variants(kind: str) -> dict[str, frozenset[int]]:
    """Return the forms of names of a kind, given or surname, with the numbers of those names.

    Surnames are levelled, so that a form stands for all that are written alike.
    """
    groups: dict[str, set[int]] = {}
    for number, row in enumerate(rows("english/name_variants.csv")):
        for form in row["names"].split() if row["kind"] == kind else ():
            level = levelled_word(form) if kind == "surname" else form
            groups.setdefault(level, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in groups.items()}
