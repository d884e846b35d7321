"""What the stages hand on to each other: spans, articles, statements and records, with their ids.

Every offset in sayso is a half-open range of Unicode code points in `Article.text`,
and every id is computed here, from content alone.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import msgspec

from sayso.moments import Moment
from sayso.packing import InContract, contract, made, plain

__all__ = ["Moment", "made", "plain"]  # of sayso.moments, and of sayso.packing

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
SAID = ("yes", "no", "if", "asked")  # whether the text tells that a statement was said
ANY_SAID = "any"  # what lists are asked for, beside one of `SAID`, to hold all statements
CARRIER_KINDS = ("told", "reported", "citing", "according", "quoted")  # links by who passes on
LINK_KINDS = (*CARRIER_KINDS, "credit", "dateline", "byline")


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span points at."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def overlaps_any(self, others: Iterable["Span"]) -> bool:
        """Tell whether it shares a code point with one of the others."""
        return any(self.start < other.end and other.start < self.end for other in others)

    def holds(self, other: "Span") -> bool:
        """Tell whether the other stands in this one, or is it."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def extent(spans: Iterable[Span]) -> Span:
    """Return the range from the first start to the last end of one or more spans."""
    every = tuple(spans)
    return Span(min(s.start for s in every), max(s.end for s in every))


_GIVEN = ("url", "publisher", "published")  # what tells sightings of one source apart


def _timeless(given: Any) -> Any:
    """Return what was given, in the form of `plain`, a moment without its time of day."""
    timed = isinstance(given, dict)
    return {name: given[name] for name in given if name != "time"} if timed else given


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place and time where an article's text was seen.

    `read_at` is when sayso read it, in UTC: `2026-03-01T09:30:00Z`, empty where it was not stored.
    `concluded` names those of `url`, `publisher` and `published` that the input did not give, so
    that rules read them out of it; bylines they always read. `title` is the headline that the text
    had there. Other empty values mean that the source does not say.
    """

    source: str
    publisher: str = ""
    url: str = ""
    byline: tuple[str, ...] = ()
    published: Moment | None = None
    given_id: str = ""
    read_at: str = ""
    concluded: tuple[str, ...] = ()
    title: str = ""

    @property
    def id(self) -> str:
        """Return a hash of what was seen: seen again, it is the same sighting of a text.

        The time of reading is no part of it, nor is what was concluded: other rules do not make
        another sighting. Nor is the time of day, so that those kept before it was are the same.
        """
        given = [None if name in self.concluded else getattr(self, name) for name in _GIVEN]
        seen = [self.source, self.given_id, *map(_timeless, plain(given))]
        words = json.dumps(seen, ensure_ascii=True, separators=(",", ":"))
        return "si_" + hashlib.sha256(words.encode()).hexdigest()[:16]

    def to_json(self) -> dict[str, Any]:
        """Return the sighting in the form of the contract."""
        form = contract(self)
        del form["concluded"]  # of reading, no part of the contract
        return form


@dataclass(frozen=True, slots=True)
class Article:
    """One published text as read. Its text never changes, and its id is the hash of it.

    `title_span` is where the headline stands in `text`, or None when the text does not
    contain it. `skips` are ranges of `text` that a crawl left behind (leaked field labels,
    "Read more") and that are never searched for statements. `concluded`: see `Sighting`. Other
    empty strings and tuples mean that the source does not say.
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
    concluded: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return `sha256:` and the hash of the text in UTF-8."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def sighting(self) -> Sighting:
        """Return where the text was seen this time."""
        seen: Sighting = msgspec.convert(self, Sighting, from_attributes=True)
        return seen

    def to_json(self, sightings: Sequence[Sighting] = ()) -> dict[str, Any]:
        """Return the article in the form of the contract; without `sightings`, this one alone."""
        form = {"id": self.id} | contract(self, always=("text",))
        for inner in ("title_span", "skips", "concluded"):  # of reading, no part of the contract
            del form[inner]
        first = {name: form.pop(name) for name in ("id", "given_id", "source", "title")}
        seen = [each.to_json() for each in sightings or (self.sighting,)]
        return {**first, **form, "sightings": seen}


class Reading(NamedTuple):
    """What the encoder makes of a statement's act: probabilities, and the most telling words.

    `acts`, `modalities` and `said` are in the order of `ACTS`, `MODALITIES` and `SAID`, empty where
    nothing was read; `negative` is the probability of a negative polarity.
    """

    acts: tuple[float, ...] = ()
    negative: float = 0.0
    modalities: tuple[float, ...] = ()
    words: Span = Span(0, 0)
    said: tuple[float, ...] = ()


UNREAD = Reading()


@dataclass(frozen=True, slots=True)
class Statement(InContract):
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

    @property
    def parts(self) -> Spans:
        """Return all spans of the statement in text order."""
        return tuple(sorted((*self.source, *self.cue, *self.content)))

    @property
    def extent(self) -> Span:
        """Return the range from the first part to the last one."""
        return extent(self.parts)


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
    """What the encoder finds in one article: statements and mentions, each in text order.

    `readings` says of each statement, in order, what the encoder makes of its act.
    """

    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...] = ()
    readings: tuple[Reading, ...] = ()

    def reading(self, number: int) -> Reading:
        """Return the reading of a statement by its number, UNREAD where nothing was read."""
        return self.readings[number] if self.readings else UNREAD

    def without(self, numbers: Collection[int]) -> "Annotation":
        """Return the annotation without some of its statements."""
        kept = [n for n in range(len(self.statements)) if n not in numbers]
        return replace(
            self,
            statements=tuple(self.statements[n] for n in kept),
            readings=tuple(self.reading(n) for n in kept),
        )


