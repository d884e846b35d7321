"""`sayso link`."""

import json
import random
import shutil

import pytest

from sayso.link import linker
from sayso.link.rooms import Entities
from sayso.pipeline import link
from sayso.reviewing import questions
from sayso.store import Store
from tests.cli.commands import sayso


@pytest.fixture
def own_record(few_record, tmp_path):
    """Return a record of a few articles, to write to."""
    return shutil.copy(few_record, tmp_path / "own.db")


def test_link_links_what_is_new(own_record):
    first = sayso("link", "--record", own_record, "--json")
    assert first.exit_code == 0, first.output
    assert json.loads(first.stdout)["articles"] > 1
    again = sayso("link", "--record", own_record)
    assert "0 articles linked" in again.stdout
    rebuilt = sayso("link", "--record", own_record, "--rebuild", "--json")
    assert json.loads(rebuilt.stdout)["articles"] == json.loads(first.stdout)["articles"]


def test_link_names_what_it_cannot_link_and_goes_on(own_record, monkeypatch):
    class Failing(Entities):
        def items(self, seen):
            if seen.number == 2:
                raise ValueError("no such thing")
            return Entities.items(self, seen)

    monkeypatch.setattr(linker, "ROOMS", (Failing(),))
    result = sayso("link", "--record", own_record, "--json")
    assert result.exit_code == 1
    done = json.loads(result.stdout)
    assert done["articles"] > 1
    [failed] = done["failed"]
    assert f"{failed['article']} cannot be linked: ValueError: no such thing" in result.stderr
    monkeypatch.undo()
    assert sayso("link", "--record", own_record).exit_code == 0


def test_link_needs_a_record(tmp_path):
    result = sayso("link", "--record", tmp_path / "none.db")
    assert result.exit_code == 1


def lists_of(store):
    every = (store.copies(), store.entities(), store.quotations(), store.claims())
    return [[each.to_json() for each in its] for its in every]


def test_the_order_of_reading_makes_no_difference(linked_record, tmp_path):
    with Store.open(linked_record) as store:
        every = [store.record(article) for article in store.annotated()]
    records = random.Random(3).sample(every, len(every) // 2)
    with Store.open(tmp_path / "at once.db") as store:
        store.write(records)
        link(store)
        wanted, asked = lists_of(store), list(questions(store))
    assert all(wanted)
    with Store.open(tmp_path / "other.db") as store:
        left = random.Random(4).sample(records, len(records))
        while left:
            store.write(left[:4])
            left = left[4:]
            link(store, batch=2)
        assert lists_of(store) == wanted
        assert list(questions(store)) == asked
        link(store, rebuild=True)
        assert lists_of(store) == wanted
