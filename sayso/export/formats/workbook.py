"""Articles -> a workbook of Excel for people; the one user of xlsxwriter.

No cell is a formula or a link, rows are written as they come, and a full sheet goes on in the next.
"""

from collections.abc import Iterable, Iterator
from io import SEEK_SET
from itertools import count, islice
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from sayso.export.formats.flat import COLUMNS, Value, flat_rows, joined
from sayso.exported import Exported
from sayso.view.characters import visible

_ROWS = 1_048_575  # of a sheet, its head aside
_LONGEST = 32_767  # characters of a cell, of which Excel counts those beyond 65535 as two
_CUT = "…"
_WIDTHS = {"content": 70, "title": 40, "speaker": 24, "judged": 40}
_WIDTH = 16
# Whatever a cell holds is words: nothing is run, opened or turned into a number.
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write the statements of articles, and a sheet that says what the columns mean.

    The workbook is made in a file of its own: the library cannot tell why an output takes no more.
    """
    with TemporaryFile() as file:
        archive = _Archive(file)
        book = xlsxwriter.Workbook(archive, _OPTIONS)
        try:
            _fill(book, articles)
        finally:
            _close(book, archive)
        file.seek(0)
        copyfileobj(file, out)


class _Archive:
    """The file of a workbook, of which nothing more is asked once it is `left`.

    Where something fails the library forgets its archive, which then would end itself in a file
    that is closed.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.left = False

    def write(self, data: bytes) -> int:
        """Write bytes."""
        return len(data) if self.left else self._file.write(data)

    def flush(self) -> None:
        """Write what waits."""
        if not self.left:
            self._file.flush()

    def tell(self) -> int:
        """Return where it stands."""
        return 0 if self.left else self._file.tell()

    def seek(self, place: int, whence: int = SEEK_SET) -> int:
        """Go elsewhere."""
        return 0 if self.left else self._file.seek(place, whence)


def _close(book: Any, archive: _Archive) -> None:
    try:
        book.close()
    except FileCreateError as error:  # of what the operating system said
        cause = error.args[0] if error.args else error
        raise cause if isinstance(cause, OSError) else OSError(str(cause)) from None
    finally:
        archive.left = True


def _fill(book: Any, articles: Iterable[Exported]) -> None:
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    rows = flat_rows(articles)
    for number in count(1):
        sheet = book.add_worksheet("Statements" if number == 1 else f"Statements {number}")
        if _filled(sheet, rows, bold, wrapped) < _ROWS:
            break
    _explain(book.add_worksheet("Columns"), bold)


def _filled(sheet: Any, rows: Iterator[dict[str, Value]], bold: Any, wrapped: Any) -> int:
    """Write a head and rows into a sheet until it is full; return how many rows there are."""
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, _WIDTHS.get(column.name, _WIDTH))
    sheet.freeze_panes(1, 1)
    for number, column in enumerate(COLUMNS):
        sheet.write_string(0, number, column.name, bold)
    there = 0
    for there, row in enumerate(islice(rows, _ROWS), start=1):
        for number, (name, value) in enumerate(row.items()):
            _put(sheet, (there, number), joined(value), wrapped if name == "content" else None)
    if there:
        sheet.autofilter(0, 0, there, len(COLUMNS) - 1)
    return there


def _put(sheet: Any, at: tuple[int, int], value: str | float | None, form: Any) -> None:
    if isinstance(value, str) and value:
        sheet.write_string(*at, _fitting(value), form)
    elif isinstance(value, float):
        sheet.write_number(*at, value, form)


def _fitting(words: str) -> str:
    """Return words for a cell, cut where it can hold no more."""
    shown = visible(words)
    if len(shown) + sum(each > "\uffff" for each in shown[:_LONGEST]) <= _LONGEST:
        return shown
    half = shown[: _LONGEST // 2 - 1] if any(c > "\uffff" for c in shown) else shown[: _LONGEST - 1]
    return half + _CUT


def _explain(sheet: Any, bold: Any) -> None:
    sheet.set_column(0, 0, _WIDTH)
    sheet.set_column(1, 1, _WIDTHS["content"])
    for number, words in enumerate(("column", "what it holds")):
        sheet.write_string(0, number, words, bold)
    for number, column in enumerate(COLUMNS, start=1):
        sheet.write_string(number, 0, column.name)
        sheet.write_string(number, 1, column.what)
