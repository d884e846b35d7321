"""A record of version 5 -> version 6: a sighting is what was seen, and not what is concluded of it.

Until then the byline was a part of its id, and so were address, publisher and date, whether the
input gave them or not. Rules read bylines, and of pages and texts all of these, so that other
rules made a second sighting of what was seen once. Such doubles become one again: the one that was
read first, with what is known from the one that the article was resolved with, else the newest.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, bindparam, column, delete, select, table, update

from sayso.store.verbatim import Verbatim, VerbatimJson

# The tables as they are in this step, whatever becomes of them later.
_articles = table("articles", column("number"), column("sighting", Verbatim()))
_TEXTS = "id source given_id url publisher published_start published_end published_grain"
_sightings = table(
    "sightings",
    column("number"),
    column("article_number"),
    *(column(name, Verbatim()) for name in _TEXTS.split()),
    column("byline", VerbatimJson()),
    column("concluded", VerbatimJson()),
)
_SAME = ("number", "article_number", "source", "given_id")  # in all sightings that are one
_CHANGED = [each for each in _sightings.columns if each.name not in _SAME]
# A page or a text by its address or suffix, such as "https://nwa.example/1" or "talks.HTML". From
# any other source, such as "talks.jsonl:3", what a sighting has is taken to be given.
_PAGE = re.compile(r"https?://|.*\.(?:te?xt|[xs]?html?)\Z", re.IGNORECASE | re.DOTALL)
_CONCLUDED = ["url", "publisher", "published"]
_AT_ONCE = 500  # articles

Values = dict[str, Any]


def to_version_6(connection: Connection) -> None:
    """Take the step, in the caller's transaction."""
    text = 'VARCHAR COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    connection.exec_driver_sql(
        f"ALTER TABLE sightings ADD COLUMN concluded {text} DEFAULT '[]' NOT NULL"
    )
    last = 0
    while numbers := _next(connection, last):
        last = numbers[-1]
        _merge(connection, numbers)


def _next(connection: Connection, last: int) -> Sequence[int]:
    query = select(_articles.c.number).where(_articles.c.number > last)
    return connection.scalars(query.order_by(_articles.c.number).limit(_AT_ONCE)).all()


def _merge(connection: Connection, numbers: Sequence[int]) -> None:
    """Give the sightings of these articles their new ids, and merge those that are one now."""
    query = (
        select(_sightings, _articles.c.sighting.label("resolved"))
        .where(_sightings.c.article_number == _articles.c.number)
        .where(_articles.c.number.between(numbers[0], numbers[-1]))
        .order_by(_sightings.c.article_number, _sightings.c.number)
    )
    rows = connection.execute(query).all()
    groups = [
        group
        for _, its in groupby(rows, attrgetter("article_number"))
        for group in _alike(list(its))
    ]
    doubles = [{"row": row.number} for group in groups for row in group[1:]]
    _each(connection, delete(_sightings), doubles, _sightings.c.number)
    merged = [_merged(group) for group in groups]
    new = update(_sightings).values({c: bindparam(f"new_{c.name}") for c in _CHANGED})
    _each(connection, new, merged, _sightings.c.number)
    resolved = [
        {"row": row.article_number, "new": _id(row)}
        for group in groups
        for row in group
        if row.id == row.resolved
    ]
    article = update(_articles).values(sighting=bindparam("new"))
    _each(connection, article, resolved, _articles.c.number)


def _alike(rows: Sequence[Row[Any]]) -> Iterator[list[Row[Any]]]:
    """Yield those sightings of an article together that are one, in the order of reading."""
    groups: dict[str, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(_id(row), []).append(row)
    yield from groups.values()


def _merged(group: Sequence[Row[Any]]) -> Values:
    best = max(group, key=lambda row: (row.id == row.resolved, row.number))
    values = {**best._mapping, "id": _id(best), "concluded": _concluded(best)}
    return {"row": group[0].number} | {f"new_{c.name}": values[c.name] for c in _CHANGED}


def _concluded(row: Row[Any]) -> list[str]:
    return _CONCLUDED if _PAGE.match(row.source) else []


def _id(row: Row[Any]) -> str:
    dated = row.published_start is not None
    published = {
        "start": row.published_start,
        "end": row.published_end,
        "grain": row.published_grain,
    }
    given = [row.url, row.publisher, published if dated else None]
    seen = [row.source, row.given_id, *([None] * 3 if _concluded(row) else given)]
    words = json.dumps(seen, ensure_ascii=True, separators=(",", ":"))
    return "si_" + hashlib.sha256(words.encode()).hexdigest()[:16]


def _each(connection: Connection, change: Any, rows: list[Values], number: Any) -> None:
    """Do the same to several rows, each by its number."""
    if rows:
        connection.execute(change.where(number == bindparam("row")), rows)
