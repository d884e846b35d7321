"""What linking keeps is the same in a file and in a database, and whoever makes it."""

import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy import func, select

from sayso.link.linker import Linker
from sayso.pipeline import link
from sayso.store import Store
from sayso.store.linking.schema import link_groups, link_items, link_nodes
from tests.link.plain_rooms import ROOMS
from tests.link.samples import record
from tests.link.test_linker import fresh, linked, lists
from tests.processes.contexts import PROCESSES

COUNT = 12


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the lists of a record whose articles were linked at once."""
    return fresh(tmp_path_factory.mktemp("wanted") / "a", [record(n) for n in range(COUNT)])


def test_both_databases_keep_the_same(store: Store, tmp_path: Path) -> None:
    wanted = fresh(tmp_path / "wanted", [record(n, "2") for n in range(COUNT)])
    store.write(record(n) for n in range(COUNT))
    linked(store, batch=5)
    store.conclude(record(n, "2") for n in range(COUNT))
    assert store.unlinked() == COUNT
    assert list(store.claims()) == []
    with store.linking() as kept:  # nothing of what was linked is left behind
        for table in (link_items, link_nodes, link_groups):
            assert kept.connection.scalar(select(func.count()).select_from(table)) == 0
    linked(store, batch=5)
    assert lists(store) == wanted


def link_slowly(address: str, progress: Connection) -> None:
    """Link an article at a time, and tell of each."""
    with Store.open(address) as store:
        progress.send(0)
        link(store, Linker(ROOMS), batch=1, progress=progress.send)


def test_two_at_once_do_no_harm(address: str, store: Store, wanted: str) -> None:
    store.write(record(n) for n in range(COUNT))
    here, there = PROCESSES.Pipe(duplex=False)
    both = [PROCESSES.Process(target=link_slowly, args=(address, there)) for _ in range(2)]
    for process in both:
        process.start()
    there.close()
    counts = []
    with suppress(EOFError):
        while here.poll(300):
            counts.append(here.recv())
    for process in both:
        process.join(300)
        assert process.exitcode == 0
    assert sum(counts) == COUNT
    assert lists(store) == wanted


def test_a_killed_link_goes_on_where_it_was(address: str, store: Store, wanted: str) -> None:
    store.write(record(n) for n in range(COUNT))
    left = COUNT
    for articles in (1, 3):
        here, there = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(target=link_slowly, args=(address, there))
        process.start()
        there.close()
        for _ in range(1 + articles):
            assert here.poll(300)
            here.recv()
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join(300)
        assert process.exitcode == -signal.SIGKILL
        assert store.unlinked() < left
        left = store.unlinked()
    linked(store)
    assert lists(store) == wanted
