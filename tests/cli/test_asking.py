"""Commands that ask the record: lists, finds, and what is said where there is no record."""

import json

import pytest

from sayso.view.characters import ODD
from tests.cli.commands import TEXT, lines, sayso


@pytest.mark.parametrize("command", [["list"], ["search", "x"], ["show", "abcd"]])
def test_a_record_that_is_not_there_is_one_line(command, tmp_path):
    result = sayso(*command, "--record", tmp_path / "no.db")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "no.db" in result.stderr


def test_list_show_and_search(record):
    listed = sayso("list", "--record", record).stdout.splitlines()
    assert len(listed) == 33
    shown = sayso("show", listed[0].split()[0], "--record", record)
    assert shown.exit_code == 0
    searched = sayso("search", "Karsk", "--record", record)
    assert searched.exit_code == 0
    assert "Karsk" in searched.stdout


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """Return a record of one text that two outlets published."""
    folder = tmp_path_factory.mktemp("twice")
    (folder / "articles.jsonl").write_text(
        json.dumps({"text": TEXT, "publisher": "Northwire", "published": "2031-03-14"})
        + "\n"
        + json.dumps({"text": TEXT, "publisher": "Courier", "url": "https://courier.example/1"})
    )
    path = folder / "record.db"
    assert sayso("read", folder / "articles.jsonl", "--record", path).exit_code == 0
    return path


def test_lists_of_articles_are_json_too(record):
    rows = lines(sayso("list", "--limit", 3, "--json", "--record", record))
    assert len(rows) == 3
    assert all(row["id"].startswith("sha256:") and row["sightings"] for row in rows)
    hits = lines(sayso("search", "mediator", "--json", "--record", record))
    assert hits
    for hit in hits:
        shown = lines(sayso("show", hit["article"]["id"], "--json", "--record", record))
        text = shown[0]["article"]["text"]
        words = [text[a:b] for passage in hit["passages"] for a, b in passage["words"]]
        assert all("mediator" in each.lower() for each in words)


@pytest.mark.parametrize("command", [["list"], ["show", "Q"], ["show", "Q", "--html", "-"],
                                     ["who", "minister"]])  # fmt: skip
def test_where_else_a_text_was_seen_is_shown(command, twice):
    (row,) = sayso("list", "--record", twice).stdout.splitlines()[:1]
    words = [row.split()[0] if word == "Q" else word for word in command]
    printed = sayso(*words, "--record", twice).stdout
    assert "Northwire" in printed
    assert "Courier" in printed
    assert "courier.example" in printed


def test_json_holds_every_sighting(twice):
    (row,) = sayso("list", "--record", twice).stdout.splitlines()[:1]
    (shown,) = lines(sayso("show", row.split()[0], "--json", "--record", twice))
    (said,) = lines(sayso("who", "minister", "--json", "--record", twice))
    for sightings in (shown["article"]["sightings"], said["sightings"]):
        assert [each["publisher"] for each in sightings] == ["Northwire", "Courier"]
        assert all(each["read_at"] for each in sightings)


def test_what_an_outlet_passed_on(tmp_path):
    path = tmp_path / "told.txt"
    path.write_text("The dam will hold, Ana Ruel told Northwire on Monday.")
    record = tmp_path / "record.db"
    assert sayso("read", path, "--record", record).exit_code == 0
    (said,) = lines(sayso("who", "Northwire", "--carried", "--json", "--record", record))
    assert said["speaker"]["name"] == "Ana Ruel"
    assert said["carriers"] == ["Northwire"]
    assert said["chain"] == [{"name": "Northwire", "kind": "told", "entity": None}]
    assert lines(sayso("who", "Ruel", "--carried", "--json", "--record", record)) == []


def test_no_text_of_a_record_can_command_the_terminal(tmp_path):
    path, evil = tmp_path / "evil.jsonl", "\x1b[2J\u202e"
    text = f"“No,” said Ana{evil} Ruel of Karsk{evil}."
    path.write_text(json.dumps({"text": text, "title": evil, "publisher": evil, "id": evil}))
    record = tmp_path / "evil.db"
    assert sayso("read", path, "--record", record).exit_code == 0
    for command in (["list"], ["search", "no"], ["who", "Ruel"], ["where", "Karsk"]):
        result = sayso(*command, "--record", record)
        assert result.exit_code == 0
        assert not ODD.search(result.stdout + result.stderr)


@pytest.fixture(scope="module")
def unsaid(tmp_path_factory):
    """Return a record of an article in which two things of Karsk were said and one was not."""
    folder = tmp_path_factory.mktemp("unsaid")
    (folder / "article.txt").write_text(
        "Ana Ruel said the bridge in Karsk was open. Ana Ruel did not say who had closed Karsk.\n\n"
        "“Karsk is quiet,” Ana Ruel said.\n"
    )
    path = folder / "record.db"
    assert sayso("read", folder / "article.txt", "--record", path).exit_code == 0
    return path


@pytest.mark.parametrize(
    ("said", "number"), [((), 2), (("--said", "no"), 1), (("--said", "any"), 3)]
)
def test_one_option_asks_for_what_was_not_said(said, number, unsaid):
    record = ("--record", unsaid)
    for words in (["who", "Ruel"], ["where", "Karsk"]):
        result = sayso(*words, *said, *record)
        assert result.stderr.startswith(f"{number} statement")
        assert ("not said" in result.stdout) == bool(said)
        listed = lines(sayso(*words, *said, "--json", *record))
        assert len(listed) == number
        assert {each["statement"]["said"] for each in listed} <= {"yes", "no"}
    listed = sayso("list", *said, *record)
    assert listed.stderr == f"1 article, {number} statement{'s' if number > 1 else ''}\n"
    assert listed.stdout.split()[1:4] == ["no", "date", str(number)]
    searched = sayso("search", "Karsk", *said, *record).stdout
    assert searched.count("  statement st_") == number
    assert ("(not said)" in searched) == bool(said)


@pytest.mark.parametrize("command", [["list"], ["search", "x"], ["who", "x"], ["where", "x"]])
def test_a_limit_beyond_any_database_is_refused(command, record):
    result = sayso(*command, "--limit", "99999999999999999999", "--record", record)
    assert result.exit_code == 2
    assert "--limit" in result.stderr
