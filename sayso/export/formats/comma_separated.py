"""Articles -> CSV after RFC 4180 in UTF-8, one statement a row; no cell is a formula."""

import csv
from collections.abc import Iterable
from io import TextIOWrapper
from typing import BinaryIO

from sayso.export.formats.cleaning import cell
from sayso.export.formats.flat import COLUMNS, flat, joined
from sayso.exported import Exported


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write the statements of articles as a table with a head."""
    text = TextIOWrapper(out, "utf-8", newline="", write_through=True)
    try:
        table = csv.writer(text)
        table.writerow(column.name for column in COLUMNS)
        for article in articles:
            for row in article.rows():
                values = map(joined, flat(row).values())
                table.writerow(cell(v) if isinstance(v, str) else v for v in values)
    finally:
        text.detach()
