"""The parts that commands are built of."""

import pytest

from sayso.cli.options import FORMATS
from sayso.cli.parts import open_record, read_articles
from sayso.errors import ReadError, StoreError, UsageError
from sayso.read.formats import table
from sayso.records import Article
from sayso.settings import Settings


def test_the_formats_that_can_be_named_are_those_that_are_read():
    assert set(FORMATS) == set(table.FORMATS)


def test_articles_and_errors_come_in_their_places(tmp_path):
    (tmp_path / "a.txt").write_text("It rained in the north on Friday and it was cold.\n", "utf-8")
    sources = (str(tmp_path / "a.txt"), str(tmp_path / "none.txt"))
    first, second = read_articles(sources, None, Settings())
    assert isinstance(first, Article)
    assert isinstance(second, ReadError)


def test_standard_input_that_is_closed_is_wrong_use(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(UsageError, match="closed"):
        read_articles(("-",), None, Settings())


def test_a_record_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreError):
        open_record(str(tmp_path / "none.db"))
