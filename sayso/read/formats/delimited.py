"""Tables of comma-separated values (or by tabs, semicolons, bars) -> Articles, one a row."""

import csv
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import count

from sayso.errors import ReadError
from sayso.read.encoding import marked
from sayso.read.formats.columns import DELIMITERS, Mapped, guessed, names_in
from sayso.read.formats.kinds import beginning
from sayso.read.formats.opening import HEAD, How, Opened
from sayso.read.formats.rows import article_of, columns_of
from sayso.read.jsonl import Undated
from sayso.records import Article

_NOT_UTF8 = re.compile("[\udc80-\udcff]")  # what stands for a byte that is none


def read_delimited(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of each row below the first one, which names the columns, or why not.

    The source of a row is `source:NUMBER` as programs for tables count, the names being row 1.
    """
    csv.field_size_limit(how.limit)
    wrapped = TextIOWrapper(
        opened.stream, _encoding(opened.head), errors="surrogateescape", newline=""
    )
    try:
        lines = _Lines(wrapped, opened, how.limit)
        rows = csv.reader(lines, delimiter=_delimiter(opened, how))
        for each in _articles(rows, opened, how):
            yield each if not lines.ended else _cut(each.source)
    finally:
        wrapped.detach()  # else it closes what it was given


def _articles(rows: Iterator[list[str]], opened: Opened, how: How) -> Iterator[Article | ReadError]:
    names = _names(rows, opened)
    chosen = columns_of(names, opened, how)
    if chosen is None:
        return
    undated = how.undated(opened.source, chosen.get("published", ""))
    for number in count(2):
        try:
            row = next(rows, None)
            if row is None:
                return
            if any(row):
                values = _values(row, names, chosen)
                yield _read(values, opened.at(number), undated)
        except csv.Error as error:
            yield ReadError(opened.at(number), "csv", f"cannot be taken apart: {error}")
        except ReadError as error:
            if error.kind != "size":  # of what is packed around the table
                raise
            yield ReadError(opened.at(number), error.kind, error.message)


def _cut(source: str) -> ReadError:
    return ReadError(source, "csv", "ends in the middle of a cell")


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

    def __init__(self, stream: TextIOWrapper, opened: Opened, limit: int) -> None:
        self._stream = stream
        self._opened = opened
        self._limit = limit
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 1)
        if not line:
            self.ended = True
            raise StopIteration
        if len(line) <= self._limit or line.endswith("\n"):
            return line
        while line and not line.endswith("\n"):
            line = self._stream.readline(self._limit)
        message = f"is over the size limit of {self._limit} bytes"
        raise ReadError(self._opened.source, "size", message)


def _delimiter(opened: Opened, how: How) -> str:
    """Return what stands between cells: what gives the most columns that are known, or at all."""
    line = beginning(opened.head).partition("\n")[0]

    def worth(delimiter: str) -> tuple[int, int]:
        names = names_in(line, delimiter)
        return len(guessed(names, how.settings.columns)), len(names)

    return max(DELIMITERS, key=worth)


def _values(row: Sequence[str], names: Sequence[str], chosen: Mapped) -> Mapped:
    cells = dict(zip(names, row, strict=False))
    return {field: cells.get(name, "") for field, name in chosen.items()}


def _read(values: Mapped, source: str, undated: Undated) -> Article | ReadError:
    if any(_NOT_UTF8.search(value) for value in values.values()):
        return ReadError(source, "encoding", "is not UTF-8")
    try:
        return article_of(values, source, undated)
    except ReadError as error:
        return error


def _encoding(head: bytes) -> str:
    """Return the encoding of a table: as it is marked, UTF-8, or that of Windows in the West."""
    if encoding := marked(head):
        return encoding
    try:  # the last character of a longer file may be cut
        getincrementaldecoder("utf-8")().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
