"""What an export hands to each format: one article of the record with all that is known of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.corrections import is_judged
from sayso.judgements import Judgement
from sayso.linked import AGAINST, Entity
from sayso.records import Act, Actor, Article, Place, Provenance, Record, Sighting, Spans, Statement

PART_COLUMNS = ("article", "record")  # of a Parquet part: an article's id, and all of it in JSON
GAP = " … "  # between the words of two spans that the article interrupts


class Party(NamedTuple):
    """Who speaks or is spoken of: an entity of the record, or an actor of one article."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Answering:
    """A statement that bears on a claim, how, and whose it is; see `linked.Answer`."""

    statement: str
    kind: str
    score: float
    judged: bool
    speakers: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """What linking made of an article's things: by actor id, by statement id, by claim id."""

    entities: Mapping[str, Entity] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)
    quotations: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, tuple[Answering, ...]] = field(default_factory=dict)


NO_LINKS = Links()


@dataclass(frozen=True, slots=True)
class Exported:
    """One article as it holds: as people corrected it, with those of its statements to export.

    `concluded` is the article as rules concluded it, the same where nobody corrected anything.
    `judgements` are those on words of it, the earliest first, those that were taken back too.
    """

    record: Record
    concluded: Record
    sightings: tuple[Sighting, ...]
    chosen: tuple[str, ...]
    judgements: tuple[Judgement, ...] = ()
    links: Links = NO_LINKS

    @property
    def article(self) -> Article:
        """Return the article."""
        return self.record.article

    @property
    def day(self) -> str:
        """Return the first day on which it may have been published, empty if it does not tell."""
        published = self.article.published
        return published.start if published else ""

    @property
    def is_whole(self) -> bool:
        """Tell whether all of its statements are to be exported."""
        return len(self.chosen) == len(self.record.statements)

    def rows(self) -> Iterator["Row"]:
        """Yield the statements to export, in text order."""
        wanted = frozenset(self.chosen)
        actors = {actor.id: actor for actor in self.record.actors}
        for number, statement in enumerate(self.record.statements):
            if statement.id in wanted:
                act, provenance = self.record.acts[number], self.record.provenance[number]
                yield Row(self, statement, act, provenance, actors)

    def party(self, actor: Actor) -> Party:
        """Return who an actor is over all articles, else who it is in this one."""
        entity = self.links.entities.get(actor.id)
        if entity is not None:
            return Party(entity.id, entity.name, entity.type)
        return Party(f"{self.article.id}/{actor.id}", actor.name, actor.type)


@dataclass(frozen=True, slots=True)
class Row:
    """One statement of an exported article, with what formats ask of it."""

    of: Exported
    statement: Statement
    act: Act
    provenance: Provenance
    actors: Mapping[str, Actor]

    def words(self, spans: Spans) -> str:
        """Return the words at spans, with a mark where the article interrupts them."""
        return GAP.join(span.of(self.of.article.text) for span in spans)

    @property
    def score(self) -> float | None:
        """Return how sure the statement is; of what people judged there is no score."""
        return None if is_judged(self.statement.why) else self.statement.score

    @property
    def speaker_score(self) -> float | None:
        """Return how sure it is who says it, likewise."""
        return None if is_judged(self.provenance.why) else self.provenance.score

    @property
    def speakers(self) -> tuple[Party, ...]:
        """Return who says it."""
        return self._parties(self.provenance.speakers)

    @property
    def who(self) -> str:
        """Return the names of who says it."""
        return ", ".join(party.name for party in self.speakers) or "somebody"

    @property
    def carriers(self) -> tuple[Party, ...]:
        """Return who passed it on, from speaker to reader."""
        return self._parties(self.provenance.carriers)

    @property
    def addressee(self) -> Party | None:
        """Return to whom it was said, if the text tells."""
        its = self._parties((self.provenance.addressee,))
        return its[0] if its else None

    @property
    def named(self) -> tuple[Party, ...]:
        """Return who is mentioned in the content, each once."""
        content = self.statement.content
        inside = (
            actor.id
            for actor in self.actors.values()
            if any(span.holds(mention) for span in content for mention in actor.mentions)
        )
        return self._parties(tuple(inside))

    def _parties(self, ids: tuple[str, ...]) -> tuple[Party, ...]:
        its = (self.of.party(self.actors[each]) for each in ids if each in self.actors)
        return tuple(dict.fromkeys(its))

    @property
    def places(self) -> tuple[Place, ...]:
        """Return the mentions of places in the content, in text order."""
        content = self.statement.content
        return tuple(
            place
            for place in self.of.record.places
            if any(span.holds(place.mention) for span in content)
        )

    @property
    def claim(self) -> str:
        """Return the id of the claim that it belongs to, empty where it is not linked."""
        return self.of.links.claims.get(self.statement.id, "")

    @property
    def answers(self) -> tuple[Answering, ...]:
        """Return what bears on its claim."""
        return self.of.links.answers.get(self.claim, ())

    @property
    def denials(self) -> tuple[str, ...]:
        """Return the ids of the statements that deny, reject or correct its claim."""
        return tuple(each.statement for each in self.answers if each.kind in AGAINST)

    @property
    def judged(self) -> tuple[str, ...]:
        """Return the reasons of what people decided of it; each names who and when."""
        whys = (self.statement.why, self.act.why, self.provenance.why)
        places = (place.why for place in self.places)
        return tuple(dict.fromkeys(why for why in (*whys, *places) if is_judged(why)))
