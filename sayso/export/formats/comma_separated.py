"""Articles -> CSV after RFC 4180 in UTF-8, one statement a row; no cell is a formula."""

from collections.abc import Iterable
from typing import BinaryIO

from sayso.export.csvlines import csv_lines
from sayso.export.formats.flat import COLUMNS, flat_rows, joined
from sayso.exported import Exported


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write the statements of articles as a table with a head."""
    rows = ([joined(value) for value in row.values()] for row in flat_rows(articles))
    out.writelines(csv_lines([column.name for column in COLUMNS], rows))
