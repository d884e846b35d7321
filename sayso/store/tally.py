"""What was concluded of an article -> how many rows it has in each table, and which are missing.

The tally stands with the article's run. It tells a row that was lost from one that never was: an
article may have no speakers, no places, not even a statement. One that was read before tallies were
kept has an empty one, and is taken as it is. Sightings are counted there too, as they come.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Connection,
    FromClause,
    Table,
    bindparam,
    func,
    literal,
    select,
    union_all,
    update,
)

from sayso.errors import DamageError
from sayso.store.schema import articles, name_words, names, runs, sightings, statements

# How many articles are asked for in one query; an old SQLite takes 999 values at most.
_AT_ONCE = 500
_READ = articles.outerjoin(runs)

_SEEN = sightings.name

Rows = Mapping[Table, Sequence[Mapping[str, Any]]]
Tally = dict[str, int]  # rows by the names of their tables


@contextmanager
def damage_of(article_id: str) -> Iterator[None]:
    """Let damage name the article whose rows are read."""
    try:
        yield
    except DamageError as error:
        raise DamageError(f"the article {article_id}: {error}") from error


def tally(rows: Rows) -> Tally:
    """Return how many rows the tables get of an article; rows of one key are one."""
    return {table.name: len(_keys(table, its)) for table, its in rows.items()}


def _keys(table: Table, rows: Sequence[Mapping[str, Any]]) -> set[tuple[Any, ...]]:
    columns = [column.name for column in table.primary_key]
    return {tuple(row[name] for name in columns) for row in rows}


def check(connection: Connection, numbers: Iterable[int], tables: Iterable[Table]) -> None:
    """Raise DamageError where one of some articles, by their numbers, lacks rows in one of tables.

    So does an article that is missing itself, or of which is not kept how it was read.
    """
    left, counted = iter(sorted(set(numbers))), list(tables)
    while some := list(islice(left, _AT_ONCE)):
        columns = (articles.c.number, articles.c.id, runs.c.article_number, runs.c.tally)
        query = select(*columns).select_from(_READ).where(articles.c.number.in_(some))
        rows = connection.execute(query).all()
        if missing := set(some) - {row.number for row in rows}:
            raise DamageError(f"the article number {min(missing)} is missing")
        there = _counts(connection, some, counted)
        for row in rows:
            with damage_of(row.id):
                _compare(row, {t.name: there.get((t.name, row.number), 0) for t in counted})


def _compare(row: Any, there: Tally) -> None:
    wanted = row.tally
    if row.article_number is None:
        raise DamageError("it is not kept by which model it was read (runs)")
    if not isinstance(wanted, dict):
        raise DamageError("runs.tally holds no numbers of rows")
    for name, number in there.items():
        if wanted.get(name, number) != number:
            raise DamageError(f"{wanted[name]} rows of {name} were kept, and {number} are there")


def _counts(
    connection: Connection, numbers: Sequence[int], tables: Sequence[Table]
) -> dict[tuple[str, int], int]:
    """Return how many rows of which table there are of which article."""
    if not tables:
        return {}
    rows = connection.execute(_counting(tuple(tables)), {"numbers": list(numbers)})
    return {(row[0], row[1]): row[2] for row in rows}


@cache
def _counting(tables: tuple[Table, ...]) -> CompoundSelect[Any]:
    """Return the query for how many rows tables have of articles with some `numbers`.

    It is long, and asked for every list: so it is made once.
    """
    # The numbers are given once, whatever the number of tables.
    wanted = articles.c.number.in_(bindparam("numbers", expanding=True))
    chosen = select(articles.c.number).where(wanted).cte("chosen")
    queries = []
    for table in tables:
        own = "article_number" in table.c
        source: FromClause = table if own else table.join(statements)
        number = table.c.article_number if own else statements.c.article_number
        columns = (literal(table.name).label("name"), number.label("number"), func.count())
        query = select(*columns).select_from(source).where(number.in_(select(chosen.c.number)))
        queries.append(query.group_by(number))
    return union_all(*queries)


def sightings_kept(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """Return how many sightings are to be there of articles, by their numbers, where it is kept."""
    query = select(runs.c.article_number, runs.c.tally)
    rows = connection.execute(query.where(runs.c.article_number.in_(list(numbers))))
    its = {row.article_number: row.tally for row in rows if isinstance(row.tally, dict)}
    return {number: each[_SEEN] for number, each in its.items() if isinstance(each.get(_SEEN), int)}


def keep_sightings(connection: Connection, counts: Mapping[int, int]) -> None:
    """Keep how many sightings are to be there of articles, by their numbers."""
    query = select(runs.c.article_number, runs.c.tally)
    rows = connection.execute(query.where(runs.c.article_number.in_(list(counts)))).all()
    for row in rows:
        kept = row.tally | {_SEEN: counts[row.article_number]}
        mine = runs.c.article_number == row.article_number
        connection.execute(update(runs).where(mine).values(tally=kept))


def add_sightings(
    connection: Connection, more: Mapping[int, int], new: Collection[int] = ()
) -> None:
    """Count more sightings of articles, by their numbers; `new` ones have none before.

    Of an article that was read before sightings were counted they are not counted now either.
    """
    kept = dict.fromkeys(new, 0) | sightings_kept(connection, more)
    keep_sightings(connection, {n: count + more.get(n, 0) for n, count in kept.items()})


def check_filled(connection: Connection, tables: Iterable[Table]) -> None:
    """Raise DamageError if a table is empty although articles are kept with rows in it.

    It is for questions to which there is no answer, and thus no article that could be checked.
    """
    empty = [table.name for table in tables if not _first(connection, table)]
    if not empty:
        return
    for (its,) in connection.execute(select(runs.c.tally)):
        lost = [name for name in empty if isinstance(its, dict) and its.get(name)]
        if lost:
            raise DamageError(f"all rows of {lost[0]} are missing")


def check_names(connection: Connection) -> None:
    """Raise DamageError if what finds names is lost."""
    check_filled(connection, (names,))
    if _first(connection, names) and not _first(connection, name_words):
        raise DamageError(f"all rows of {name_words.name} are missing")


def check_articles(connection: Connection, tables: Iterable[Table]) -> None:
    """Raise DamageError if one of some tables holds rows of an article that is not there."""
    for table in tables:
        query = (
            select(table.c.article_number)
            .outerjoin(articles, articles.c.number == table.c.article_number)
            .where(articles.c.number.is_(None))
        )
        row = connection.execute(query.limit(1)).first()
        if row is not None:
            raise DamageError(
                f"the article number {row[0]} is missing, of which {table.name} tells"
            )


def check_new(connection: Connection, numbers: Iterable[int]) -> None:
    """Raise DamageError if something is told of articles that are only just given their numbers."""
    seen = select(sightings.c.article_number).where(sightings.c.article_number.in_(list(numbers)))
    number = connection.scalar(seen.limit(1))
    if number is not None:
        raise DamageError(f"the article number {number} is missing, of which sightings tells")


def _first(connection: Connection, table: Table) -> Any:
    return connection.execute(select(literal(1)).select_from(table).limit(1)).first()
