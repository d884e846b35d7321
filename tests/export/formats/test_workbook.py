"""The workbook: read again by another library, it is the same table, and nothing in it runs."""

import gc
import resource
import sys
from contextlib import contextmanager
from io import BytesIO

import pytest
from openpyxl import load_workbook

from sayso.export.formats import workbook
from sayso.export.formats.flat import COLUMNS, flat, joined


def sheets(data):
    book = load_workbook(BytesIO(data), read_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows()] for sheet in book}


def test_what_is_written_is_read_again(written, articles, rows):
    made = sheets(written("xlsx", *articles))
    assert list(made) == ["Statements", "Columns"]
    head, *lines = made["Statements"]
    assert [cell.value for cell in head] == [column.name for column in COLUMNS]
    for line, row in zip(lines, rows, strict=True):
        values = [cell.value for cell in line]
        wanted = [joined(value) for value in flat(row).values()]
        values += [None] * (len(wanted) - len(values))
        assert values == [value if value not in ("", None) else None for value in wanted]
    assert [line[1].value for line in made["Columns"][1:]] == [column.what for column in COLUMNS]


def test_nothing_is_a_formula(written, hostile):
    (_, line) = sheets(written("xlsx", hostile))["Statements"]
    assert {cell.data_type for cell in line if cell.value is not None} <= {"s", "inlineStr", "n"}
    content = line[[column.name for column in COLUMNS].index("content")]
    assert content.data_type != "f"
    assert content.value.startswith("=HYPERLINK")
    assert "␛" in content.value


def test_a_full_sheet_goes_on_in_the_next(written, articles, rows, monkeypatch):
    monkeypatch.setattr(workbook, "_ROWS", 200)
    made = sheets(written("xlsx", *articles))
    there = [lines for name, lines in made.items() if name.startswith("Statements")]
    assert sum(len(lines) - 1 for lines in there) == len(rows)
    assert {len(lines) for lines in there[:-1]} == {201}


def test_a_cell_that_is_too_long_is_cut():
    assert workbook._fitting("a" * 40_000) == "a" * 32_766 + "…"
    assert len(workbook._fitting("𝒳" * 20_000)) * 2 <= 32_767
    assert workbook._fitting("short") == "short"


@pytest.mark.parametrize("limit", [0, 100, 3000, 8000, 20_000])
def test_a_disk_that_is_full_is_one_error_alone(articles, monkeypatch, limit):
    """Nothing is told on the way out, of archives and files that could not be ended."""
    ignored = []
    monkeypatch.setattr(sys, "unraisablehook", ignored.append)
    with files_of(limit), pytest.raises(OSError, match="large"):
        workbook.write(articles, BytesIO())
    gc.collect()
    assert [each for each in ignored if each.exc_type is not ResourceWarning] == []


@contextmanager
def files_of(size):
    """Let no file grow over a size meanwhile."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
