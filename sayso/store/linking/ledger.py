"""What linking keeps <-> rows, within one transaction: items, nodes, keys, pairs, groups."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from sqlalchemy import (
    bindparam,
    delete,
    func,
    select,
    update,
)

from sayso.nodes import CROWD, TIME, GroupRow, NewItem, NodeRow, PairRow, RulingRow, Seen, SizeRow
from sayso.records import Article
from sayso.store import queries
from sayso.store.dialect import insert_numbers, insert_or_ignore
from sayso.store.linking.rows import LinkRows, numbers_packed, numbers_unpacked
from sayso.store.linking.schema import (
    ROOMS,
    link_groups,
    link_items,
    link_judged,
    link_keys,
    link_nodes,
    link_pairs,
    link_refs,
    link_rulings,
    link_sizes,
    link_touched,
    linked,
    vectors,
)
from sayso.store.linking.sizes import COUNTED, count
from sayso.store.linking.unlinking import forget
from sayso.store.schema import articles, statements


class Ledger(LinkRows):
    """What linking keeps, as one transaction sees and changes it."""

    def rules(self) -> set[str]:
        """Return the rules by which articles are linked: none, or one."""
        return set(self.connection.scalars(select(linked.c.rules).distinct()))

    def unlinked(
        self, most: int, *, of_statements: int, without: Collection[int] = ()
    ) -> list[int]:
        """Return the numbers of articles that are not linked, in the order of reading.

        They are at most so many, of so many statements together, but for the first. Those come
        first that were read after all that are linked: all others are looked for only where there
        are none, without reading a text.
        """
        last = self.connection.scalar(select(func.max(linked.c.article_number))) or 0
        numbers = select(articles.c.number).where(articles.c.number > last)
        newest = numbers.order_by(articles.c.number).limit(most + len(without))
        waiting = [each for each in self.connection.scalars(newest) if each not in without]
        if not waiting:
            query = select(articles.c.number).outerjoin(
                linked, linked.c.article_number == articles.c.number
            )
            rest = self.connection.scalars(query.where(linked.c.article_number.is_(None)))
            waiting = sorted(set(rest).difference(without))
        return self._few(waiting[:most], of_statements)

    def _few(self, numbers: Sequence[int], most: int) -> list[int]:
        """Return the first of some articles that have at most so many statements together."""
        of = statements.c.article_number
        query = select(of, func.count().label("many")).group_by(of)
        counts = {row[0]: row.many for row in self.asked(query, of, numbers)}
        sums = accumulate(counts.get(number, 0) for number in numbers)
        few = [number for number, held in zip(numbers, sums, strict=True) if held <= most]
        return few or list(numbers[:1])

    def seen(self, numbers: Sequence[int]) -> list[Seen]:
        """Return the records of some articles, as concluded, and where they were seen."""
        its = queries.records_of(self.connection, numbers)
        return [
            Seen(number, record, sightings, self._vectors(number))
            for number, record, sightings in its
        ]

    def _vectors(self, number: int) -> tuple[bytes, ...]:
        mine = select(vectors.c.size, vectors.c.data).where(vectors.c.article_number == number)
        row = self.connection.execute(mine).one_or_none()
        if row is None:
            return ()
        return tuple(row.data[n : n + row.size] for n in range(0, len(row.data), row.size))

    def article(self, article_id: str) -> Article:
        """Return an article by its id."""
        return queries.article_with(self.connection, article_id)

    def mark(self, seen: Iterable[Seen], rules: str) -> None:
        """Note that articles are linked; before their items are added."""
        rows = [
            {"article_number": each.number, "rules": rules, "published": each.appeared}
            for each in seen
        ]
        insert_or_ignore(self.connection, linked, rows)

    def add(self, room: str, items: Sequence[NewItem]) -> dict[int, NodeRow]:
        """Add items of one room, and return those of their nodes that were there, as they were."""
        place = ROOMS.index(room)
        rows = [
            {
                "article_number": each.article,
                "room": place,
                "ordinal": each.member.ordinal,
                "node": each.node,
                "cites": numbers_packed(each.member.cites),
                "own": each.member.own,
                "said": each.said,
            }
            for each in items
        ]
        insert_or_ignore(self.connection, link_items, rows)
        by_node: dict[int, list[NewItem]] = defaultdict(list)
        for each in items:
            by_node[each.node].append(each)
        known = self.nodes(by_node)
        new = {number: its for number, its in by_node.items() if number not in known}
        self._add_nodes(place, new)
        self._add_refs(items)
        self._extend({n: (row, by_node[n]) for n, row in known.items()})
        return known

    def _add_nodes(self, place: int, new: Mapping[int, Sequence[NewItem]]) -> None:
        nodes, keys = [], []
        for number, its in new.items():
            first = min(its, key=lambda each: each.member.order)
            nodes.append(
                {
                    "number": number,
                    "room": place,
                    "group": 0,
                    "size": len(its),
                    "first_article": first.article,
                    "first_ordinal": first.member.ordinal,
                    "last": max(each.member.published for each in its),
                    "keys": numbers_packed(sorted(first.keys)),
                    "refs": numbers_packed(first.refs),
                    "facts": first.facts,
                }
            )
            keys += [(place, key, number) for key in first.keys]
        insert_or_ignore(self.connection, link_nodes, nodes)
        insert_numbers(self.connection, link_keys, sorted(keys))

    def _add_refs(self, items: Iterable[NewItem]) -> None:
        both = {(ref, each.node) for each in items for ref in (*each.refs, *each.member.cites)}
        insert_numbers(self.connection, link_refs, [row for row in sorted(both) if row[0]])

    def _extend(self, known: Mapping[int, tuple[NodeRow, Sequence[NewItem]]]) -> None:
        """Let nodes stand for some items more."""
        rows = []
        for number, (row, its) in known.items():
            earliest = min(its, key=lambda each: each.member.order)
            earlier = earliest.member.order < row.first.order
            rows.append(
                {
                    "its": number,
                    "more": len(its),
                    "latest": max(row.last, *(each.member.published for each in its)),
                    "article": earliest.article if earlier else None,
                    "ordinal": earliest.member.ordinal,
                    "its_facts": earliest.facts,
                }
            )
        change = update(link_nodes).where(link_nodes.c.number == bindparam("its"))
        values: dict[str, Any] = {
            "size": link_nodes.c.size + bindparam("more"),
            "last": bindparam("latest"),
        }
        first: dict[str, Any] = {
            "first_article": bindparam("article"),
            "first_ordinal": bindparam("ordinal"),
            "facts": bindparam("its_facts"),
        }
        self.change_each(change.values(values), [row for row in rows if row["article"] is None])
        self.change_each(change.values(values | first), [row for row in rows if row["article"]])

    def sharing(self, room: str, keys: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield pairs of one of some keys and a node of a room that has it."""
        mine = select(link_keys.c.key, link_keys.c.node).where(
            link_keys.c.room == ROOMS.index(room)
        )
        for row in self.asked(mine, link_keys.c.key, keys):
            yield row.key, row.node

    def held(self, room: str, keys: Collection[int]) -> dict[int, int]:
        """Return how many nodes of a room have each of some keys; those that none has are left."""
        return self.crowds(ROOMS.index(room), keys, 0)

    def crowded(self, room: str, keys: Collection[int]) -> dict[int, int]:
        """Return which of some keys more than `CROWD` nodes of a room have, each with how many."""
        return self.crowds(ROOMS.index(room), keys, CROWD)

    def times(self, room: str) -> set[int]:
        """Return the times that the keys of a room hold; see `sayso.nodes.TIME`."""
        mine = select(link_keys.c.key).where(link_keys.c.room == ROOMS.index(room))
        times: set[int] = set()
        least = 0
        ordered = mine.order_by(link_keys.c.key).limit(1)
        while key := self.connection.scalar(ordered.where(link_keys.c.key >= least)):
            times.add(key >> TIME)
            least = (key >> TIME) + 1 << TIME
        return times

    def keys(self, nodes: Collection[int]) -> dict[int, tuple[int, ...]]:
        """Return the keys of some nodes."""
        query = select(link_nodes.c.number, link_nodes.c["keys"])
        rows = self.asked(query, link_nodes.c.number, nodes)
        return {row[0]: numbers_unpacked(row[1]) for row in rows}

    def items(self, article: int, room: str) -> dict[int, int]:
        """Return the nodes of an article's items in a room, by their ordinals."""
        query = select(link_items.c.ordinal, link_items.c.node).where(
            link_items.c.article_number == article, link_items.c.room == ROOMS.index(room)
        )
        return {row.ordinal: row.node for row in self.connection.execute(query)}

    def large(self, room: str, nodes: Collection[int], more: int) -> dict[int, int]:
        """Return the articles, by number, of those nodes whose first has more items in a room."""
        query = select(link_nodes.c.number, link_nodes.c.first_article)
        home = {row[0]: row[1] for row in self.asked(query, link_nodes.c.number, nodes)}
        of = link_items.c.article_number
        counts = (
            select(of)
            .where(link_items.c.room == ROOMS.index(room))
            .group_by(of)
            .having(func.count() > more)
        )
        large = {row[0] for row in self.asked(counts, of, set(home.values()))}
        return {node: article for node, article in home.items() if article in large}

    def joined(self, nodes: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs that join one of some nodes to any other."""
        for end in (link_pairs.c.a, link_pairs.c.b):
            query = select(link_pairs.c.a, link_pairs.c.b).where(link_pairs.c.joins)
            for row in self.asked(query, end, nodes):
                yield row.a, row.b

    def take_pairs(self, pairs: Collection[tuple[int, int]]) -> None:
        """Take out what was decided of some pairs."""
        both = (link_pairs.c.a == bindparam("one")) & (link_pairs.c.b == bindparam("other"))
        rows = [{"one": a, "other": b} for a, b in pairs]
        self.change_each(delete(link_pairs).where(both), rows)

    def add_pairs(self, room: str, pairs: Sequence[PairRow]) -> None:
        """Add what was decided of pairs of a room of which nothing is."""
        place = ROOMS.index(room)
        rows = [each._asdict() | {"room": place} for each in pairs]
        insert_or_ignore(self.connection, link_pairs, rows)

    def regroup(self, nodes: Mapping[int, int]) -> None:
        """Let nodes be of other groups."""
        rows = [{"its": number, "new": group} for number, group in nodes.items()]
        change = update(link_nodes).where(link_nodes.c.number == bindparam("its"))
        self.change_each(change.values({"group": bindparam("new")}), rows)

    def put_groups(self, room: str, groups: Sequence[GroupRow]) -> None:
        """Let groups take the place of those of the same numbers."""
        self.drop_groups([each.number for each in groups])
        place = ROOMS.index(room)
        rows = [each._asdict() | {"room": place} for each in groups]
        insert_or_ignore(self.connection, link_groups, rows)

    def put_sizes(self, room: str, sizes: Sequence[SizeRow]) -> None:
        """Add how much groups are that were put."""
        place = ROOMS.index(room)
        rows = [each._asdict() | {"room": place} for each in sizes]
        insert_or_ignore(self.connection, link_sizes, rows)

    def count(self, room: str, nodes: Collection[int], groups: Collection[int]) -> None:
        """Count the items of groups anew, and of those that nodes with new items are in."""
        if room in COUNTED:
            count(self, room, set(self.group_numbers(nodes).values()) | set(groups))

    def referring(self, nodes: Collection[int]) -> dict[str, set[int]]:
        """Return the nodes that refer to some nodes, by their rooms."""
        query = select(link_nodes.c.room, link_nodes.c.number).join(
            link_refs, link_refs.c.node == link_nodes.c.number
        )
        by_room: dict[str, set[int]] = defaultdict(set)
        for row in self.asked(query, link_refs.c.below, nodes):
            by_room[ROOMS[row.room]].add(row.number)
        return by_room

    def take_touched(self, room: str) -> set[int]:
        """Return the nodes of a room whose groups must be made again, and forget that they must."""
        mine = link_touched.c.room == ROOMS.index(room)
        touched = set(self.connection.scalars(select(link_touched.c.node).where(mine)))
        if touched:
            self.connection.execute(delete(link_touched).where(mine))
        return touched

    def is_touched(self) -> bool:
        """Tell whether groups must be made again."""
        return self.connection.scalar(select(link_touched.c.node).limit(1)) is not None

    def rule(self, room: str, rulings: Mapping[str, RulingRow]) -> None:
        """Add what people decided of nodes, by the ids of the judgements."""
        place = ROOMS.index(room)
        rows = [r._asdict() | {"room": place, "judgement": j} for j, r in rulings.items()]
        insert_or_ignore(self.connection, link_rulings, rows)

    def unrule(self, judgements: Collection[str]) -> set[int]:
        """Take out what judgements decided of nodes, and return these."""
        query = select(link_rulings.c.a, link_rulings.c.b)
        rows = list(self.asked(query, link_rulings.c.judgement, judgements))
        self.take_out(link_rulings, link_rulings.c.judgement, judgements)
        return {node for row in rows for node in row}

    def judged(self) -> set[str]:
        """Return the ids of the judgements that the links are by."""
        return set(self.connection.scalars(select(link_judged.c.judgement)))

    def set_judged(self, judgements: Collection[str]) -> None:
        """Let the links be by these judgements and no others."""
        self.connection.execute(delete(link_judged))
        rows = [{"judgement": each} for each in sorted(judgements)]
        insert_or_ignore(self.connection, link_judged, rows)

    def forget(self, numbers: Collection[int]) -> None:
        """Unlink articles, by their numbers: they are linked no more, as if they had never been."""
        forget(self.connection, numbers)
