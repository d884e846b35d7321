"""A record under hard use: writers at once, writers that are killed at any moment, a full disk."""

import os
import random
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from sayso.errors import StoreError
from sayso.store import Store, dialect
from sayso.store.dialect import open_engine, reading, writing
from sayso.store.schema import articles, spans
from tests.processes.contexts import PROCESSES

from .databases.server import Server, owner
from .databases.writers import write_all, write_until_killed
from .samples import record, records

ARTICLES = 30
KILLS = 10


def check(address: str) -> set[int]:
    """Check that the record is whole, and return the model versions of its articles."""
    with Store.open(address) as store:
        if "://" not in address:
            check_file(address)
        rows = store.articles()
        stored = [store.record(row.id) for row in rows]
        versions = [int(r.model.version) for r in stored]
        assert stored == [
            record(int(row.given_id), version) for row, version in zip(rows, versions, strict=True)
        ]
        assert store.counts().statements == sum(len(r.statements) for r in stored)
        hits = store.search("Karsk", limit=10_000)
        assert {hit.article.id for hit in hits} == {row.id for row in rows}
    engine = open_engine(address)
    with reading(engine) as connection:
        there = connection.scalar(select(func.count()).select_from(spans))
    engine.dispose()
    assert there == sum(len(statement.parts) for r in stored for statement in r.statements)
    return set(versions)


def test_many_values_are_asked_for_at_once(address):
    with Store.open(address) as store:
        store.write(records(3))
        ids = [row.id for row in store.articles()]
    engine = open_engine(address)
    with reading(engine) as connection:
        numbers = dict(connection.execute(select(articles.c.id, articles.c.number)).all())
        wanted = [*ids[:2], "none"]
        by_id = select(articles.c.id).where(dialect.among(connection, articles.c.id, wanted))
        assert set(connection.scalars(by_id)) == set(ids[:2])
        many = [numbers[ids[0]], *range(10_000, 50_000), -1]
        by_number = select(articles.c.id).where(dialect.among(connection, articles.c.number, many))
        assert list(connection.scalars(by_number)) == ids[:1]
        assert not list(
            connection.scalars(by_number.where(dialect.among(connection, articles.c.id, [])))
        )
    engine.dispose()


def check_file(path: str) -> None:
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    assert raw.execute("PRAGMA journal_mode").fetchall() == [("wal",)]
    raw.close()


def kill_a_writer(address: str, first_version: int, seconds: float, *, after: str) -> None:
    """Kill a process that writes, some time after it sends a certain word."""
    receiver, sender = PROCESSES.Pipe(duplex=False)
    child = PROCESSES.Process(
        target=write_until_killed, args=(address, sender, ARTICLES, first_version)
    )
    child.start()
    sender.close()
    while receiver.recv() != after:
        pass
    time.sleep(seconds)
    assert child.is_alive()
    child.kill()
    child.join()
    child.close()
    receiver.close()


def test_a_killed_writer_leaves_a_whole_record(address: str) -> None:
    moments = random.Random(7)
    mixed = 0
    for kill in range(KILLS):
        version, seconds = 1000 * kill + kill % 2, moments.uniform(0, 0.12)
        kill_a_writer(address, version, seconds, after="begun")
        mixed += len(check(address)) > 1
    assert mixed > KILLS / 4, "too few writers were killed in the middle of their work"
    with Store.open(address) as store:
        store.write(records(ARTICLES, version=10**6))
        assert store.counts().articles == ARTICLES
    assert check(address) == {10**6}


@pytest.mark.parametrize("seconds", [0, 0.0025, 0.005, 0.01, 0.02, 0.04])
def test_a_record_survives_a_kill_while_it_is_created(nowhere: str, seconds: float) -> None:
    kill_a_writer(nowhere, 1, seconds, after="ready")
    check(nowhere)
    with Store.open(nowhere, create=False) as store:
        store.write(records(5))


def test_two_writers_share_a_record(nowhere: str) -> None:
    numbers = list(range(100))
    with ProcessPoolExecutor(2, mp_context=PROCESSES) as pool:
        tasks = [pool.submit(write_all, nowhere, n) for n in (numbers, numbers[::-1])]
        done = [task.result() for task in tasks]
    assert sum(counts.new for counts in done) == len(numbers)
    assert sum(counts.known for counts in done) == len(numbers)
    assert check(nowhere) == {1}
    with Store.open(nowhere) as store:
        assert store.counts().articles == store.counts().sightings == len(numbers)


def test_an_opener_waits_for_another_that_creates(path: Path) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")  # SQLite refuses a write-ahead log at once in this state
    with ThreadPoolExecutor(1) as pool:
        opening = pool.submit(Store.open, path)
        time.sleep(0.2)
        assert not opening.done()
        raw.close()
        opening.result(timeout=10).close()


