"""Records of every age: new, older, newer."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from sayso.errors import StoreError
from sayso.store import Store
from sayso.store.dialect import open_engine, reading, writing
from sayso.store.migrations import STEPS, Step, is_current, migrate

from .samples import record, records


def add_mood(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE statements ADD COLUMN mood TEXT DEFAULT 'calm'")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE nowhere ADD COLUMN mood TEXT")


def bring(path: Path, *steps: Step) -> None:
    """Migrate the record at `path` as a later sayso with these further steps would."""
    engine = open_engine(path)
    try:
        with writing(engine) as connection:
            migrate(connection, steps=(*STEPS, *steps))
    finally:
        engine.dispose()


def ask(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.fixture
def old(path: Path) -> Path:
    with Store.open(path) as store:
        store.write(records(3))
    return path


def test_a_new_record_has_the_newest_version(path: Path) -> None:
    Store.open(path).close()
    assert ask(path, "SELECT number FROM sayso_version") == [(len(STEPS) + 1,)]


def test_an_older_record_takes_the_steps_that_it_lacks(old: Path) -> None:
    bring(old, add_mood)
    assert ask(old, "SELECT number FROM sayso_version") == [(len(STEPS) + 2,)]
    assert ask(old, "SELECT count(*), min(mood) FROM statements") == [(6, "calm")]
    bring(old, add_mood)  # a second process that comes late does nothing
    assert ask(old, "SELECT number FROM sayso_version") == [(len(STEPS) + 2,)]


def test_a_failing_step_leaves_the_older_record_whole(old: Path) -> None:
    with pytest.raises(StoreError, match="no such table: nowhere"):
        bring(old, add_mood, fail)
    with Store.open(old) as store:
        assert store.record(record(1).article.id) == record(1)
    assert "mood" not in str(ask(old, "SELECT sql FROM sqlite_master"))


def test_a_newer_record_is_left_alone(old: Path) -> None:
    bring(old, add_mood)
    before = old.read_bytes()
    with pytest.raises(StoreError, match=r"record\.db: it was made by a newer sayso"):
        Store.open(old)
    assert old.read_bytes() == before


def test_a_later_sayso_knows_which_records_to_bring_up_to_date(old: Path) -> None:
    engine = open_engine(old)
    with reading(engine) as connection:
        assert is_current(connection, create=False)
        assert not is_current(connection, create=False, steps=(*STEPS, add_mood))
    engine.dispose()
