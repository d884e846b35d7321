"""Tables of comma-separated values (or by tabs, semicolons, bars) -> Articles, one a row."""

import csv
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import count
from typing import NamedTuple

from sayso.errors import ReadError
from sayso.read.encoding import characters, is_damaged, marked
from sayso.read.formats.columns import DELIMITERS, Mapped, guessed, names_in
from sayso.read.formats.kinds import beginning
from sayso.read.formats.opening import HEAD, How, Opened
from sayso.read.formats.rows import article_of, columns_of
from sayso.read.jsonl import Undated
from sayso.records import Article

_QUOTE = '"'
_NOT_UTF8 = re.compile("[\udc80-\udcff]+")  # what stands for a byte that is none
_NOT_ASCII = re.compile("[^\x00-\x7f\udc80-\udcff]")


class _Table(NamedTuple):
    """A table behind its first row: which columns there are, and which of them is what."""

    names: Sequence[str]
    chosen: Mapped
    undated: Undated
    encoding: str


def read_delimited(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of each row below the first one, which names the columns, or why not.

    The source of a row is `source:NUMBER` as programs for tables count, the names being row 1.
    One that is not made by the rules (RFC 4180) is an error: which words are its text is not known.
    """
    csv.field_size_limit(how.limit)
    encoding = _encoding(opened.head)
    wrapped = characters(opened.stream, encoding)
    try:
        delimiter = _delimiter(opened, how)
        lines = _Lines(wrapped, opened, how.limit, delimiter)
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        names = _names(rows, opened)
        if chosen := columns_of(names, opened, how):
            undated = how.undated(opened.source, chosen.get("published", ""))
            yield from _articles(rows, lines, opened, _Table(names, chosen, undated, encoding))
    finally:
        wrapped.detach()  # else it closes what it was given


def _articles(
    rows: Iterator[list[str]], lines: "_Lines", opened: Opened, table: _Table
) -> Iterator[Article | ReadError]:
    for number in count(2):
        source = opened.at(number)
        lines.begin_row()
        try:
            row = next(rows, None)
            if row is None:
                return
            if any(row):
                yield _article(row, lines, source, table)
        except csv.Error as error:
            yield ReadError(source, "csv", _broken(error, lines))
            lines.to_next_row(len(table.names))
        except ReadError as error:
            if error.kind != "size":  # of what is packed around the table
                raise
            yield ReadError(source, error.kind, error.message)
            lines.to_next_row(len(table.names))


def _broken(error: csv.Error, lines: "_Lines") -> str:
    return "ends in the middle of a cell" if lines.ended else f"cannot be taken apart: {error}"


def _names(rows: Iterator[list[str]], opened: Opened) -> list[str]:
    try:
        names = [name.strip() for name in next(rows, [])]
    except csv.Error as error:
        raise ReadError(opened.at(1), "csv", f"cannot be taken apart: {error}") from None
    if not any(names):
        raise ReadError(opened.source, "empty", "is empty")
    return [names[0].removeprefix("\ufeff"), *names[1:]]


class _Lines:
    """The lines of a table; of one over the limit it is said so, and the next comes after it.

    More than the last is only asked for where a cell goes on: the table has `ended` in it then.
    """

    def __init__(self, stream: TextIOWrapper, opened: Opened, limit: int, delimiter: str) -> None:
        self._stream = stream
        self._opened = opened
        self._limit = limit
        self._delimiter = delimiter
        self._next = ""  # what was looked at before it is its turn
        self._row: list[str] = []  # lines
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._next or self._stream.readline(self._limit + 1)
        self._next = ""
        self._row.append(line)
        if not line:
            self.ended = True
            raise StopIteration
        if len(line) <= self._limit or line.endswith("\n"):
            return line
        while line and not line.endswith("\n"):
            line = self._stream.readline(self._limit)
            self._row.append(line if line.endswith("\n") else _QUOTE * (line.count(_QUOTE) % 2))
        message = f"is over the size limit of {self._limit} bytes"
        raise ReadError(self._opened.source, "size", message)

    @property
    def last(self) -> str:
        """Return the last line of the row."""
        return self._row[-1]

    def begin_row(self) -> None:
        """Take the next line for the first of a row."""
        self._row = []

    def to_next_row(self, columns: int) -> None:
        """Go behind a row that cannot be taken apart, so that no line of it is taken for a row.

        It ends where it has cells enough and its quotation marks are in pairs, as those of the next
        line are. Or before a line that is a whole row and begins with a mark, as prose hardly can.
        """
        further = sum(max(0, self._cells(line) - 1) for line in self._row)
        quotes = sum(line.count(_QUOTE) for line in self._row)
        while line := self._ahead():
            marks = line.count(_QUOTE)
            is_row = line.startswith(_QUOTE) and self._cells(line, strict=True) == columns
            if is_row or (further + 1 >= columns and quotes % 2 == marks % 2 == 0):
                self._next = line
                return
            further, quotes = further + max(0, self._cells(line) - 1), quotes + marks

    def _ahead(self) -> str:
        """Return the next line of usual length."""
        while not self.ended:
            self._row = []
            try:
                return next(self, "")
            except ReadError as error:
                if error.kind != "size":
                    raise
        return ""

    def _cells(self, line: str, *, strict: bool = False) -> int:
        """Return how many cells a line has by itself, 0 where it is no row by the rules."""
        try:
            return len(next(csv.reader([line], delimiter=self._delimiter, strict=strict), []))
        except csv.Error:
            return 0


def _delimiter(opened: Opened, how: How) -> str:
    """Return what stands between cells: what gives the most columns that are known, or at all."""
    line = beginning(opened.head).partition("\n")[0]

    def worth(delimiter: str) -> tuple[int, int]:
        names = names_in(line, delimiter)
        return len(guessed(names, how.settings.columns)), len(names)

    return max(DELIMITERS, key=worth)


def _article(row: Sequence[str], lines: _Lines, source: str, table: _Table) -> Article | ReadError:
    if wrong := _misfit(row, lines, table):
        return ReadError(source, "csv", wrong)
    cells = dict(zip(table.names, row, strict=False))
    values = {field: cells.get(name, "") for field, name in table.chosen.items()}
    if any(map(is_damaged, values.values())):
        return ReadError(source, "encoding", f"is not {table.encoding.upper()}")
    try:
        return article_of(values, source, table.undated)
    except ReadError as error:
        return error


def _misfit(row: Sequence[str], lines: _Lines, table: _Table) -> str:
    """Return why the cells of a row are not those of its columns, so that a text may be cut.

    Behind the text some may be left out, as programs do with empty ones.
    """
    count, columns = len(row), len(table.names)
    if count > columns:
        return f"has {count} cells, of which the table has columns for {columns}"
    text = table.names.index(table.chosen["text"])
    if count < columns and count <= text + 1:
        is_whole = count > text and lines.last.rstrip().endswith(_QUOTE)
        return "" if is_whole else f"has {count} of {columns} cells, and may be cut in its text"
    return ""


def _encoding(head: bytes) -> str:
    """Return the encoding of a table: as it is marked, UTF-8, or that of Windows in the West.

    Damaged UTF-8 has more signs that are whole than places that are none.
    """
    if encoding := marked(head):
        return encoding
    decoder = getincrementaldecoder("utf-8")("surrogateescape")
    text = decoder.decode(head, final=len(head) < HEAD)  # else the last sign may be cut
    odd = len(_NOT_UTF8.findall(text))
    return "cp1252" if odd > len(_NOT_ASCII.findall(text)) else "utf-8"
