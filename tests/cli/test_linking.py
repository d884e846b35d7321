"""`sayso link`."""

import json
import shutil

import pytest

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
