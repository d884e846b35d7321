"""Records whose version cannot be told, or cannot be right: one line names them and the reason."""

import gzip
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import Store
from sayso.store.dialect import open_engine, writing
from tests.store.samples import records

OLDER = Path(__file__).parent / "older"

OTHER_COLUMN = ("DROP TABLE sayso_version", "CREATE TABLE sayso_version (number {type})")
DAMAGE = {
    "search lost": ("DROP TABLE search",),
    "another column lost": ("ALTER TABLE statements DROP COLUMN why",),
    "columns of search lost": ("DROP TABLE search", "CREATE TABLE search (part INTEGER)"),
    "text": (*OTHER_COLUMN, "INSERT INTO sayso_version VALUES ('six')"),
    "lines": (*OTHER_COLUMN, "INSERT INTO sayso_version VALUES ('6\n7')"),
    "digits": (*OTHER_COLUMN, "INSERT INTO sayso_version VALUES ('6')"),
    "fraction": ("DROP TABLE sayso_version", "CREATE TABLE sayso_version AS SELECT 5.5 AS number"),
    "null": (*OTHER_COLUMN, "INSERT INTO sayso_version VALUES (NULL)"),
    "negative": ("UPDATE sayso_version SET number = -3",),
    "zero": ("UPDATE sayso_version SET number = 0",),
    "absent": ("DELETE FROM sayso_version",),
    "several": ("INSERT INTO sayso_version VALUES (3)",),
    "no table": ("DROP TABLE sayso_version",),
    "newer": ("UPDATE sayso_version SET number = 2147483647",),
    "older": ("UPDATE sayso_version SET number = 4",),
    "oldest": ("UPDATE sayso_version SET number = 1",),
    "table lost": ("DROP TABLE judgements",),
    "column lost": ("DROP INDEX acts_unsaid", "ALTER TABLE acts DROP COLUMN said"),
    "another program's": (
        *(f"DROP TABLE {table}" for table in ("sayso_version", "spans")),
        "CREATE TABLE wanted (number INTEGER)",
    ),
}
NUMBER = "the record is damaged: the number of its version is"
LINES = {
    "search lost": "the record is damaged: it has no table search",
    "another column lost": "the record is damaged: its table statements has no column why",
    "columns of search lost": "the record is damaged: its table search has no column",
    "text": f"{NUMBER} 'six', and should be a whole number from 1 on",
    "lines": rf"{NUMBER} '6\n7', and should be a whole number from 1 on",
    "digits": f"{NUMBER} '6', and should be a whole number from 1 on",
    "fraction": f"{NUMBER} '5.5', and should be a whole number from 1 on",
    "null": f"{NUMBER} missing",
    "negative": f"{NUMBER} -3, and should be a whole number from 1 on",
    "zero": f"{NUMBER} 0, and should be a whole number from 1 on",
    "absent": f"{NUMBER} missing",
    "several": "the record is damaged: it gives more than one number for its version",
    "no table": f"{NUMBER} missing",
    "newer": "it was made by a newer sayso (its version is 2147483647, and this sayso knows",
    "older": "the record is damaged: it says that its version is 4, and its tables are those of",
    "oldest": "the record is damaged: it says that its version is 1, and its tables are those of",
    "table lost": "the record is damaged: it has no table judgements",
    "column lost": "the record is damaged: it says that its version is",
    "another program's": "it is a database, but not a sayso record",
}


def damage(address: str, *changes: str) -> None:
    engine = open_engine(address)
    with writing(engine) as connection:
        for change in changes:
            connection.exec_driver_sql(change.format(type="VARCHAR(9)"))
    engine.dispose()


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_version_is_one_line(nowhere: str, kind: str) -> None:
    with Store.open(nowhere) as store:
        store.write(records(1))
        name = store.name
    damage(nowhere, *DAMAGE[kind])
    for create in (True, False):
        with pytest.raises(StoreError) as caught:
            Store.open(nowhere, create=create)
        assert str(caught.value).startswith(f"{name}: {LINES[kind]}")
        assert "\n" not in str(caught.value)


def test_a_database_with_a_view_in_the_way_is_no_record(nowhere: str) -> None:
    damage(nowhere, "CREATE VIEW articles AS SELECT 1 AS one")
    for create in (True, False):
        with pytest.raises(StoreError, match="it is a database, but not a sayso record"):
            Store.open(nowhere, create=create)


VERSION = ("CREATE TABLE sayso_version (number INTEGER)", "INSERT INTO sayso_version VALUES (1)")
FOREIGN = {
    "version alone": VERSION,
    "another version": ("CREATE TABLE sayso_version (version TEXT)",),
    "articles": (*VERSION, "CREATE TABLE articles (headline TEXT)"),
    "all names": (
        *VERSION,
        *(f"CREATE TABLE {name} (x TEXT)" for name in ("articles", "runs", "statements", "spans")),
    ),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_tables_of_the_same_names_make_no_record(nowhere: str, kind: str) -> None:
    damage(nowhere, *FOREIGN[kind])
    for create in (True, False):
        with pytest.raises(StoreError, match=r"it is a database, but not a sayso record$"):
            Store.open(nowhere, create=create)


def test_a_table_of_a_later_version_is_told_in_words(path: Path) -> None:
    path.write_bytes(gzip.decompress((OLDER / "version_3.db.gz").read_bytes()))
    damage(str(path), "CREATE TABLE annotations (x TEXT)")
    with pytest.raises(StoreError, match="it has a table or an index of a later version"):
        Store.open(path)
