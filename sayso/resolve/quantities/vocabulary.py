"""The words of `sayso/data/quantities.toml`, ready to be asked."""

from functools import cache, lru_cache

from sayso.english.function_words import determiners, owners
from sayso.english.lemmas import forms
from sayso.english.numbers import number_words, zeros
from sayso.english.role_nouns import heads
from sayso.english.tables import lists

_TABLE = "quantities.toml"
_NO_PLURAL = ("ss", "us", "is")
_SHORTEST = 4  # letters of a plural that no list holds


@cache
def phrases(table: str) -> dict[tuple[str, ...], str]:
    """Return the phrases of a table, as words, each with the name of its list."""
    return {
        tuple(phrase.split()): name
        for name, every in lists(_TABLE, table).items()
        for phrase in every
    }


@cache
def zero_phrases() -> frozenset[tuple[str, ...]]:
    """Return the phrases for a number that is none, as words."""
    return frozenset(tuple(phrase.split()) for phrase in zeros())


@cache
def longest(table: str) -> int:
    """Return how many words the longest phrase of a table has."""
    return max(map(len, phrases(table)))


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of the table `never`."""
    return lists(_TABLE, "never")[name]


@cache
def before_noun() -> frozenset[str]:
    """Return the words that may stand between a number and what it counts."""
    return words("between") | owners()


@cache
def ends_phrase() -> frozenset[str]:
    """Return the words that end a noun phrase."""
    return words("ends") | determiners() - number_words("cardinal", "tens", "scale").keys()


@lru_cache(maxsize=1 << 14)  # the same words come back in every article
def outcome(words: str) -> str:
    """Return what a word or two say to have become of somebody or something, empty if nothing."""
    table = _outcomes()
    if " " in words:
        return table.get(words, "")
    return next((table[form] for form in sorted(forms(words)) if form in table), "")


@cache
def measured() -> frozenset[str]:
    """Return the units that numbers are measured in, money among them."""
    money = (unit for units in lists(_TABLE, "currencies").values() for unit in units)
    return frozenset({*(name.replace("_", " ") for name in lists(_TABLE, "measures")), *money})


@cache
def _outcomes() -> dict[str, str]:
    return {word: name for name, every in lists(_TABLE, "outcomes").items() for word in every}


@cache
def of_people() -> frozenset[str]:
    """Return the outcomes that only people come to."""
    return lists(_TABLE, "people")["outcomes"]


@cache
def currency(sign: str) -> str:
    """Return the unit that a sign of money stands for, empty if it is none."""
    table = lists(_TABLE, "currencies")
    return next(iter(table[sign])) if sign in table else ""


def is_counted(word: str, *, one: bool) -> bool:
    """Tell whether a word is a noun that a number counts; `one` where the number is one."""
    if one:
        return word in _people("one") or word in heads()
    if word in _people("many") or word in _things():
        return True
    is_plural = word.endswith("s") and not word.endswith(_NO_PLURAL) and len(word) >= _SHORTEST
    return is_plural and word.isalpha() and word not in words("words")


def is_people(unit: str) -> bool:
    """Tell whether a noun that was counted is one for people."""
    if unit in _people("many") or unit in _people("one"):
        return True
    return any(form in heads() for form in forms(unit))


@cache
def _people(number: str) -> frozenset[str]:
    return lists(_TABLE, "people")[number]


@cache
def _things() -> frozenset[str]:
    return lists(_TABLE, "things")["nouns"]
