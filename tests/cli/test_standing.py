"""Where somebody stands, and who is said to hold a place."""

import pytest

from tests.cli.commands import lines, sayso


def test_a_position_as_json(record):
    made = lines(sayso("position", "Halvard", "--json", "--record", record))
    assert made
    assert {row["entity"] for row in made} == {None}
    assert {each["kind"] for row in made for each in row["stances"]} <= {
        "demands", "offers", "refuses", "accepts", "threatens",
    }  # fmt: skip


def test_the_refusal_of_march_and_the_offer_of_april_are_one_position(linked_record):
    made = lines(sayso("position", "Tarsova", "--json", "--record", linked_record))
    (row,) = [row for row in made if row["turns"]]
    assert row["entity"]["name"] == "Milena Tarsova"
    assert row["turns"][0]["why"] == "refuses on 2031-03-27, offers on 2031-04-16"
    days = {(each["date"], each["kind"]) for each in row["stances"]}
    assert {("2031-03-27", "refuses"), ("2031-04-16", "offers")} <= days
    shown = sayso("position", "Tarsova", "--record", linked_record)
    assert "-> changed: refuses on 2031-03-27" in shown.stdout
    assert "1 turn; under this name: Milena Tarsova (" in shown.stderr


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
