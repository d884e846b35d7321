"""What differs between databases: opening, transactions, insert-or-ignore, full-text search.

Only SQLite is served today. Another database needs a second answer here, and nowhere else.

How a SQLite record survives: its changes go to a write-ahead log beside the file (`-wal`), and a
transaction counts once its last page is in the log with a matching checksum. A process killed at
any moment leaves a log whose unfinished tail the next opening ignores. With `synchronous=NORMAL`
the log is not forced to the disk at every commit, so a power cut may take back the last seconds
of whole transactions, but never half of one; reading the same sources again puts them back.
The file must lie on a disk of the machine: a write-ahead log does not work over a network drive.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    ColumnClause,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    func,
    insert,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, OperationalError

from sayso.errors import StoreError
from sayso.records import Article
from sayso.store.schema import RESOLVED, articles, search, sightings
from sayso.store.words import Phrase, keys

# How long a process waits for another one that is writing.
BUSY_SECONDS = 30.0

_BEGIN = "sayso_begin"
_REASONS = (
    ("not a database", "it is not a sayso record"),
    ("malformed", "the file is damaged"),
    ("readonly", "it is read-only, or its folder is"),
    ("unable to open", "it cannot be opened; is its folder writable?"),
    ("locked", f"another program kept it busy for {BUSY_SECONDS:.0f} seconds"),
    ("disk is full", "the disk is full"),
)


def open_engine(path: Path) -> Engine:
    """Return an engine for the file at `path`; nothing is opened before its first use."""
    # Absolute, so that no name, such as `:memory:`, has a second meaning.
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path.absolute())),
        # Without an isolation level the driver leaves BEGIN to the listener below.
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
    )
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare_connection(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    if begin := connection.get_execution_options().get(_BEGIN, "BEGIN"):
        connection.exec_driver_sql(begin)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one state of the record throughout.

    Raises StoreError if the database fails, with the file and the reason.
    """
    with _plain_errors(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that is the only writer from its start: all of it is kept, or nothing.

    Another process that writes is waited for, up to `BUSY_SECONDS`. The lock is taken at the
    start because SQLite refuses at once, without waiting, to turn a reader into a writer
    when another process has written in between.

    Raises StoreError if the database fails or stays busy, with the file and the reason.
    """
    options = {_BEGIN: "BEGIN IMMEDIATE"}
    with (
        _plain_errors(engine),
        engine.connect().execution_options(**options) as connection,
        connection.begin(),
    ):
        yield connection


def write_ahead(engine: Engine) -> None:
    """Make sure that the record keeps a write-ahead log; see the top of this file.

    Raises StoreError if the database fails or stays busy, with the file and the reason.
    """
    until = time.monotonic() + BUSY_SECONDS
    with _plain_errors(engine), engine.connect().execution_options(**{_BEGIN: ""}) as connection:
        while not _keeps_log(connection, last=time.monotonic() > until):
            time.sleep(0.02)


def _keeps_log(connection: Connection, *, last: bool) -> bool:
    """Ask for the log once; False means to try again, unless this is the `last` time."""
    try:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    except OperationalError as error:
        # Two processes that create one record meet here, and SQLite does not wait by itself.
        if last or "locked" not in str(error.orig):
            raise
        return False
    return True


@contextmanager
def _plain_errors(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        reason = next((plain for part, plain in _REASONS if part in said), said)
        raise StoreError(f"{engine.url.database}: {reason}") from error


def insert_or_ignore(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert `rows`, passing over those whose key is there already."""
    if rows:
        on_sqlite = connection.dialect.name == "sqlite"
        add = sqlite.insert(table) if on_sqlite else postgresql.insert(table)
        connection.execute(add.on_conflict_do_nothing(), rows)


def create_search(connection: Connection) -> None:
    """Create the table `search`.

    It gets words that are folded already, so `ascii`, which splits at spaces and leaves all
    other alphabets alone, is the right tokenizer. It keeps no copy of the text: articles
    never change, and nothing is ever taken out of it.
    """
    columns = ", ".join(column.name for column in search.columns if not column.primary_key)
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE {search.name} USING fts5({columns}, content='', tokenize='ascii')"
    )


def add_to_search(connection: Connection, numbered: Iterable[tuple[int, Article]]) -> None:
    """Add articles, each by its number, to `search`; they must not be there yet."""
    rows = [
        {
            "rowid": number,
            "title": "" if article.title_span else keys(article.title),
            "text": keys(article.text),
        }
        for number, article in numbered
    ]
    if rows:
        connection.execute(insert(search), rows)


def find_articles(connection: Connection, wanted: Sequence[Phrase], limit: int) -> list[int]:
    """Return the numbers of the articles that hold all `wanted` phrases, best first.

    Best is the lowest bm25; among equals the newest comes first.
    """
    table: ColumnClause[str] = literal_column(search.name)
    expression = " ".join(f'"{" ".join(phrase)}"' for phrase in wanted)
    query = (
        select(articles.c.number)
        .join(search, search.c.rowid == articles.c.number)
        .join(sightings, RESOLVED)
        .where(table.match(expression))
        .order_by(
            func.bm25(table),
            sightings.c.published_start.desc().nulls_last(),
            articles.c.number.desc(),
        )
        .limit(limit)
    )
    return list(connection.scalars(query))
