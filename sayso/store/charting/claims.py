"""Statements as charts count them -> the claims that they belong to, and those that they answer."""

from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Engine, select

from sayso.linked import AGAINST
from sayso.store.charting.rows import Happening
from sayso.store.dialect import among, reading
from sayso.store.linking.schema import (
    ROOMS,
    link_groups,
    link_items,
    link_nodes,
    link_pairs,
)
from sayso.store.linking.values import SHOWN

_ROOM = ROOMS.index("claims")
_ANSWERS = (*AGAINST, "confirms")


def claims_of(
    engine: Engine, rows: Sequence[Happening], *, answered: bool = False
) -> dict[str, int]:
    """Return the ids of the claims that statements belong to, those of most of them first.

    With `answered` it is those that may be answered, by these statements or others, and those that
    these may answer.
    """
    its = {(row.article, row.place) for row in rows}
    query = select(link_items.c.article_number, link_items.c.ordinal, link_items.c.node).where(
        link_items.c.room == _ROOM
    )
    with reading(engine) as connection:
        mine = among(connection, link_items.c.article_number, sorted({row[0] for row in its}))
        made = connection.execute(query.where(mine)).all()
        nodes = Counter(node for article, place, node in made if (article, place) in its)
        if answered:
            nodes = Counter({node: nodes.get(node, 1) for node in _answered(connection, nodes)})
        group_of = _groups(connection, nodes)
    counts: Counter[str] = Counter()
    for node, number in nodes.items():
        if node in group_of:
            counts[group_of[node]] += number
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _answered(connection: Connection, nodes: Collection[int]) -> set[int]:
    """Return both ends of the pairs at some nodes of which one turns against or confirms."""
    made: set[int] = set()
    for end in (link_pairs.c.a, link_pairs.c.b):
        query = select(link_pairs.c.a, link_pairs.c.b).where(link_pairs.c.kind.in_(_ANSWERS))
        rows = connection.execute(query.where(among(connection, end, sorted(nodes))))
        made.update(node for row in rows for node in row)
    return made


def _groups(connection: Connection, nodes: Collection[int]) -> dict[int, str]:
    query = (
        select(link_nodes.c.number, link_groups.c.id)
        .join(link_groups, link_groups.c.number == link_nodes.c.group)
        .where(among(connection, link_nodes.c.number, sorted(nodes)))
        .where(SHOWN)
    )
    return {row.number: row.id for row in connection.execute(query)}
