"""Opening a record of any age: a new one is created, an older one brought up to date."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, insert, update

from sayso.errors import StoreError
from sayso.store.dialect import create_search
from sayso.store.dialect import name as called
from sayso.store.schema import metadata, version
from sayso.store.versions.age import check_tables, version_of
from sayso.store.versions.version_4 import to_version_4
from sayso.store.versions.version_6 import to_version_6
from sayso.store.versions.version_7 import to_version_7
from sayso.store.versions.version_9 import to_version_9
from sayso.store.versions.version_11 import to_version_11
from sayso.store.versions.version_12 import to_version_12
from sayso.store.versions.version_13 import to_version_13

Step = Callable[[Connection], None]

# What resolving concludes. Articles read before have none of it until they are read again.
_CONCLUSIONS = (
    """CREATE TABLE acts (
        statement_id TEXT NOT NULL PRIMARY KEY REFERENCES statements (id),
        name TEXT NOT NULL,
        polarity TEXT NOT NULL,
        modality TEXT NOT NULL,
        condition TEXT NOT NULL,
        why TEXT NOT NULL
    )""",
    """CREATE TABLE provenances (
        statement_id TEXT NOT NULL PRIMARY KEY REFERENCES statements (id),
        score FLOAT NOT NULL,
        links TEXT NOT NULL,
        addressee TEXT NOT NULL,
        channel_start INTEGER,
        channel_end INTEGER,
        said_at TEXT NOT NULL,
        reports TEXT NOT NULL,
        why TEXT NOT NULL
    )""",
    """CREATE TABLE speakers (
        statement_id TEXT NOT NULL REFERENCES statements (id),
        ordinal INTEGER NOT NULL,
        article_number INTEGER NOT NULL REFERENCES articles (number),
        actor TEXT NOT NULL,
        PRIMARY KEY (statement_id, ordinal)
    ) WITHOUT ROWID""",
    "CREATE INDEX speakers_actor ON speakers (article_number, actor)",
    """CREATE TABLE actors (
        article_number INTEGER NOT NULL REFERENCES articles (number),
        ordinal INTEGER NOT NULL,
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        mentions TEXT NOT NULL,
        roles TEXT NOT NULL,
        "of" TEXT NOT NULL,
        unnamed TEXT NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (article_number, ordinal)
    )""",
    """CREATE TABLE places (
        article_number INTEGER NOT NULL REFERENCES articles (number),
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        words TEXT NOT NULL,
        use TEXT NOT NULL,
        geonames INTEGER,
        name TEXT,
        country TEXT,
        admin1 TEXT,
        lat FLOAT,
        lon FLOAT,
        feature TEXT,
        score FLOAT NOT NULL,
        why TEXT NOT NULL,
        PRIMARY KEY (article_number, ordinal)
    )""",
    "CREATE INDEX places_geonames ON places (geonames)",
    """CREATE TABLE content_places (
        statement_id TEXT NOT NULL REFERENCES statements (id),
        ordinal INTEGER NOT NULL,
        article_number INTEGER NOT NULL REFERENCES articles (number),
        PRIMARY KEY (statement_id, ordinal)
    ) WITHOUT ROWID""",
    "CREATE INDEX content_places_place ON content_places (article_number, ordinal)",
    """CREATE TABLE times (
        article_number INTEGER NOT NULL REFERENCES articles (number),
        ordinal INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        type TEXT NOT NULL,
        value TEXT NOT NULL,
        first TEXT,
        last TEXT,
        why TEXT NOT NULL,
        PRIMARY KEY (article_number, ordinal)
    )""",
    """CREATE TABLE names (
        kind VARCHAR NOT NULL,
        "key" TEXT NOT NULL,
        article_number INTEGER NOT NULL REFERENCES articles (number),
        ordinal INTEGER NOT NULL,
        PRIMARY KEY (kind, "key", article_number, ordinal)
    ) WITHOUT ROWID""",
    "CREATE INDEX names_article ON names (article_number)",
    """CREATE TABLE name_words (
        kind VARCHAR NOT NULL,
        word TEXT NOT NULL,
        "key" TEXT NOT NULL,
        PRIMARY KEY (kind, word, "key")
    ) WITHOUT ROWID""",
)


def _add_conclusions(connection: Connection) -> None:
    for statement in _CONCLUSIONS:
        connection.exec_driver_sql(statement)


def _add_rules(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE runs ADD COLUMN rules TEXT NOT NULL DEFAULT ''")


def _add_said(connection: Connection) -> None:
    """Add whether a statement was said; of those read before nothing else is known."""
    text = 'VARCHAR COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    connection.exec_driver_sql(f"ALTER TABLE acts ADD COLUMN said {text} DEFAULT 'yes' NOT NULL")
    connection.exec_driver_sql(
        "CREATE INDEX acts_unsaid ON acts (statement_id) WHERE said != 'yes'"
    )


def _add_tally(connection: Connection) -> None:
    """Add how many rows each article has; of those read before nothing is known."""
    text = 'VARCHAR COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    connection.exec_driver_sql(f"ALTER TABLE runs ADD COLUMN tally {text} DEFAULT '{{}}' NOT NULL")


def _add_quantities(connection: Connection) -> None:
    """Add the numbers that articles give; those read before have none until they are read again."""
    is_server = connection.dialect.name == "postgresql"
    text = 'VARCHAR COLLATE "C"' if is_server else "TEXT"
    number = "FLOAT(53)" if is_server else "FLOAT"
    connection.exec_driver_sql(
        f"""CREATE TABLE quantities (
        article_number INTEGER NOT NULL REFERENCES articles (number),
        ordinal INTEGER NOT NULL,
        mention_start INTEGER NOT NULL,
        mention_end INTEGER NOT NULL,
        "of" {text} NOT NULL,
        unit {text} NOT NULL,
        low {number},
        high {number},
        qualifier {text} NOT NULL,
        statement {text} NOT NULL,
        why {text} NOT NULL,
        PRIMARY KEY (article_number, ordinal)
    )"""
    )


# The step at place n takes a record from version n + 1 to n + 2. A step is never changed once
# released; it writes its own SQL, because schema.py describes only the newest version.
STEPS: tuple[Step, ...] = (
    *(_add_conclusions, _add_rules, to_version_4, _add_said, to_version_6),
    *(to_version_7, _add_tally, to_version_9, _add_quantities, to_version_11, to_version_12),
    to_version_13,
)


def is_current(connection: Connection, *, create: bool, steps: Sequence[Step] = STEPS) -> bool:
    """Tell whether the record can be used as it is; otherwise it is for `migrate`.

    Raises StoreError if it is newer than this sayso, damaged, some other program's database, or
    empty although `create` is false.
    """
    number, newest = version_of(connection), _newest(steps)
    name = called(connection.engine)
    if number is None:
        if not create:
            raise StoreError(f"{name}: it is empty, not a sayso record")
        return False
    if number > newest:
        raise StoreError(
            f"{name}: it was made by a newer sayso (its version is {number}, and this sayso"
            f" knows {newest}); update sayso to open it"
        )
    check_tables(connection, number, newest=newest)
    return number == newest


def migrate(connection: Connection, *, steps: Sequence[Step] = STEPS) -> None:
    """Create the tables, or take every step that the record lacks, in the caller's transaction.

    May be called for a record that another process has brought up to date in the meantime.
    """
    number = version_of(connection)
    if number is None:
        metadata.create_all(connection)
        create_search(connection)
        connection.execute(insert(version).values(number=_newest(steps)))
        return
    for step in steps[number - 1 :]:
        step(connection)
    connection.execute(update(version).values(number=max(number, _newest(steps))))


def _newest(steps: Sequence[Step]) -> int:
    return len(steps) + 1
