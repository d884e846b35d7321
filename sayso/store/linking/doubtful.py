"""What linking left open -> pairs and statements, with how sure it was and what hangs on it.

What people ruled on is left out. These lists are rough and short, the most promising first: whoever
asks people weighs again.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from sqlalchemy import Engine, Subquery, and_, case, func, literal, select

from sayso.nodes import NodeRow, PairRow
from sayso.store.dialect import reading
from sayso.store.linking.rows import LinkRows
from sayso.store.linking.schema import (
    ROOMS,
    link_items,
    link_keys,
    link_nodes,
    link_pairs,
    link_rulings,
)
from sayso.store.queries import was_said
from sayso.store.schema import provenances, speakers, statements

_BUSY = 200  # groups that share a key; what more share tells nothing
_FIRST = 6  # groups of those that share one key, the largest first, that are set side by side


class OpenPair(NamedTuple):
    """A pair of nodes that was decided, each with its group and how many items that stands for."""

    pair: PairRow
    groups: tuple[int, int]
    sizes: tuple[int, int]


class OpenStatement(NamedTuple):
    """A statement of which it is doubtful who says it, and how many say the same."""

    id: str
    score: float
    size: int


class Doubts:
    """What linking of a record left open."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def pairs(
        self, room: str, kinds: Collection[str], *, centre: float, most: int
    ) -> list[OpenPair]:
        """Return pairs of some kinds, first those of large groups and a score near `centre`."""
        first, second = link_nodes.alias(), link_nodes.alias()
        one, other = _sizes(room, "one"), _sizes(room, "other")
        ruled = link_rulings.alias()
        away = link_pairs.c.score - centre
        smaller = case((one.c.size < other.c.size, one.c.size), else_=other.c.size)
        worth = smaller / (1.0 + away * away)
        query = (
            select(
                *(link_pairs.c[name] for name in PairRow._fields),
                *(first.c.group, second.c.group, one.c.size, other.c.size),
            )
            .join(first, first.c.number == link_pairs.c.a)
            .join(second, second.c.number == link_pairs.c.b)
            .join(one, one.c.group == first.c.group)
            .join(other, other.c.group == second.c.group)
            .outerjoin(ruled, and_(ruled.c.a == link_pairs.c.a, ruled.c.b == link_pairs.c.b))
            .where(first.c.room == ROOMS.index(room), ruled.c.judgement.is_(None))
            .where(link_pairs.c.kind.in_(list(kinds)))
            .order_by(worth.desc(), link_pairs.c.a, link_pairs.c.b)
            .limit(most)
        )
        size = len(PairRow._fields)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [
            OpenPair(
                PairRow(*row[:size]), (row[size], row[size + 1]), (row[size + 2], row[size + 3])
            )
            for row in rows
        ]

    def groups(self, *, most: int) -> list[tuple[int, int, int]]:
        """Return pairs of entities' groups that share a key, and the size of the smaller one.

        Those come first of which the smaller is the largest.
        """
        place = ROOMS.index("entities")
        query = (
            select(link_keys.c.key, link_nodes.c.group, func.sum(link_nodes.c.size).label("size"))
            .join(link_nodes, link_nodes.c.number == link_keys.c.node)
            .where(link_keys.c.room == place, link_nodes.c.group != 0)
            .group_by(link_keys.c.key, link_nodes.c.group)
            .order_by(link_keys.c.key)
        )
        best: dict[tuple[int, int], int] = {}
        with reading(self._engine) as connection:
            for its in _by_key((row[0], row[1], int(row[2])) for row in connection.execute(query)):
                largest = sorted(its, key=lambda each: (-each[1], each[0]))[:_FIRST]
                for (a, size), (b, other) in combinations(largest, 2) if len(its) <= _BUSY else ():
                    two = (min(a, b), max(a, b))
                    best[two] = max(best.get(two, 0), min(size, other))
        ordered = sorted(best, key=lambda two: (-best[two], two))
        return [(a, b, best[a, b]) for a, b in ordered[:most]]

    def nodes_of_groups(self, groups: Collection[int]) -> dict[int, list[NodeRow]]:
        """Return the nodes of some groups, the largest first, by the numbers of the groups."""
        with reading(self._engine) as connection:
            rows = LinkRows(connection)
            group_of = rows.nodes_of(groups)
            made: dict[int, list[NodeRow]] = {group: [] for group in groups}
            for number, row in rows.nodes(group_of).items():
                made[group_of[number]].append(row)
        for its in made.values():
            its.sort(key=lambda row: (-row.size, row.first.order))
        return made

    def nodes(self, numbers: Collection[int]) -> dict[int, NodeRow]:
        """Return some nodes by their numbers."""
        with reading(self._engine) as connection:
            return LinkRows(connection).nodes(numbers)

    def ruled(self) -> set[tuple[int, int]]:
        """Return the pairs of nodes that people ruled on."""
        with reading(self._engine) as connection:
            return {(row.a, row.b) for row in connection.execute(select(link_rulings))}

    def speakers(self, *, below: float, most: int) -> list[OpenStatement]:
        """Return statements that were said whose speaker is less sure than `below`.

        Those of large claims come first, of equal ones the least sure. Where nothing is linked a
        statement stands alone.
        """
        sizes = _sizes("claims", "sizes")
        item = and_(
            link_items.c.room == ROOMS.index("claims"),
            link_items.c.article_number == statements.c.article_number,
            link_items.c.ordinal == statements.c.ordinal,
        )
        size = func.coalesce(sizes.c.size, literal(1))
        query = (
            select(statements.c.id, provenances.c.score, size.label("size"))
            .join(provenances, provenances.c.statement_id == statements.c.id)
            .join(
                speakers, and_(speakers.c.statement_id == statements.c.id, speakers.c.ordinal == 0)
            )
            .outerjoin(link_items, item)
            .outerjoin(link_nodes, link_nodes.c.number == link_items.c.node)
            .outerjoin(sizes, sizes.c.group == link_nodes.c.group)
            .where(provenances.c.score < below, was_said("yes", statements.c.id))
            .order_by((size * (1.0 - func.abs(2.0 * provenances.c.score - 1.0))).desc())
            .order_by(statements.c.id)
            .limit(most)
        )
        with reading(self._engine) as connection:
            return [OpenStatement(r.id, r.score, int(r.size)) for r in connection.execute(query)]

    def statements(self, nodes: Collection[int]) -> dict[int, str]:
        """Return the ids of the first statements of some nodes of claims, by the nodes."""
        with reading(self._engine) as connection:
            members = LinkRows(connection).members(nodes, "claims")
        return {node: its[0].id for node, its in members.items() if its and its[0].id}


def _sizes(room: str, name: str) -> Subquery:
    """Return the groups of a room with the numbers of their items, as a table."""
    return (
        select(link_nodes.c.group, func.sum(link_nodes.c.size).label("size"))
        .where(link_nodes.c.room == ROOMS.index(room))
        .group_by(link_nodes.c.group)
        .subquery(name)
    )


def _by_key(rows: Iterable[tuple[int, int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the groups, with their sizes, of each key that several have."""
    its: list[tuple[int, int]] = []
    last: int | None = None
    for key, group, size in rows:
        if key != last and len(its) > 1:
            yield its
        its = its if key == last else []
        its.append((group, size))
        last = key
    if len(its) > 1:
        yield its
