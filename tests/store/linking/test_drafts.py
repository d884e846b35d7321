"""All is linked again while whoever reads goes on seeing the old links."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.link.linker import Linker
from sayso.pipeline import link
from sayso.store import Store
from tests.link.plain_rooms import ROOMS
from tests.link.samples import record
from tests.link.test_linker import fresh, linked, lists

COUNT = 12
NEWER = Linker((*ROOMS[:3], replace(ROOMS[3], version="2")))


def test_old_links_stand_until_the_new_ones_are_whole(store: Store, address: str) -> None:
    store.write(record(n) for n in range(COUNT))
    linked(store)
    wanted = lists(store)
    seen = []
    with Store.open(address) as reader:
        for linker in (Linker(ROOMS), NEWER):
            link(
                store, linker, rebuild=True, batch=4, progress=lambda _: seen.append(lists(reader))
            )
        assert seen == [wanted] * 6
        assert lists(reader) == wanted
    with store.linking() as ledger:
        assert ledger.rules() == {NEWER.rules}


def test_links_by_other_rules_stand_until_then_too(store: Store) -> None:
    store.write(record(n) for n in range(COUNT))
    linked(store)
    wanted, seen = lists(store), []
    counts = link(store, NEWER, batch=4, progress=lambda _: seen.append(lists(store)))
    assert (counts.articles, seen) == (COUNT, [wanted] * 3)
    assert link(store, NEWER).articles == 0


def test_what_changed_meanwhile_is_linked_as_it_is_now(store: Store, tmp_path: Path) -> None:
    again = record(3, "2")
    wanted = fresh(tmp_path / "wanted", [*(record(n) for n in range(COUNT + 2) if n != 3), again])
    store.write(record(n) for n in range(COUNT))
    linked(store)
    steps = iter([lambda: store.conclude([again]), lambda: store.write([record(COUNT)])])

    def change(_: int) -> None:
        next(steps, lambda: None)()

    store.write([record(COUNT + 1)])
    link(store, Linker(ROOMS), rebuild=True, batch=8, progress=change)
    assert lists(store) == wanted
    assert store.unlinked() == 0


class StoppedError(Exception):
    """What stops linking here."""


def test_whoever_stops_it_leaves_the_old_links(store: Store) -> None:
    store.write(record(n) for n in range(COUNT))
    linked(store)
    wanted = lists(store)

    def stop(_: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        link(store, NEWER, batch=4, progress=stop)
    assert lists(store) == wanted
    link(store, NEWER)
    assert lists(store) == wanted
