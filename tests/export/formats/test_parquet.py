"""Parquet: read again by the library, it is the same table."""

from io import BytesIO

import pyarrow.parquet
import pytest
from arro3.io import read_parquet

from sayso.errors import DamageError
from sayso.export.formats import parquet
from sayso.export.formats.flat import COLUMNS, flat


def table(data):
    read = read_parquet(BytesIO(data)).read_all()
    names = read.schema.names
    return [
        dict(zip(names, values, strict=True))
        for values in zip(*(read[name].to_pylist() if hasattr(read[name], "to_pylist") else
                            [v.as_py() for v in read[name]] for name in names), strict=True)
    ]  # fmt: skip


def test_what_is_written_is_read_again(written, articles, rows, monkeypatch):
    monkeypatch.setattr(parquet, "_ROWS", 100)  # several groups
    read = table(written("parquet", *articles))
    assert read == [flat(row) for row in rows]
    assert list(read[0]) == [column.name for column in COLUMNS]
    assert read == pyarrow.parquet.read_table(BytesIO(written("parquet", *articles))).to_pylist()


def test_what_is_no_text_and_no_number_is_written(written, hostile):
    (row,) = table(written("parquet", hostile))
    assert row["content"].startswith("=HYPERLINK")
    assert "\ufffd" in row["content"]
    assert row["score"] is None


class Full(BytesIO):
    """A disk that is full."""

    def write(self, _):
        """Refuse."""
        raise OSError(28, "No space left on device")


def test_what_goes_wrong_keeps_its_name(articles):
    with pytest.raises(OSError, match="No space left"):
        parquet.write(iter(articles), Full())

    def damaged():
        yield articles[0]
        raise DamageError("half is lost")

    with pytest.raises(DamageError, match="half is lost"):
        parquet.write(damaged(), BytesIO())
