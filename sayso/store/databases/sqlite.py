"""SQLite: one file that keeps the record. Only dialect.py asks this module.

How a record survives: its changes go to a write-ahead log beside the file (`-wal`), and a
transaction counts once its last page is in the log with a matching checksum. A process killed at
any moment leaves a log whose unfinished tail the next opening ignores. With `synchronous=NORMAL`
the log is not forced to the disk at every commit, so a power cut may take back the last seconds
of whole transactions, but never half of one; reading the same sources again puts them back.
The file must lie on a disk of the machine: a write-ahead log does not work over a network drive.
Whoever opens the file makes the log, and an index of it (`-shm`), if nobody has it open yet, so
both are given the rights and the group of the file: the next one must be able to write them too.
"""

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    ColumnClause,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    func,
    insert,
    literal_column,
    select,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from sayso.errors import StoreError
from sayso.records import Article
from sayso.store.schema import RESOLVED, articles, sightings
from sayso.store.words import RANKED, Phrase, keys

# The lock is taken at the start because SQLite refuses at once, without waiting, to turn a reader
# into a writer when another process has written in between.
READING = {"sayso_begin": "BEGIN"}
WRITING = {"sayso_begin": "BEGIN IMMEDIATE"}
_NO_TRANSACTION = {"sayso_begin": ""}
DRAFTING, KEEPING = READING, WRITING
SCHEMAS = ("main", "temp")
_FULL = "the disk is full"
_DAMAGED = "the record is damaged: "
_REASONS = (
    ("not a database", "it is not a sayso record"),
    ("malformed", f"{_DAMAGED}its file cannot be read"),
    ("corrupt", f"{_DAMAGED}its file cannot be read"),
    ("vtable constructor failed", f"{_DAMAGED}what finds words in it cannot be read"),
    ("Could not decode", f"{_DAMAGED}bytes that are no text stand where text should"),
    ("no such table", f"{_DAMAGED}a table is missing"),
    ("no such column", f"{_DAMAGED}a column is missing"),
    ("already exists", f"{_DAMAGED}it has a table or an index of a later version"),
    ("duplicate column", f"{_DAMAGED}it has a column of a later version"),
    ("readonly", "it is read-only, or its folder is"),
    ("unable to open", "it cannot be opened; is its folder writable?"),
    ("locked", "another program kept it busy for too long"),
    ("disk is full", _FULL),
    ("disk I/O error", "its disk is full, over its quota or broken"),
)
_ALONE = "?mode=ro&immutable=1"  # read without a log
# What SQLite answers where the log or its index cannot be made or made longer.
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMOPEN", "SQLITE_IOERR_WRITE")

# Folded words (see words.py); `title` only where the text does not contain the title.
search = Table(
    "search",
    MetaData(),
    Column("rowid", Integer, primary_key=True),  # articles.number
    Column("title", String),
    Column("text", String),
)


