"""The names of one article, as they come up -> whose of them a further name can be.

Each actor is kept under keys of his names, so that a name is compared with few actors. Whatever
`same_person`, `is_surname_of` or `same_body` takes for one actor's shares a key.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from sayso.english.function_words import particles
from sayso.english.names import folded
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.names.name_matching import (
    acronyms_of,
    body_words,
    letters_of,
    nicknames,
    person_words,
)
from sayso.resolve.actors.names.spellings import MOST, Spellings

Key = tuple[str | int, ...]  # what it is of, and words or letters

_WORDS = 12  # of a body's name; of a longer one only so many count in a key


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Actors by their names, and the words of these, to be found in other spellings too."""

    _by_key: dict[Key, dict[int, Cluster]] = field(default_factory=dict)
    _spellings: Spellings = field(default_factory=Spellings)

    def add(self, name: str, cluster: Cluster) -> None:
        """Keep an actor under one of his names."""
        of_kind = _of_person if cluster.type == "person" else _of_body
        for word in _short((*person_words(name), *body_words(name))):
            self._spellings.like(word)
        for key in {*of_kind(name), ("whole", folded(name)), ("government", cluster.government)}:
            self._by_key.setdefault(key, {})[cluster.number] = cluster

    def near(self, name: str, government: str) -> list[Cluster]:
        """Return the actors, first come first, whose a name may be, or who are that government."""
        keys = {*self._person(name), *self._body(name), ("whole", folded(name))}
        if government:
            keys.add(("government", government))
        near = {n: c for key in keys for n, c in self._by_key.get(key, {}).items()}
        return [near[number] for number in sorted(near)]

    def _person(self, name: str) -> Iterator[Key]:
        """Yield the keys under which a person may be kept whose name it can be."""
        words, like = _short(person_words(name)), self._spellings.like
        if not words:
            return
        firsts, seconds, lasts = like(words[0]), like(words[-2:][0]), like(words[-1])
        if len(words) == 1:
            yield from (("end", word) for word in firsts)
            return
        yield from (("only", word) for word in {*firsts, *lasts, *nicknames(name)})
        if set(words[:-1]) <= particles():
            yield from (("last", last) for last in lasts)
        others = {*firsts, *_beginnings(words[0]), *_short(folded(name).split())}
        for last in lasts:
            yield ("opens", words[0], last)
            yield ("word", words[0], last)
            yield from (("first", first, last) for first in others)
            yield from (("before", word, last) for word in seconds)

    def _body(self, name: str) -> Iterator[Key]:
        """Yield the keys under which a body may be kept whose name it can be."""
        words, like = _short(body_words(name)), self._spellings.like
        if not words:
            return
        yield from (("full", *part) for part in _parts(words))
        yield from (("part", *whole) for whole in (words[:_WORDS], words[-_WORDS:]))
        yield from (("short", letters) for letters in acronyms_of(name))
        yield ("letters", letters_of(name))
        ends = product(like(words[0]), like(words[-1]))
        yield from (("size", len(words), *two) for two in ends)


def _of_person(name: str) -> Iterator[Key]:
    """Yield the keys under which a person of that name is kept."""
    words = _short(person_words(name))
    if not words:
        return
    yield from (("end", word) for word in {words[0], words[-1], *nicknames(name)})
    if len(words) == 1:
        yield ("only", words[0])
        return
    last = words[-1]
    yield from (("last", last), ("first", words[0], last), ("before", words[-2], last))
    yield from (("word", word, last) for word in _short(folded(name).split()))
    yield from (("opens", beginning, last) for beginning in _beginnings(words[0]))


def _of_body(name: str) -> Iterator[Key]:
    """Yield the keys under which a body of that name is kept."""
    words = _short(body_words(name))
    if not words:
        return
    yield from (("full", *whole) for whole in (words[:_WORDS], words[-_WORDS:]))
    yield from (("part", *part) for part in _parts(words))
    yield from (("letters", letters) for letters in acronyms_of(name))
    yield ("short", letters_of(name))
    yield ("size", len(words), words[0], words[-1])


def _short(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word[:MOST] for word in words)


def _beginnings(word: str) -> set[str]:
    return {word[:size] for size in range(1, min(len(word), MOST) + 1)}


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a body at the beginning and at the end, two of them up to all."""
    for size in range(min(len(words), 2), min(len(words), _WORDS) + 1):
        yield words[:size]
        yield words[-size:]
