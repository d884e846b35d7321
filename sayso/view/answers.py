"""What a store answers with, as far as lists show it; each is a value with these attributes."""

from collections.abc import Sequence
from typing import Protocol

from sayso.records import Act, Actor, Moment, Sighting, Span, Spans, Statement, Timex


class Seen(Protocol):
    """What an article tells of where it was seen."""

    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def published(self) -> Moment | None: ...
    @property
    def url(self) -> str: ...


class Listed(Protocol):
    """An article of a list."""

    @property
    def title(self) -> str: ...
    @property
    def publisher(self) -> str: ...
    @property
    def published(self) -> Moment | None: ...
    @property
    def url(self) -> str: ...
    @property
    def sightings(self) -> Sequence[Sighting]: ...


class Named(Protocol):
    """A place, by name."""

    @property
    def name(self) -> str: ...


class Passed(Named, Protocol):
    """Whoever passed a statement on, by name, with the kind of link."""

    @property
    def kind(self) -> str: ...


class Said(Listed, Protocol):
    """A statement of a list, with the names and words around it."""

    @property
    def article_id(self) -> str: ...
    @property
    def statement(self) -> Statement: ...
    @property
    def source(self) -> str: ...
    @property
    def content(self) -> str: ...
    @property
    def act(self) -> Act: ...
    @property
    def speaker(self) -> Actor | None: ...
    @property
    def speaker_score(self) -> float: ...
    @property
    def chain(self) -> Sequence[Passed]: ...
    @property
    def addressee(self) -> str: ...
    @property
    def said_at(self) -> Timex | None: ...
    @property
    def places(self) -> Sequence[Named]: ...


class Passage(Protocol):
    """Text of an article at a span, with the places in the article of the words searched for."""

    @property
    def span(self) -> Span: ...
    @property
    def text(self) -> str: ...
    @property
    def words(self) -> Spans: ...
