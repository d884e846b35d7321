"""A SQLite record of version 3 -> version 4: sightings, links and addressees get their own tables.

All tables are made anew, from `version_4.sql`, and filled from the old ones, which step aside as
`old_articles` and so on until they are copied.
"""

from collections.abc import Iterator
from importlib import resources
from typing import Any

from sqlalchemy import Connection, Row, TableClause, column, insert, select, table

from sayso.records import Moment, Sighting
from sayso.store.verbatim import Verbatim, VerbatimJson

_SQL = resources.files("sayso.store.versions").joinpath("version_4.sql")
Values = dict[str, Any]
# In an order in which none is dropped before those that refer to it.
_OLD = (
    *("spans", "acts", "provenances", "speakers", "content_places", "names", "name_words"),
    *("actors", "places", "times", "statements", "runs", "articles"),
)
_AT_ONCE = 500  # rows
_NUMBERS = "ordinal article_number span_start span_end"
_BY_NUMBER = "JOIN articles ON articles.id = old.article_id"
# Tables whose columns are the same, or come from SQL alone: into, columns, from.
_COPIED = (
    ("runs", "number, model_name, model_version, rules", f"old_runs AS old {_BY_NUMBER}"),
    (
        "statements",
        "old.id, number, ordinal, kind, score, why",
        f"old_statements AS old {_BY_NUMBER}",
    ),
    ("acts", "statement_id, name, polarity, modality, condition, why", "old_acts"),
    ("speakers", "statement_id, ordinal, article_number, actor", "old_speakers"),
    (
        "places",
        "article_number, ordinal, start, \"end\", words, use, geonames, coalesce(name, ''),"
        " coalesce(country, ''), coalesce(admin1, ''), lat, lon, coalesce(feature, ''), score, why",
        "old_places",
    ),
    ("content_places", "statement_id, ordinal, article_number", "old_content_places"),
    (
        "times",
        'article_number, ordinal, start, "end", type, value, first, last, why',
        "old_times",
    ),
    ("names", 'kind, "key", article_number, ordinal', "old_names"),
    ("name_words", 'kind, word, "key"', "old_name_words"),
)


def to_version_4(connection: Connection) -> None:
    """Take the step, in the caller's transaction."""
    _step_aside(connection)
    for statement in _SQL.read_text("utf-8").split(";\n"):
        connection.exec_driver_sql(statement)
    _copy_articles(connection)
    for into, columns, source in _COPIED:
        connection.exec_driver_sql(f"INSERT INTO {into} SELECT {columns} FROM {source}")  # noqa: S608
    _copy_spans(connection)
    _copy_provenances(connection)
    _copy_actors(connection)
    for name in _OLD:
        connection.exec_driver_sql(f"DROP TABLE old_{name}")


def _step_aside(connection: Connection) -> None:
    """Rename the old tables, and drop their indexes, whose names are wanted."""
    query = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    for (index,) in connection.exec_driver_sql(query).all():
        connection.exec_driver_sql(f"DROP INDEX {index}")
    for name in _OLD:
        connection.exec_driver_sql(f"ALTER TABLE {name} RENAME TO old_{name}")


def _table(name: str, texts: str = "", packed: str = "", rest: str = "") -> TableClause:
    """Return a table by the names of its columns, as they are in this step and no other."""
    return table(
        name,
        *(column(each, Verbatim()) for each in texts.split()),
        *(column(each, VerbatimJson()) for each in packed.split()),
        *(column(each) for each in rest.split()),
    )


def _copy_articles(connection: Connection) -> None:
    seen = "source given_id url publisher published_start published_end published_grain read_at"
    old = _table(
        "old_articles",
        f"id title dateline lang text {seen}",
        "byline skips",
        "number title_start title_end",
    )
    articles = _table(
        "articles",
        "id sighting title dateline lang text",
        "skips",
        "number title_span_start title_span_end",
    )
    sightings = _table("sightings", f"id {seen}", "byline", "article_number")
    for some in connection.execute(select(old).order_by(old.c.number)).partitions(_AT_ONCE):
        ids = [_sighting(row).id for row in some]
        each = list(zip(some, ids, strict=True))
        _add(connection, articles, [_article(row, sighting) for row, sighting in each])
        seen_there = [
            {**row._mapping, "id": sighting, "article_number": row.number} for row, sighting in each
        ]
        _add(connection, sightings, seen_there)


