"""Figures of charts as tables, against what the same charts give as JSON."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.gather.charts import maps, network, tables, timeline
from sayso.store import Store
from sayso.view.asking import NetworkQuestion, Question


@pytest.fixture(scope="module")
def store(linked_record: Path) -> Iterator[Store]:
    """Return the linked sample."""
    with Store.open(linked_record) as opened:
        yield opened


def test_a_timeline(store: Store) -> None:
    its = tables.of_timeline(store, Question(who="Tarsova"))
    form = timeline.whole(store, Question(who="Tarsova"), limit=1, skip=0).to_json()
    wanted = [
        (point["from"], point["to"], series["name"], series["kind"], point["number"])
        for series in form["series"]
        for point in series["points"]
    ]
    assert list(its.rows) == wanted != []
    assert len(its.header) == 5


def test_a_network(store: Store) -> None:
    question = NetworkQuestion(kind="answers")
    rows = list(tables.of_network(store, question).rows)
    form = network.whole(store, question, limit=1, skip=0).to_json()
    assert [(row[0], row[3], row[5]) for row in rows] == [
        (edge["source"]["name"], edge["target"]["name"], edge["number"]) for edge in form["edges"]
    ]
    assert all(len(str(row[8]).split()) == row[5] for row in rows)


def test_a_map(store: Store) -> None:
    its = tables.of_map(store, Question())
    rows = [dict(zip(its.header, row, strict=True)) for row in its.rows]
    assert rows == maps.whole(store, Question()).to_json()["places"]
