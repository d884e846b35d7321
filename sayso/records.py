"""What the stages hand on to each other: spans, articles, statements and records, with their ids.

Every offset in sayso is a half-open range of Unicode code points in `Article.text`,
and every id is computed here, from content alone.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

KINDS = ("direct", "indirect", "mixed")
MENTION_TYPES = ("person", "organisation", "place", "group", "document", "time", "other")
ACTOR_TYPES = ("person", "government", "organisation", "group", "document", "unnamed")
ACTS = (
    *("asserts", "denies", "rejects", "confirms", "concedes", "demands", "proposes", "offers"),
    *("refuses", "promises", "threatens", "accuses", "criticises", "supports", "asks"),
    *("declines", "believes", "wants", "other"),
)
LINK_KINDS = ("told", "reported", "citing", "according", "quoted", "credit", "dateline", "byline")


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span points at."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as an interval of ISO 8601 dates, both ends included, with its grain as given."""

    start: str
    end: str
    grain: str

    def to_json(self) -> dict[str, str]:
        """Return the moment in the form of the contract."""
        return {"start": self.start, "end": self.end, "grain": self.grain}


@dataclass(frozen=True, slots=True)
class Article:
    """One published text as read. Its text never changes, and its id is the hash of it.

    `title_span` is where the headline stands in `text`, or None when the text does not
    contain it. `skips` are ranges of `text` that a crawl left behind (leaked field labels,
    "Read more") and that are never searched for statements. Empty strings and tuples mean
    that the source does not say.
    """

    text: str
    source: str
    given_id: str = ""
    title: str = ""
    title_span: Span | None = None
    published: Moment | None = None
    publisher: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    url: str = ""
    lang: str = ""
    skips: Spans = ()

    @property
    def id(self) -> str:
        """Return `sha256:` and the hash of the text in UTF-8."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """Return the article in the form of the contract, absent fields as null or empty list."""
        return {
            "id": self.id,
            "given_id": self.given_id or None,
            "source": self.source,
            "title": self.title or None,
            "text": self.text,
            "published": self.published.to_json() if self.published else None,
            "publisher": self.publisher or None,
            "byline": list(self.byline),
            "dateline": self.dateline or None,
            "url": self.url or None,
            "lang": self.lang or None,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution in one article: who (source), the reporting words (cue), what (content).

    `source`, `cue` and `content` are in text order and do not overlap; only `content` is
    never empty. `score` is the calibrated probability, 0 to 1, that the statement is right;
    `why` is the reason in one sentence.
    """

    id: str
    kind: str
    score: float
    source: Spans
    cue: Spans
    content: Spans
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the statement in the form of the contract."""
        return {
            "id": self.id,
            "kind": self.kind,
            "score": self.score,
            "source": [list(s) for s in self.source],
            "cue": [list(s) for s in self.cue],
            "content": [list(s) for s in self.content],
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or describes somebody or something, as the encoder sees it.

    `type` is one of `MENTION_TYPES`, `form` is name, nominal or pronoun, `score` 0 to 1.
    """

    span: Span
    type: str
    form: str
    score: float


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the encoder finds in one article: statements and mentions, each in text order."""

    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """What a statement does: one of `ACTS`, with polarity, modality and the words of a condition.

    `polarity` is neg when the speaker puts the underlying claim forward as not so, however that
    is worded; `modality` is certain, possible or conditional.
    """

    name: str
    polarity: str
    modality: str
    condition: Spans
    why: str


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain: an actor who passed a statement on, and the words that say so.

    `kind` is one of `LINK_KINDS`; `actor` is an id among the record's actors.
    """

    actor: str
    span: Span
    kind: str

    def to_json(self) -> dict[str, Any]:
        """Return the link in the form of the contract."""
        return {"actor": self.actor, "span": list(self.span), "kind": self.kind}


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place. All but `mention`, `use` and `why` are None where unresolved.

    `use` is literal, metonym ("Karsk rejects …") or modifier ("Karsk forces"). `country` is an
    ISO 3166-1 code, `admin1` the name of the first-level region, `lat` and `lon` are degrees
    (WGS 84), `feature` is GeoNames' feature class.
    """

    mention: Span
    use: str
    geonames: int | None
    name: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    feature: str | None
    score: float
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the place in the form of the contract."""
        return {
            "mention": list(self.mention),
            "use": self.use,
            "geonames": self.geonames,
            "name": self.name,
            "country": self.country,
            "admin1": self.admin1,
            "lat": self.lat,
            "lon": self.lon,
            "feature": self.feature,
            "score": self.score,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression after TIMEX3: DATE, TIME, DURATION or SET, its value, its interval.

    `value` is empty where it cannot be told; `start` and `end` are ISO 8601 dates, both ends
    included, None where the text sets no such bound.
    """

    mention: Span
    type: str
    value: str
    start: str | None
    end: str | None
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the time in the form of the contract."""
        return {
            "mention": list(self.mention),
            "type": self.type,
            "value": self.value or None,
            "start": self.start,
            "end": self.end,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model made a record."""

    name: str
    version: str

    def to_json(self) -> dict[str, str]:
        """Return the model in the form of the contract."""
        return {"name": self.name, "version": self.version}


@dataclass(frozen=True, slots=True)
class Record:
    """What one article puts on the record."""

    article: Article
    statements: tuple[Statement, ...]
    model: ModelInfo

    def to_json(self) -> dict[str, Any]:
        """Return the record in the form of the contract."""
        return {
            "article": self.article.to_json(),
            "statements": [s.to_json() for s in self.statements],
            "model": self.model.to_json(),
        }


def statement_id(article_id: str, spans: Iterable[Sequence[Span]]) -> str:
    """Return the id of a statement: a hash of its article's id and of its spans, role by role."""
    parts = ";".join(",".join(f"{s.start}-{s.end}" for s in role) for role in spans)
    return "st_" + hashlib.sha256(f"{article_id}|{parts}".encode()).hexdigest()[:16]
