"""The seam between the record and databases: what differs between SQLite and PostgreSQL.

Everything else in this folder is the same for both; the files in databases/ are asked here alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Connection,
    Engine,
    String,
    Table,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import insert as insert_in_postgres
from sqlalchemy.dialects.sqlite import insert as insert_in_sqlite
from sqlalchemy.exc import DBAPIError

from sayso.errors import DamageError, StoreError
from sayso.records import Article
from sayso.store.databases import postgres, sqlite
from sayso.store.words import Phrase

# How long a process waits for another one that is writing.
BUSY_SECONDS = 30.0
_LAST = "\U0010ffff"  # no text goes on with it
_NO_TEXT = "bytes that are no text stand where text should"


def open_engine(address: str | Path, *, create: bool = True) -> Engine:
    """Return an engine for a file, or for the database at an address such as `postgresql://…`.

    Nothing is opened before its first use.

    Raises StoreError if there can be no record.
    """
    scheme, is_address, _ = str(address).partition("://")
    if not is_address and scheme.partition(":")[0] in postgres.SCHEMES:
        # An address with a slash missing is never shown: it may hold a password.
        raise StoreError("postgresql:…: an address begins with postgresql://")
    if not is_address:
        return sqlite.open_file(Path(address), create=create, busy_seconds=BUSY_SECONDS)
    if scheme not in postgres.SCHEMES:
        raise StoreError(f"{scheme}://…: give a file, or an address that begins with postgresql://")
    return postgres.open_address(str(address))


def name(engine: Engine) -> str:
    """Return how a record is called in messages: its file, or its address without a password."""
    return str(engine.url.database) if _is_sqlite(engine) else postgres.name(engine.url)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one state of the record throughout.

    Raises StoreError if the database fails, with its name and the reason.
    """
    options = sqlite.READING if _is_sqlite(engine) else postgres.READING
    with (
        _plain_errors(engine),
        engine.connect().execution_options(**options) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that is the only writer from its start: all of it is kept, or nothing.

    Another process that writes is waited for, up to `BUSY_SECONDS`.

    Raises StoreError if the database fails or stays busy, with its name and the reason.
    """
    options = sqlite.WRITING if _is_sqlite(engine) else postgres.WRITING
    with (
        _plain_errors(engine),
        engine.connect().execution_options(**options) as connection,
        connection.begin(),
    ):
        if not _is_sqlite(engine):
            postgres.lock(connection, busy_seconds=BUSY_SECONDS)
        yield connection


@contextmanager
def drafting(engine: Engine) -> Iterator[Connection]:
    """Open a connection for temporary tables, which go with it; `within` opens its transactions.

    Raises StoreError if the database fails, with its name and the reason.
    """
    with _plain_errors(engine), engine.connect() as connection:
        try:
            if _is_sqlite(engine):
                sqlite.prepare_drafts(connection)
            yield connection
        finally:
            connection.invalidate()  # nobody else is given its temporary tables


@contextmanager
def within(connection: Connection, *, alone: bool) -> Iterator[None]:
    """Open a transaction on a connection for temporary tables: `alone` as `writing` does.

    Else it sees one state of the record throughout and changes nothing of it.
    """
    database = sqlite if _is_sqlite(connection) else postgres
    options = database.KEEPING if alone else database.DRAFTING
    with connection.execution_options(**options).begin():
        if alone and not _is_sqlite(connection):
            postgres.lock(connection, busy_seconds=BUSY_SECONDS)
        yield


def schemas(connection: Connection) -> tuple[str, str]:
    """Return in which schema the record lies, and in which temporary tables do."""
    if _is_sqlite(connection):
        return sqlite.SCHEMAS
    with within(connection, alone=False):
        return postgres.schemas(connection)


def prepare(engine: Engine) -> None:
    """Make sure that the database can keep a record.

    Raises StoreError if it cannot, or fails or stays busy, with its name and the reason.
    """
    with _plain_errors(engine):
        if _is_sqlite(engine):
            sqlite.prepare(engine, busy_seconds=BUSY_SECONDS)
        else:
            with engine.connect() as connection:
                postgres.check(connection)


@contextmanager
def _plain_errors(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        cause = error.orig or error
        reason = sqlite.reason(cause) if _is_sqlite(engine) else postgres.reason(cause)
        raise StoreError(f"{name(engine)}: {reason}") from error
    except UnicodeDecodeError as error:  # of SQLite's own words, which quote the damaged file
        raise StoreError(f"{name(engine)}: the record is damaged: {_NO_TEXT}") from error
    except DamageError as error:
        raise DamageError(f"{name(engine)}: the record is damaged: {error}") from error


def insert_or_ignore(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert `rows`, passing over those whose key is there already."""
    if rows:
        insert = insert_in_sqlite if _is_sqlite(connection) else insert_in_postgres
        connection.execute(insert(table).on_conflict_do_nothing(), rows)


def insert_numbers(connection: Connection, table: Table, rows: Sequence[tuple[int, ...]]) -> None:
    """Insert `rows` of a table that holds numbers alone, passing over those that are there.

    Each has all columns in their order. What is many times a row is not translated one by one.
    """
    if rows:
        mark = "?" if _is_sqlite(connection) else "%s"
        marks = ", ".join([mark] * len(table.c))
        names = ", ".join(f'"{column.name}"' for column in table.c)
        sql = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING'  # noqa: S608
        connection.exec_driver_sql(sql, list(rows))


def plainly(column: Column[int]) -> ColumnElement[int]:
    """Return a column of numbers such that no index of it is used.

    SQLite takes one index alone of a table, and without statistics any is as good to it.
    """
    return column + 0


def begins(column: Column[str], words: str) -> ColumnElement[bool]:
    """Return the condition that a text begins with some words, as an index of it answers it."""
    return (column >= words) & (column < words + _LAST)


def holds(connection: Connection, text: ColumnElement[str], part: str) -> ColumnElement[bool]:
    """Return the condition that a text holds another one."""
    place = func.instr if _is_sqlite(connection) else func.strpos
    return place(text, part) > 0


def beyond_ascii(connection: Connection, text: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that a text has characters that are not in ASCII."""
    # From the space to the tilde; what is below is rare in texts, and counted as beyond.
    operator, pattern = ("GLOB", "*[^ -~]*") if _is_sqlite(connection) else ("~", "[^ -~]")
    return text.op(operator, is_comparison=True)(pattern)


def among(
    connection: Connection, column: Column[Any], values: Sequence[int] | Sequence[str]
) -> ColumnElement[bool]:
    """Return the condition that a column has one of many values.

    They are one parameter, however many there are: what asks is not written anew each time.
    """
    if _is_sqlite(connection):
        held = bindparam(None, json.dumps(values), String, unique=True)
        return column.in_(select(func.json_each(held).table_valued("value").c.value))
    return column == any_(bindparam(None, values, ARRAY(column.type), unique=True))


def search_table(connection: Connection) -> Table:
    """Return the table of what finds words in articles."""
    return sqlite.search if _is_sqlite(connection) else postgres.search


def create_search(connection: Connection) -> None:
    """Create what finds words in articles."""
    if _is_sqlite(connection):
        sqlite.create_search(connection)
    else:
        postgres.create_search(connection)


def add_to_search(connection: Connection, numbered: Iterable[tuple[int, Article]]) -> None:
    """Let articles, each by its number, be found by their words; they must not be there yet."""
    if _is_sqlite(connection):
        sqlite.add_to_search(connection, numbered)
    else:
        postgres.add_to_search(connection, numbered)


def find_articles(connection: Connection, wanted: Sequence[Phrase], limit: int) -> list[int]:
    """Return the numbers of the articles that hold all `wanted` phrases, best first.

    Among equally good ones the newest comes first.
    """
    if _is_sqlite(connection):
        return sqlite.find_articles(connection, wanted, limit)
    return postgres.find_articles(connection, wanted, limit)


def _is_sqlite(held: Engine | Connection) -> bool:
    return held.dialect.name == "sqlite"
