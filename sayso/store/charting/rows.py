"""Statements as charts count them: plain values, free of SQL."""

from dataclasses import dataclass
from typing import NamedTuple

from sayso.store.choosing.filters import Filters


@dataclass(frozen=True, slots=True)
class Asked:
    """Which statements are charted; what is empty asks for nothing.

    `who`, `outlet`, `place`, `since` and `until` are what `entity` and the others are of `Filters`,
    `least` the lowest score. `statements` are ids, and None for all. `acts` are names of acts, each
    with its polarity. `through` is whoever passes it on, by a name or the id of an entity, `kind`
    that of a statement.
    """

    who: str = ""
    place: str = ""
    statements: frozenset[str] | None = None
    acts: frozenset[tuple[str, str]] = frozenset()
    since: str = ""
    until: str = ""
    through: str = ""
    outlet: str = ""
    kind: str = ""
    least: float = 0.0

    @property
    def filters(self) -> Filters:
        """Return as filters what these are called otherwise of."""
        return Filters(
            entity=self.who,
            outlet=self.outlet,
            place=self.place,
            since=self.since,
            until=self.until,
            min_score=self.least,
            said="yes",
        )


class Someone(NamedTuple):
    """Whoever speaks or passes on: what his article calls him, and the id of his entity, or ""."""

    name: str
    entity: str


class Passing(NamedTuple):
    """Who passed a statement on, and how: one of `LINK_KINDS`."""

    kind: str
    who: Someone


class Mentioned(NamedTuple):
    """A place in a statement: as the gazetteer has it, or the words of the mention alone.

    `lat` and `lon` are None where it has no coordinates; `score` is how sure it is.
    """

    words: str
    name: str
    geonames: int | None
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    score: float


class Happening(NamedTuple):
    """One statement that was said, as charts count it; `day` is empty where none is known.

    `place` is its number among those of its article.
    """

    id: str
    article: int
    place: int
    day: str
    publisher: str
    act: str
    polarity: str
    speaker: Someone | None = None
    links: tuple[Passing, ...] = ()
    places: tuple[Mentioned, ...] = ()


@dataclass(frozen=True, slots=True)
class Charted:
    """Statements, the newest first; `cut` tells that older ones are left out."""

    rows: tuple[Happening, ...]
    cut: bool
