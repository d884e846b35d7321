"""What readers of formats tell aside: dates that they do not understand."""

import json
import re

import pytest

from sayso.read.formats import opening
from tests.read.formats.conftest import read_all
from tests.read.formats.samples import NINJS, NITF, mail, mailbox, table
from tests.read.formats.test_parquet import parquet

DATES = ("versioncreated", "contentcreated", "firstcreated")
TEXT = "“No,” said Ana Ruel."
DAYS = ("14 March 2031", "soon", " ", "05/06/2031", "soon")


def as_csv(days):
    return "\n".join(["when,text", *(f'{day},"{TEXT}"' for day in days)]).encode()


def as_lines(days):
    return "\n".join(json.dumps({"text": TEXT, "published": day}) for day in days).encode()


def as_json(days):
    return json.dumps([{"text": TEXT, "published": day} for day in days]).encode()


def as_parquet(days):
    return parquet({"when": list(days), "text": [TEXT] * len(days)})


def as_feed(days):
    every = (f"<item><title>A</title><pubDate>{day}</pubDate></item>" for day in days)
    return f"<rss><channel>{''.join(every)}</channel></rss>".encode()


def as_ninjs(days):
    return json.dumps([{**NINJS["1.3"], **dict.fromkeys(DATES, day)} for day in days]).encode()


TABLES = {"columns": (("published", "when"),)}


@pytest.mark.parametrize(
    ("data", "field", "settings", "first"),
    [
        (as_csv(DAYS), "when", TABLES, 3),
        (as_parquet(DAYS), "when", TABLES, 2),
        (as_lines(DAYS), "published", {}, 2),
        (as_json(DAYS), "published", {}, 2),
        (as_feed(DAYS), "pubdate", {}, 2),
        (as_ninjs(DAYS), "versioncreated", {}, 2),
    ],
)
def test_dates_that_are_not_understood_are_told_by_file_and_field(
    reading, data, field, settings, first
):
    read = reading(data, **settings)
    assert [bool(article.published) for article in read.articles] == [True, *[False] * 4]
    assert [*map(str, read.asides.undated.values())] == [
        f"file: 3 dates are not understood in “{field}”, the first is “soon” (file:{first})"
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (mail(), "file: 1 date is not understood in “Date”, the first is “soon”"),
        (mailbox(2), "file: 2 dates are not understood in “Date”, the first is “soon” (file:1)"),
        (NITF.encode(), "file: 1 date is not understood in “date.issue”, the first is “soon”"),
    ],
)
def test_so_are_those_of_mails_and_agencies(reading, data, words):
    undated = reading(without_days(data)).asides.undated
    assert [*map(str, undated.values())] == [words]


def without_days(data):
    """Return the same with other words for each day."""
    return re.sub(rb"(?m)(^Date: |norm=')[^'\n]*", rb"\1soon", data)


def test_dates_that_are_understood_are_not_told(reading):
    assert not reading(table()).asides.undated
    assert not reading(as_csv(["", "  "]), **TABLES).asides.undated


def test_of_many_files_as_many_are_told_as_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "_MOST_KINDS", 2)
    for number in range(4):
        (tmp_path / f"{number}.csv").write_bytes(as_csv(["\x1b[2J" + "x" * 90]))
    asides = read_all(str(tmp_path), **TABLES).asides
    assert len(asides.undated) == 2
    assert dict(asides.remarks) == {opening.OTHERS_UNDATED: 2}
    shown = str(next(iter(asides.undated.values())))
    assert f"“␛[2J{'x' * 36}…” (" in shown
