"""What of large articles meets, in whatever order they are read."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.link.ledger import Ledger
from sayso.link.linker import Linker
from sayso.pipeline import link
from sayso.store import Store

from .plain_rooms import ROOMS
from .samples import SEEDS, record
from .test_linker import fresh, lists, read_by_and_by

# Articles of two statements and more are large, and only their nearest meet.
LARGE = (*ROOMS[:3], replace(ROOMS[3], large=1, least=1))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_reading_large_articles_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("sayso.link.nearest._MOST", 1)
    monkeypatch.setattr("sayso.link.nearest._LEAST", 1)
    chance = random.Random(seed)
    numbers = chance.sample(range(40), 4 + seed)
    again = set(chance.sample(numbers, 2))
    last = [record(n, "2" if n in again else "1") for n in numbers]
    wanted = fresh(tmp_path / "at once", last, LARGE)
    with Store.open(tmp_path / "record.db") as store:
        read_by_and_by(store, LARGE, numbers, again, chance)
        assert lists(store) == wanted
        link(store, Linker(LARGE), rebuild=True)
        assert lists(store) == wanted


def test_fewer_of_large_articles_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = [record(n) for n in range(30)]
    pairs = {}
    for most in (1, 16):
        monkeypatch.setattr("sayso.link.nearest._MOST", most)
        monkeypatch.setattr("sayso.link.nearest._LEAST", most)
        folder = tmp_path / f"{most}"
        folder.mkdir()
        with Store.open(folder / "record.db") as store:
            store.write(every)
            link(store, Linker(LARGE))
            with store.linking() as ledger:
                pairs[most] = len(ledger.pairs_at(set(claims_of(ledger))))
    assert 0 < pairs[1] < pairs[16]


def claims_of(ledger: Ledger) -> list[int]:
    """Return the nodes of all statements of the first thirty articles."""
    return [n for article in range(1, 31) for n in ledger.items(article, "claims").values()]


def test_what_a_large_article_says_is_no_twin(tmp_path: Path) -> None:
    nodes = {}
    for name, rooms in (("large", LARGE), ("small", ROOMS)):
        with Store.open(tmp_path / f"{name}.db") as store:
            store.write(record(n) for n in range(30))
            link(store, Linker(rooms))
            with store.linking() as ledger:
                nodes[name] = claims_of(ledger)
    several = [n for n in range(30) if len(record(n).statements) > 1]
    assert len(nodes["large"]) == len(nodes["small"])
    assert len(several) < len(set(nodes["large"]))
    assert len(set(nodes["small"])) < len(set(nodes["large"]))
