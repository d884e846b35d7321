"""Rows of what linking keeps -> values, as one transaction sees and changes them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from struct import pack, unpack
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ScalarSelect,
    Select,
    Table,
    bindparam,
    delete,
    func,
    literal,
    null,
    select,
    update,
)

from sayso.nodes import GroupRow, Member, NodeRow, PairRow, RulingRow, sample_bound
from sayso.store.dialect import among, insert_or_ignore
from sayso.store.linking.schema import (
    link_groups,
    link_items,
    link_keys,
    link_nodes,
    link_pairs,
    link_rulings,
    link_sizes,
    link_touched,
    linked,
)
from sayso.store.schema import actors, articles, statements

_AT_ONCE = 2000  # values that are asked for in one query
_NODE = (
    *(link_nodes.c.number, link_nodes.c.facts, linked.c.published, articles.c.id),
    *(link_nodes.c.first_ordinal, link_nodes.c.last, link_nodes.c.size, link_nodes.c.group),
    link_nodes.c.refs,
)
_NODES = link_nodes.join(linked, linked.c.article_number == link_nodes.c.first_article).join(
    articles, articles.c.number == link_nodes.c.first_article
)
_PAIR = tuple(link_pairs.c[name] for name in PairRow._fields)
_GROUP = tuple(link_groups.c[name] for name in GroupRow._fields)
_RULING = tuple(link_rulings.c[name] for name in RulingRow._fields)


def _named(table: Table) -> ScalarSelect[str]:
    """Return the id that an article has given to an item."""
    mine = (table.c.article_number == link_items.c.article_number) & (
        table.c.ordinal == link_items.c.ordinal
    )
    return select(table.c.id).where(mine).correlate(link_items).scalar_subquery()


_NAMES = {
    "entities": _named(actors),
    "quotations": _named(statements),
    "claims": _named(statements),
}


def _members(room: str) -> Select[Any]:
    names = _NAMES.get(room, literal(""))
    return (
        select(
            *(link_items.c.node, linked.c.published, articles.c.id, link_items.c.ordinal),
            *(func.coalesce(names, "").label("name"), link_items.c.own, link_items.c.cites),
        )
        .join(linked, linked.c.article_number == link_items.c.article_number)
        .join(articles, articles.c.number == link_items.c.article_number)
    )


class LinkRows:
    """The nodes, pairs and groups of a record, and what is noted of them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def nodes(self, numbers: Collection[int]) -> dict[int, NodeRow]:
        """Return those of some nodes that are there, by their numbers."""
        rows = self.asked(select(*_NODE).select_from(_NODES), link_nodes.c.number, numbers)
        return {row[0]: _node(row) for row in rows}

    def group_numbers(self, nodes: Collection[int]) -> dict[int, int]:
        """Return the numbers of the groups of some nodes."""
        query = select(link_nodes.c.number, link_nodes.c.group)
        return {row[0]: row[1] for row in self.asked(query, link_nodes.c.number, nodes)}

    def members(
        self, nodes: Collection[int], room: str = "", sample: int = 0
    ) -> dict[int, list[Member]]:
        """Return what each of some nodes stands for, in the order of appearing.

        With the name of their room comes the id of each. With a `sample`, of nodes that stand for
        more come the first member and some others alone: see `sample_bound`.
        """
        query = _members(room)
        large = self._large(nodes, sample) if sample else {}
        rows = list(self.asked(query, link_items.c.node, set(nodes) - large.keys()))
        for node, (bound, first) in large.items():
            some = (articles.c.id < bound) | (articles.c.number == first)
            rows += self.connection.execute(query.where(link_items.c.node == node, some))
        its: dict[int, list[Member]] = defaultdict(list)
        for row in rows:
            cites = numbers_unpacked(row.cites)
            member = Member(row.published, row.id, row.ordinal, row.name, row.own, cites)
            its[row.node].append(member)
        for members in its.values():
            members.sort(key=lambda each: each.order)
        return its

    def _large(self, nodes: Collection[int], sample: int) -> dict[int, tuple[str, int]]:
        """Return the nodes that are looked at by a sample: its bound, and the first article."""
        columns = (link_nodes.c.number, link_nodes.c.size, link_nodes.c.first_article)
        query = select(*columns).where(link_nodes.c.size > sample)
        rows = self.asked(query, link_nodes.c.number, nodes)
        return {number: (sample_bound(size, sample), first) for number, size, first in rows}

    def crowds(self, room: int, keys: Collection[int], more: int) -> dict[int, int]:
        """Return which of some keys more than so many nodes of a room have, each with how many."""
        query = (
            select(link_keys.c.key, func.count().label("nodes"))
            .where(link_keys.c.room == room)
            .group_by(link_keys.c.key)
            .having(func.count() > more)
        )
        return {row.key: row.nodes for row in self.asked(query, link_keys.c.key, keys)}

    def pairs_at(self, nodes: Collection[int]) -> list[PairRow]:
        """Return what was decided of some nodes and any others."""
        rows: dict[tuple[int, int], PairRow] = {}
        for end in (link_pairs.c.a, link_pairs.c.b):
            for row in self.asked(select(*_PAIR), end, nodes):
                rows[row.a, row.b] = PairRow(*row)
        return list(rows.values())

    def groups(self, numbers: Collection[int]) -> dict[int, GroupRow]:
        """Return groups by their numbers; one that must be made again has an empty value."""
        rows = self.asked(select(*_GROUP), link_groups.c.number, numbers)
        return {row.number: _group(row) for row in rows}

    def nodes_of(self, groups: Collection[int]) -> dict[int, int]:
        """Return the nodes of some groups, each with its group."""
        query = select(link_nodes.c.number, link_nodes.c.group)
        return {row[0]: row[1] for row in self.asked(query, link_nodes.c.group, groups)}

    def drop_groups(self, numbers: Collection[int]) -> None:
        """Take out groups."""
        self.take_out(link_groups, link_groups.c.number, numbers)
        self.take_out(link_sizes, link_sizes.c.number, numbers)

    def drop_pairs(self, nodes: Collection[int]) -> None:
        """Take out what was decided of some nodes."""
        for end in (link_pairs.c.a, link_pairs.c.b):
            self.take_out(link_pairs, end, nodes)

    def touch(self, nodes: Collection[int]) -> None:
        """Note that the groups of some nodes must be made again; their values go."""
        query = select(link_nodes.c.number, link_nodes.c.room, link_nodes.c.group)
        rows = list(self.asked(query, link_nodes.c.number, nodes))
        touched = [{"node": row.number, "room": row.room} for row in rows]
        insert_or_ignore(self.connection, link_touched, touched)
        gone = update(link_groups).where(link_groups.c.number == bindparam("its"))
        groups = {row.group for row in rows} - {0}
        self.change_each(gone.values(value=null()), [{"its": group} for group in groups])
        self.take_out(link_sizes, link_sizes.c.number, groups)

    def rulings_at(self, nodes: Collection[int]) -> list[RulingRow]:
        """Return what people decided of some nodes and any others, in the order of deciding."""
        rows = set()
        for end in (link_rulings.c.a, link_rulings.c.b):
            rows |= {RulingRow(*row) for row in self.asked(select(*_RULING), end, nodes)}
        return sorted(rows, key=lambda each: (each.at, each))

    def number(self, article_id: str) -> int | None:
        """Return the number of an article that is there, by its id."""
        return self.connection.scalar(select(articles.c.number).where(articles.c.id == article_id))

    def asked(self, query: Any, column: Column[Any], values: Collection[Any]) -> Iterator[Any]:
        """Yield the rows that a query gives where a column has one of many values."""
        left = iter(values)
        while some := list(islice(left, _AT_ONCE)):
            within = query.where(among(self.connection, column, some))
            yield from self.connection.execute(within).all()  # row by row takes twice as long

    def take_out(self, table: Table, column: Column[Any], values: Collection[Any]) -> None:
        """Take out the rows of a table where a column has one of many values."""
        left = iter(values)
        while some := list(islice(left, _AT_ONCE)):
            self.connection.execute(delete(table).where(among(self.connection, column, some)))

    def change_each(self, change: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        """Do the same to several rows; each has the values that the change asks for."""
        wanted = change.compile().params.keys()
        if rows:
            self.connection.execute(change, [{k: row[k] for k in wanted} for row in rows])


def numbers_packed(numbers: Collection[int]) -> bytes:
    """Return numbers of 64 bits as bytes."""
    return pack(f"<{len(numbers)}q", *numbers)


def numbers_unpacked(data: bytes) -> tuple[int, ...]:
    """Return the numbers in bytes."""
    return unpack(f"<{len(data) // 8}q", data)


def _node(row: Any) -> NodeRow:
    number, facts, published, article, ordinal, last, size, group, refs = row
    first = Member(published, article, ordinal)
    return NodeRow(number, facts, first, last, size, group, numbers_unpacked(refs))


def _group(row: Any) -> GroupRow:
    return GroupRow(*row)._replace(value=row.value or b"")
