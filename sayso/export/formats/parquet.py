"""Articles -> Parquet: the table of flat.py, several words as lists, or parts; by arro3."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from errno import ESPIPE
from itertools import islice
from typing import Any, BinaryIO

from arro3.core import Array, DataType, Field, RecordBatch, RecordBatchReader, Schema, list_array
from arro3.io import write_parquet

from sayso.errors import SaysoError
from sayso.export.formats.cleaning import scalar
from sayso.export.formats.flat import COLUMNS, Value, flat_rows
from sayso.export.formats.json_lines import form
from sayso.export.jsonlines import line
from sayso.exported import PART_COLUMNS, Exported

_ROWS = 5_000  # of a group, which is held until it is written

_TYPES = {
    str: DataType.string(),
    float: DataType.float64(),
    list: DataType.list(Field("item", DataType.string())),
}
_SCHEMA = Schema([Field(column.name, _TYPES[column.kind]) for column in COLUMNS])


class _Guarded:
    """An output, and articles, that end at once and keep why: the library would die of it."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.error: Exception | None = None

    def write(self, data: bytes) -> int:
        """Write bytes, none once it failed."""
        try:
            if self.error is None:
                self.out.write(data)
        except OSError as error:
            self.error = error
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Refuse: the library asks for it and never calls it, Parquet is written in order."""
        raise OSError(ESPIPE, f"no seeking to {offset} ({whence})")

    def flush(self) -> None:
        """Do nothing: whoever opened the output ends it."""

    def batches(self, articles: Iterable[Exported]) -> Iterator[RecordBatch]:
        """Yield the rows of articles, some at a time, until something fails."""
        rows = flat_rows(articles)
        try:
            while self.error is None and (some := list(islice(rows, _ROWS))):
                yield RecordBatch(_arrays(some), schema=_SCHEMA)
        except (SaysoError, OSError) as error:
            self.error = error


def write(articles: Iterable[Exported], out: BinaryIO) -> None:
    """Write the statements of articles as one table."""
    guarded = _Guarded(out)
    reader = RecordBatchReader.from_batches(_SCHEMA, guarded.batches(articles))
    write_parquet(reader, guarded, max_row_group_size=_ROWS)  # type: ignore[arg-type]
    if guarded.error is not None:
        raise guarded.error


def write_part(articles: Sequence[Exported], out: BinaryIO) -> None:
    """Write articles whole, each as a line of JSON Lines holds it: `sayso read` takes them back."""
    ids = [each.article.id for each in articles]
    cells = dict(zip(PART_COLUMNS, (ids, [line(form(each)) for each in articles]), strict=True))
    schema = Schema([Field(name, DataType.string()) for name in PART_COLUMNS])
    arrays: dict[str, Any] = {
        name: Array(values, type=DataType.string()) for name, values in cells.items()
    }
    batch = RecordBatch(arrays, schema=schema)
    guarded = _Guarded(out)
    write_parquet(batch, guarded, compression="zstd(3)")  # type: ignore[arg-type]
    if guarded.error is not None:
        raise guarded.error


def _arrays(rows: list[dict[str, Value]]) -> dict[str, Any]:
    return {c.name: _ARRAYS[c.kind]([row[c.name] for row in rows]) for c in COLUMNS}


def _strings(values: list[Any]) -> Array:
    return Array([None if v is None else scalar(v) for v in values], type=DataType.string())


def _numbers(values: list[Any]) -> Array:
    return Array(values, type=DataType.float64())


def _lists(values: list[Any]) -> Array:
    ends = [0]
    for words in values:
        ends.append(ends[-1] + len(words))
    inner = _strings([word for words in values for word in words])
    return list_array(Array(ends, type=DataType.int32()), inner, type=_TYPES[list])


_ARRAYS: dict[type, Callable[[list[Any]], Array]] = {
    str: _strings,
    float: _numbers,
    list: _lists,
}
