"""Parquet -> Articles, one a row, some rows at a time."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from subprocess import DEVNULL, PIPE, Popen
from tempfile import NamedTemporaryFile
from typing import IO, Any

from sayso.errors import ExtraError, ReadError
from sayso.exported import PART_COLUMNS, Exported
from sayso.read.formats.opening import How, Opened
from sayso.read.formats.rows import article_of, columns_of
from sayso.read.jsonl import Undated, read_line, restore_line
from sayso.records import Article

_CHUNK = 1024 * 1024
_RECORD = PART_COLUMNS[1]


def read_parquet(opened: Opened, how: How) -> Iterator[Article | Exported | ReadError]:
    """Yield the article of each row, or why there is none; its source is `source:NUMBER`.

    Of a part that reading wrote it is what was made, where that is asked for. Raises ReadError of
    kind "extra", "parquet" or "columns".
    """
    if find_spec("arro3") is None or find_spec("arro3.io") is None:
        raise ReadError(opened.source, "extra", str(ExtraError("Parquet", "parquet")))
    with _file(opened) as file, _rows(file) as (rows, answers):
        names = _next(rows, opened.source, "is no sound Parquet file")
        chosen = {_RECORD: _RECORD} if _is_part(names) else columns_of(names, opened, how)
        if chosen is None:
            return
        answers.write(json.dumps(list(chosen.values())) + "\n")
        answers.close()
        undated = how.undated(opened.source, chosen.get("published", "published"))
        number = 0
        while row := _next(rows, opened.at(number + 1), "is damaged from here on"):
            number += 1
            try:
                cells = dict(zip(chosen, row, strict=True))
                yield _read(cells, opened.at(number), how, undated)
            except ReadError as error:
                yield error


def _is_part(names: list[str]) -> bool:
    """Tell the columns of what reading wrote from those of a table."""
    return tuple(names) == PART_COLUMNS


def _read(cells: Mapping[str, Any], source: str, how: How, undated: Undated) -> Article | Exported:
    if _RECORD not in cells:
        return article_of(cells, source, undated)
    take = restore_line if how.restoring else read_line
    return take(str(cells[_RECORD] or "").encode(), source, undated)


def _next(rows: IO[str], source: str, otherwise: str) -> list[Any]:
    """Return what comes next, None at the end. Raises ReadError where there is no end."""
    try:
        row: list[Any] = json.loads(rows.readline())
    except ValueError:
        raise ReadError(source, "parquet", otherwise) from None
    return row


@contextmanager
def _rows(file: str) -> Iterator[tuple[IO[str], IO[str]]]:
    """Give what a process prints that reads a file, and what answers it."""
    command = [sys.executable, "-m", "sayso.read.formats.parquet_rows", file]
    paths = os.pathsep.join(path or "." for path in sys.path)
    process = Popen(  # noqa: S603 - of our own
        command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths, "RUST_BACKTRACE": "0"},
    )  # fmt: skip
    try:
        if process.stdin and process.stdout:
            yield process.stdout, process.stdin
    finally:
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):  # it may have ended before it took the answer
                pipe and pipe.close()
        process.wait()


@contextmanager
def _file(opened: Opened) -> Iterator[str]:
    """Give the name of a file that holds the same, which is a temporary one for a stream."""
    if opened.path:
        yield str(opened.path)
        return
    with NamedTemporaryFile(suffix=".parquet") as file:
        while piece := opened.stream.read(_CHUNK):
            file.write(piece)
        file.flush()
        yield file.name