def open_file(path: Path, *, create: bool, busy_seconds: float) -> Engine:
    """Return an engine for the file at `path`; nothing is opened before its first use.

    Where the file cannot be written, or none beside it, it is opened to be read alone.

    Raises StoreError for what the file system can tell.
    """
    try:
        _check(path, create=create)
        address = path.absolute().as_uri() + _mode(path)
    except OSError as error:
        raise StoreError(f"{path}: it cannot be reached: {error.strerror}") from error

    opened: dict[str, tuple[int, int]] = {}

    def connect() -> sqlite3.Connection:
        if opened:  # else SQLite would make a file where none is any more
            _check_same(path, opened)
        connection = _connected(address, busy_seconds)
        try:
            connection.execute("PRAGMA schema_version")  # the first question makes the log
        except sqlite3.OperationalError as error:
            connection.close()
            if not _lacks_room(path, error):
                raise
            return _connected(path.absolute().as_uri() + _ALONE, busy_seconds, _OnFullDisk)
        _share_log(path)
        return connection

    url = URL.create("sqlite+pysqlite", database=str(path))
    engine = create_engine(url, creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkout", lambda *_: _check_same(path, opened))
    return engine


def _check_same(path: Path, opened: dict[str, tuple[int, int]]) -> None:
    """Raise StoreError where another file has the name now: what is written would be lost.

    A connection goes on with the file that it opened, even where that has no name any more, and
    another one would open what has the name now.
    """
    with suppress(OSError):
        now = path.stat()
        if opened.setdefault("file", (now.st_dev, now.st_ino)) == (now.st_dev, now.st_ino):
            return
    raise StoreError(f"{path}: it was removed or replaced since it was opened; open it again")


class _OnFullDisk(sqlite3.Connection):
    """A connection that only reads, since there is no room for a log."""


def _connected(
    address: str, busy_seconds: float, kind: type[sqlite3.Connection] = sqlite3.Connection
) -> sqlite3.Connection:
    # As an address, so that no name, such as `:memory:`, has a second meaning. Without an
    # isolation level the driver leaves BEGIN to the listener below.
    return sqlite3.connect(
        address,
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
        factory=kind,
    )


def _lacks_room(path: Path, error: sqlite3.OperationalError) -> bool:
    """Tell whether a record that cannot be opened only lacks room for a log, and is whole without.

    Raises StoreError where it is not: what was written last stands in a log that is there.
    """
    log = _beside(path, "-wal")
    # Where there are too many files on the disk, or of one user, the log cannot be made at all.
    no_file = error.sqlite_errorname == "SQLITE_CANTOPEN" and path.exists() and not log.exists()
    if not no_file and error.sqlite_errorname not in _NO_ROOM:
        return False
    if log.exists() and log.stat().st_size:
        last = f"what was written last can be read from {log.name} only once there is room"
        raise StoreError(f"{path}: {_FULL}; {last}") from error
    return path.stat().st_size > 0


def _share_log(path: Path) -> None:
    """Give the log and its index, where they are ours, the group of the record.

    SQLite gives them its rights alone, and a folder may hand its own group on or not.
    """
    if os.name != "posix":
        return
    with suppress(OSError):  # somebody else took them away, or we are not in that group
        group = path.stat().st_gid
        for each in (_beside(path, "-wal"), _beside(path, "-shm")):
            made = each.stat()
            if made.st_uid == os.geteuid() and made.st_gid != group:
                os.chown(each, -1, group)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _check(path: Path, *, create: bool) -> None:
    """Raise for what the file system can tell.

    The file's first bytes are left to SQLite: to open and close the file here would drop the
    locks that this process may hold on it through another `Store`.
    """
    if path.is_dir():
        raise StoreError(f"{path}: it is a folder, not a record")
    if path.exists():
        if not path.is_file():
            raise StoreError(f"{path}: it is not a file")
    elif not create:
        raise StoreError(f"{path}: there is no such record")
    elif not path.parent.is_dir():
        raise StoreError(f"{path}: its folder does not exist")


def _mode(path: Path) -> str:
    """Return how to open a file: empty for any use, else such that it can be read alone."""
    may_write = os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)
    if not path.exists() or may_write:
        return ""
    log = _beside(path, "-wal")
    if log.exists() and log.stat().st_size:
        return "?mode=ro"
    # SQLite would make a log. Where it may not, it fails; where it may, the log belongs to the
    # reader, and keeps the owner of the record from writing. Without a log nobody is writing.
    return _ALONE


def _prepare(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
    # Linking writes here and there in large indexes: pages that are held, and moved from the log to
    # the file less often, are written less often.
    connection.execute("PRAGMA cache_size=-65536")  # KiB
    connection.execute("PRAGMA wal_autocheckpoint=8192")  # pages of 4 KiB


def prepare_drafts(connection: Connection) -> None:
    """Let pages of temporary tables be held as those of the record are: see `_prepare`."""
    with connection.execution_options(**_NO_TRANSACTION).begin():
        connection.exec_driver_sql("PRAGMA temp.cache_size=-65536")


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("sayso_begin", "BEGIN")
    if begin == WRITING["sayso_begin"] and isinstance(
        connection.connection.dbapi_connection, _OnFullDisk
    ):
        raise StoreError(f"{connection.engine.url.database}: {_FULL}")
    if begin:
        connection.exec_driver_sql(begin)


def reason(error: BaseException) -> str:
    """Return what an error of the database means, in a few plain words."""
    said = str(error)
    return next((plain for part, plain in _REASONS if part in said), said)


def prepare(engine: Engine, *, busy_seconds: float) -> None:
    """Make sure that the record keeps a write-ahead log; see the top of this file."""
    until = time.monotonic() + busy_seconds
    with engine.connect().execution_options(**_NO_TRANSACTION) as connection:
        while not _keeps_log(connection, last=time.monotonic() > until):
            time.sleep(0.02)


def _keeps_log(connection: Connection, *, last: bool) -> bool:
    """Ask for the log once; False means to try again, unless this is the `last` time."""
    try:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    except OperationalError as error:
        if "readonly" in str(error.orig):
            return True  # it is read without
        # Two processes that create one record meet here, and SQLite does not wait by itself.
        if last or "locked" not in str(error.orig):
            raise
        return False
    return True


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

    Best is the lowest bm25; among equals the newest comes first. Of very many those that were read
    last are ranked.
    """
    table: ColumnClause[str] = literal_column(search.name)
    expression = " ".join(f'"{" ".join(phrase)}"' for phrase in wanted)
    having = (
        select(search.c.rowid.label("number"), func.bm25(table).label("rank"))
        .select_from(search)
        .where(table.match(expression))
        .order_by(search.c.rowid.desc())
        .limit(max(limit, RANKED))
        .subquery()
    )
    query = (
        select(having.c.number)
        .outerjoin(articles, articles.c.number == having.c.number)
        .outerjoin(sightings, RESOLVED)
        .order_by(
            having.c["rank"],
            sightings.c.published_start.desc().nulls_last(),
            having.c.number.desc(),
        )
        .limit(limit)
    )
    return list(connection.scalars(query))
