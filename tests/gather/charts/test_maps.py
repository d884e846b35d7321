"""Which places statements of the linked sample speak of: invented ones, without coordinates."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.gather.charts.maps import whole
from sayso.pipeline import Engine, process
from sayso.records import Article
from sayso.store import Store
from sayso.view.asking import Question

TEXT = """A tunnel between Lyon and Turin

An engineer of an invented railway said in Geneva that trains
between Lyon and Turin would run in May.
"Nothing was found in Turin," a surveyor said. A driver said that the road to Turin was closed."""


@pytest.fixture(scope="module")
def store(linked_record: Path) -> Iterator[Store]:
    """Return the linked sample."""
    with Store.open(linked_record) as opened:
        yield opened


def test_invented_places_are_listed_not_drawn(store: Store) -> None:
    its = whole(store, Question())
    assert its.statements == store.counts().statements
    known = {each.name: each for each in its.view.unknown}
    karsk = {said.statement.id for said in store.mentioning("Karsk")}
    assert known["Karsk"].statements == len(karsk)
    assert known["Karsk"].lat is None
    assert all(each.score < 0.7 for each in its.view.unsure)
    form = its.to_json()
    assert len(form["places"]) == len(its.view.drawn + its.view.unsure + its.view.unknown)
    assert "Natural Earth" in form["base_map"]


def test_who_what_and_when_narrow_it(store: Store) -> None:
    some = whole(store, Question(who="Tarsova", since="2031-03-20"))
    every = whole(store, Question())
    assert 0 < some.statements < every.statements
    names = {each.name: each.statements for each in every.view.unknown}
    assert all(each.statements <= names[each.name] for each in some.view.unknown)
    assert all(each.first >= "2031-03-20" for each in some.view.unknown)


def test_real_places_are_drawn(engine: Engine, tmp_path: Path) -> None:
    article = Article(TEXT, "a.txt", publisher="Almis Post")
    with Store.open(tmp_path / "record.db") as store:
        store.write(process([article], engine.annotator, engine.resolver))
        view = whole(store, Question()).view
    drawn = {each.name: each for each in view.drawn}
    assert drawn["Turin"].statements >= 2
    assert drawn["Turin"].lat == pytest.approx(45.07, abs=0.5)
    assert drawn["Turin"].address == "/place/Turin"
    assert [pin.place.name for pin in view.canvases[0].pins].count("Turin") == 1
