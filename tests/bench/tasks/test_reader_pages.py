"""Pages of the reader are timed on a made record."""

from pathlib import Path

from bench.tasks.across.reader_pages import make, measure


def test_each_page_of_a_made_record_has_a_figure(tmp_path: Path) -> None:
    make(tmp_path / "made.db", 8)
    its = measure(tmp_path / "made.db")
    kinds = {page.split("/")[1].partition("?")[0] for page in its if page.startswith("/")}
    assert kinds >= {"", "claims", "claim", "entity", "article", "copies", "search", "review"}
    assert its["slowest_page_ms"] == max(ms for page, ms in its.items() if page.startswith("/"))
    assert min(its.values()) > 0
