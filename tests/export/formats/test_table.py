"""The table of formats: each is there, writes, and says what it needs."""

import sys
from io import BytesIO

import pytest

from sayso.errors import ExtraError, UsageError
from sayso.export.formats.table import FORMATS, writer


def test_formats_are_those_that_were_asked_for():
    assert set(FORMATS) == {
        *("csv", "jsonl", "parquet", "webannotation", "ftm", "geojson", "schemaorg", "prov"),
        *("plover", "graphml", "xlsx"),
    }


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_nothing_and_something(name, written, articles):
    out = BytesIO()
    writer(name)(iter(()), out)
    assert len(out.getvalue()) < len(written(name, *articles))


def test_a_format_that_is_not_there_names_those_that_are():
    with pytest.raises(UsageError, match="csv, jsonl, parquet"):
        writer("pdf")


def test_a_format_tells_what_it_needs(monkeypatch):
    monkeypatch.setitem(sys.modules, "arro3.core", None)
    monkeypatch.delitem(sys.modules, "sayso.export.formats.parquet", raising=False)
    with pytest.raises(ExtraError, match=r'pip install "sayso\[parquet\]"'):
        writer("parquet")
