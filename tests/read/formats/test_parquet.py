"""Parquet as pyarrow writes it."""

import io
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.read.formats.samples import WORDS


def parquet(columns, **options):
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


@pytest.mark.parametrize("compression", ["snappy", "zstd", "none"])
def test_a_row_is_an_article(reading, compression):
    columns = {
        "body": [WORDS[0], None, WORDS[1]],
        "published_at": [datetime(2031, 3, 14, 9, 30, tzinfo=UTC)] * 3,
        "authors": [["Mira Tolland", None], None, []],
        "id": [7, 8, None],
        "outlet": pa.array(["Courier", "Courier", "Beacon"]).dictionary_encode(),
        "other": [date(2031, 3, 14)] * 3,
    }
    read = reading(parquet(columns, compression=compression))
    assert read.kinds == [("file:1", "article"), ("file:2", "empty"), ("file:3", "article")]
    first, last = read.articles
    assert (first.text, first.byline, first.given_id) == (WORDS[0], ("Mira Tolland",), "7")
    assert first.published
    assert first.published.time == "2031-03-14T09:30:00Z"
    assert (first.publisher, last.publisher, last.given_id) == ("Courier", "Beacon", "")


def test_columns_are_named(reading):
    data = parquet({"story": [WORDS[0]], "when": [date(2031, 3, 14)]})
    assert reading(data).kinds == [("file", "columns")]
    (article,) = reading(data, columns=(("text", "story"), ("published", "when"))).articles
    assert article.published
    assert article.published.start == "2031-03-14"


def test_what_is_cut_or_damaged_is_an_error_and_ends_nothing(reading, capfd):
    data = parquet({"body": [WORDS[0]] * 2000, "n": list(range(2000))}, compression="none")
    cut = reading(data[: len(data) // 2])
    assert cut.kinds == [("file", "parquet")]
    damaged = bytearray(data)
    damaged[-60:-40] = b"\xff" * 20
    assert [kind for _, kind in reading(bytes(damaged)).kinds][-1] == "parquet"
    assert capfd.readouterr().err == ""


def test_without_the_extra_it_says_what_to_install(reading, monkeypatch):
    monkeypatch.setattr("sayso.read.formats.parquet.find_spec", lambda _: None)
    assert 'pip install "sayso[parquet]"' in str(reading(b"PAR1....").outcomes[0])
