"""Questions to the record -> articles, records and rows."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, distinct, func, or_, select

from sayso.errors import StoreError
from sayso.records import Article, ModelInfo, Moment, Record, Span, Spans, Statement
from sayso.store import conclusions
from sayso.store.conclusions import ACT_LACKING, PROVENANCE_LACKING
from sayso.store.dialect import reading
from sayso.store.rows import ArticleRow, Counts
from sayso.store.schema import CONTENT, CUE, SOURCE, articles, runs, spans, statements

# How many ids are asked for in one query; an old SQLite takes 999 values at most.
_AT_ONCE = 500
# As git does: a shorter one is more likely a number of the reader's own.
_ID_PREFIX = re.compile("(?:sha256:)?([0-9a-f]{4,64})")
_CANDIDATES_SHOWN = 5


def known(engine: Engine, ids: Iterable[str], model: ModelInfo) -> set[str]:
    """Return which of the article `ids` are stored with the statements of `model`."""
    found: set[str] = set()
    left = iter(ids)
    with reading(engine) as connection:
        while some := list(islice(left, _AT_ONCE)):
            query = select(runs.c.article_id).where(
                runs.c.article_id.in_(some),
                runs.c.model_name == model.name,
                runs.c.model_version == model.version,
                runs.c.rules == model.rules,
            )
            found.update(connection.scalars(query))
    return found


def article(engine: Engine, name: str) -> Article:
    """Return the one article that `name` names.

    `name` is an article's id, its given id, its source, its address, or the beginning of
    its id (four hexadecimal digits or more, with or without `sha256:`); the whole names go
    first.

    Raises StoreError if no article, or more than one, fits; the candidates are listed.
    """
    with reading(engine) as connection:
        fits = _fits(connection, name)
        if not fits:
            raise StoreError(f"no article in the record is named {_shown(name)}")
        if len(fits) > 1:
            raise StoreError(f"{_shown(name)} fits {_candidates(fits)}")
        row = connection.execute(select(articles).where(articles.c.id == fits[0].id)).one()
    return _article(row)


def _fits(connection: Connection, name: str) -> list[Row[Any]]:
    names = (articles.c.given_id, articles.c.source, articles.c.url)
    conditions = [articles.c.id == name]
    if name:  # an empty one means that the article has none
        conditions.append(or_(*(column == name for column in names)))
    if prefix := _ID_PREFIX.fullmatch(name.lower()):
        first = "sha256:" + prefix[1]
        conditions.append((articles.c.id >= first) & (articles.c.id < first + "g"))
    for condition in conditions:
        query = select(articles.c.id, articles.c.title, articles.c.published_start)
        if rows := connection.execute(_newest_first(query.where(condition))).all():
            return list(rows)
    return []


def _candidates(rows: list[Row[Any]]) -> str:
    lines = [
        f"{row.id[:19]} ({row.published_start or 'no date'}, {_shown(row.title or 'no title')})"
        for row in rows[:_CANDIDATES_SHOWN]
    ]
    more = len(rows) - len(lines)
    rest = f"; and {more} more" if more else ""
    return f"{len(rows)} articles: {'; '.join(lines)}{rest}"


def _shown(name: str) -> str:
    """Return `name` in quotes, on one line, and such that every terminal can show it."""
    return '"' + " ".join(name.encode("utf-8", "replace").decode().split()) + '"'


def record(engine: Engine, article_id: str) -> Record:
    """Return what the article with exactly this id puts on the record.

    Raises StoreError if the record does not hold it.
    """
    with reading(engine) as connection:
        row = connection.execute(
            select(articles, runs).join(runs).where(articles.c.id == article_id)
        ).one_or_none()
        if row is None:
            raise StoreError(f"no article in the record has the id {_shown(article_id)}")
        return _record(connection, row)


def _record(connection: Connection, row: Row[Any]) -> Record:
    mine, number = statements.c.article_id == row.id, row.number
    found = statements_of(connection, mine)
    acts = conclusions.acts_of(connection, mine)
    provenances = conclusions.provenances_of(connection, mine)
    return Record(
        article=_article(row),
        statements=found,
        acts=tuple(acts.get(s.id, ACT_LACKING) for s in found),
        provenance=tuple(provenances.get(s.id, PROVENANCE_LACKING) for s in found),
        actors=conclusions.actors_of(connection, number),
        places=conclusions.places_of(connection, number),
        times=conclusions.times_of(connection, number),
        model=ModelInfo(row.model_name, row.model_version, row.rules),
    )


def statements_of(connection: Connection, which: ColumnElement[bool]) -> tuple[Statement, ...]:
    """Return those `statements` for which a condition holds, in text order within an article."""
    places: dict[tuple[str, str], list[Span]] = {}
    ordered = select(spans).join(statements).where(which).order_by(spans.c.ordinal)
    for row in connection.execute(ordered):
        places.setdefault((row.statement_id, row.role), []).append(Span(row.start, row.end))

    def of(row: Row[Any], role: str) -> Spans:
        return tuple(places.get((row.id, role), ()))

    rows = connection.execute(select(statements).where(which).order_by(statements.c.ordinal))
    return tuple(
        Statement(
            id=row.id,
            kind=row.kind,
            score=row.score,
            source=of(row, SOURCE),
            cue=of(row, CUE),
            content=of(row, CONTENT),
            why=row.why,
        )
        for row in rows
    )


def _article(row: Row[Any]) -> Article:
    return Article(
        text=row.text,
        source=row.source,
        given_id=row.given_id,
        title=row.title,
        title_span=None if row.title_start is None else Span(row.title_start, row.title_end),
        published=published(row),
        publisher=row.publisher,
        byline=tuple(row.byline),
        dateline=row.dateline,
        url=row.url,
        lang=row.lang,
        skips=tuple(Span(start, end) for start, end in row.skips),
    )


def published(row: Row[Any]) -> Moment | None:
    """Return when the article of one row of `articles` was published."""
    if row.published_start is None:
        return None
    return Moment(row.published_start, row.published_end, row.published_grain)


def article_rows(
    engine: Engine,
    *,
    url: str | None = None,
    publisher: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[ArticleRow]:
    """Return the articles, newest published first, those without a date last.

    `url` gives all versions of one address, `publisher` all articles of one outlet.
    """
    query = _newest_first(list_query())
    if url is not None:
        query = query.where(articles.c.url == url)
    if publisher is not None:
        query = query.where(articles.c.publisher == publisher)
    with reading(engine) as connection:
        return [article_row(row) for row in connection.execute(query.limit(limit).offset(offset))]


def _newest_first(query: Select[Any]) -> Select[Any]:
    return query.order_by(articles.c.published_start.desc().nulls_last(), articles.c.number.desc())


def list_query() -> Select[Any]:
    """Return the query whose rows `article_row` takes."""
    counted = (
        select(func.count())
        .where(statements.c.article_id == articles.c.id)
        .correlate(articles)
        .scalar_subquery()
    )
    columns = (column for column in articles.columns if column is not articles.c.text)
    return select(*columns, counted.label("statements"))


def article_row(row: Row[Any]) -> ArticleRow:
    """Return one row of `list_query` as a value."""
    return ArticleRow(
        id=row.id,
        given_id=row.given_id,
        source=row.source,
        title=row.title,
        published=published(row),
        publisher=row.publisher,
        url=row.url,
        read_at=row.read_at,
        statements=row.statements,
    )


def counts(engine: Engine) -> Counts:
    """Return how much the record holds."""
    named = select(func.count(distinct(articles.c.publisher))).where(articles.c.publisher != "")
    with reading(engine) as connection:
        return Counts(
            articles=connection.scalar(select(func.count()).select_from(articles)) or 0,
            statements=connection.scalar(select(func.count()).select_from(statements)) or 0,
            publishers=connection.scalar(named) or 0,
        )
