"""PostgreSQL, 14 and later: a database that keeps the record. Only dialect.py asks this module."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    cast,
    create_engine,
    distinct,
    func,
    insert,
    make_url,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR
from sqlalchemy.exc import ArgumentError

from sayso.errors import StoreError
from sayso.records import Article
from sayso.store.databases.tsvector import queries, vectors
from sayso.store.schema import RESOLVED, articles, sightings
from sayso.store.words import RANKED, Phrase, keys

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
WRITING: dict[str, Any] = {}
# A connection that is held keeps what it was told before: each says all. Whoever waits for the
# lock must see what was written in the meantime.
DRAFTING = {"isolation_level": "REPEATABLE READ"}
KEEPING = {"isolation_level": "READ COMMITTED"}
_OLDEST = 14
_CONNECT_SECONDS = 10
# One writer at a time, as with SQLite: whoever writes holds this lock to the end.
_LOCK = 0x736179736F
# By SQLSTATE, and where a connection fails, which has none, by the server's words.
_STATES = {
    "53100": "the disk is full",
    "53200": "the server is out of memory",
    "53300": "the server has too many connections",
    "42701": "the record is damaged: it has a column of a later version",
    "42703": "the record is damaged: a column is missing",
    "42P01": "the record is damaged: a table is missing",
    "42P07": "the record is damaged: it has a table or an index of a later version",
    "55P03": "another program kept it busy for too long",
    "57P01": "the server broke the connection off",
}
_REASONS = (
    ("password authentication failed", "the user's name or password is wrong"),
    ("no password supplied", "it asks for a password"),
    ("Connection refused", "no server answers there"),
    ("No such file or directory", "no server answers there"),
    ("timeout expired", "no server answers there"),
    ("resolve host", "there is no such host"),
    ("server closed the connection", "the server broke the connection off"),
    ("connection is lost", "the server broke the connection off"),
    ("No space left", "the disk is full"),
)

# A row a part of a title or a text: see tsvector.py. Titles are here where the text lacks them.
search = Table(
    "search",
    MetaData(),
    Column("article_number", Integer, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("words", TSVECTOR, nullable=False),
    Index("search_words", "words", postgresql_using="gin"),
)


def open_address(address: str) -> Engine:
    """Return an engine for the database at `address`; nothing is opened before its first use.

    Raises StoreError if the address cannot be understood, or psycopg is not installed.
    """
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        # The address is not shown: what it is made of is not known, a password perhaps.
        raise StoreError("postgresql://…: it is not the address of a database") from error
    if "@" in f"{url.host}{url.database}":
        # The rest of a password stands where the host should.
        message = "in a name or a password write %40 for @, %2F for / and %23 for #"
        raise StoreError(f"postgresql://…: it is not the address of a database; {message}")
    arguments: dict[str, Any] = {"client_encoding": "utf8"}
    if "connect_timeout" not in url.query:
        arguments["connect_timeout"] = _CONNECT_SECONDS
    try:
        return create_engine(url, connect_args=arguments, pool_pre_ping=True)
    except ImportError as error:
        message = "PostgreSQL needs psycopg: pip install 'sayso[postgres]'"
        raise StoreError(f"{name(url)}: {message}") from error


def name(url: URL) -> str:
    """Return how a database is called in messages: its address without a password."""
    shown = URL.create(
        "postgresql",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
    )
    return shown.render_as_string()


def reason(error: BaseException) -> str:
    """Return what an error of the database means, in a few plain words."""
    state = getattr(error, "sqlstate", None)
    if state in _STATES:
        return _STATES[state]
    said = str(error)
    plain = next((plain for part, plain in _REASONS if part in said), "")
    return plain or _said(said)


def _said(said: str) -> str:
    """Return the server's own words: the last of a failed connection, else the first line."""
    for mark in ("FATAL:", "ERROR:"):
        if mark in said:
            said = said.rpartition(mark)[2]
    return said.strip().partition("\n")[0]


def check(connection: Connection) -> None:
    """Raise StoreError if the server cannot keep a record."""
    called = name(connection.engine.url)
    version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
    if version < _OLDEST:
        raise StoreError(f"{called}: it is PostgreSQL {version}; sayso needs {_OLDEST} or later")
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise StoreError(f"{called}: its encoding is {encoding}; sayso needs UTF8")


def lock(connection: Connection, *, busy_seconds: float) -> None:
    """Wait until no other process writes, and let none write until the transaction ends."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(busy_seconds * 1000)}")
    connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def schemas(connection: Connection) -> tuple[str, str]:
    """Return in which schema the record lies, and in which temporary tables do."""
    return str(connection.scalar(select(func.current_schema()))), "pg_temp"


def create_search(connection: Connection) -> None:
    """Create the table `search`."""
    search.create(connection)


def add_to_search(connection: Connection, numbered: Iterable[tuple[int, Article]]) -> None:
    """Add articles, each by its number, to `search`; they must not be there yet."""
    rows = [
        {"number": number, "place": place, "vector": vector}
        for number, article in numbered
        for place, vector in enumerate(_vectors(article))
    ]
    words = cast(bindparam("vector", type_=Text), TSVECTOR)
    add = insert(search).values(
        article_number=bindparam("number"), part=bindparam("place"), words=words
    )
    if rows:
        connection.execute(add, rows)


def _vectors(article: Article) -> Iterable[str]:
    if not article.title_span:
        yield from vectors(keys(article.title).split())
    yield from vectors(keys(article.text).split())


def find_articles(connection: Connection, wanted: Sequence[Phrase], limit: int) -> list[int]:
    """Return the numbers of the articles that hold all `wanted` phrases, best first.

    Best is the highest rank by how often the words stand there, for its length; among equals the
    newest comes first. Of very many those that were read last are ranked.
    """
    phrases = queries(wanted)
    array = cast(bindparam("phrases", phrases, type_=ARRAY(Text)), ARRAY(TSQUERY))
    asked = func.unnest(array).table_valued("phrase", with_ordinality="place").render_derived()
    holding = search.c.words.op("@@")(asked.c.phrase)
    having = (
        select(search.c.article_number)
        .select_from(asked)
        .join(search, holding)
        .group_by(search.c.article_number)
        .having(func.count(distinct(asked.c.place)) == len(phrases))
        .order_by(search.c.article_number.desc())
        .limit(max(limit, RANKED))
    )
    query = (
        select(search.c.article_number)
        .select_from(asked)
        .join(search, holding)
        .outerjoin(articles, articles.c.number == search.c.article_number)
        .outerjoin(sightings, RESOLVED)
        .where(search.c.article_number.in_(having))
        .group_by(search.c.article_number, sightings.c.published_start)
        .order_by(
            func.sum(func.ts_rank(search.c.words, asked.c.phrase, 2)).desc(),
            sightings.c.published_start.desc().nulls_last(),
            search.c.article_number.desc(),
        )
        .limit(limit)
    )
    return list(connection.scalars(query))
