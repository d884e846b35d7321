"""An id, or how it begins, of a group or of a statement in it -> the groups it may stand for."""

from collections.abc import Collection

from sqlalchemy import Connection, Engine, select

from sayso.store.dialect import among, begins, plainly, reading
from sayso.store.linking.schema import ROOMS, link_groups, link_items, link_nodes
from sayso.store.linking.values import SHOWN
from sayso.store.schema import articles, statements

_ENOUGH = 20  # groups that a short beginning may stand for; whoever asks sees them


def named(engine: Engine, room: str, name: str) -> list[str]:
    """Return the ids of the groups of a room that have a name, or a statement of it, in order.

    A name is an id or how it begins; a whole id of a group comes alone.
    """
    if not (name := name.strip()):
        return []
    ids = select(link_groups.c.id).where(plainly(link_groups.c.room) == ROOMS.index(room), SHOWN)
    with reading(engine) as connection:
        if connection.scalar(ids.where(link_groups.c.id == name)):
            return [name]
        some = ids.where(begins(link_groups.c.id, name))
        theirs = list(connection.scalars(some.order_by(link_groups.c.id).limit(_ENOUGH)))
        return theirs or _with_statement(connection, room, name)


def of_article(engine: Engine, room: str, article_id: str) -> dict[int, str]:
    """Return the ids of the groups of a room that hold what an article has, by its ordinals.

    Ordinals count the statements of the article, or its actors, from 0.
    """
    query = (
        select(link_items.c.ordinal, link_groups.c.id)
        .join(articles, articles.c.number == link_items.c.article_number)
        .join(link_nodes, link_nodes.c.number == link_items.c.node)
        .join(link_groups, link_groups.c.number == link_nodes.c.group)
        .where(link_items.c.room == ROOMS.index(room), articles.c.id == article_id)
        .where(SHOWN)
        .order_by(link_items.c.ordinal)
    )
    with reading(engine) as connection:
        return {row.ordinal: row.id for row in connection.execute(query)}


def belonging(engine: Engine, room: str, ids: Collection[str]) -> dict[str, str]:
    """Return the ids of the groups of a room that hold some statements, by these."""
    query = (
        select(statements.c.id.label("statement"), link_groups.c.id)
        .join(
            link_items,
            (link_items.c.article_number == statements.c.article_number)
            & (link_items.c.ordinal == statements.c.ordinal)
            & (link_items.c.room == ROOMS.index(room)),
        )
        .join(link_nodes, link_nodes.c.number == link_items.c.node)
        .join(link_groups, link_groups.c.number == link_nodes.c.group)
    )
    with reading(engine) as connection:
        mine = query.where(among(connection, statements.c.id, list(ids)), SHOWN)
        return {row.statement: row.id for row in connection.execute(mine)}


def _with_statement(connection: Connection, room: str, name: str) -> list[str]:
    query = (
        select(link_groups.c.id)
        .distinct()
        .join(link_nodes, link_nodes.c.group == link_groups.c.number)
        .join(
            link_items,
            (link_items.c.node == link_nodes.c.number) & (link_items.c.room == ROOMS.index(room)),
        )
        .join(
            statements,
            (statements.c.article_number == link_items.c.article_number)
            & (statements.c.ordinal == link_items.c.ordinal),
        )
        .where(begins(statements.c.id, name), SHOWN)
        .order_by(link_groups.c.id)
        .limit(_ENOUGH)
    )
    return list(connection.scalars(query))
