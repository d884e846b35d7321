"""A name, or the id of an entity -> the groups of entities that it stands for."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, select

from sayso.store.dialect import among, begins, plainly, reading
from sayso.store.linking.schema import ROOMS, link_groups, link_items, link_nodes, linked
from sayso.store.linking.values import SHOWN
from sayso.store.names import containing, key
from sayso.store.schema import ACTOR, actors, articles, names

_ENOUGH = 20  # entities that the beginning of an id may stand for
ROOM = ROOMS.index("entities")
ITS_ACTORS = (link_items.c.article_number == actors.c.article_number) & (
    link_items.c.ordinal == actors.c.ordinal
)

ITS_GROUP = link_nodes.c.group.label("its_group")  # of `with_group`


def with_group(query: Select[Any]) -> Select[Any]:
    """Return a query for actors that reaches the groups of their entities, if they have any."""
    return query.outerjoin(link_items, ITS_ACTORS & (link_items.c.room == ROOM)).outerjoin(
        link_nodes, link_nodes.c.number == link_items.c.node
    )


def people(engine: Engine, ids: Collection[str]) -> dict[tuple[str, str], str]:
    """Return the ids of the entities of all actors of some articles, by article and actor."""
    query = with_group(
        select(articles.c.id.label("article"), actors.c.id, ITS_GROUP)
        .select_from(actors)
        .join(articles, articles.c.number == actors.c.article_number)
    )
    with reading(engine) as connection:
        rows = connection.execute(query.where(among(connection, articles.c.id, list(ids)))).all()
        known = ids_of(connection, {row.its_group for row in rows if row.its_group})
    return {(r.article, r.id): known[r.its_group] for r in rows if r.its_group in known}


def groups_of(connection: Connection, who: str) -> frozenset[int]:
    """Return the groups of an entity, or of all whom an article calls by all words of a name."""
    if who.startswith("en_"):
        its = begins(link_groups.c.id, who)
        query = (
            select(link_groups.c.number)
            .where(its, plainly(link_groups.c.room) == ROOM)
            .order_by(link_groups.c.id)
            .limit(_ENOUGH)
        )
        return frozenset(connection.scalars(query))
    wanted = key(who)
    return frozenset(groups_called(connection, wanted) if wanted else ())


def groups_called(connection: Connection, wanted: str) -> set[int]:
    """Return the groups of which an actor is called by all words of a key."""
    its = (link_items.c.article_number == names.c.article_number) & (
        link_items.c.ordinal == names.c.ordinal
    )
    query = (
        select(link_nodes.c.group)
        .distinct()
        .select_from(names)
        .join(link_items, its & (link_items.c.room == ROOM))
        .join(link_nodes, link_nodes.c.number == link_items.c.node)
        .where(names.c.kind == ACTOR, names.c.key.in_(containing(ACTOR, wanted)))
    )
    return set(connection.scalars(query)) - {0}


def ids_of(connection: Connection, groups: Collection[int]) -> dict[int, str]:
    """Return the ids of some groups of entities, by their numbers."""
    query = select(link_groups.c.number, link_groups.c.id).where(
        among(connection, link_groups.c.number, sorted(groups)), SHOWN
    )
    return {row.number: row.id for row in connection.execute(query)}


def named_as(
    engine: Engine, entity: str, *, limit: int, skip: int
) -> tuple[list[tuple[str, str]], int]:
    """Return `limit` actors of an entity behind the first `skip`, and how many all are.

    They come in the order of appearing, each by the ids of its article and its own.
    """
    query = (
        select(articles.c.id, actors.c.id)
        .select_from(link_nodes)
        .join(link_items, (link_items.c.node == link_nodes.c.number) & (link_items.c.room == ROOM))
        .join(actors, ITS_ACTORS)
        .join(articles, articles.c.number == link_items.c.article_number)
        .join(linked, linked.c.article_number == link_items.c.article_number)
        .order_by(linked.c.published, articles.c.id, link_items.c.ordinal)
    )
    with reading(engine) as connection:
        mine = among(connection, link_nodes.c.group, sorted(groups_of(connection, entity)))
        rows = connection.execute(query.where(mine).limit(limit).offset(skip))
        pairs = [(row[0], row[1]) for row in rows]
        every = select(func.sum(link_nodes.c.size)).where(mine)
        return pairs, connection.scalar(every) or 0
