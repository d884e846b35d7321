"""The copies as a room: the same whatever the order of reading, with what people judged."""

from dataclasses import replace
from itertools import permutations

import pytest

from sayso.link.copies.room import Copies
from sayso.link.linker import Linker
from sayso.pipeline import link
from sayso.records import Article, ModelInfo, Record
from sayso.store import Store
from tests.link.copies.notation import OTHER, STORY, article

WIRE = ("KARSK (AP) — " + STORY[0], *STORY[1:])
READ = [
    replace(article(*WIRE, publisher="Almis Post", published="2031-03-15"), given_id="post"),
    replace(article(*STORY, publisher="Karsk Beacon", published="2031-03-14"), given_id="beacon"),
    replace(article(*OTHER, *STORY[:3], publisher="Banner"), given_id="banner"),
    replace(article(*OTHER[2:], publisher="Lantern"), given_id="lantern"),
]


def record(read: Article) -> Record:
    return Record(read, (), (), (), (), (), (), ModelInfo("tests", "1"))


def copies_of(store, articles, batch=64):
    for each in articles:
        store.write([record(each)])
        link(store, Linker((Copies(),)), batch=batch)
    return list(store.copies())


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "record.db") as opened:
        yield opened


def test_pairs_are_kept_with_what_the_room_tells(store):
    made = {frozenset(each.given): each for each in copies_of(store, READ)}
    assert {pair: each.relation for pair, each in made.items()} == {
        frozenset({"post", "beacon"}): "same",
        frozenset({"post", "banner"}): "partial",
        frozenset({"beacon", "banner"}): "partial",
        frozenset({"banner", "lantern"}): "partial",
    }
    assert made[frozenset({"post", "beacon"})].origin == "AP"


@pytest.mark.parametrize("order", list(permutations(READ))[1::5])
def test_the_order_of_reading_makes_no_difference(tmp_path, store, order):
    with Store.open(tmp_path / "other.db") as other:
        assert copies_of(other, order, batch=1) == copies_of(store, READ)


def test_the_earliest_of_several_sightings_counts_in_whatever_order_they_come(tmp_path, store):
    late = replace(READ[1], source="late", publisher="Associated Press")
    late = replace(late, published=READ[0].published)
    with Store.open(tmp_path / "other.db") as other:
        for opened, (first, second) in ((store, (READ[1], late)), (other, (late, READ[1]))):
            opened.write([record(first)])
            opened.see([second])
        two = [copies_of(opened, READ[:1]) for opened in (store, other)]
    assert [each.origin for each in two[0]] == [each.origin for each in two[1]]
    assert [each.from_ for each in two[0]] == [each.from_ for each in two[1]]
