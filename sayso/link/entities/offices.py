"""Words of a role -> the office that they name: noun, country and what else tells which it is."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.english.function_words import determiners, joints, prepositions
from sayso.english.names import unowned
from sayso.english.role_nouns import heads
from sayso.english.tables import either, listed, lists
from sayso.english.titles import in_full
from sayso.link.entities.lands import parted

# "who runs a bakery": whoever has a trade or a shop.
_RUNS = re.compile(rf"\Awho {either(listed('entities.toml', 'trades'))}\b")
_UNKNOWN = "?"  # begins what a country goes by that no table knows
_PAST = frozenset({"former", "ex", "then", "late", "onetime"})
_MARKS = re.compile(r"[.,;:()\"“”]")


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody is: the noun in its plain form, its field, and what else the words tell.

    `words` say which of many it is ("foreign", "texas"), `country` is a code or empty. `past`
    where the words say that it is over. The field is empty for what anybody may be.
    """

    noun: str
    field: str
    words: frozenset[str]
    country: str
    past: bool

    @property
    def is_single(self) -> bool:
        """Tell whether one person at a time holds it."""
        return self.noun in _single() and bool(self.country or self.words)


def unknown_land(name: str) -> str:
    """Return what a country goes by that no table knows: it has no code."""
    return _UNKNOWN + unowned(name)


@lru_cache(maxsize=1 << 16)
def office(text: str, country: str = "") -> Office | None:
    """Return the office that the words of a role name, None where they name none.

    `country` is the one that the article's places tell, for words that name none themselves.
    """
    if _RUNS.match(text):
        return Office("shopkeeper", "works", frozenset(), country, past=False)
    words, named = parted(_MARKS.sub(" ", _joined(text.lower())))
    at = _head(words)
    if at is None:
        return None
    noun = _plain(words[at])
    rest = {w for w in (*words[:at], *words[at + 1 :]) if w not in _ignored()}
    past = bool(rest & _PAST)
    field = _fields().get(noun, "")
    if country.startswith(_UNKNOWN):  # of a state, for what only states have
        rest -= {country.removeprefix(_UNKNOWN)}
        country = country if noun in listed("entities.toml", "of_states") else ""
    return Office(noun, field, frozenset(rest - _PAST), named or country, past)


def _head(words: tuple[str, ...]) -> int | None:
    """Return which word is the noun: the last one that is, before "of", "for" and the like."""
    end = next((i for i, word in enumerate(words) if i and word in _behind()), len(words))
    nouns = [i for i in range(end) if _plain(words[i]) in _nouns()]
    return nouns[-1] if nouns else None


@cache
def _behind() -> frozenset[str]:
    """Return what stands behind the noun of an office: "of" Skerra, "accused" of theft."""
    return prepositions() | listed("entities.toml", "behind")


@cache
def _nouns() -> frozenset[str]:
    return frozenset(heads()) | _fields().keys()


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """Return the noun that a word is a form of: "spokeswoman", "gov" and "sen" are others."""
    word = in_full().get(word, word)
    return _same().get(word, word)


@cache
def _same() -> dict[str, str]:
    table = lists("actors.toml", "same")
    return {form: noun for noun, forms in table.items() for form in forms}


def _joined(text: str) -> str:
    """Return words with the nouns of several words as one: "prime minister" is premier."""
    return _compound().sub(lambda words: _compounds()[words[0]], text)


@cache
def _compounds() -> dict[str, str]:
    table = lists("actors.toml", "compounds")
    return {form: noun for noun, forms in table.items() for form in forms}


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(rf"\b{either(_compounds())}\b")


@cache
def _fields() -> dict[str, str]:
    return {n: field for field, nouns in lists("entities.toml", "fields").items() for n in nouns}


@cache
def _single() -> frozenset[str]:
    return lists("entities.toml", "single")["offices"]


@cache
def _ignored() -> frozenset[str]:
    return determiners() | joints() | listed("actors.toml", "plain") | {"u", "s", "party"}


@lru_cache(maxsize=1 << 16)
def agree(a: Office, b: Office) -> bool:
    """Tell whether two are one office, one perhaps in fewer words; both must tell which."""
    if a.noun != b.noun or (a.country and b.country and a.country != b.country):
        return False
    if not (a.words <= b.words or b.words <= a.words):
        return False
    return bool(a.field)


@cache
def _moves() -> dict[str, frozenset[str]]:
    return lists("entities.toml", "moves")


@lru_cache(maxsize=1 << 12)
def clash(a: str, b: str) -> bool:
    """Tell whether one person rarely works in both fields."""
    moves = _moves()
    may = b in moves.get(a, frozenset()) or a in moves.get(b, frozenset())
    return bool(a and b and a != b and not may)