@dataclass(frozen=True, slots=True)
class Act:
    """What a statement does: one of `ACTS`, with polarity, modality, and the words of a condition.

    `polarity` is neg when the speaker puts the underlying claim forward as not so, however that
    is worded; `modality` is certain, possible or conditional. `said` is one of `SAID`: whether the
    text tells that the statement was said at all.
    """

    name: str
    polarity: str
    modality: str
    condition: Spans
    why: str
    said: str = "yes"

    def to_json(self) -> dict[str, Any]:
        """Return the act in the form of the contract."""
        form = contract(self)
        why = form.pop("why")
        return {"act": form.pop("name"), **form, "act_why": why}


@dataclass(frozen=True, slots=True)
class Link(InContract):
    """One link of a chain: an actor who passed a statement on, and the words that say so.

    `kind` is one of `LINK_KINDS`; `actor` is an id among the record's actors.
    """

    actor: str
    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Location:
    """A place on the earth. Of a place that was not found at most the country is known.

    `geonames` is its GeoNames id, `country` an ISO 3166-1 code, `admin1` the name of the
    first-level region, `lat` and `lon` are degrees (WGS 84), `feature` is GeoNames' feature class.
    """

    geonames: int | None = None
    name: str = ""
    country: str = ""
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    feature: str = ""


NOWHERE = Location()


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place, and where that is.

    `use` is literal, metonym ("Karsk rejects …") or modifier ("Karsk forces"); `score` is how sure
    the location is, 0 to 1.
    """

    mention: Span
    use: str
    location: Location
    score: float
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the place in the form of the contract."""
        form = contract(self)
        seen = {name: form.pop(name) for name in ("mention", "use")}
        return {**seen, **form.pop("location"), **form}


@dataclass(frozen=True, slots=True)
class Timex(InContract):
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


@dataclass(frozen=True, slots=True)
class Quantity(InContract):
    """A number that a text gives of people or things, as a range; None is no bound.

    `unit` is the noun or measure, `of` what became of those counted ("killed"), `qualifier` the
    words that make a range of the number ("at least"); each is empty where the text has none.
    `statement` is the id of the statement that claims it, empty where it is the narrator's.
    """

    mention: Span
    of: str
    unit: str
    low: float | None
    high: float | None
    qualifier: str
    statement: str
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the quantity in the form of the contract; whole numbers are whole."""
        form = InContract.to_json(self)
        bounds = {name: form[name] for name in ("low", "high")}
        whole = {name: int(n) for name, n in bounds.items() if n is not None and n == int(n)}
        return form | whole


@dataclass(frozen=True, slots=True)
class Role:
    """Words that say what somebody is: "Ostrania's foreign minister"."""

    text: str
    span: Span


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


@dataclass(frozen=True, slots=True)
class Actor(InContract):
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

    @property
    def carriers(self) -> tuple[str, ...]:
        """Return who passed the statement on, each once; what an article credits is none."""
        passed = (link.actor for link in self.links if link.kind in CARRIER_KINDS)
        return tuple(dict.fromkeys(passed))

    def to_json(self, text: str) -> dict[str, Any]:
        """Return the provenance in the form of the contract; `text` is the article's."""
        form, channel = contract(self, always=("why",)), self.channel
        named = {"text": channel.of(text), "span": list(channel)} if channel else None
        return {
            "speaker": self.speakers[0] if self.speakers else None,
            "speakers": form.pop("speakers"),
            "speaker_score": form.pop("score"),
            "speaker_why": form.pop("why"),
            "carriers": list(self.carriers),
            "chain": form.pop("links"),
            **(form | {"channel": named}),
        }


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Which model made a record, and which state of the rules that resolve what it finds."""

    name: str
    version: str
    rules: str = ""

    def to_json(self) -> dict[str, str]:
        """Return the model in the form of the contract."""
        return contract(self, always=("rules",))


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
    quantities: tuple[Quantity, ...] = ()

    def to_json(self, sightings: Sequence[Sighting] = ()) -> dict[str, Any]:
        """Return the record in the form of the contract; see `Article.to_json`."""
        text = self.article.text
        each = zip(self.statements, self.acts, self.provenance, strict=True)
        return {
            "article": self.article.to_json(sightings),
            "statements": [
                s.to_json() | act.to_json() | provenance.to_json(text)
                for s, act, provenance in each
            ],
            "actors": [actor.to_json() for actor in self.actors],
            "places": [place.to_json() for place in self.places],
            "times": [time.to_json() for time in self.times],
            "quantities": [quantity.to_json() for quantity in self.quantities],
            "model": self.model.to_json(),
        }

    @property
    def said(self) -> int:
        """Return how many of the statements the text tells to have been said."""
        return sum(act.said == "yes" for act in self.acts)

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
