"""Filters -> the articles of the record that fit, one after the other, each with all of it.

Whatever the record holds, no more than a few articles are in memory at once.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Engine, select

from sayso.corrections import CORRECTIONS, effective, judged
from sayso.exported import Exported
from sayso.judgements import Judgement
from sayso.records import Record, Sighting
from sayso.store import queries
from sayso.store.choosing import conditions
from sayso.store.choosing.filters import Filters
from sayso.store.choosing.judged import Fitting, holds
from sayso.store.choosing.links import links_of
from sayso.store.dialect import reading
from sayso.store.linking.whom import groups_of, ids_of
from sayso.store.remembering.decided import decided as remembered
from sayso.store.schema import articles, statements
from sayso.store.tally import check_articles

_TOGETHER = 50  # articles

Decided = Mapping[str, list[Judgement]]  # by the ids of the articles that it is about


def exported(engine: Engine, filters: Filters) -> Iterator[Exported]:
    """Yield the articles of which something fits, in the order of reading, as they hold.

    All that is read is of one state of the record, however long that takes. Filters that choose
    among statements leave out articles of which none fits.

    Raises DamageError where something is lost.
    """
    by_article = decided(engine)
    with reading(engine) as connection:
        check_articles(connection, (statements,))
        numbers = _fitting(connection, filters, by_article)
        fitting = _judged(connection, filters)
        for start in range(0, len(numbers), _TOGETHER):
            some = numbers[start : start + _TOGETHER]
            yield from _chosen(connection, fitting, some, by_article)


def counted(engine: Engine, filters: Filters) -> int:
    """Return how many articles may be exported: of a corrected one it may be that nothing fits."""
    by_article = decided(engine)
    with reading(engine) as connection:
        return len(_fitting(connection, filters, by_article))


def decided(engine: Engine) -> Decided:
    """Return what people decided, by the ids of the articles that it is about."""
    by_article: dict[str, list[Judgement]] = {}
    for each in remembered(engine).every:
        by_article.setdefault(each.subject.article, []).append(each)
    return by_article


def chosen_of(connection: Connection, filters: Filters, decided: Decided) -> Iterator[Exported]:
    """Yield those articles of which something fits, and something may be corrected."""
    theirs = articles.c.id.in_(corrected(decided))
    query = select(articles.c.number).where(theirs, *conditions.of_articles(connection, filters))
    numbers = connection.scalars(query).all()
    yield from _chosen(connection, _judged(connection, filters), numbers, decided)


def corrected(decided: Decided) -> list[str]:
    """Return the ids of the articles of which something may be corrected."""
    return [
        article
        for article, its in decided.items()
        if any(each.kind in CORRECTIONS for each in effective(its))
    ]


def _fitting(connection: Connection, filters: Filters, decided: Decided) -> "array[int]":
    """Return the numbers of the articles that fit, in the order of reading.

    What is corrected of an article may fit though nothing does as rules concluded it.
    """
    query = select(articles.c.number).where(*conditions.of_articles(connection, filters))
    if filters.among_statements:
        mine = select(statements.c.id).where(statements.c.article_number == articles.c.number)
        fits = mine.where(*conditions.of_statements(connection, filters)).correlate(articles)
        theirs = articles.c.id.in_(corrected(decided))
        query = query.where(fits.exists() | theirs)
    return array("q", connection.scalars(query.order_by(articles.c.number)))


def _judged(connection: Connection, filters: Filters) -> Fitting:
    """Return what tells which statements of corrected articles fit."""
    groups = groups_of(connection, filters.entity)
    return Fitting(
        filters,
        frozenset(ids_of(connection, groups).values()),
        bool(filters.place) and conditions.is_called(connection, filters.place),
    )


def _chosen(
    connection: Connection,
    fitting: Fitting,
    numbers: Sequence[int],
    decided: Decided,
) -> Iterator[Exported]:
    """Yield some articles, by their numbers, those of which something fits."""
    filters = fitting.filters
    read = {
        number: _exported(concluded, seen, decided.get(concluded.article.id, []))
        for number, concluded, seen in queries.records_of(connection, numbers)
    }
    links = links_of(connection, read)
    by_sql = _statements(connection, filters, numbers) if filters.among_statements else None
    for number, its in read.items():
        whole = replace(its, links=links.get(number, its.links))
        if by_sql is None:
            yield whole
            continue
        if whole.record is not whole.concluded:
            ids = fitting.chosen(whole)
        else:
            ids = _with_words(whole, by_sql.get(number, ()), filters.words)
        if ids:
            yield replace(whole, chosen=ids)


def _exported(
    concluded: Record, sightings: tuple[Sighting, ...], decided: Sequence[Judgement]
) -> Exported:
    record = judged(concluded, decided) if decided else concluded
    every = tuple(statement.id for statement in record.statements)
    return Exported(record, concluded, sightings, every, tuple(decided))


def _statements(
    connection: Connection, filters: Filters, numbers: Sequence[int]
) -> dict[int, list[str]]:
    """Return the statements of some articles that fit, all words aside."""
    query = (
        select(statements.c.article_number, statements.c.id)
        .where(statements.c.article_number.in_(list(numbers)))
        .where(*conditions.of_statements(connection, filters))
        .order_by(statements.c.article_number, statements.c.ordinal)
    )
    made: dict[int, list[str]] = {}
    for number, statement in connection.execute(query):
        made.setdefault(number, []).append(statement)
    return made


def _with_words(whole: Exported, ids: Sequence[str], words: str) -> tuple[str, ...]:
    if not words:
        return tuple(ids)
    rows = replace(whole, chosen=tuple(ids)).rows()
    return tuple(row.statement.id for row in rows if holds(words, row))
