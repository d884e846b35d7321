"""The words of a statement in order -> what of them is negated, and who does it.

A negation belongs to the first word behind it that tells something; who does it stands before the
verb, or behind "by".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from sayso.english.calendar import months, short_months, weekdays
from sayso.english.function_words import auxiliaries, determiners, negations, prepositions
from sayso.english.names import folded
from sayso.english.stems import WORD, stem, weight
from sayso.english.tables import lists, rows
from sayso.link.claims.sides import mark
from sayso.link.entities.lands import country_names

TABLE = "opposites.toml"
_EARLY = 4  # words before the name of who does it
_PASSIVE = 6  # words before "by" in which the verb stands
_SCOPE = 6  # words behind a negation in which what it negates stands
_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being"))


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does it: where his names begin and end, their marks, the stem of the word behind them."""

    first: int
    last: int
    marks: frozenset[str]
    behind: str

    @property
    def places(self) -> range:
        """Return the places of his names."""
        return range(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Roles:
    """The words of a statement in small letters, and as stems; `negated` are the places of some.

    `scope` are all stems that stand close behind a negation, whatever it belongs to.

    `marks` are those of its names by place: one for all names of one land.
    """

    raw: tuple[str, ...]
    row: tuple[str, ...]
    negated: frozenset[int]
    scope: frozenset[str]
    marks: Mapping[int, str]
    actor: Actor | None

    def places(self, phrases: frozenset[tuple[str, ...]]) -> Iterator[int]:
        """Yield where one of some phrases of stems begins."""
        for at in range(len(self.row)):
            if any(self.row[at : at + len(phrase)] == phrase for phrase in phrases):
                yield at


@lru_cache(maxsize=1 << 14)
def roles_of(text: str, names: frozenset[str]) -> Roles:
    """Return a text with its negations and who does it; `names` are the stems of its names."""
    words = WORD.findall(text)
    raw = tuple(word.lower().replace("’", "'") for word in words)
    row = tuple(map(stem, raw))
    marks = {
        n: _mark(raw[n])
        for n, word in enumerate(words)
        if word[0].isupper() and raw[n] not in _dates() and (row[n] in names or _is_land(raw[n]))
    }
    negations_ = [at for at, word in enumerate(raw) if is_negation(word) or _refuses(raw, at)]
    scope = frozenset(s for at in negations_ for s in row[at : at + 1 + _SCOPE])
    negated = frozenset(_negated(raw, row, negations_))
    return Roles(raw, row, negated, scope, marks, _actor(raw, row, marks))


def is_negation(word: str) -> bool:
    """Tell whether a word in small letters says that something is not so."""
    return word in negations() or word.endswith("n't")


def _refuses(raw: Sequence[str], at: int) -> bool:
    """Tell whether a verb says that what stands behind it is not done: "declined to"."""
    return raw[at] in refusing() and raw[at + 1 : at + 2] == ("to",)


@cache
def refusing() -> frozenset[str]:
    """Return the verbs by which somebody does not do what stands behind them."""
    return lists(TABLE, "refusing")["verbs"]


def _negated(raw: Sequence[str], row: Sequence[str], negations_: Sequence[int]) -> Iterator[int]:
    """Yield where the first word that tells something stands behind each negation."""
    for place in negations_:
        behind = range(place + 1, min(place + 1 + _SCOPE, len(row)))
        telling = next((at for at in behind if weight(row[at])), None)
        if telling is not None and not _is_light(raw, place):
            yield telling


def _is_light(raw: Sequence[str], at: int) -> bool:
    """Tell whether a negation says no more than when, or how much: "not until Friday"."""
    behind, light = raw[at + 1 :], _light()
    return not light["behind"].isdisjoint(behind[:1]) or not light["later"].isdisjoint(behind)


@cache
def _light() -> dict[str, frozenset[str]]:
    return lists(TABLE, "light")


def _mark(word: str) -> str:
    plain = word.removesuffix("'s").removesuffix("'")
    return _capitals().get(plain) or mark(plain)


def _is_land(word: str) -> bool:
    return _mark(word) in country_names()


@cache
def _dates() -> frozenset[str]:
    return frozenset(word.lower() for word in (*weekdays(), *months(), *short_months()))


@cache
def _capitals() -> dict[str, str]:
    return {folded(row["capital"]): row["code"] for row in rows("countries.csv") if row["capital"]}


def _actor(raw: Sequence[str], row: Sequence[str], marks: Mapping[int, str]) -> Actor | None:
    for at, word in enumerate(raw):
        if word == "by" and not _BE.isdisjoint(raw[max(0, at - _PASSIVE) : at]):
            return _named(raw, row, marks, at + 1)
    if _is_passive(raw):
        return None
    return _named(raw, row, marks, _opening(raw, marks))


def _opening(raw: Sequence[str], marks: Mapping[int, str]) -> int:
    """Return where what is told begins: behind "the agency was sure that"."""
    return max((at + 1 for at in range(_EARLY * 2) if _introduces(raw, marks, at)), default=0)


def _introduces(raw: Sequence[str], marks: Mapping[int, str], at: int) -> bool:
    behind = raw[at + 1 : at + 2]
    return raw[at : at + 1] == ("that",) and (
        at + 1 in marks or not determiners().isdisjoint(behind)
    )


def _is_passive(raw: Sequence[str]) -> bool:
    """Tell whether the first verb is one of being, with what may have been done behind it."""
    return any(a in _BE and b.endswith(("ed", "en")) for a, b in pairwise(raw))


def _named(
    raw: Sequence[str], row: Sequence[str], marks: Mapping[int, str], at: int
) -> Actor | None:
    """Return the actor whose first name is among the first words from a place on."""
    for first in range(at, min(at + _EARLY, len(raw))):
        if first in marks:
            last = next((n for n in range(first, len(raw) + 1) if n not in marks), first + 1)
            behind = raw[last] if last < len(raw) else ""
            if behind in ("and", "with", "or"):
                return None
            its = frozenset(marks[n] for n in range(first, last))
            return Actor(first, last, its, row[last] if behind else "")
        if raw[first] in prepositions() - {"of"} or raw[first] in auxiliaries():
            return None
        if raw[first].endswith("ed") and first - at > 1:  # a verb: who does it has no name
            return None
    return None
