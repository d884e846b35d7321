"""An order -> the groups of a room that come first in it, by their sizes: no value is read."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, select

from sayso.nodes import SizeRow
from sayso.store.dialect import among, plainly, reading
from sayso.store.linking.schema import ORDERS, ROOMS, link_groups, link_sizes

_SIZES = link_sizes.c
_AT_ONCE = 500
_ROW = tuple(_SIZES[name] for name in SizeRow._fields)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Groups in an order, by their sizes; `more` stand behind them."""

    rows: tuple[SizeRow, ...]
    more: int

    @property
    def ids(self) -> list[str]:
        """Return the ids of the groups."""
        return [row.id for row in self.rows]


def ranked(
    engine: Engine,
    which: tuple[str, str],
    numbers: Collection[int] | None = None,
    *,
    limit: int,
    skip: int = 0,
) -> Ranked:
    """Return `limit` groups behind the first `skip`: `which` are a room, and one of ORDERS.

    With `numbers` groups of these numbers alone.
    """
    with reading(engine) as connection:
        query = _query(connection, which, numbers)
        rows = [SizeRow(*row) for row in connection.execute(query.limit(limit).offset(skip))]
        more = 0
        if len(rows) == limit:
            every = query.with_only_columns(func.count()).order_by(None)
            more = max(0, (connection.scalar(every) or 0) - skip - limit)
    return Ranked(tuple(rows), more)


def every(
    engine: Engine, which: tuple[str, str], numbers: Collection[int] | None = None
) -> Iterator[SizeRow]:
    """Yield all groups in an order, some at a time: whoever asks may stop."""
    skip = 0
    while True:
        with reading(engine) as connection:
            query = _query(connection, which, numbers).limit(_AT_ONCE).offset(skip)
            rows = connection.execute(query).all()
        yield from (SizeRow(*row) for row in rows)
        if len(rows) < _AT_ONCE:
            return
        skip += _AT_ONCE


def heads(engine: Engine, ids: Collection[str]) -> dict[str, SizeRow]:
    """Return what heads some claims or entities, and how much each is, by their ids, in order."""
    # Ids have an index in the table of groups alone.
    query = select(*_ROW).join(link_groups, link_groups.c.number == _SIZES.number)
    with reading(engine) as connection:
        rows = connection.execute(query.where(among(connection, link_groups.c.id, list(ids))))
        known = {row.id: SizeRow(*row) for row in rows}
    return {each: known[each] for each in ids if each in known}


def _query(
    connection: Connection, which: tuple[str, str], numbers: Collection[int] | None
) -> Select[Any]:
    room, order = which
    by, some = ORDERS[order]
    place = ROOMS.index(room)
    query = select(*_ROW).order_by(*by, _SIZES.first, _SIZES.id)
    if some is not None:
        query = query.where(some)
    if numbers is not None:
        those = among(connection, _SIZES.number, sorted(numbers))
        return query.where(plainly(_SIZES.room) == place, those)
    # Those that are few are of one room alone, and their index does not hold it.
    return query if some is not None else query.where(_SIZES.room == place)
