"""What the stages hand on to each other: spans, articles, statements and records, with their ids.

Every offset in sayso is a half-open range of Unicode code points in `Article.text`,
and every id is computed here, from content alone.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

KINDS = ("direct", "indirect", "mixed")
MENTION_TYPES = (
    *("person", "organisation", "place", "group"),
    *("time", "event", "object", "abstract", "other"),
)
ACTOR_TYPES = ("person", "government", "organisation", "group", "document", "unnamed")
ACTS = (
    *("asserts", "denies", "rejects", "confirms", "concedes", "demands", "proposes", "offers"),
    *("refuses", "promises", "threatens", "accuses", "criticises", "supports", "asks"),
    *("declines", "believes", "wants", "other"),
)
MODALITIES = ("certain", "possible", "conditional")
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


class Reading(NamedTuple):
    """What the encoder makes of a statement's act: probabilities, and the most telling words.

    `acts` and `modalities` are in the order of `ACTS` and `MODALITIES`, both empty where nothing
    was read; `negative` is the probability of a negative polarity.
    """

    acts: tuple[float, ...] = ()
    negative: float = 0.0
    modalities: tuple[float, ...] = ()
    words: Span = Span(0, 0)


UNREAD = Reading()


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution in one article: who (source), the reporting words (cue), what (content).

    `source`, `cue` and `content` are in text order and do not overlap; only `content` is
    never empty. `score` is the calibrated probability, 0 to 1, that the statement is right;
    `why` is the reason in one sentence; `reading` is what the resolver learns of the act.
    """

    id: str
    kind: str
    score: float
    source: Spans
    cue: Spans
    content: Spans
    why: str
    reading: Reading = UNREAD

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

    `type` is one of `MENTION_TYPES`, `score` 0 to 1. `form` is name for a bare name, pronoun,
    or nominal for any other phrase, one that holds a name too.
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

    def to_json(self) -> dict[str, Any]:
        """Return the act in the form of the contract."""
        return {
            "act": self.name,
            "polarity": self.polarity,
            "modality": self.modality,
            "condition": [list(s) for s in self.condition],
            "act_why": self.why,
        }


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
    """One mention of a place. Where unresolved, all but `mention`, `use` and `why` are None.

    Only the country may be known then, by the article's other places.

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
class Role:
    """Words that say what somebody is: "Ostrania's foreign minister"."""

    text: str
    span: Span

    def to_json(self) -> dict[str, Any]:
        """Return the role in the form of the contract."""
        return {"text": self.text, "span": list(self.span)}


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What the text tells of somebody whom it does not name.

    `number` is how many there are, or "some"; `kind` is the noun ("official"); `affiliation` and
    `place` are names in the description, empty where there is none; `reason` is where the text
    says why there is no name.
    """

    number: str
    kind: str
    affiliation: str
    place: str
    reason: Span | None

    def to_json(self) -> dict[str, Any]:
        """Return the description in the form of the contract."""
        return {
            "number": self.number,
            "kind": self.kind,
            "affiliation": self.affiliation or None,
            "place": self.place or None,
            "reason": list(self.reason) if self.reason else None,
        }


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks or carries in one article, after names, titles and pronouns are gathered.

    `type` is one of `ACTOR_TYPES`. `of` is the id of the actor spoken for, or empty; `unnamed`
    is there for type unnamed alone.
    """

    id: str
    name: str
    type: str
    mentions: Spans
    roles: tuple[Role, ...]
    of: str
    unnamed: Unnamed | None
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the actor in the form of the contract."""
        return {
            "id": self.id,
            "name": self.name,
            "type": self.type,
            "mentions": [list(s) for s in self.mentions],
            "roles": [r.to_json() for r in self.roles],
            "of": self.of or None,
            "unnamed": self.unnamed.to_json() if self.unnamed else None,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a statement comes from: its speakers, through whom, to whom, by what, and when.

    Speakers and addressee are ids among the record's actors, no speaker where the text makes
    none clear; `score` is how sure that is, 0 to 1. `links` run from speaker to reader.
    `said_at` is the time expression that tells when it was said; `reports` is the id of the
    statement in which this one is reported, or empty.
    """

    speakers: tuple[str, ...]
    score: float
    links: tuple[Link, ...]
    addressee: str
    channel: Span | None
    said_at: Timex | None
    reports: str
    why: str

    def to_json(self, text: str) -> dict[str, Any]:
        """Return the provenance in the form of the contract; `text` is the article's."""
        channel, said = self.channel, self.said_at
        return {
            "speaker": self.speakers[0] if self.speakers else None,
            "speakers": list(self.speakers),
            "speaker_score": self.score,
            "speaker_why": self.why,
            "carriers": list(dict.fromkeys(link.actor for link in self.links)),
            "chain": [link.to_json() for link in self.links],
            "addressee": self.addressee or None,
            "channel": {"text": channel.of(text), "span": list(channel)} if channel else None,
            "said_at": said.to_json() if said else None,
            "reports": self.reports or None,
        }


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model made a record, and which state of the rules that resolve what it finds."""

    name: str
    version: str
    rules: str = ""

    def to_json(self) -> dict[str, str]:
        """Return the model in the form of the contract."""
        return {"name": self.name, "version": self.version, "rules": self.rules}


@dataclass(frozen=True, slots=True)
class Record:
    """What one article puts on the record.

    `acts` and `provenance` say of each statement, in order, what it does and where it is from.
    """

    article: Article
    statements: tuple[Statement, ...]
    acts: tuple[Act, ...]
    provenance: tuple[Provenance, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Timex, ...]
    model: ModelInfo

    def to_json(self) -> dict[str, Any]:
        """Return the record in the form of the contract."""
        text = self.article.text
        each = zip(self.statements, self.acts, self.provenance, strict=True)
        return {
            "article": self.article.to_json(),
            "statements": [
                s.to_json() | act.to_json() | provenance.to_json(text)
                for s, act, provenance in each
            ],
            "actors": [actor.to_json() for actor in self.actors],
            "places": [place.to_json() for place in self.places],
            "times": [time.to_json() for time in self.times],
            "model": self.model.to_json(),
        }

    def only(self, keep: Callable[[Statement], bool]) -> "Record":
        """Return the record with those statements alone that `keep` says yes to."""
        chosen = [i for i, statement in enumerate(self.statements) if keep(statement)]
        return replace(
            self,
            statements=tuple(self.statements[i] for i in chosen),
            acts=tuple(self.acts[i] for i in chosen),
            provenance=tuple(self.provenance[i] for i in chosen),
        )


def statement_id(article_id: str, spans: Iterable[Sequence[Span]]) -> str:
    """Return the id of a statement: a hash of its article's id and of its spans, role by role."""
    parts = ";".join(",".join(f"{s.start}-{s.end}" for s in role) for role in spans)
    return "st_" + hashlib.sha256(f"{article_id}|{parts}".encode()).hexdigest()[:16]