def test_a_writer_waits_for_another_one(store: Store, address: str) -> None:
    other = open_engine(address)
    with ThreadPoolExecutor(1) as pool:
        with writing(other):
            waiting = pool.submit(store.write, records(2))
            time.sleep(0.3)
            assert not waiting.done()
            assert store.counts().articles == 0  # readers do not wait
        assert waiting.result(timeout=10).new == 2
    other.dispose()


def test_a_writer_that_waits_too_long_says_so(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialect, "BUSY_SECONDS", 0.1)
    other = open_engine(address)
    with Store.open(address) as store, writing(other):
        with pytest.raises(StoreError) as caught:
            store.write(records(1))
        assert str(caught.value) == f"{store.name}: another program kept it busy for too long"
    other.dispose()


def test_a_reader_sees_one_state_of_the_record(store: Store, address: str) -> None:
    store.write(records(2))
    other = open_engine(address)
    counted = select(func.count()).select_from(spans)
    with reading(other) as connection:
        before = connection.scalar(counted)
        store.write(records(4))
        assert connection.scalar(counted) == before
    with reading(other) as connection:
        assert connection.scalar(counted) == 2 * (before or 0)
    other.dispose()


def break_off(address: str, server: Server) -> None:
    """Take something out of a record, and lose the connection before that is kept."""
    engine = open_engine(address)
    try:
        with writing(engine) as connection:
            connection.execute(delete(spans))
            pid = connection.scalar(select(func.pg_backend_pid()))
            server.run(f"SELECT pg_terminate_backend({pid})")
            connection.scalar(select(1))
    finally:
        engine.dispose()


@pytest.mark.parametrize("nowhere", ["postgresql"], indirect=True)
def test_a_server_that_breaks_off_loses_nothing(nowhere: str, server: Server) -> None:
    with Store.open(nowhere) as store:
        store.write(records(3))
        with pytest.raises(StoreError) as caught:
            break_off(nowhere, server)
        assert str(caught.value) == f"{store.name}: the server broke the connection off"
        assert store.write(records(5)).new == 2
    assert check(nowhere) == {1}


@pytest.mark.parametrize("nowhere", ["postgresql"], indirect=True)
def test_a_store_outlives_its_connections(nowhere: str, server: Server) -> None:
    with Store.open(nowhere) as store:
        store.write(records(1))
        mine = f"datname = '{nowhere.rpartition('/')[2]}'"
        server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {mine}")  # noqa: S608
        assert store.counts().articles == 1


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """Let a new folder be a small disk of its own."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=777", "tmpfs", str(folder)]
    may = os.geteuid() == 0 and shutil.which("mount")
    if not may or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only the superuser may mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def small(request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    """Return where a record may be that has a small disk of its own, and the folder of that."""
    if request.param == "sqlite":
        folder: Path = request.getfixturevalue("tmp_path") / "disk"
        with small_disk(folder, megabytes=2):
            yield str(folder / "record.db"), folder
        return
    server: Server = request.getfixturevalue("server")
    folder = server.folder / "disk"
    with small_disk(folder, megabytes=14):
        if user := owner():
            shutil.chown(folder, user)
        server.run(f"CREATE TABLESPACE small LOCATION '{folder}'")
        address = server.database(tablespace="small")
        yield address, folder
        server.drop(address, "small")


def fill(folder: Path) -> None:
    """Leave little of a disk free."""
    rest = shutil.disk_usage(folder).free - 600_000
    (folder / "filler").write_bytes(bytes(max(rest, 0)))


def write_on(store: Store) -> None:
    """Write more and more articles, some at a time."""
    for start in range(0, 10_000, 8):
        store.write(map(record, range(start, start + 8)))


def test_a_full_disk_is_one_line_and_loses_nothing(small: tuple[str, Path]) -> None:
    address, folder = small
    with Store.open(address) as store:
        store.write(records(8))
        fill(folder)
        with pytest.raises(StoreError) as caught:
            write_on(store)
        assert str(caught.value) == f"{store.name}: the disk is full"
        written = store.counts().articles
        assert written % 8 == 0
        (folder / "filler").unlink()
        assert store.write(records(written + 2)).new == 2
    assert check(address) == {1}


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://boss:wr0ng@PASS@127.0.0.1:1/news",
        "postgresql://boss:wr@ng/PASS@127.0.0.1:1/news",
        "postgresql://boss:se#PASS@x@127.0.0.1:1/news",
        "postgresql:/boss:wr0ngPASS@127.0.0.1:1/news",
        "postgres:boss:wr0ngPASS@127.0.0.1/news",
    ],
)
def test_no_part_of_a_password_is_shown(address: str) -> None:
    with pytest.raises(StoreError) as failed:
        Store.open(address, create=False)
    assert "PASS" not in str(failed.value)
