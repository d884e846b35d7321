"""Rows of a table -> lines of CSV that a spreadsheet takes for words, whatever is in them."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

Cell = str | int | float | None
BOM = "\ufeff"  # by which spreadsheets tell that the words are UTF-8
# What a spreadsheet takes for a formula if a cell begins with it, behind space too: "=1+1", "@sum".
_FORMULA = re.compile(r"[\s\x00-\x20]*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r]")
_BARE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # no program expects them in words
_AT_ONCE = 100  # rows


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Yield a table as CSV, some rows at a time, in UTF-8."""
    page = StringIO(BOM)
    page.seek(0, 2)
    writer = csv.writer(page)
    writer.writerow(header)
    for number, row in enumerate(rows, 1):
        writer.writerow([_safe(cell) for cell in row])
        if number % _AT_ONCE == 0:
            yield page.getvalue().encode("utf-8", "replace")
            page.seek(0)
            page.truncate()
    yield page.getvalue().encode("utf-8", "replace")


def _safe(cell: Cell) -> Cell:
    """Return a cell that begins no formula: an apostrophe before it makes it words."""
    if not isinstance(cell, str):
        return cell
    words = _BARE.sub(" ", cell)
    return f"'{words}" if _FORMULA.match(words) else words
