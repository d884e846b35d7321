"""CSV: read again by the library, it is the same table, and nothing in it runs."""

import csv
from io import StringIO

from sayso.export.formats.flat import COLUMNS, flat, joined


def table(data):
    return list(csv.DictReader(StringIO(data.decode("utf-8"), newline="")))


def test_what_is_written_is_read_again(written, articles, rows):
    read = table(written("csv", *articles))
    assert len(read) == len(rows)
    for line, row in zip(read, rows, strict=True):
        assert list(line) == [column.name for column in COLUMNS]
        assert line["statement"] == row.statement.id
        content = joined(flat(row)["content"])
        assert line["content"].removeprefix("'") == content.removeprefix("'")


def test_no_cell_is_a_formula_or_a_command(written, hostile):
    data = written("csv", hostile)
    (line,) = table(data)
    assert line["content"].startswith("'=HYPERLINK")
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in line.values())
    assert not {"\x00", "\x1b", "\u202e", "\ufffd"} & set(line["content"]) - {"\ufffd"}
    assert line["score"] == ""
    assert line["said"] == "no"
