"""Commands that show articles: in the terminal, as a page, and the sample."""

from tests.cli.commands import sayso


def test_show_writes_a_page(article, tmp_path):
    page = tmp_path / "page.html"
    assert sayso("show", article, "--html", page).exit_code == 0
    assert "We never agreed" in page.read_text("utf-8")
    nowhere = sayso("show", article, "--html", tmp_path / "no" / "page.html")
    assert nowhere.exit_code == 1
    assert nowhere.stderr.count("\n") == 1


def test_demo():
    result = sayso("demo")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 50
