"""The same articles give the same, in whatever order, batches and runs they are linked."""

import json
import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from sayso.link import candidates
from sayso.link.linker import LinkCounts, Linker
from sayso.link.room import Room
from sayso.pipeline import link
from sayso.records import Record
from sayso.store import Store
from sayso.store.linking import ledger, unlinking
from sayso.store.linking.schema import link_sizes

from .plain_rooms import ROOMS
from .samples import SEEDS, record


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open, empty record."""
    with Store.open(tmp_path / "record.db") as opened:
        yield opened


def linked(store: Store, batch: int = 64, *, rebuild: bool = False) -> LinkCounts:
    linker = Linker(ROOMS, tuple(store.judgements()))
    return link(store, linker, batch=batch, rebuild=rebuild)


def lists(store: Store) -> str:
    """Return all lists, as JSON, and how much each of their values is."""
    every = (store.copies(), store.entities(), store.quotations(), store.claims())
    forms = [[each.to_json() for each in its] for its in every]
    columns = [column for column in link_sizes.c if column.name != "number"]
    with store.linking() as kept:
        rows = kept.connection.execute(select(*columns).order_by(link_sizes.c.id))
        sizes = [list(row) for row in rows]
    return json.dumps([*forms, sizes], indent=1)


def fresh(folder: Path, records: Sequence[Record], rooms: Sequence[Room[Any]] = ROOMS) -> str:
    """Return the lists of a new record into which records are read, and linked at once."""
    folder.mkdir()
    with Store.open(folder / "fresh.db") as store:
        store.write(records)
        link(store, Linker(tuple(rooms)))
        return lists(store)


def read_by_and_by(
    store: Store,
    rooms: Sequence[Room[Any]],
    numbers: Sequence[int],
    again: Collection[int],
    chance: random.Random,
) -> None:
    """Link records as they are read, in any order, and then as some are concluded `again`."""
    left = chance.sample(numbers, len(numbers))
    while left:
        some = chance.randint(1, len(left))
        store.write(record(n) for n in left[:some])
        left = left[some:]
        link(store, Linker(tuple(rooms)), batch=chance.randint(1, 4))
    for n in again:
        store.conclude([record(n, "2")])
        if chance.random() < 0.5:
            link(store, Linker(tuple(rooms)))
    link(store, Linker(tuple(rooms)))


def test_what_is_linked_is_listed(store: Store) -> None:
    store.write(record(n) for n in range(12))
    counts = linked(store)
    assert counts.articles == 12
    made = json.loads(lists(store))
    assert [len(its) > 0 for its in made] == [True] * 5
    _, entities, quotations, claims, sizes = made
    assert len(sizes) == len(entities) + len(quotations) + len(claims)
    assert counts.claims == len(claims)
    assert counts.entities == len(entities)
    assert {q["speaker"] for q in quotations} <= {e["id"] for e in entities}
    statements = {s.id for n in range(12) for s in record(n).statements}
    assert sorted(s for c in claims for s in c["statements"]) == sorted(statements)
    assert any(c["denied_by"] for c in claims)
    assert {a["claim"] for c in claims for a in c["answers"]} <= {c["id"] for c in claims}
    actors = sorted(tuple(each) for e in entities for each in e["actors"])
    assert actors == sorted((record(n).article.id, f"a{k}") for n in range(12) for k in (1, 2, 3))
    assert linked(store) == LinkCounts()


@pytest.mark.parametrize("seed", SEEDS)
def test_order_and_batches_make_no_difference(tmp_path: Path, seed: int) -> None:
    folder, chance = tmp_path, random.Random(seed)
    records = [record(chance.randint(0, 40)) for _ in range(3 + seed)]
    wanted = fresh(folder / "at once", records)
    with Store.open(folder / "record.db") as store:
        left = chance.sample(records, len(records))
        while left:
            some = chance.randint(1, len(left))
            store.write(left[:some])
            left = left[some:]
            linked(store, batch=chance.randint(1, 4))
        assert lists(store) == wanted
        linked(store, rebuild=True)
        assert lists(store) == wanted


@pytest.fixture
def small_crowds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a key bring nobody together that more than three have."""
    for module in (candidates, ledger, unlinking):
        monkeypatch.setattr(module, "CROWD", 3)


@pytest.mark.usefixtures("small_crowds")
@pytest.mark.parametrize("seed", SEEDS)
def test_what_many_share_brings_nobody_together_in_whatever_order(
    tmp_path: Path, seed: int
) -> None:
    rooms = (*ROOMS[:3], replace(ROOMS[3], dated=True, least=1))
    chance = random.Random(seed)
    numbers = chance.sample(range(40), 4 + seed)
    again = set(chance.sample(numbers, 3))
    last = [record(n, "2" if n in again else "1") for n in numbers]
    wanted = fresh(tmp_path / "at once", last, rooms)
    with Store.open(tmp_path / "record.db") as store:
        read_by_and_by(store, rooms, numbers, again, chance)
        assert lists(store) == wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_articles_that_are_concluded_again_are_linked_again(tmp_path: Path, seed: int) -> None:
    folder, chance = tmp_path, random.Random(seed)
    numbers = chance.sample(range(40), 8)
    again = set(chance.sample(numbers, 3))
    last = [record(n, "2" if n in again else "1") for n in numbers]
    wanted = fresh(folder / "at once", last)
    with Store.open(folder / "record.db") as store:
        store.write(record(n) for n in numbers)
        linked(store, batch=3)
        for n in again:
            store.conclude([record(n, "2")])
            assert store.unlinked() > 0
            if chance.random() < 0.5:
                linked(store)
        linked(store)
        assert lists(store) == wanted
