"""Rows of a table -> lines of CSV that a spreadsheet takes for words, whatever is in them."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from sayso.view.characters import visible

Cell = str | int | float | None
BOM = "\ufeff"  # by which spreadsheets tell that the words are UTF-8
# What a spreadsheet takes for a formula if a cell begins with it, behind space too: "=1+1", "@sum".
_FORMULA = re.compile(r"[\s\x00-\x20]*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r]")
_AT_ONCE = 100  # rows


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Yield a table as CSV after RFC 4180, some rows at a time, in UTF-8."""
    page = StringIO()
    writer = csv.writer(page)
    writer.writerow(header)
    for number, row in enumerate(rows, 1):
        writer.writerow([_safe(cell) for cell in row])
        if number % _AT_ONCE == 0:
            yield page.getvalue().encode()
            page.seek(0)
            page.truncate()
    yield page.getvalue().encode()


def _safe(cell: Cell) -> Cell:
    """Return a cell that begins no formula: an apostrophe before it makes it words.

    Odd characters, which may drive a terminal or have no form in UTF-8, are visible signs.
    """
    if not isinstance(cell, str):
        return cell
    return f"'{visible(cell)}" if _FORMULA.match(cell) else visible(cell)
