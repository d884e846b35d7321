"""`sayso link`."""

import json
import random
import shutil

import pytest

from sayso.pipeline import link
from sayso.store import Store
from tests.cli.commands import lines, sayso


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


@pytest.fixture(scope="module")
def linked_record(record, tmp_path_factory):
    path = shutil.copy(record, tmp_path_factory.mktemp("linked") / "record.db")
    assert sayso("link", "--record", path).exit_code == 0
    return path


def test_lists_print_what_was_linked(linked_record):
    for command, field in (("claims", "statements"), ("entities", "names")):
        result = sayso(command, "--record", linked_record, "--json", "--limit", 5)
        assert result.exit_code == 0, result.output
        assert all(each[field] for each in lines(result))
        assert lines(result)
        assert sayso(command, "--record", linked_record, "--limit", 5).stdout.strip()
    for command in ("copies", "quotations"):
        assert sayso(command, "--record", linked_record).exit_code == 0


def test_claims_are_found_by_words(linked_record):
    every = lines(sayso("claims", "--record", linked_record, "--json"))
    some = lines(sayso("claims", "talks", "--record", linked_record, "--json"))
    assert 0 < len(some) < len(every)
    assert {each["id"] for each in some} <= {each["id"] for each in every}
    assert sayso("claims", "zebra", "--record", linked_record).stdout == ""


def test_what_is_not_linked_is_told(record):
    result = sayso("claims", "--record", record)
    assert "nothing found" in result.stderr
    assert "not linked yet" in result.stderr


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
