"""What linking left open -> pairs and statements, with how sure it was and what hangs on it.

What people ruled on is left out. These lists are rough and short, the most promising first: whoever
asks people weighs again.
"""

from collections import defaultdict
from collections.abc import Collection
from itertools import combinations
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, Select, and_, case, exists, func, literal, select, text

from sayso.nodes import NodeRow, PairRow
from sayso.store.dialect import reading
from sayso.store.linking.rows import LinkRows, numbers_unpacked
from sayso.store.linking.schema import (
    ORDERS,
    ROOMS,
    link_items,
    link_nodes,
    link_pairs,
    link_rulings,
    link_sizes,
)
from sayso.store.queries import was_said
from sayso.store.schema import provenances, speakers, statements

_BUSY = 200  # groups that share a key; what more share tells nothing
# Groups of a room, those of most articles first, of which pairs are asked: what more is worth less
# than all of these, and comes when they are answered.
_LARGEST = 2000
_FIRST = 6  # groups of those that share one key, the largest first, that are set side by side


_PAIR = tuple(link_pairs.c[name] for name in PairRow._fields)
# The number stands in the words of the query: an index of some rows is used for no other.
_OF_ARTICLES = link_pairs.c.room == text(str(ROOMS.index("copies")))
_RULED_ON = exists().where(link_rulings.c.a == link_pairs.c.a, link_rulings.c.b == link_pairs.c.b)


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

    def pairs(self, kinds: Collection[str], *, most: int) -> list[OpenPair]:
        """Return pairs of statements of some kinds, first of large claims and a score near 0."""
        large = _largest("claims").cte("large")
        # Put together first: both ends of very many pairs are looked up in it.
        its = (
            select(link_nodes.c.number.label("node"), large.c.number, large.c.size)
            .join(large, large.c.number == link_nodes.c.group)
            .cte("its")
        )
        one, other = its.alias("one"), its.alias("other")
        smaller = case((one.c.size < other.c.size, one.c.size), else_=other.c.size)
        columns = (one.c.number, other.c.number, one.c.size, other.c.size)
        query = (
            select(*_PAIR, *columns)
            .join(one, one.c.node == link_pairs.c.a)
            .join(other, other.c.node == link_pairs.c.b)
            .where(link_pairs.c.kind.in_(list(kinds)), ~_RULED_ON)
            .order_by((smaller / (1 + link_pairs.c.score * link_pairs.c.score)).desc())
            .order_by(link_pairs.c.a, link_pairs.c.b)
            .limit(most)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return [OpenPair(PairRow(*row[:-4]), row[-4:-2], row[-2:]) for row in rows]

    def copies(self, kinds: Collection[str], *, most: int) -> list[PairRow]:
        """Return pairs of articles of some kinds, first those with a score near one half."""
        query = (
            select(*_PAIR)
            .where(_OF_ARTICLES, link_pairs.c.kind.in_(list(kinds)), ~_RULED_ON)
            .order_by(func.abs(link_pairs.c.score - 0.5), link_pairs.c.a, link_pairs.c.b)
            .limit(most)
        )
        with reading(self._engine) as connection:
            return [PairRow(*row) for row in connection.execute(query)]

    def groups(self, *, most: int) -> list[tuple[int, int, int]]:
        """Return pairs of entities' groups that share a key, and the size of the smaller one.

        Those come first of which the smaller is the largest, whatever their numbers.
        """
        with reading(self._engine) as connection:
            rows = LinkRows(connection)
            largest = {row.number: row for row in connection.execute(_largest("entities"))}
            group_of = rows.nodes_of(largest)
            query = select(link_nodes.c.number, link_nodes.c["keys"])
            holders: dict[int, set[int]] = defaultdict(set)
            for node, keys in rows.asked(query, link_nodes.c.number, group_of):
                for key in numbers_unpacked(keys):
                    holders[key].add(group_of[node])
        order = sorted(largest, key=lambda group: (-largest[group].size, largest[group].id))
        place = {group: number for number, group in enumerate(order)}
        two = {
            (one, other)
            for its in holders.values()
            if len(its) <= _BUSY
            for one, other in combinations(sorted(map(place.__getitem__, its))[:_FIRST], 2)
        }
        ranked = sorted(two, key=lambda each: (-largest[order[each[1]]].size, each))[:most]
        return [(order[a], order[b], largest[order[b]].size) for a, b in ranked]

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
            return _ruled(connection)

    def speakers(self, *, below: float, most: int) -> list[OpenStatement]:
        """Return statements that were said whose speaker is less sure than `below`.

        Those of large claims come first, of equal ones the least sure. Where nothing is linked a
        statement stands alone.
        """
        sizes = link_sizes
        item = and_(
            link_items.c.room == ROOMS.index("claims"),
            link_items.c.article_number == statements.c.article_number,
            link_items.c.ordinal == statements.c.ordinal,
        )
        size = func.coalesce(sizes.c.size, literal(1))
        # All is asked of the provenances: what is doubtful is looked for first, and it is few.
        doubtful = provenances.c.statement_id
        has_speaker = exists().where(speakers.c.statement_id == doubtful)
        query = (
            select(statements.c.id, provenances.c.score, size.label("size"))
            .select_from(provenances)
            .join(statements, statements.c.id == doubtful)
            .outerjoin(link_items, item)
            .outerjoin(link_nodes, link_nodes.c.number == link_items.c.node)
            .outerjoin(sizes, sizes.c.number == link_nodes.c.group)
            .where(provenances.c.score < below, has_speaker, was_said("yes", doubtful))
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


def _largest(room: str) -> Select[Any]:
    """Return the query for the largest groups of a room: number, id and how many items each has."""
    return (
        select(link_sizes.c.number, link_sizes.c.id, link_sizes.c.size)
        .where(link_sizes.c.room == ROOMS.index(room))
        .order_by(*ORDERS["articles"].by, link_sizes.c.first, link_sizes.c.id)
        .limit(_LARGEST)
    )


def _ruled(connection: Connection) -> set[tuple[int, int]]:
    rows = connection.execute(select(link_rulings.c.a, link_rulings.c.b))
    return {(row.a, row.b) for row in rows}
