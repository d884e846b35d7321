"""What was noticed of articles, and what is to be told of it -> rows, and back.

What an article brings is noticed in one transaction, with the alerts of it and their ways to
whoever is to have them: it is noticed once, whenever a process is killed.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, or_, select, update

from sayso.store.dialect import among, insert_or_ignore, reading, writing
from sayso.store.linking.schema import linked
from sayso.store.schema import articles
from sayso.store.watching.rows import Alert, Delivery
from sayso.store.watching.schema import (
    watch_alerts,
    watch_deliveries,
    watch_facts,
    watch_noticed,
)
from sayso.store.watching.touched import touched_by

_BEGUN = "begun"  # the fact of how many articles there were when watching began
_NOTICED = watch_noticed.c.article_number
_WAY = watch_deliveries.c


class Fact(NamedTuple):
    """Something that is known: of which kind, of what, and how much of it."""

    kind: str
    anchor: str
    number: int = 0


class Alerts:
    """What was noticed, and what is to be told."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def begin(self, *, everything: bool) -> bool:
        """Note that watching begins, if it does, and tell so: what is there by then is old.

        With `everything`, now or later, nothing is.
        """
        with writing(self._engine) as connection:
            begun = _begun(connection)
            if everything and begun is not None:
                connection.execute(delete(watch_facts).where(watch_facts.c.kind == _BEGUN))
                connection.execute(delete(watch_noticed).where(watch_noticed.c.quiet))
            last = connection.scalar(select(func.max(articles.c.number))) or 0
            row = Fact(_BEGUN, "", 0 if everything else last)._asdict()
            insert_or_ignore(connection, watch_facts, [row])
            return begun is None

    def quieten(self, ids: Collection[str]) -> None:
        """Note of new articles that they are old: they were there when their source was seen."""
        with writing(self._engine) as connection:
            mine = select(articles.c.number).where(among(connection, articles.c.id, sorted(ids)))
            rows = [{"article_number": n, "quiet": True} for n in connection.scalars(mine)]
            insert_or_ignore(connection, watch_noticed, rows)

    def unnoticed(self, most: int) -> dict[str, int]:
        """Return linked articles that are not noticed, their numbers by ids, as they were read."""
        query = (
            select(articles.c.id, articles.c.number)
            .join(linked, linked.c.article_number == articles.c.number)
            .outerjoin(watch_noticed, articles.c.number == _NOTICED)
            .where(_NOTICED.is_(None))
            .order_by(articles.c.number)
            .limit(most)
        )
        with reading(self._engine) as connection:
            rows = connection.execute(query.where(articles.c.number > (_begun(connection) or 0)))
            return {row.id: row.number for row in rows}

    def old(self, ids: Collection[str]) -> set[str]:
        """Return which of some articles were there when watching, or their source, began."""
        query = select(articles.c.id).outerjoin(watch_noticed, articles.c.number == _NOTICED)
        with reading(self._engine) as connection:
            before = articles.c.number <= (_begun(connection) or 0)
            its = query.where(or_(before, watch_noticed.c.quiet))
            return set(connection.scalars(its.where(among(connection, articles.c.id, sorted(ids)))))

    def known(self, kind: str, anchors: Collection[str]) -> dict[str, int]:
        """Return which facts of a kind are known, how much by what they are of."""
        query = select(watch_facts.c.anchor, watch_facts.c.number).where(watch_facts.c.kind == kind)
        with reading(self._engine) as connection:
            mine = among(connection, watch_facts.c.anchor, sorted(anchors))
            return {row.anchor: row.number for row in connection.execute(query.where(mine))}

    def touched(self, numbers: Collection[int]) -> set[str]:
        """Return the ids of the claims to which articles, by their numbers, bring something.

        Those are the claims of their statements, and those that these turn against.
        """
        with reading(self._engine) as connection:
            return touched_by(connection, numbers)

    def notice(
        self,
        numbers: Collection[int],
        facts: Iterable[Fact],
        alerts: Sequence[tuple[Alert, Collection[str]]],
        *,
        at: str,
    ) -> list[Alert]:
        """Note articles, by their numbers, what is known by now, and alerts with destinations.

        Return the alerts that are new: of two processes that notice the same one tells.
        """
        with writing(self._engine) as connection:
            rows = [{"article_number": number, "quiet": False} for number in numbers]
            insert_or_ignore(connection, watch_noticed, rows)
            _know(connection, facts)
            there = _there(connection, [each.key for each, _ in alerts])
            new = [each for each in alerts if each[0].key not in there]
            for ordinal, (each, destinations) in enumerate(new):
                row = {"key": each.key, "ordinal": ordinal, "at": at, "kind": each.kind}
                connection.execute(insert(watch_alerts).values(row | {"value": each.value}))
                ways = [
                    {"alert": each.key, "destination": name, "due": at} for name in destinations
                ]
                first = {"tries": 0, "delivered": "", "why": ""}
                insert_or_ignore(connection, watch_deliveries, [way | first for way in ways])
            return [each for each, _ in new]

    def due(self, destination: str, *, at: str, most: int) -> list[Delivery]:
        """Return what is to get to a destination by a time, in the order of noticing."""
        query = (
            select(watch_alerts, _WAY.tries)
            .join(watch_deliveries, _WAY.alert == watch_alerts.c.key)
            .where(_WAY.destination == destination, _WAY.due != "", _WAY.due <= at)
            .order_by(watch_alerts.c.at, watch_alerts.c.ordinal, watch_alerts.c.key)
            .limit(most)
        )
        with reading(self._engine) as connection:
            return [
                Delivery(Alert(row.key, row.kind, row.value), row.at, destination, row.tries)
                for row in connection.execute(query)
            ]

    def undelivered(self) -> dict[str, int]:
        """Return how many alerts wait for each destination."""
        query = select(_WAY.destination, func.count().label("many")).where(_WAY.due != "")
        with reading(self._engine) as connection:
            rows = connection.execute(query.group_by(_WAY.destination)).all()
            return {row.destination: row.many for row in rows}

    def tried(self, some: Collection[Delivery], *, due: str) -> list[Delivery]:
        """Note that deliveries are tried; those that get nowhere are tried again when due.

        Return those that are this one's to try: of two processes that saw the same due, one's.
        """
        with writing(self._engine) as connection:
            mine = [each for each in some if _tries(connection, each) == each.tries]
            _change(connection, mine, {"tries": _WAY.tries + 1, "due": due})
        return mine

    def failed(self, some: Collection[Delivery], *, due: str, why: str) -> None:
        """Note why deliveries that were tried failed, and when they are tried again, if at all."""
        with writing(self._engine) as connection:
            _change(connection, some, {"due": due, "why": why})

    def delivered(self, some: Collection[Delivery], *, at: str) -> None:
        """Note that deliveries got there."""
        with writing(self._engine) as connection:
            _change(connection, some, {"delivered": at, "due": "", "why": ""})


