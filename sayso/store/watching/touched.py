"""Articles -> the claims that they touch: of their statements, and those that these answer."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from sayso.linked import AGAINST
from sayso.store.dialect import among
from sayso.store.linking.schema import ROOMS, link_groups, link_items, link_nodes, link_pairs
from sayso.store.linking.values import SHOWN

_ROOM = ROOMS.index("claims")


def touched_by(connection: Connection, numbers: Collection[int]) -> set[str]:
    """Return the ids of the claims that articles touch, by the numbers of these."""
    its = among(connection, link_items.c.article_number, sorted(numbers))
    mine = select(link_items.c.node).where(link_items.c.room == _ROOM, its)
    nodes = set(connection.scalars(mine))
    for end in (link_pairs.c.a, link_pairs.c.b):
        pairs = select(link_pairs.c.a, link_pairs.c.b).where(link_pairs.c.kind.in_(AGAINST))
        rows = connection.execute(pairs.where(among(connection, end, sorted(nodes)))).all()
        nodes |= {node for row in rows for node in row}
    query = select(link_groups.c.id).join(link_nodes, link_nodes.c.group == link_groups.c.number)
    theirs = query.where(among(connection, link_nodes.c.number, sorted(nodes)), SHOWN)
    return set(connection.scalars(theirs))
