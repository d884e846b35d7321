"""Commands that show articles: in the terminal, as a page, and the sample."""

from tests.cli.commands import DENIAL, lines, sayso


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


def test_a_page_and_json_exclude_each_other(article):
    assert sayso("show", article, "--json", "--html", "-").exit_code == 2


def test_demo():
    result = sayso("demo")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 50
