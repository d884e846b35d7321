"""Articles -> what linking made of their actors and statements, and what bears on their claims."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from sayso.exported import Answering, Exported, Links, Party
from sayso.linked import Answer, Entity
from sayso.store.linking.rows import LinkRows
from sayso.store.linking.schema import ROOMS, link_groups, link_items, link_nodes
from sayso.store.linking.values import SHOWN, value_of
from sayso.store.linking.whom import ITS_ACTORS, ROOM
from sayso.store.schema import actors, articles, speakers

_ROOMS = {name: ROOMS.index(name) for name in ("entities", "quotations", "claims")}


@dataclass(frozen=True, slots=True)
class _Answered:
    """What is asked of the value of a claim."""

    answers: tuple[Answer, ...]


def links_of(connection: Connection, read: Mapping[int, Exported]) -> dict[int, Links]:
    """Return what linking made of some articles, by their numbers."""
    rows = _rows(connection, read)
    values = _values(connection, {row.group for row in rows if row.room != _ROOMS["quotations"]})
    entities = {
        row.group: value_of(values[row.group], Entity, row.id)
        for row in rows
        if row.room == _ROOMS["entities"]
    }
    claims = {row.group: row.id for row in rows if row.room == _ROOMS["claims"]}
    answers = _answers(connection, {i: values[g] for g, i in claims.items()})
    by_article: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        by_article[row.article_number].append(row)
    return {
        number: _links(its, read[number], entities, answers) for number, its in by_article.items()
    }


def _rows(connection: Connection, numbers: Iterable[int]) -> Sequence[Any]:
    """Return in which groups the things of some articles are."""
    query = (
        select(
            *(link_items.c.article_number, link_items.c.room, link_items.c.ordinal),
            *(link_groups.c.number.label("group"), link_groups.c.id),
        )
        .join(link_nodes, link_nodes.c.number == link_items.c.node)
        .join(link_groups, link_groups.c.number == link_nodes.c.group)
        .where(link_items.c.article_number.in_(list(numbers)))
        .where(link_items.c.room.in_(list(_ROOMS.values())))
        .where(SHOWN | link_groups.c.value.is_not(None))
    )
    return connection.execute(query).all()


def _values(connection: Connection, groups: Collection[int]) -> dict[int, bytes | None]:
    query = select(link_groups.c.number, link_groups.c.value)
    rows = LinkRows(connection).asked(query, link_groups.c.number, groups)
    return {row.number: row.value for row in rows}


def _answers(
    connection: Connection, claims: Mapping[str, bytes | None]
) -> dict[str, tuple[Answering, ...]]:
    """Return what plainly bears on claims, by their ids."""
    its = {name: value_of(value, _Answered, name).answers for name, value in claims.items()}
    plain = {name: [a for a in every if a.is_plain] for name, every in its.items()}
    speaking = _speakers(connection, {a.statement for every in plain.values() for a in every})
    return {
        name: tuple(
            Answering(a.statement, a.kind, a.score, a.judged, tuple(speaking.get(a.statement, ())))
            for a in every
        )
        for name, every in plain.items()
    }


def _speakers(connection: Connection, ids: Collection[str]) -> dict[str, list[Party]]:
    """Return who says some statements, by their ids: entities, else actors of their articles."""
    query = (
        select(
            *(speakers.c.statement_id, articles.c.id.label("article"), speakers.c.actor),
            *(actors.c.name, actors.c.type, link_groups.c.id, link_groups.c.value),
        )
        .select_from(speakers)
        .join(articles, articles.c.number == speakers.c.article_number)
        .join(
            actors,
            (actors.c.article_number == speakers.c.article_number)
            & (actors.c.id == speakers.c.actor),
        )
        .outerjoin(link_items, ITS_ACTORS & (link_items.c.room == ROOM))
        .outerjoin(link_nodes, link_nodes.c.number == link_items.c.node)
        .outerjoin(link_groups, link_groups.c.number == link_nodes.c.group)
        .order_by(speakers.c.statement_id, speakers.c.ordinal)
    )
    made: dict[str, list[Party]] = defaultdict(list)
    for row in LinkRows(connection).asked(query, speakers.c.statement_id, ids):
        if row.value:
            entity = value_of(row.value, Entity, row.id)
            party = Party(row.id, entity.name, entity.type)
        else:
            party = Party(f"{row.article}/{row.actor}", row.name, row.type)
        if party not in made[row.statement_id]:
            made[row.statement_id].append(party)
    return made


def _links(
    rows: Iterable[Any],
    exported: Exported,
    entities: Mapping[int, Entity],
    answers: Mapping[str, tuple[Answering, ...]],
) -> Links:
    """Return what linking made of one article.

    Its statements count as rules concluded them; whoever people added comes behind its actors.
    """
    stated, its_actors = exported.concluded.statements, exported.record.actors
    by_room: dict[int, dict[int, Any]] = defaultdict(dict)
    for row in rows:
        by_room[row.room][row.ordinal] = row
    people, said = by_room[_ROOMS["entities"]], by_room[_ROOMS["claims"]]
    its_claims = {s.id: said[n].id for n, s in enumerate(stated) if n in said}
    quoted = by_room[_ROOMS["quotations"]]
    return Links(
        entities={
            actor.id: _named(entities[people[n].group], people[n].id)
            for n, actor in enumerate(its_actors)
            if n in people and people[n].group in entities
        },
        claims=its_claims,
        quotations={s.id: quoted[n].id for n, s in enumerate(stated) if n in quoted},
        answers={each: answers[each] for each in set(its_claims.values()) if each in answers},
    )


def _named(entity: Entity, name: str) -> Entity:
    """Return an entity with the id of its group."""
    return entity if entity.id == name else replace(entity, id=name)
