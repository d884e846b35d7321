"""Commands that show articles: in the terminal, as a page, and the sample."""

import json

import pytest

from tests.cli.commands import DENIAL, TEXT, lines, sayso


def test_show_writes_a_page(article, tmp_path):
    page = tmp_path / "page.html"
    assert sayso("show", article, "--html", page).exit_code == 0
    assert "We never agreed" in page.read_text("utf-8")
    nowhere = sayso("show", article, "--html", tmp_path / "no" / "page.html")
    assert nowhere.exit_code == 1
    assert nowhere.stderr.count("\n") == 1


def test_a_stored_record_comes_back_in_the_form_of_the_contract(record):
    (fresh,) = lines(sayso("extract", DENIAL))
    (stored,) = lines(sayso("show", fresh["article"]["id"], "--json", "--record", record))
    stored["article"]["sightings"] = fresh["article"]["sightings"]  # with the time of reading
    assert stored == fresh


def test_a_file_is_printed_as_extract_does(article):
    assert sayso("show", article, "--json").stdout == sayso("extract", article).stdout


@pytest.fixture
def seen_twice(tmp_path):
    """Return a record of one text that was seen at two addresses that nobody can reach."""
    path = tmp_path / "seen.db"
    rows = [{"text": TEXT, "url": f"https://{host}.invalid/1"} for host in ("almis", "nwa")]
    stdin = "\n".join(map(json.dumps, rows))
    result = sayso("read", "-", "--format", "jsonl", "--record", path, stdin=stdin)
    assert "1 new, 1 seen elsewhere" in result.stdout
    return path


@pytest.mark.parametrize("host", ["almis", "nwa"])
def test_an_address_of_any_sighting_is_looked_up_first(seen_twice, host):
    shown = sayso("show", f"https://{host}.invalid/1", "--json", "--record", seen_twice)
    (row,) = lines(shown)
    assert row["article"]["text"] == TEXT
    assert len(row["article"]["sightings"]) == 2


def test_an_address_that_the_record_does_not_know_is_read(seen_twice, tmp_path):
    for record in (seen_twice, tmp_path / "none.db"):
        shown = sayso("show", "https://karsk.invalid/1", "--record", record)
        assert shown.exit_code == 1
        assert "karsk.invalid" in shown.stderr
        assert "no article in the record" not in shown.stderr


def test_a_page_and_json_exclude_each_other(article):
    assert sayso("show", article, "--json", "--html", "-").exit_code == 2


def test_demo():
    result = sayso("demo")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 50
