"""A record under hard use: two writers at once, and writers that are killed at any moment."""

import multiprocessing
import random
import sqlite3
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import Store, dialect
from sayso.store.dialect import open_engine, writing

from .samples import record, records
from .writers import write_all, write_until_killed

METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
PROCESSES = multiprocessing.get_context(METHOD)
if METHOD == "forkserver":  # children start in milliseconds, with everything imported
    PROCESSES.set_forkserver_preload(["__main__", "pytest", "sayso.store"])

ARTICLES = 30
KILLS = 16


def check(path: Path) -> set[int]:
    """Check that the record is whole, and return the model versions of its articles."""
    with Store.open(path) as store:
        raw = sqlite3.connect(path)
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("PRAGMA journal_mode").fetchall() == [("wal",)]
        raw.close()
        rows = store.articles()
        found = [store.record(row.id) for row in rows]
        versions = [int(r.model.version) for r in found]
        assert found == [
            record(int(row.given_id), version) for row, version in zip(rows, versions, strict=True)
        ]
        assert store.counts().statements == sum(len(r.statements) for r in found)
        hits = store.search("Karsk", limit=10_000)
        assert {hit.article.id for hit in hits} == {row.id for row in rows}
    return set(versions)


def kill_a_writer(path: Path, first_version: int, seconds: float, *, after: str) -> None:
    """Kill a process that writes, some time after it sends a certain word."""
    receiver, sender = PROCESSES.Pipe(duplex=False)
    child = PROCESSES.Process(  # type: ignore[attr-defined]
        target=write_until_killed, args=(path, sender, ARTICLES, first_version)
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


def test_a_killed_writer_leaves_a_whole_record(path: Path) -> None:
    moments = random.Random(7)
    mixed = 0
    for kill in range(KILLS):
        version, seconds = 1000 * kill + kill % 2, moments.uniform(0, 0.12)
        kill_a_writer(path, version, seconds, after="begun")
        mixed += len(check(path)) > 1
    assert mixed > KILLS / 4, "too few writers were killed in the middle of their work"
    with Store.open(path) as store:
        store.write(records(ARTICLES, version=10**6))
        assert store.counts().articles == ARTICLES
    assert check(path) == {10**6}


def test_a_record_survives_a_kill_while_it_is_created(tmp_path: Path) -> None:
    for kill in range(8):
        path = tmp_path / f"{kill}.db"
        kill_a_writer(path, 1, kill / 400, after="ready")
        check(path)
        with Store.open(path, create=False) as store:
            store.write(records(5))


def test_two_writers_share_a_record(path: Path) -> None:
    numbers = list(range(150))
    with ProcessPoolExecutor(2, mp_context=PROCESSES) as pool:
        tasks = [pool.submit(write_all, path, n) for n in (numbers, numbers[::-1])]
        done = [task.result() for task in tasks]
    assert sum(counts.new for counts in done) == len(numbers)
    assert sum(counts.known for counts in done) == len(numbers)
    assert check(path) == {1}
    with Store.open(path) as store:
        assert store.counts().articles == len(numbers)


def test_an_opener_waits_for_another_that_creates(path: Path) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")  # SQLite refuses a write-ahead log at once in this state
    with ThreadPoolExecutor(1) as pool:
        opening = pool.submit(Store.open, path)
        time.sleep(0.2)
        assert not opening.done()
        raw.close()
        opening.result(timeout=10).close()


def test_a_writer_waits_for_another_one(store: Store, path: Path) -> None:
    other = open_engine(path)
    with ThreadPoolExecutor(1) as pool:
        with writing(other):
            waiting = pool.submit(store.write, records(2))
            time.sleep(0.3)
            assert not waiting.done()
            assert store.counts().articles == 0  # readers do not wait
        assert waiting.result(timeout=10).new == 2
    other.dispose()


def test_a_writer_that_waits_too_long_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "BUSY_SECONDS", 0.1)
    other = open_engine(path)
    with Store.open(path) as store, writing(other):  # noqa: SIM117
        with pytest.raises(StoreError, match=r"record\.db: another program kept it busy"):
            store.write(records(1))
    other.dispose()
