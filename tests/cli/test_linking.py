"""`sayso link`."""

import json
import random

from sayso.pipeline import link
from sayso.store import Store
from tests.cli.commands import sayso


def test_link_links_what_is_new(own_record):
    first = sayso("link", "--record", own_record, "--json")
    assert first.exit_code == 0, first.output
    assert json.loads(first.stdout)["articles"] > 1
    again = sayso("link", "--record", own_record)
    assert "0 articles linked" in again.stdout
    rebuilt = sayso("link", "--record", own_record, "--rebuild", "--json")
    assert json.loads(rebuilt.stdout)["articles"] == json.loads(first.stdout)["articles"]


def test_link_needs_a_record(tmp_path):
    result = sayso("link", "--record", tmp_path / "none.db")
    assert result.exit_code == 1


def lists_of(store):
    every = (store.copies(), store.entities(), store.quotations(), store.claims())
    return [[each.to_json() for each in its] for its in every]


def test_the_order_of_reading_makes_no_difference(linked_record, tmp_path):
    with Store.open(linked_record) as store:
        wanted = lists_of(store)
        records = [store.record(article) for article in store.annotated()]
    with Store.open(tmp_path / "other.db") as store:
        left = random.Random(3).sample(records, len(records))
        while left:
            store.write(left[:3])
            left = left[3:]
            link(store, batch=2)
        assert lists_of(store) == wanted
        link(store, rebuild=True)
        assert lists_of(store) == wanted
