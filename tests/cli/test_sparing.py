"""What a page may not take the place of."""

import pytest

from sayso.cli.sparing import spare_record, spare_source, spare_sources, write_page
from sayso.errors import UsageError
from sayso.records import Sighting


def test_a_page_spares_sources_and_records(tmp_path):
    source, record = tmp_path / "a.jsonl", tmp_path / "a.db"
    source.write_text("{}")
    record.write_text("")
    with pytest.raises(UsageError):
        spare_source(source, str(source))
    with pytest.raises(UsageError):
        spare_sources(source, [Sighting(f"{source}:3")])
    with pytest.raises(UsageError):
        spare_sources(source, [Sighting(f"{source}/news/in.zip/b.csv:3")])
    with pytest.raises(UsageError):
        spare_record(tmp_path / "a.db-wal", str(record))
    spare_source(tmp_path / "b.html", str(source))


def test_a_page_is_written_whole(tmp_path, capsysbinary):
    page = tmp_path / "page.html"
    write_page(str(page), "äb", str(tmp_path / "a.db"), ())
    assert page.read_text("utf-8") == "äb"
    write_page("-", "äb", str(tmp_path / "a.db"), ())
    assert capsysbinary.readouterr().out == "äb".encode()
