"""Where somebody stands, and who is said to hold a place."""

import pytest

from tests.cli.commands import lines, sayso


def test_a_position_as_json(record):
    made = lines(sayso("position", "Halvard", "--json", "--record", record))
    assert made
    assert {each["kind"] for row in made for each in row["stances"]} <= {
        "demands", "offers", "refuses", "accepts", "threatens",
    }  # fmt: skip


def test_who_is_said_to_hold_a_place(record):
    made = lines(sayso("control", "Karsk", "--json", "--record", record))
    assert {each["kind"] for each in made} & {"holds", "claims"}
    assert all(each["place"] == "Karsk" for each in made)
    printed = sayso("control", "Karsk", "--record", record)
    assert "according to" in printed.stdout
    assert "passages in" in printed.stderr


@pytest.mark.parametrize("command", ["position", "control"])
def test_nothing_is_said_so(command, record):
    result = sayso(command, "Nobody Atall", "--record", record)
    assert result.exit_code == 0
    assert "nothing found" in result.stderr


@pytest.mark.parametrize(("command", "name"), [("position", "Halvard"), ("control", "Karsk")])
def test_both_are_pages_too(command, name, record, tmp_path):
    page = tmp_path / "page.html"
    result = sayso(command, name, "--record", record, "--html", page)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert name in page.read_text("utf-8")
    assert sayso(command, name, "--record", record, "--html", page, "--json").exit_code == 2
