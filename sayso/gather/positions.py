"""Where somebody stands, and who is said to hold a place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.link.positions.conditions import behind
from sayso.link.positions.control import called, holdings, is_worded
from sayso.link.positions.positions import positions, stance
from sayso.link.positions.sides import is_told, key, side_of_actor
from sayso.link.positions.stances import Saying
from sayso.linked import Entity, Holding, Position
from sayso.records import ANY_SAID, Record
from sayso.store import Said, Store, Voice

MOST_PLACED = 1000  # articles that name a place, the latest
_ARTICLES = 20  # of somebody that are asked for his side
_TELLING = 5  # the same for what he says of it
_BEHIND = 200  # characters behind the words of a statement in which their condition may go on


@dataclass(frozen=True, slots=True)
class Stands:
    """Somebody with its positions."""

    voice: Voice
    positions: Sequence[Position]

    def to_json(self) -> list[dict[str, Any]]:
        """Return the positions in the form of the contract, each with whose it is."""
        entity = self.voice.entity and {"id": self.voice.entity.id, "name": self.voice.entity.name}
        return [{"entity": entity} | each.to_json() for each in self.positions]


@dataclass(frozen=True, slots=True)
class Held:
    """Who is said to hold a place, in how many articles that name it: `left` are not looked at."""

    holdings: Sequence[Holding]
    articles: int
    left: int = 0


def stands(store: Store, voice: Voice) -> Stands:
    """Return the positions of somebody by all that they say."""
    own = _own(voice, store)
    texts: dict[str, str] = {}
    return Stands(voice, positions([_saying(said, store, own, texts) for said in voice.said]))


def held(store: Store, place: str) -> Held:
    """Return who is said to hold, to have lost or to claim a place.

    Of a place that very many articles name the latest are looked at, and of these those are read
    that word beside it what holding or claiming is worded by.
    """
    meant = store.placed(place)
    if not meant:
        return _called(store, place)
    some = dict(list(meant.items())[-MOST_PLACED:])
    telling = {id_ for id_, text, spans in store.mentions(some) if is_worded(text, spans)}
    telling |= store.corrected_ids() & some.keys()
    people = store.people(telling)
    made = [
        holding
        for article, numbers in some.items()
        if article in telling
        for record in [store.corrected(article)]
        for holding in _with_entities(holdings(record, numbers), record, people)
    ]
    entities: dict[str, Entity] = {}
    return Held(
        [_sided(each, store, entities) for each in made], len(meant), len(meant) - len(some)
    )


def _called(store: Store, name: str) -> Held:
    """Return who is said to hold what no article has as a place, where it is called so."""
    if not name[:1].isupper():
        return Held((), 0)
    hits = store.search(f'"{name}"', said=ANY_SAID, limit=MOST_PLACED)
    articles = [hit.article.id for hit in hits]
    people = store.people(set(articles))
    made = [
        holding
        for article in articles
        for record in [store.corrected(article)]
        for holding in _with_entities(called(record, name), record, people)
    ]
    entities: dict[str, Entity] = {}
    naming = {each.article for each in made}
    return Held([_sided(each, store, entities) for each in made], len(naming))


def _with_entities(
    some: Sequence[Holding], record: Record, people: Mapping[tuple[str, str], str]
) -> Iterator[Holding]:
    """Yield holdings with the entities of whoever holds a place, and of whoever says so."""
    article = record.article.id
    mentioned = {span: each.id for each in record.actors for span in each.mentions}
    speaking = {
        statement.id: provenance.speakers[0]
        for statement, provenance in zip(record.statements, record.provenance, strict=True)
        if provenance.speakers
    }
    for each in some:
        yield replace(
            each,
            holder_entity=people.get((article, mentioned.get(each.span, "")), ""),
            by_entity=people.get((article, speaking.get(each.statement, "")), ""),
        )


def rivals(store: Store, place: str) -> Sequence[Sequence[Holding]]:
    """Return who is said to hold a place, by sides, where several are: the earliest first.

    A holder whose side nobody tells is none of them.
    """
    sides: dict[str, list[Holding]] = {}
    every = held(store, place).holdings if place else ()
    for each in sorted(every, key=lambda each: each.when or each.date or "9999"):
        if each.kind == "holds" and each.polarity == "pos" and each.side:
            sides.setdefault(key(each.side), []).append(each)
    return list(sides.values()) if len(sides) > 1 else ()


def _sided(holding: Holding, store: Store, known: dict[str, Entity]) -> Holding:
    """Return who is said to hold a place, with the side of the speaker as other articles tell it.

    Of "us" an article may not tell whom its speaker speaks for, where another one does.
    """
    if holding.side or not holding.statement or is_told(holding.holder):
        return holding
    record = store.corrected(holding.article)
    number = [each.id for each in record.statements].index(holding.statement)
    own = set(record.provenance[number].speakers)
    entity_of = store.linked_in("entities", holding.article)
    its = (
        entity_of[n] for n, actor in enumerate(record.actors) if actor.id in own and n in entity_of
    )
    if not (id_ := next(its, "")):
        return holding
    if id_ not in known:
        (known[id_],) = store.entities([id_])
    entity = known[id_]
    sides = (_side(store, article, actor) for article, actor in entity.actors[:_ARTICLES])
    return replace(holding, side=next(filter(None, sides), ""))


def _side(store: Store, article: str, actor_id: str) -> str:
    """Return the side that one article gives an actor."""
    record = store.corrected(article)
    actor = next((each for each in record.actors if each.id == actor_id), None)
    return side_of_actor(record, actor) if actor else ""


def _own(voice: Voice, store: Store) -> tuple[tuple[str, ...], bool]:
    """Return names of somebody and of its side, and whether any side is known.

    They are its own, its offices, whom it speaks for.
    """
    entity = voice.entity
    if entity is None:
        speakers = {row.speaker.id: row.speaker for row in voice.said if row.speaker}
        roles = [role.text for each in speakers.values() for role in each.roles]
        return tuple(dict.fromkeys([*(each.name for each in speakers.values()), *roles])), True
    above = {each.name for each in store.entities([entity.of])} if entity.of else set()
    above |= {_side(store, article, actor) for article, actor in entity.actors[:_TELLING]}
    names = (*entity.names, *(role.text for role in entity.roles), *sorted(above - {""}))
    return names, entity.type != "person" or bool(above - {""})


def _saying(
    said: Said, store: Store, own: tuple[tuple[str, ...], bool], texts: dict[str, str]
) -> Saying:
    moment = said.said_at.start if said.said_at else None
    published = said.published.start if said.published else ""
    saying = Saying(
        statement=said.statement.id,
        article=said.article_id,
        publisher=said.publisher,
        date=moment or published,
        act=said.act.name,
        polarity=said.act.polarity,
        words=said.content,
        condition="",
        own=own[0],
        cue=said.cue,
        is_sided=own[1],
    )
    if not stance(saying):
        return saying
    if said.article_id not in texts:
        texts[said.article_id] = store.article(said.article_id).text
    text = texts[said.article_id]
    given = " ".join(span.of(text) for span in said.act.condition)
    end = said.statement.content[-1].end
    return replace(saying, condition=given or behind(said.content, text[end : end + _BEHIND]))
