"""Words in small letters -> where a demand is given up in them: "no longer insists on".

Words: `sayso/data/positions.toml`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sayso.english.function_words import auxiliaries, modals, negations
from sayso.english.lemmas import forms
from sayso.english.tables import lists

_BETWEEN = 4  # words between giving up and the demand: "dropped | its long-standing | demand"
_LINK = ("on", "for", "that", "to")
_LEADING = frozenset({"to", "be", "been", "ever", "yet", "also", "now"})

Reach = tuple[int, int]


class Dropped(NamedTuple):
    """The first and past the last of the words that give up a demand; `kept`: they do not."""

    first: int
    last: int
    kept: bool = False


def dropped(words: Sequence[str]) -> Dropped | None:
    """Return the first words that give up a demand, None if none do: who would has not yet."""
    for first, last in sorted((*_verbs(words), *_no_longer(words), *_passives(words))):
        before = _verb_words(words[:first])
        if (modals() | {"to"}).isdisjoint(before):
            return Dropped(first, last, not negations("negator").isdisjoint(before))
    return None


def _verbs(words: Sequence[str]) -> Iterator[Reach]:
    """Yield "dropped its demand for", "backed down from the demand that"."""
    for first in range(len(words)):
        if size := _giving_up(words, first):
            near = words[first + size : first + size + _BETWEEN + 1]
            noun = next((n for n, word in enumerate(near) if word in _words("nouns")), None)
            if noun is not None:
                yield first, _linked(words, first + size + noun + 1)


def _giving_up(words: Sequence[str], first: int) -> int:
    """Return how many words give up from one on, 0 if none do."""
    for verb, *rest in _phrases():
        if verb in forms(words[first]) and [*words[first + 1 : first + 1 + len(rest)]] == rest:
            return 1 + len(rest)
    return 0


def _no_longer(words: Sequence[str]) -> Iterator[Reach]:
    """Yield "no longer insists on", "has stopped demanding"."""
    for n in range(1, len(words)):
        if not _words("asking") & forms(words[n]):
            continue
        if words[max(0, n - 2) : n] == ["no", "longer"]:
            yield n - 2, _linked(words, n + 1)
        elif words[n].endswith("ing") and _words("ends") & forms(words[n - 1]):
            yield n - 1, _linked(words, n + 1)


def _passives(words: Sequence[str]) -> Iterator[Reach]:
    """Yield "has been dropped" behind a demand."""
    for n in range(2, len(words)):
        is_be = words[n - 1] in ("been", "was", "were", "is", "are", "being")
        if is_be and _giving_up(words, n) and not _words("nouns").isdisjoint(words[: n - 1]):
            yield n - 1, n + _giving_up(words, n)


def _verb_words(before: Sequence[str]) -> Sequence[str]:
    """Return what of the verb stands before its main word: "has not", "may"."""
    last = len(before)
    while last and before[last - 1] in auxiliaries() | negations("negator") | _LEADING:
        last -= 1
    return before[last:]


def _linked(words: Sequence[str], last: int) -> int:
    return last + 1 if last < len(words) and words[last] in _LINK else last


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(each.split()) for each in _words("verbs")), key=len, reverse=True))


@cache
def _words(name: str) -> frozenset[str]:
    return lists("positions.toml", "dropping")[name]
