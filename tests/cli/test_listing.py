"""Lists of claims, copies, quotations and entities: on a screen, as JSON, as a page."""

import pytest

from tests.cli.commands import lines, sayso

LISTS = ("claims", "copies", "quotations", "entities")


@pytest.mark.parametrize("command", LISTS)
def test_a_list_comes_in_three_forms(command, linked_record, tmp_path):
    asked = (command, "--record", linked_record, "--limit", 5)
    shown = sayso(*asked)
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.strip()
    assert "more: --limit" in shown.stderr
    assert len(lines(sayso(*asked, "--json"))) == 5
    page = tmp_path / "page.html"
    assert sayso(*asked, "--html", page).exit_code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert sayso(*asked, "--html", page, "--json").exit_code == 2


def test_what_most_articles_have_comes_first(linked_record):
    first = sayso("claims", "--record", linked_record, "--limit", 1).stdout
    every = lines(sayso("claims", "--record", linked_record, "--json"))
    assert max(every, key=lambda claim: claim["articles"])["articles"] > 3
    assert max(claim["articles"] for claim in every if claim["id"] in first) == max(
        claim["articles"] for claim in every
    )


def test_claims_are_found_by_words(linked_record):
    every = lines(sayso("claims", "--record", linked_record, "--json"))
    some = lines(sayso("claims", "talks", "--record", linked_record, "--json"))
    assert 0 < len(some) < len(every)
    assert {each["id"] for each in some} <= {each["id"] for each in every}
    nothing = sayso("claims", "zebra", "--record", linked_record)
    assert nothing.stdout == ""
    assert "nothing found" in nothing.stderr


def test_what_is_not_linked_is_told(record):
    result = sayso("claims", "--record", record)
    assert "nothing found" in result.stderr
    assert "not linked yet" in result.stderr


def test_a_list_never_takes_the_place_of_the_record(linked_record):
    result = sayso("claims", "--record", linked_record, "--html", linked_record)
    assert result.exit_code == 2
