"""Where -> the articles that mention it, each with which of its places are meant."""

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby, islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, select

from sayso.records import Span
from sayso.store.dialect import among, reading
from sayso.store.names import containing, key
from sayso.store.schema import PLACE, RESOLVED, articles, names, places, sightings
from sayso.store.tally import check

_AT_ONCE = 200  # articles
_LARGEST_ID = 2**63 - 1


def placed(engine: Engine, place: str) -> dict[str, list[int]]:
    """Return the numbers of the mentions of a place among an article's places, by article id.

    `place` is a GeoNames id in digits, the name of a resolved place, or a mention's own words; if
    nothing is named exactly so, names that have all its words are taken. By date, undated last.
    """
    wanted = place.strip()
    with reading(engine) as connection:
        rows = _rows(connection, wanted)
        check(connection, {row.number for row in rows}, (places,))
    meant: dict[str, list[int]] = {}
    for row in rows:
        meant.setdefault(row.id, []).append(row.ordinal)
    return meant


def mentions(
    engine: Engine, meant: Mapping[str, Collection[int]]
) -> Iterator[tuple[str, str, list[Span]]]:
    """Yield articles with their texts and where they mention places, by the numbers of these.

    Without the rest of their records: of many articles few tell more of a place than its name.
    """
    columns = (articles.c.id, articles.c.text, places.c.ordinal)
    query = (
        select(*columns, places.c.mention_start, places.c.mention_end)
        .join(places, places.c.article_number == articles.c.number)
        .order_by(articles.c.number, places.c.ordinal)
    )
    left = iter(meant)
    with reading(engine) as connection:
        while some := list(islice(left, _AT_ONCE)):
            rows = connection.execute(query.where(among(connection, articles.c.id, some)))
            for (id_, text), its in groupby(rows, lambda row: (row.id, row.text)):
                spans = [
                    Span(r.mention_start, r.mention_end) for r in its if r.ordinal in meant[id_]
                ]
                yield id_, text, spans


def _rows(connection: Connection, wanted: str) -> list[Row[Any]]:
    if wanted.isascii() and wanted.isdigit():
        number = min(int(wanted[:20]), _LARGEST_ID)
        query = select(places.c.article_number, places.c.ordinal)
        return _dated(connection, query.where(places.c.location_geonames == number))
    if not (name := key(wanted)):
        return []
    exactly = _dated(connection, _named(names.c.key == name))
    return exactly or _dated(connection, _named(names.c.key.in_(containing(PLACE, name))))


def _named(which: ColumnElement[bool]) -> Select[Any]:
    query = select(names.c.article_number, names.c.ordinal).distinct()
    return query.where(names.c.kind == PLACE, which)


def _dated(connection: Connection, chosen: Select[Any]) -> list[Row[Any]]:
    meant = chosen.subquery()
    query = (
        select(articles.c.id, articles.c.number, meant.c.ordinal)
        .join(meant, articles.c.number == meant.c.article_number)
        .outerjoin(sightings, RESOLVED)
        .order_by(sightings.c.published_start.nulls_last(), articles.c.id, meant.c.ordinal)
    )
    return list(connection.execute(query))
