"""The command that shows an article: in the terminal, and as a page."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import DENIAL, TEXT, lines, process, sayso


@pytest.fixture
def own_article(article, tmp_path):
    """Return a copy of the article, alone in a folder."""
    folder = tmp_path / "articles"
    folder.mkdir()
    return Path(shutil.copy(article, folder / "article.txt"))


def test_show_writes_a_page(article, tmp_path):
    page = tmp_path / "page.html"
    assert sayso("show", article, "--html", page).exit_code == 0
    assert "We never agreed" in page.read_text("utf-8")
    nowhere = sayso("show", article, "--html", tmp_path / "no" / "page.html")
    assert nowhere.exit_code == 1
    assert nowhere.stderr.count("\n") == 1


@pytest.mark.parametrize("link", ["", "symbolic", "hard"])
@pytest.mark.parametrize("kept", ["article", "record"])
def test_a_page_never_takes_the_place_of_what_it_shows(own_article, own_record, link, kept):
    own_record = Path(own_record)
    spared = own_article if kept == "article" else own_record
    page, before = spared, spared.read_bytes()
    if link:
        page = spared.with_name("page.html")
        page.symlink_to(spared) if link == "symbolic" else page.hardlink_to(spared)
    result = sayso("show", own_article, "--html", page, "--record", own_record)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert spared.read_bytes() == page.read_bytes() == before


def test_a_page_never_takes_the_place_of_one_of_many_sources(own_article):
    folder, before = own_article.parent, own_article.read_bytes()
    (folder / "a.txt").write_text(
        "“We never agreed to that,” the minister said on Friday.\n", "utf-8"
    )
    assert sayso("show", folder, "--html", own_article).exit_code == 2
    with own_article.open("rb") as source:
        piped = process("show", "-", "--html", own_article, stdin=source)
    assert piped.returncode == 2
    assert own_article.read_bytes() == before
    assert sayso("show", own_article, "--html", folder / "page.html").exit_code == 0


def test_a_page_never_takes_the_place_of_a_record_in_use(own_article, own_record):
    log = Path(f"{own_record}-wal")
    log.write_bytes(b"")
    asked = ("show", own_article, "--html", log, "--record", own_record)
    assert sayso(*asked).exit_code == 2
    assert log.read_bytes() == b""


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_page_never_takes_a_name_of_a_record_opened_through_a_link(
    own_article, own_record, tmp_path, ending
):
    link, page = tmp_path / "link.db", Path(f"{own_record}{ending}")
    link.symlink_to(own_record)
    for record in (link, own_record):
        asked = ("show", own_article, "--html", page, "--record", record)
        assert sayso(*asked).exit_code == 2
    assert not ending or not page.exists()


def test_a_page_never_takes_the_place_of_what_a_stored_article_was_read_from(own_article, tmp_path):
    record, rows = tmp_path / "own.db", own_article.with_name("rows.jsonl")
    again = Path(shutil.copy(own_article, own_article.with_name("again.txt")))
    rows.write_text(json.dumps({"text": TEXT}) + "\n", "utf-8")
    sources = (own_article, again, rows)
    assert sayso("read", *sources, "--record", record).exit_code == 0
    for page in sources:
        (row,) = lines(sayso("extract", page))
        before = page.read_bytes()
        result = sayso("show", row["article"]["id"], "--html", page, "--record", record)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
        assert page.read_bytes() == before


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


def test_a_name_that_is_nowhere_is_told_as_a_file_and_a_record(tmp_path):
    shown = sayso("show", "strom.txt", "--record", tmp_path / "none.db")
    assert shown.exit_code == 1
    assert shown.stderr == f"sayso: there is no file strom.txt, and no record {tmp_path}/none.db\n"


def test_a_page_and_json_exclude_each_other(article):
    assert sayso("show", article, "--json", "--html", "-").exit_code == 2


@pytest.mark.parametrize("name", ["a" * 400, "a" * 5000, "b\0c"])
def test_what_no_file_can_be_called_is_not_there(own_record, name):
    done = sayso("show", name, "--record", own_record)
    assert done.exit_code == 1
    assert done.stderr.startswith("sayso: no article in the record is named")
