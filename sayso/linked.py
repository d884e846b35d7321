"""What holds across articles: copies, entities, quotations, claims, their answers and origins.

Every value is a function of the articles that were read and of what people judged, in whatever
order they came: where one has to come first, it is the earliest by `order`.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, NamedTuple

from sayso.packing import InContract, contract
from sayso.records import Sighting, Span, Spans

RELATIONS = ("same", "version", "partial", "quotes", "boilerplate")  # of two articles
COPIES = ("same", "version", "partial")  # those by which one reprints the other
CHANGES = (  # of a quotation's wording
    *("cut", "ellipsis", "splice", "person", "tense", "added", "replaced"),
    *("translation", "misquotation"),
)
ANSWERS = ("denies", "rejects", "corrects", "confirms", "conflicts")  # how one bears on a claim
AGAINST = ("denies", "rejects", "corrects")
PLAIN = 0.45  # score from which on what bears on a claim is shown as doing so
ORIGIN_KINDS = ("utterance", "carrier", "article")
HOLDING_KINDS = ("holds", "lost", "claims")
STANCES = ("demands", "drops", "offers", "refuses", "accepts", "threatens")


def order(published: str, article_id: str, ordinal: int = 0) -> tuple[str, str, int]:
    """Return what puts things in the order of appearing: by date (undated last), then by id."""
    return (published or "9999", article_id, ordinal)


def derived_id(prefix: str, *parts: object) -> str:
    """Return an id made of the ids of what comes first in a group."""
    words = "|".join(map(str, parts))
    return prefix + hashlib.sha256(words.encode()).hexdigest()[:16]


class Passage(NamedTuple):
    """The spans of one passage that two articles share; the words need not be quite the same."""

    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit(InContract):
    """Words of one state of a text that stand for words of another; an empty span is a place."""

    a: Span
    b: Span
    a_words: str
    b_words: str

    def to_json(self) -> dict[str, Any]:
        """Return the edit in the form of the contract."""
        return contract(self, always=("a_words", "b_words"))


@dataclass(frozen=True, slots=True)
class Note(InContract):
    """That an article was put right, by its own words: a "correction", "retraction" or "update".

    A headline that stands beside the text has no `span`.
    """

    article: str
    kind: str
    words: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles of which one reprints or quotes the other, or both the same source.

    `a` and `b` are article ids with `a < b`, or one id twice where a text was seen twice; `given`
    are the ids that their inputs gave. `share_a` is how much of `a`'s words the passages hold.
    `origin` is who the shared text comes from; `from_` is the id of the article that was copied,
    where that is known. Empty words mean unknown. `sightings` are those of a text that was seen
    more than once, in the order of printing; `from_` is set where the first of them is the source.
    `edits` are what was changed between two states of a text, and `note` what one says of it, where
    that was asked for.
    """

    a: str
    b: str
    given: tuple[str, str]
    relation: str
    share_a: float
    share_b: float
    origin: str
    score: float
    why: str
    from_: str = ""
    passages: tuple[Passage, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    edits: tuple[Edit, ...] = ()
    note: Note | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the copy in the form of the contract; `first` is the place of what was copied."""
        form = contract(self, always=("given", "why"))
        form["sightings"] = [each.to_json() for each in self.sightings]
        form["changes"] = [each.to_json() for each in self.edits]
        del form["edits"]
        known = {self.b: 1, self.a: 0}
        return form | {"from": form.pop("from_"), "first": known.get(self.from_)}


@dataclass(frozen=True, slots=True)
class DatedRole:
    """Words that say what somebody is, with the first and last day at which articles say so."""

    text: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person or body over the record: `actors` are (article id, actor id), `names` all forms.

    `of` is the id of the entity that it speaks for or belongs to, or empty.
    """

    id: str
    name: str
    type: str
    actors: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    roles: tuple[DatedRole, ...]
    of: str
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the entity in the form of the contract."""
        return contract(self, always=("why",))


@dataclass(frozen=True, slots=True)
class Change:
    """One change of wording: spans of the earliest wording's article, and of the variant's.

    `first` is the id of the statement that made the same change first: who introduced it.
    """

    kind: str
    was: Spans
    is_: Spans
    first: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the change in the form of the contract."""
        form = contract(self)
        return {"kind": self.kind, "was": form["was"], "is": form["is_"], "first": form["first"]}


@dataclass(frozen=True, slots=True)
class Variant:
    """How one statement words an utterance; `changes` against the earliest attested wording."""

    statement: str
    changes: tuple[Change, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the variant in the form of the contract."""
        return {"statement": self.statement, "changes": [each.to_json() for each in self.changes]}


@dataclass(frozen=True, slots=True)
class Quotation:
    """One utterance as several statements report it; `speaker` is an entity's id, or empty.

    `earliest` is the earliest attested wording: of a statement that gives the words as spoken, if
    there is one.
    """

    id: str
    speaker: str
    statements: tuple[str, ...]
    earliest: str
    variants: tuple[Variant, ...]
    why: str

    def to_json(self) -> dict[str, Any]:
        """Return the quotation in the form of the contract."""
        form = contract(self, always=("why",))
        return form | {"variants": [each.to_json() for each in self.variants]}


@dataclass(frozen=True, slots=True)
class Answer:
    """How a statement bears on a claim that it does not belong to; `kind` is one of `ANSWERS`.

    `claim` is the id of the claim that the statement itself belongs to. What people `judged` has
    no score: it is 1 here, and null in the contract.
    """

    statement: str
    claim: str
    kind: str
    score: float
    why: str
    judged: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether it is likely, or judged by people: the others may bear on the claim."""
        return self.judged or self.score >= PLAIN

    def to_json(self) -> dict[str, Any]:
        """Return the answer in the form of the contract."""
        form = contract(self, always=("why",))
        return form | ({"score": None} if self.judged else {})


@dataclass(frozen=True, slots=True)
class Fold:
    """One article of an origin: how it knows, of which other article if so, and the reason.

    `how` is copy, version, alike (the same text, and nobody knows who copied), utterance, carrier
    or own; `of` is the id of the article or the name of the
    carrier that it goes back to, or empty.
    """

    article: str
    how: str
    of: str
    why: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim entered the record, after copies, utterances and carriers are folded.

    `kind` is one of `ORIGIN_KINDS`; `name` is who said it, who carried it, or the outlet. It is
    empty where nothing tells which of several outlets had it first: it is `one_of` so many.
    """

    kind: str
    name: str
    articles: tuple[str, ...]
    why: str
    folds: tuple[Fold, ...] = ()
    one_of: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the origin in the form of the contract."""
        return contract(self, always=("name", "why"))


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same thing, who denies it, and where it comes from.

    `text` is the earliest wording, `heading` the one by which a person would know it. `statements`
    are ids by the order of appearing. `independent` is the number of independent origins, None
    where it is unknown. `first` and `last` are days.
    """

    id: str
    text: str
    statements: tuple[str, ...]
    articles: int
    outlets: int
    origins: tuple[Origin, ...]
    independent: int | None
    answers: tuple[Answer, ...]
    first: str
    last: str
    heading: str = ""

    @property
    def words(self) -> str:
        """Return the words that head it."""
        return self.heading or self.text

    def to_json(self) -> dict[str, Any]:
        """Return the claim in the form of the contract."""
        form = contract(self, always=("text", "heading"))
        form["origins"] = [each.to_json() for each in self.origins]
        form["answers"] = [each.to_json() for each in self.answers]
        against = [each for each in self.answers if each.kind in AGAINST]
        denials = (name for each in against for name in (each.statement, each.claim))
        form["denied_by"] = list(dict.fromkeys(denials))
        rivals = (each.claim for each in self.answers if each.kind == "conflicts")
        form["conflicts"] = list(dict.fromkeys(rivals))
        return form


@dataclass(frozen=True, slots=True)
class Holding(InContract):
    """Who is said to hold, to have lost, or to claim a place; `kind` is one of `HOLDING_KINDS`.

    `holder` are the words for who it is, at `span` of the article, and `words` the whole passage.
    `by` is the name of who says so, through the statement with the id `statement`; of the narrator
    it is the outlet, and there is no statement. `polarity` is neg where it is said not to be so.
    `when` is the day that the passage tells, `date` that of the article; empty where unknown.
    `side` is whose the holder is, where the words name it or the speaker's side is known: "us".
    `holder_entity` and `by_entity` are the ids of the entities of holder and speaker, empty where
    they have none.
    """

    place: str
    kind: str
    holder: str
    span: Span
    words: Span
    polarity: str
    by: str
    statement: str
    article: str
    when: str
    date: str
    why: str
    side: str = ""
    holder_entity: str = ""
    by_entity: str = ""


@dataclass(frozen=True, slots=True)
class Stance(InContract):
    """What somebody demands, offers, refuses or accepts, in one statement: one of `STANCES`.

    Who "drops" something no longer demands it.
    """

    kind: str
    act: str
    statement: str
    article: str
    words: str
    condition: str
    publisher: str
    date: str


@dataclass(frozen=True, slots=True)
class Turn(InContract):
    """Where a position changed, from one statement to a later one, and how."""

    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Position(InContract):
    """What somebody wants of one thing, by date, and where that changed.

    `topic` are the words that the stances share.
    """

    topic: tuple[str, ...]
    stances: tuple[Stance, ...]
    turns: tuple[Turn, ...]
