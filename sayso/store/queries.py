"""Questions to the record -> articles, records and rows."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    distinct,
    func,
    or_,
    select,
    true,
)

from sayso.errors import DamageError, MissingError, StoreError
from sayso.packing import all_of
from sayso.records import (
    ANY_SAID,
    Annotation,
    Article,
    ModelInfo,
    Record,
    Sighting,
    Span,
    Statement,
)
from sayso.store import conclusions
from sayso.store.annotations import FINDER, unpacked
from sayso.store.columns import Columns
from sayso.store.conclusions import RUN
from sayso.store.dialect import among, reading
from sayso.store.rows import ArticleRow, Counts, Kept
from sayso.store.schema import (
    RESOLVED,
    UNSAID,
    acts,
    annotations,
    articles,
    runs,
    sightings,
    statements,
)
from sayso.store.sightings import ARTICLE, sightings_of
from sayso.store.tally import check, check_articles, damage_of

# How many ids are asked for in one query; an old SQLite takes 999 values at most.
_AT_ONCE = 500
_TOGETHER = 100  # records that are put together at once
# As git does: a shorter one is more likely a number of the reader's own.
_ID_PREFIX = re.compile("(?:sha256:)?([0-9a-f]{4,64})")
_CANDIDATES_SHOWN = 5

# Both tables name a number and an id: those of the article are meant.
_ROW = Columns(ArticleRow, sightings, articles)
# Outer joins: an article of which something else is lost is damage to tell of, not no article.
_READ = articles.outerjoin(sightings, RESOLVED)
_ARTICLE = (articles.c.id, *ARTICLE.columns)
_ANY = sightings.alias("any_sighting")


def known(engine: Engine, ids: Iterable[str], model: ModelInfo) -> set[str]:
    """Return which of the article `ids` are stored with the conclusions of `model`, rules too."""
    stored: set[str] = set()
    left = iter(ids)
    with reading(engine) as connection:
        while some := list(islice(left, _AT_ONCE)):
            query = (
                select(articles.c.id, *RUN.columns).outerjoin(runs).where(articles.c.id.in_(some))
            )
            rows = connection.execute(query)
            stored.update(row.id for row in rows if run_of(row) == model)
    return stored


def run_of(row: Row[Any]) -> ModelInfo:
    """Return by which model and rules the article of a row was read."""
    with damage_of(row.id):
        return RUN.value(row)


def annotated(engine: Engine) -> list[str]:
    """Return the ids of all articles whose annotation is kept, in the order of reading."""
    query = select(articles.c.id).join(annotations).order_by(articles.c.number)
    with reading(engine) as connection:
        return list(connection.scalars(query))


def kept(engine: Engine, ids: Iterable[str]) -> list[Kept]:
    """Return those of some articles, by their ids, whose annotation is kept, with that."""
    columns = (*_ARTICLE, *FINDER.columns, annotations.c.data)
    query = select(*columns).select_from(_READ.join(annotations)).order_by(articles.c.number)
    with reading(engine) as connection:
        rows = connection.execute(query.where(articles.c.id.in_(ids)))
        return [Kept(_article(row), unpacked(row.data), FINDER.value(row)) for row in rows]


def annotation(engine: Engine, article_id: str) -> Annotation:
    """Return what a model found in the article with exactly this id.

    Raises StoreError if the record does not hold it.
    """
    query = select(annotations.c.data).join(articles).where(articles.c.id == article_id)
    with reading(engine) as connection:
        data = connection.scalar(query)
        if data is None:
            raise MissingError(
                f"no annotation in the record is of the article {_shown(article_id)}"
            )
        return unpacked(data)


def unannotated(engine: Engine) -> int:
    """Return how many articles are kept without an annotation."""
    every = select(func.count()).select_from(articles.outerjoin(annotations))
    with reading(engine) as connection:
        return connection.scalar(every.where(annotations.c.article_number.is_(None))) or 0


def article(engine: Engine, name: str) -> Article:
    """Return the one article that `name` names; see `find`. Raises StoreError if there is none."""
    fitting = find(engine, name)
    if fitting is None:
        raise MissingError(f"no article in the record is named {_shown(name)}")
    return fitting


def find(engine: Engine, name: str) -> Article | None:
    """Return the one article that `name` names, None if there is none.

    `name` is an article's id, its given id, source or address at any sighting, or the beginning
    of its id (four hexadecimal digits or more, with or without `sha256:`); the whole names go
    first.

    Raises StoreError if more than one article fits; the candidates are listed.
    """
    with reading(engine) as connection:
        query = select(*_ARTICLE).select_from(_READ).where(articles.c.id == name)
        if row := connection.execute(query).first():  # by far most are asked for so
            return _article(row)
        fits = _fits(connection, name)
        if not fits:
            _check_missing(connection, name)
            return None
        if len(fits) > 1:
            raise StoreError(f"{_shown(name)} fits {_candidates(fits)}")
        query = select(*_ARTICLE).select_from(_READ).where(articles.c.id == fits[0].id)
        return _article(connection.execute(query).one())


def _check_missing(connection: Connection, name: str) -> None:
    """Raise DamageError if the article that `name` names may be one that the record has lost."""
    lost = select(_ANY.c.article_number).outerjoin(articles).where(articles.c.number.is_(None))
    if not _ID_PREFIX.fullmatch(name.lower()):  # ids are lost with the articles
        lost = lost.where(_is_called(name))
    number = connection.scalar(lost.limit(1))
    if number is not None:
        raise DamageError(f"the article number {number} is missing, of which sightings tells")
    unseen = select(articles.c.id).select_from(_READ).where(sightings.c.number.is_(None))
    if article_id := connection.scalar(unseen.limit(1)):
        raise DamageError(f"the article {article_id}: where it was seen (sightings) is missing")


def _article(row: Row[Any]) -> Article:
    """Return the article of a row of `_ARTICLE`."""
    with damage_of(row.id):
        read = ARTICLE.value(row)
        if read.id != row.id:
            raise DamageError("its text is not the one that was read")
        check_spans(read, read.text)
        return read


def check_spans(value: Any, text: str) -> None:
    """Raise DamageError if a span in a value is of more than its article's text."""
    if any(span.end > len(text) for span in all_of(Span, value)):
        raise DamageError("a span ends behind the end of its article's text")