def _article(row: Row[Any], sighting: str) -> Values:
    title = {"title_span_start": row.title_start, "title_span_end": row.title_end}
    return {**row._mapping, **title, "sighting": sighting}


def _sighting(row: Row[Any]) -> Sighting:
    dated = row.published_start is not None
    return Sighting(
        source=row.source,
        publisher=row.publisher,
        url=row.url,
        byline=tuple(row.byline),
        published=Moment(row.published_start, row.published_end, row.published_grain)
        if dated
        else None,
        given_id=row.given_id,
    )


def _copy_spans(connection: Connection) -> None:
    """Copy the spans, each with its words."""
    articles = _table("articles", "text", "", "number")
    statements = _table("statements", "id", "", "article_number")
    old = _table("old_spans", "statement_id role", "", "ordinal start end")
    new = _table("spans", "statement_id role words", "", "ordinal start end")
    for number, text in connection.execute(select(articles.c.number, articles.c.text)):
        its = select(old).where(
            old.c.statement_id == statements.c.id, statements.c.article_number == number
        )
        _add(
            connection,
            new,
            [
                {**row._mapping, "words": text[row.start : row.end]}
                for row in connection.execute(its)
            ],
        )


def _copy_provenances(connection: Connection) -> None:
    """Copy where statements come from, with links and addressees in tables of their own."""
    both = "statement_id reports why"
    old = _table(
        "old_provenances", f"{both} addressee", "links said_at", "score channel_start channel_end"
    )
    new = _table("provenances", both, "said_at", "score channel_start channel_end")
    links = _table("links", "statement_id actor kind", "", _NUMBERS)
    addressees = _table("addressees", "statement_id actor", "", "article_number")
    statements = _table("statements", "id", "", "article_number")
    query = select(old, statements.c.article_number).where(old.c.statement_id == statements.c.id)
    for some in connection.execute(query).partitions(_AT_ONCE):
        _add(connection, new, [{**row._mapping, "said_at": _said_at(row.said_at)} for row in some])
        _add(connection, links, [link for row in some for link in _links(row)])
        _add(
            connection,
            addressees,
            [_there(row) | {"actor": row.addressee} for row in some if row.addressee],
        )


def _there(row: Row[Any]) -> Values:
    return {"statement_id": row.statement_id, "article_number": row.article_number}


def _links(row: Row[Any]) -> Iterator[Values]:
    for ordinal, (actor, start, end, kind) in enumerate(row.links):
        its = {"ordinal": ordinal, "actor": actor, "kind": kind}
        yield _there(row) | its | {"span_start": start, "span_end": end}


def _said_at(packed: list[Any] | None) -> Any:
    if not packed:
        return None
    start, end, *rest = packed
    names = ("type", "value", "start", "end", "why")
    return {"mention": [start, end]} | dict(zip(names, rest, strict=True))


def _copy_actors(connection: Connection) -> None:
    texts, numbers = "id name type of why", "article_number ordinal"
    old = _table("old_actors", texts, "mentions roles unnamed", numbers)
    new = _table("actors", texts, "mentions roles unnamed", numbers)
    for some in connection.execute(select(old)).partitions(_AT_ONCE):
        _add(
            connection,
            new,
            [
                {**row._mapping, "roles": _roles(row.roles), "unnamed": _unnamed(row.unnamed)}
                for row in some
            ],
        )


def _roles(packed: list[Any]) -> list[Values]:
    return [{"text": text, "span": [start, end]} for text, start, end in packed]


def _unnamed(packed: list[Any] | None) -> Values | None:
    names = ("number", "kind", "affiliation", "place", "reason")
    return dict(zip(names, packed, strict=True)) if packed else None


def _add(connection: Connection, into: TableClause, rows: list[Values]) -> None:
    """Insert rows, of each the columns that the table has."""
    if rows:
        connection.execute(
            insert(into), [{c.name: row[c.name] for c in into.columns} for row in rows]
        )
