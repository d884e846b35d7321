"""One claim, one quotation, and the disputes of a record."""

import pytest

from tests.cli.commands import SAMPLE, lines, sayso


@pytest.fixture(scope="module")
def ids(linked_record):
    """Return the ids of the claim and of the quotation that most statements have."""
    return {
        command: max(
            lines(sayso(f"{command}s", "--record", linked_record, "--json")),
            key=lambda value: len(value["statements"]),
        )
        for command in ("claim", "quotation")
    }


@pytest.mark.parametrize("command", ["claim", "quotation"])
def test_one_is_shown_in_three_forms(command, ids, linked_record, tmp_path):
    value = ids[command]
    asked = (command, value["id"], "--record", linked_record)
    shown = sayso(*asked)
    assert shown.exit_code == 0, shown.output
    assert value["id"] in shown.stdout
    (row,) = lines(sayso(*asked, "--json"))
    assert row["statements"] == value["statements"]
    assert {each["statement"]["id"] for each in row["said"]} >= set(value["statements"])
    page = tmp_path / "page.html"
    assert sayso(*asked, "--html", page).exit_code == 0
    assert value["id"] in page.read_text("utf-8")


def test_the_beginning_of_an_id_and_a_statement_will_do(ids, linked_record):
    claim = ids["claim"]
    for name in (claim["id"][:12], claim["statements"][-1]):
        (row,) = lines(sayso("claim", name, "--record", linked_record, "--json"))
        assert row["id"] == claim["id"]


@pytest.mark.parametrize(("name", "words"), [("zebra", "no claim"), ("cl_", "may be")])
def test_an_id_must_mean_one_thing(name, words, linked_record):
    result = sayso("claim", name, "--record", linked_record)
    assert result.exit_code == 2
    assert words in result.stderr


def test_disputes_come_in_three_forms(linked_record, tmp_path):
    asked = ("disputes", "--record", linked_record, "--limit", 3)
    shown = sayso(*asked)
    assert shown.exit_code == 0, shown.output
    assert "One side" in shown.stdout
    assert "Figures" in shown.stdout
    assert all(each["answers"] for each in lines(sayso(*asked, "--json")))
    page = tmp_path / "page.html"
    assert sayso(*asked, "--html", page).exit_code == 0
    assert "According to" in page.read_text("utf-8")
    assert sayso("disputes", "zebra", "--record", linked_record).stdout == ""


def test_a_page_never_takes_the_place_of_a_source(ids, linked_record):
    (row,) = lines(sayso("claim", ids["claim"]["id"], "--record", linked_record, "--json"))
    source = row["said"][0]["sightings"][0]["source"].removesuffix(":1")
    asked = ("claim", row["id"], "--record", linked_record, "--html", source)
    assert str(SAMPLE) in source
    assert sayso(*asked).exit_code == 2
