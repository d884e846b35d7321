"""`sayso who`: by entity where articles are linked, by names where they are not."""

import json
import shutil

import pytest

from sayso.store import Store
from tests.cli.commands import lines, sayso


@pytest.fixture
def own(linked_record, tmp_path):
    """Return a copy of the linked record that a test may write to."""
    return shutil.copy(linked_record, tmp_path / "own.db")


def test_one_person_comes_once_with_all_that_she_says(linked_record):
    shown = sayso("who", "Tarsova", "--record", linked_record)
    assert shown.stdout.count("Milena Tarsova · person · ") == 1
    assert "also Tarsova" in shown.stdout
    assert "Foreign Minister (2031-03-14 to 2031-04-16)" in shown.stdout
    rows = lines(sayso("who", "Tarsova", "--json", "--record", linked_record))
    (entity,) = {(row["entity"]["id"], row["entity"]["name"]) for row in rows}
    assert len({row["article"] for row in rows}) > 5
    days = [row["published"]["start"] for row in rows]
    assert days == sorted(days)
    by_id = lines(sayso("who", entity[0], "--json", "--record", linked_record))
    assert by_id == rows


def test_before_linking_it_goes_by_names_and_says_how_to_link(record):
    shown = sayso("who", "Tarsova", "--record", record)
    assert "not linked yet: sayso link" in shown.stderr
    assert "under this name: Milena Tarsova (" in shown.stderr
    assert " · person · " not in shown.stdout
    rows = lines(sayso("who", "Tarsova", "--json", "--record", record))
    assert {row["entity"] for row in rows} == {None}
    listed = sayso("who", "--record", record)
    assert listed.stdout == ""
    assert "nothing found" in listed.stderr


def test_both_ways_find_the_same_statements(record, linked_record):
    for flags in ((), ("--carried",), ("--said", "any")):
        ids = [
            {row["statement"]["id"] for row in lines(sayso("who", "Northwire", *flags, "--json",
                                                           "--record", its))}
            for its in (record, linked_record)
        ]  # fmt: skip
        assert ids[0] <= ids[1], flags


def test_who_says_most(linked_record):
    every = lines(sayso("who", "--json", "--record", linked_record))
    numbers = [each["statements"] for each in every]
    assert numbers == sorted(numbers, reverse=True)
    assert {"id", "name", "names", "roles", "articles"} <= every[0].keys()
    first = sayso("who", "--limit", 3, "--record", linked_record)
    assert first.stdout.startswith(every[0]["name"])
    assert f"{len(every) - 3} more: --limit" in first.stderr
    carried = lines(sayso("who", "--carried", "--json", "--record", linked_record))
    assert {each["name"] for each in carried} != {each["name"] for each in every}


def test_a_limit_is_of_statements(linked_record):
    rows = lines(sayso("who", "Tarsova", "--json", "--record", linked_record))
    some = sayso("who", "Tarsova", "--limit", 2, "--record", linked_record)
    assert some.stdout.count(" — ") < sayso(
        "who", "Tarsova", "--record", linked_record
    ).stdout.count(" — ")
    assert f"and {len(rows) - 2} statements more" in some.stdout
    assert (
        len(lines(sayso("who", "Tarsova", "--limit", 2, "--json", "--record", linked_record))) == 2
    )


@pytest.mark.parametrize("name", [["Tarsova"], []])
def test_it_is_a_page_too(name, linked_record, tmp_path):
    page = tmp_path / "who.html"
    done = sayso("who", *name, "--html", page, "--record", linked_record)
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    words = page.read_text("utf-8")
    assert "Milena Tarsova" in words
    assert "<script" not in words
    assert sayso("who", *name, "--html", page, "--json", "--record", linked_record).exit_code == 2


def test_nobody_is_called_so(linked_record):
    for name in ("Nobody Atall", "en_nobody", "?"):
        done = sayso("who", name, "--record", linked_record)
        assert (done.exit_code, done.stdout) == (0, "")
        assert "nothing found" in done.stderr


def test_what_people_corrected_holds_for_entities(own):
    kept = ("--record", own)
    rows = lines(sayso("who", "Tarsova", "--json", *kept))
    moved, gone = rows[0]["statement"]["id"], rows[1]["statement"]["id"]
    sayso("judge", "speaker", moved, "Signe Halvard", *kept)
    sayso("judge", "not_statement", gone, *kept)
    hers = [row["statement"]["id"] for row in lines(sayso("who", "Tarsova", "--json", *kept))]
    assert hers == [row["statement"]["id"] for row in rows[2:]]
    ids = [row["statement"]["id"] for row in lines(sayso("who", "Halvard", "--json", *kept))]
    assert moved in ids
    count = next(e["statements"] for e in lines(sayso("who", "--json", *kept))
                 if e["name"] == "Milena Tarsova")  # fmt: skip
    assert count == len(rows) - 2
    assert sayso("link", *kept).exit_code == 0
    again = [row["statement"]["id"] for row in lines(sayso("who", "Tarsova", "--json", *kept))]
    assert sorted(again) == sorted(hers)
    ids = [row["statement"]["id"] for row in lines(sayso("who", "Halvard", "--json", *kept))]
    assert moved in ids


def test_who_is_named_by_people_alone_is_there_after_linking_too(own):
    kept = ("--record", own)
    moved = lines(sayso("who", "Tarsova", "--json", *kept))[0]["statement"]["id"]
    sayso("judge", "speaker", moved, "Doran Hesk", *kept)
    for _ in range(2):
        assert [r["statement"]["id"] for r in lines(sayso("who", "Hesk", "--json", *kept))] == [
            moved
        ]
        assert sayso("link", *kept).exit_code == 0


def test_the_json_of_one_statement_is_whole(linked_record):
    row = lines(sayso("who", "Tarsova", "--limit", 1, "--json", "--record", linked_record))[0]
    assert json.dumps(row)
    with Store.open(linked_record) as store:
        assert row["statement"]["id"] in {s.id for s in store.record(row["article"]).statements}


def test_a_limit_hides_nobody_who_is_called_so(record):
    named = [
        sayso("who", "Dunov", *limit, "--record", record).stderr.partition("under this name")[2]
        for limit in (("--limit", 1), ())
    ]
    assert named[0] == named[1] != ""