def _tries(connection: Connection, delivery: Delivery) -> int | None:
    its = (_WAY.alert == delivery.alert.key) & (_WAY.destination == delivery.destination)
    return connection.scalar(select(_WAY.tries).where(its))


def _change(
    connection: Connection, some: Collection[Delivery], values: Mapping[str, object]
) -> None:
    mine = (_WAY.alert == bindparam("its_alert")) & (
        _WAY.destination == bindparam("its_destination")
    )
    rows = [{"its_alert": each.alert.key, "its_destination": each.destination} for each in some]
    if rows:
        connection.execute(update(watch_deliveries).where(mine).values(values), rows)


def _begun(connection: Connection) -> int | None:
    return connection.scalar(select(watch_facts.c.number).where(watch_facts.c.kind == _BEGUN))


def _know(connection: Connection, facts: Iterable[Fact]) -> None:
    """Keep facts; of one that is known the larger number stays."""
    largest: dict[tuple[str, str], int] = {}
    for kind, anchor, number in facts:
        largest[kind, anchor] = max(number, largest.get((kind, anchor), 0))
    rows = [Fact(*its, number)._asdict() for its, number in largest.items()]
    insert_or_ignore(connection, watch_facts, rows)
    mine = (watch_facts.c.kind == bindparam("its_kind")) & (
        watch_facts.c.anchor == bindparam("its_anchor")
    )
    more = update(watch_facts).where(mine, watch_facts.c.number < bindparam("its_number"))
    if rows:
        connection.execute(
            more.values(number=bindparam("its_number")),
            [{f"its_{name}": value for name, value in row.items()} for row in rows],
        )


def _there(connection: Connection, keys: Collection[str]) -> set[str]:
    query = select(watch_alerts.c.key).where(among(connection, watch_alerts.c.key, sorted(keys)))
    return set(connection.scalars(query))