def _fits(connection: Connection, name: str) -> list[Row[Any]]:
    conditions = []
    if name:  # an empty one means that the article has none
        conditions.append(_seen(_is_called(name)))
    if prefix := _ID_PREFIX.fullmatch(name.lower()):
        first = "sha256:" + prefix[1]
        conditions.append((articles.c.id >= first) & (articles.c.id < first + "g"))
    columns = (articles.c.id, articles.c.title, sightings.c.published_start)
    for condition in conditions:
        query = select(*columns).select_from(_READ).where(condition)
        if rows := connection.execute(newest_first(query)).all():
            return list(rows)
    return []


def _is_called(name: str) -> ColumnElement[bool]:
    """Return the condition on `_ANY` that an article was seen with a name."""
    return or_(*(column == name for column in (_ANY.c.given_id, _ANY.c.source, _ANY.c.url)))


def _seen(*which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition on `articles` that conditions on `_ANY` hold of one sighting."""
    return articles.c.number.in_(select(_ANY.c.article_number).where(*which))


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


def sightings_at(engine: Engine, article_id: str) -> tuple[Sighting, ...]:
    """Return where the article with exactly this id was seen, the first reading first."""
    with reading(engine) as connection:
        number = connection.scalar(select(articles.c.number).where(articles.c.id == article_id))
        if number is None:
            return ()
        check(connection, [number], (sightings,))
        return sightings_of(connection, [number]).get(number, ())


def record(engine: Engine, article_id: str) -> Record:
    """Return what the article with exactly this id puts on the record.

    Raises StoreError if the record does not hold it.
    """
    columns = (articles.c.number, *_ARTICLE, *RUN.columns)
    query = select(*columns).select_from(_READ.outerjoin(runs)).where(articles.c.id == article_id)
    with reading(engine) as connection:
        row = connection.execute(query).one_or_none()
        if row is None:
            raise MissingError(f"no article in the record has the id {_shown(article_id)}")
        return _record(connection, row)


def records_of(
    connection: Connection, numbers: Iterable[int]
) -> Iterator[tuple[int, Record, tuple[Sighting, ...]]]:
    """Yield the records of the articles with these numbers, each with where it was seen."""
    columns = (articles.c.number, *_ARTICLE, *RUN.columns)
    query = select(*columns).select_from(_READ.outerjoin(runs)).order_by(articles.c.number)
    left = iter(numbers)
    while some := list(islice(left, _TOGETHER)):
        seen = sightings_of(connection, some)
        rows = connection.execute(query.where(articles.c.number.in_(some))).all()
        for row, its in zip(rows, _records(connection, rows), strict=True):
            yield row.number, its, seen.get(row.number, ())


def statement(engine: Engine, statement_id: str) -> tuple[str, Statement]:
    """Return the statement with exactly this id, and the id of its article.

    Raises StoreError if the record does not hold it.
    """
    mine = statements.c.id == statement_id
    query = select(articles.c.id).join(statements).where(mine)
    with reading(engine) as connection:
        article_id = connection.scalar(query)
        if article_id is None:
            raise MissingError(f"no statement in the record has the id {_shown(statement_id)}")
        [(there, _)] = conclusions.worded(connection, mine)
        return article_id, there


def article_with(connection: Connection, article_id: str) -> Article:
    """Return the article with exactly this id. Raises DamageError if it is not there."""
    query = select(*_ARTICLE).select_from(_READ).where(articles.c.id == article_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise DamageError(f"the article {article_id} is linked and not there")
    return _article(row)


def _records(connection: Connection, rows: Sequence[Row[Any]]) -> list[Record]:
    """Return the records of some articles; damage names the one that has it."""
    if len(rows) == 1:
        return [_record(connection, rows[0])]
    try:
        return _read_together(connection, rows)
    except DamageError:
        return [_record(connection, row) for row in rows]


def _record(connection: Connection, row: Row[Any]) -> Record:
    with damage_of(row.id):
        return _read_together(connection, [row])[0]


def _read_together(connection: Connection, rows: Sequence[Row[Any]]) -> list[Record]:
    read = [_article(row) for row in rows]
    check(connection, [row.number for row in rows], (*conclusions.CONCLUDED, sightings))
    parts = conclusions.parts_of(connection, [row.number for row in rows])
    made = [
        parts.record(row.number, its, RUN.value(row)) for row, its in zip(rows, read, strict=True)
    ]
    for each in made:
        check_spans(each, each.article.text)
        if missing := conclusions.missing_actors(each):
            raise DamageError(f"it has no actor {_shown(missing[0])}")
    return made


def article_rows(
    engine: Engine,
    seen: Mapping[str, str | None],
    *,
    said: str,
    limit: int | None,
    offset: int,
) -> list[ArticleRow]:
    """Return the articles, newest published first, those without a date last.

    Of what an article was `seen` with, `url` gives all versions of one address, `publisher` all
    articles of one outlet. Statements are counted as `was_said` has it.
    """
    wanted = [_ANY.c[column] == value for column, value in seen.items() if value is not None]
    with reading(engine) as connection:
        if limit is None or wanted:
            query = newest_first(list_query(said).limit(limit).offset(offset))
            return rows_of(connection, query.where(_seen(*wanted)) if wanted else query)
        numbers = _newest(connection, offset + limit)[offset:]
        those = among(connection, articles.c.number, numbers)
        return rows_of(connection, list_query(said).where(those), numbers)


def _newest(connection: Connection, most: int) -> list[int]:
    """Return the numbers of the articles that were published last, those without a date last.

    Both are looked for apart, each along an index.
    """
    dated = sightings.c.published_start.is_not(None)
    query = select(articles.c.number).select_from(sightings.join(articles, RESOLVED))
    by_day = (sightings.c.published_start.desc(), sightings.c.article_number.desc())
    numbers = list(connection.scalars(query.where(dated).order_by(*by_day).limit(most)))
    if len(numbers) < most:
        rest = select(articles.c.number).outerjoin(sightings, RESOLVED).where(~dated)
        rest = rest.order_by(articles.c.number.desc()).limit(most - len(numbers))
        numbers += connection.scalars(rest)
    return numbers


def newest(engine: Engine) -> list[str]:
    """Return the ids of all articles, newest published first, those without a date last."""
    with reading(engine) as connection:
        return list(connection.scalars(newest_first(select(articles.c.id).select_from(_READ))))


def rows_by_id(engine: Engine, ids: Collection[str], *, said: str) -> list[ArticleRow]:
    """Return some articles by their ids, in no order; those that are not there are left out."""
    made: list[ArticleRow] = []
    left = iter(ids)
    with reading(engine) as connection:
        while some := list(islice(left, _AT_ONCE)):
            made += rows_of(connection, list_query(said).where(articles.c.id.in_(some)))
    return made


def newest_first(query: Select[Any]) -> Select[Any]:
    """Return a query for articles in the order of lists."""
    return query.order_by(sightings.c.published_start.desc().nulls_last(), articles.c.number.desc())


def was_said(said: str, statement_id: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition on ids of statements that they are of one of `SAID`, or of any.

    A statement of which no act is kept counts as said.
    """
    if said == ANY_SAID:
        return true()
    unsaid = select(acts.c.statement_id).where(UNSAID)
    if said == "yes":
        return statement_id.not_in(unsaid)
    return statement_id.in_(unsaid.where(acts.c.said == said))


def list_query(said: str) -> Select[Any]:
    """Return the query for all articles that `rows_of` takes; `said`: see `was_said`."""
    return counting(was_said(said, statements.c.id))


def counting(fits: ColumnElement[bool]) -> Select[Any]:
    """Return the query for all articles that `rows_of` takes, counting `statements` that fit."""
    counted = (
        select(func.count())
        .where(statements.c.article_number == articles.c.number, fits)
        .correlate(articles)
        .scalar_subquery()
    )
    columns = (articles.c.number, *_ROW.columns, counted.label("statements"))
    return select(*columns).select_from(_READ)


def rows_of(
    connection: Connection, query: Select[Any], order: Sequence[int] = ()
) -> list[ArticleRow]:
    """Return the articles that `query`, made from `list_query`, chooses, in its order.

    Those of the numbers in `order` come in this one, if it is given.
    """
    rows = list(connection.execute(query).all())
    place = {number: n for n, number in enumerate(order)}
    rows.sort(key=lambda row: place.get(row.number, 0))
    article_rows: list[ArticleRow] = []
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        numbers = [row.number for row in some]
        check(connection, numbers, (statements, acts, sightings))
        seen = sightings_of(connection, numbers)
        for row in some:
            with damage_of(row.id):
                its = seen.get(row.number, ())
                article_rows.append(_ROW.value(row, statements=row.statements, sightings=its))
    return article_rows


def counts(engine: Engine, *, said: str, checked: bool) -> Counts:
    """Return how much the record holds; `said`: see `was_said`.

    Raises DamageError if articles are missing of which the rest tells, where that is `checked`:
    it takes a look at every row.
    """
    seen = select(func.count()).select_from(sightings)
    named = select(func.count(distinct(sightings.c.publisher))).where(sightings.c.publisher != "")
    every = (select(func.count()).select_from(articles), seen, _those(said), named)
    with reading(engine) as connection:
        if checked:
            check_articles(connection, (sightings, runs, statements))
        return Counts(*(connection.scalar(query) or 0 for query in every))


def _those(said: str) -> Select[Any]:
    """Return the query for how many statements there are; `said`: see `was_said`."""
    if said != "yes":
        its = was_said(said, statements.c.id)
        return select(func.count()).select_from(statements).where(its)
    # Two indexes tell it, without a look at each statement: few were not said.
    unsaid = select(func.count()).select_from(acts).where(UNSAID).scalar_subquery()
    return select(select(func.count()).select_from(statements).scalar_subquery() - unsaid)
