"""What the store answers with: plain values, free of SQL."""

from dataclasses import dataclass, fields
from typing import Any

from sayso.linked import Entity
from sayso.packing import InContract, contract
from sayso.records import (
    CARRIER_KINDS,
    Act,
    Actor,
    Annotation,
    Article,
    ModelInfo,
    Moment,
    Sighting,
    Span,
    Spans,
    Statement,
    Timex,
)

_WORDS = ("source", "cue", "content")  # of a statement, as a list shows them


@dataclass(frozen=True, slots=True)
class WriteCounts:
    """What one write did.

    `new` articles were not in the record before. `known` ones were left alone, because they were
    stored under the same model and rules already. `replaced` ones were there, and their
    conclusions, by another model or other rules, gave way. `statements` counts those written, for
    new and replaced articles, that were said. `sightings` counts the new places where articles
    were seen that had been there before.
    """

    new: int = 0
    known: int = 0
    statements: int = 0
    replaced: int = 0
    sightings: int = 0

    def plus(self, other: "WriteCounts") -> "WriteCounts":
        """Return the counts of both writes together."""
        each = (getattr(self, f.name) + getattr(other, f.name) for f in fields(self))
        return WriteCounts(*each)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds; `publishers` counts the different names given.

    Of the `statements` those count that were said, unless others are asked for.
    """

    articles: int
    sightings: int
    statements: int
    publishers: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What resolving starts from, as it was stored: an article, and what `model` found in it."""

    article: Article
    annotation: Annotation
    model: ModelInfo


@dataclass(frozen=True, slots=True)
class ArticleRow(InContract):
    """One article in a list: everything but its text, and how many statements it holds.

    Of the `statements` those count that were said, unless others are asked for. `sightings` are all
    places where it was seen, the first reading first; `source`, `published` and so on are from the
    one that it was resolved with. `read_at` is when it was read there, in
    UTC: `2026-03-01T09:30:00Z`.
    """

    id: str
    given_id: str
    source: str
    title: str
    published: Moment | None
    publisher: str
    url: str
    read_at: str
    statements: int
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Passage(InContract):
    """A stretch of an article in which words of a search stand.

    `text` is the article's text at `span`, and `words` are the matched words in it, counted
    in the article's text like every span. `statement_id` is the statement whose content
    holds all of `words`, or None for words that stand outside every statement; `said` is whether
    that statement was said, one of `SAID`.
    """

    statement_id: str | None
    span: Span
    text: str
    words: Spans
    said: str = "yes"


@dataclass(frozen=True, slots=True)
class Hit(InContract):
    """One article that a search found.

    `passages` are in text order. `title_words` are the matched words in `article.title`,
    counted in the title; they are all there is when only the title matches.
    """

    article: ArticleRow
    title_words: Spans
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """Who passed a statement on, by name, and how: one of `LINK_KINDS`.

    `entity` is the id of his entity, empty where he has none.
    """

    name: str
    kind: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a statement speaks of: its resolved name, else the words of the mention.

    `geonames` is its GeoNames id, None where the place is not resolved.
    """

    name: str
    geonames: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement with all that a list of statements shows of it.

    `article_id` to `sightings` are its article's, as in `ArticleRow`. `source`, `cue` and
    `content` are the words at the statement's spans, with “ … ” where text between two spans is
    left out. `speaker` is whoever was asked for, else the first of its speakers, None where the
    text makes none clear; `speaker_score` is how sure the speakers are.
    `chain` runs from speaker to reader, credits included; `addressee` is a name or empty.
    `places` are those that the content mentions, each once, in text order. `speaker_entity`
    and `addressee_entity` are the ids of their entities, empty where they have none.
    """

    article_id: str
    title: str
    publisher: str
    published: Moment | None
    url: str
    sightings: tuple[Sighting, ...]
    statement: Statement
    source: str
    cue: str
    content: str
    act: Act
    speaker: Actor | None
    speaker_score: float
    chain: tuple[Passed, ...]
    addressee: str
    said_at: Timex | None
    places: tuple[Spot, ...]
    speaker_entity: str = ""
    addressee_entity: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the statement as an object of names and words, its spans among them."""
        form = contract(self, always=_WORDS)
        del form["act"]  # it stands with the statement
        del form["sightings"]
        article = ("title", "publisher", "published", "url")
        return {
            "article": form.pop("article_id"),
            **{name: form.pop(name) for name in article},
            "sightings": [sighting.to_json() for sighting in self.sightings],
            "statement": form.pop("statement") | self.act.to_json(),
            "words": {role: form.pop(role) for role in _WORDS},
            "speaker": form.pop("speaker"),
            "carriers": [each.name for each in self.chain if each.kind in CARRIER_KINDS],
            **form,
        }


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody over the record, and what they say, or passed on, by date.

    `entity` is None for the actors of a name in articles that are not linked. `said` may be cut
    short: `total` is the number of all statements.
    """

    entity: Entity | None
    said: tuple[Said, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Speaking:
    """An entity, with the numbers of its statements and of the articles in which these stand."""

    entity: Entity
    statements: int
    articles: int

    def to_json(self) -> dict[str, Any]:
        """Return the entity in the form of the contract, with both numbers."""
        numbers = {"statements": self.statements, "articles": self.articles}
        return self.entity.to_json() | numbers
