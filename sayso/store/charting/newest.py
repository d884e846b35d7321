"""A part of the record, the newest articles first -> rows of its statements, up to a limit.

Asked of the whole record at once, a database would look at all of it to tell what is newest. So
articles are taken by the index of their days, some hundred at a time.
"""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from sayso.store.charting.rows import Asked
from sayso.store.dialect import among
from sayso.store.schema import RESOLVED, articles, sightings, statements

_AT_ONCE = 300  # articles; twice as many each time that these had too few statements
_MOST_AT_ONCE = 1200
_FARTHEST = 6000  # articles that are looked at for statements of a kind


def newest(
    connection: Connection, query: Select[Any], asked: Asked, *, most: int, without: Collection[int]
) -> tuple[list[Row[Any]], bool]:
    """Return the first rows of a query over statements, and whether there may be older ones.

    Articles with the numbers `without` are passed over.
    """
    rows: list[Row[Any]] = []
    looked_at = 0
    for numbers in _numbers(connection, asked):
        theirs = [number for number in numbers if number not in without]
        mine = query.where(among(connection, statements.c.article_number, theirs))
        rows += connection.execute(mine).all()
        looked_at += len(numbers)
        if len(rows) > most or looked_at >= _FARTHEST:
            return rows[:most], True
    return rows, False


def _numbers(connection: Connection, asked: Asked) -> Iterator[list[int]]:
    """Yield the numbers of articles, some at a time, by day, those without one last."""
    query = (
        select(sightings.c.article_number)
        .join(articles, RESOLVED)
        .order_by(sightings.c.published_start.desc(), articles.c.id)
        .where(sightings.c.published_start.is_not(None))
    )
    undated = (
        select(sightings.c.article_number)
        .join(articles, RESOLVED)
        .order_by(articles.c.id)
        .where(sightings.c.published_start.is_(None))
    )
    if asked.since:  # what is dated by its year alone began before the day
        first = f"{int(asked.since[:4]) - 1:04}{asked.since[4:]}"
        begun = sightings.c.published_start >= first
        query = query.where(begun, sightings.c.published_end >= asked.since)
    if asked.until:
        query = query.where(sightings.c.published_start <= asked.until)
    for each in (query,) if asked.since or asked.until else (query, undated):
        at, more = 0, _AT_ONCE
        while some := list(connection.scalars(each.offset(at).limit(more))):
            yield some
            at += len(some)
            more = min(2 * more, _MOST_AT_ONCE)
