"""Rows of a list that spans articles -> their words: statements of many articles, and articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.records import Act, Actor, Moment, Timex
from sayso.view.characters import one_line
from sayso.view.dates import interval
from sayso.view.statements import act_view, link_words


class Named(Protocol):
    """A place, by name."""

    @property
    def name(self) -> str: ...


class Carried(Named, Protocol):
    """Whoever passed a statement on, by name, with the kind of link."""

    @property
    def kind(self) -> str: ...


class Said(Protocol):
    """A statement with the names and words around it, as a store answers."""

    @property
    def article_id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def published(self) -> Moment | None: ...
    @property
    def source(self) -> str: ...
    @property
    def content(self) -> str: ...
    @property
    def act(self) -> Act: ...
    @property
    def speaker(self) -> Actor | None: ...
    @property
    def carriers(self) -> Sequence[Carried]: ...
    @property
    def addressee(self) -> str: ...
    @property
    def said_at(self) -> Timex | None: ...
    @property
    def places(self) -> Sequence[Named]: ...


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement in a list that spans articles, every part in words.

    Empty strings and tuples mean that there is nothing to show.
    """

    date: str
    outlet: str
    title: str
    article_id: str
    speaker: str
    source: str
    act: str
    content: str
    chain: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    addressee: str = ""
    said_at: str = ""


def statement_line(said: Said) -> StatementLine:
    """Return a statement of a store's answer in words."""
    when = interval(said.said_at.start, said.said_at.end) if said.said_at else ""
    speaker = one_line(said.speaker.name) if said.speaker else ""
    source = one_line(said.source)
    return StatementLine(
        date=date(said.published),
        outlet=one_line(said.publisher),
        title=one_line(said.title),
        article_id=short_id(said.article_id),
        speaker=speaker,
        source="" if source == speaker else source,
        act=act_view(said.act).words,
        content=one_line(said.content),
        chain=tuple(link_words(carrier.kind, carrier.name) for carrier in said.carriers),
        places=tuple(one_line(place.name) for place in said.places),
        addressee=one_line(said.addressee),
        said_at=f"said {one_line(when)}" if when else "",
    )


def date(published: Moment | None) -> str:
    """Return a date as lists show it, so that it can be sorted: the first day in ISO 8601."""
    return one_line(published.start) if published else "no date"


def short_id(article_id: str) -> str:
    """Return the beginning of an article's id, long enough to name it."""
    return article_id.removeprefix("sha256:")[:12]
