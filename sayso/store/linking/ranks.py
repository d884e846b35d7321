"""An order -> the groups of a room that come first in it, by their sizes: no value is read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Engine, Select, func, select, text

from sayso.nodes import SizeRow
from sayso.store.dialect import among, plainly, reading
from sayso.store.linking.schema import ROOMS, link_sizes

_SIZES = link_sizes.c
_AT_ONCE = 500
_ROW = tuple(_SIZES[name] for name in SizeRow._fields)


class _Order(NamedTuple):
    """By which columns groups are ordered, and which of them alone are in it."""

    by: Sequence[ColumnElement[Any]]
    which: Sequence[ColumnElement[bool]] = ()


def _few(name: str, *by: str, least: int = 1) -> _Order:
    # The number stands in the words of the query: an index of some rows is used for no other.
    return _Order([_SIZES[each].desc() for each in by], [_SIZES[name] > text(str(least - 1))])


# By their names: those of most articles; claims that are opposed; those that were denied, the
# latest first; those from most origins; entities that say most. Each has an index.
ORDERS: Mapping[str, _Order] = {
    "articles": _Order([_SIZES[each].desc() for each in ("articles", "answers", "size")]),
    "opposed": _few("opposed", "articles", "opposed"),
    "against": _few("against", "last", "articles"),
    "origins": _few("origins", "origins", "articles", least=2),
    "said": _few("said", "said", "spoken"),
}


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


def _query(
    connection: Connection, which: tuple[str, str], numbers: Collection[int] | None
) -> Select[Any]:
    room, order = which
    by, some = ORDERS[order]
    place = ROOMS.index(room)
    query = select(*_ROW).where(*some)
    if numbers is not None:
        those = among(connection, _SIZES.number, sorted(numbers))
        query = query.where(plainly(_SIZES.room) == place, those)
    elif not some:  # those that are few are of one room alone
        query = query.where(_SIZES.room == place)
    return query.order_by(*by, _SIZES.first, _SIZES.id)
