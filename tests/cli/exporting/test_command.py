"""The command `export`: what it writes, what it takes back, and what ends it."""

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import DENIAL, process, sayso

FULL = Path("/dev/full")


@pytest.fixture(scope="module")
def judged(linked_record, tmp_path_factory):
    """Return a copy of the sample, linked, with a judgement, to ask, not to write to."""
    path = Path(shutil.copy(linked_record, tmp_path_factory.mktemp("judged") / "record.db"))
    line = json.loads(sayso("export", "jsonl", "--record", path).stdout.splitlines()[0])
    statement = line["statements"][0]["id"]
    assert sayso("judge", "act", statement, "asks", "--by", "mira", "--record", path).exit_code == 0
    return path


@pytest.fixture
def record(judged, tmp_path):
    """Return a copy of it, to write to."""
    return Path(shutil.copy(judged, tmp_path / "record.db"))


def test_what_jsonl_wrote_is_the_same_record_again(record, tmp_path):
    first, second, third = (tmp_path / name for name in ("a.jsonl", "b.jsonl", "c.jsonl"))
    other = tmp_path / "other.db"
    assert sayso("export", "jsonl", "--record", record, "--out", first).exit_code == 0
    back = sayso("read", first, "--record", other)
    assert back.exit_code == 0, back.output
    assert "33 new" in back.stdout
    assert sayso("export", "jsonl", "--record", other, "--out", second).exit_code == 0
    assert second.read_bytes() == first.read_bytes()
    assert " 0 new" in sayso("read", first, "--record", other).stdout
    sayso("export", "jsonl", "--record", other, "--out", third)
    assert third.read_bytes() == first.read_bytes()
    lines = map(json.loads, first.read_text("utf-8").splitlines())
    assert len([line for line in lines if "judgements" in line]) == 1


def test_a_line_that_was_tampered_with_is_told_and_the_others_go_on(record, tmp_path):
    lines = sayso("export", "jsonl", "--record", record).stdout.splitlines()
    file = tmp_path / "changed.jsonl"
    file.write_text("\n".join([lines[0].replace('"text": "', '"text": "Not ', 1), *lines[1:3]]))
    result = sayso("read", file, "--record", tmp_path / "other.db")
    assert result.exit_code == 1
    assert "2 new" in result.stdout
    assert "changed.jsonl:1: is not a record as export writes it: article.id" in result.stderr


def test_filters_choose_and_the_rest_is_not_read_back(record, tmp_path):
    file = tmp_path / "some.jsonl"
    arguments = ("--act", "denies", "--since", "2031-03-15", "--min-score", "0.5")
    result = sayso("export", "jsonl", *arguments, "--record", record, "--out", file)
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert lines
    assert {s["act"] for line in lines for s in line["statements"]} == {"denies"}
    assert all(line["article"]["published"]["end"] >= "2031-03-15" for line in lines)
    assert f"{sum(len(line['statements']) for line in lines)} statements of" in result.stderr
    back = sayso("read", file, "--record", tmp_path / "other.db")
    assert back.exit_code == 1
    assert "were left out" in back.stderr


def test_words_and_phrases_choose(record):
    every = sayso("export", "csv", "--record", record).stdout.count("\nst_")
    some = sayso("export", "csv", "Karsk", "--record", record).stdout
    assert 0 < some.count("\nst_") < every
    assert sayso("export", "csv", '"karsk karsk"', "--record", record).stdout.count("\nst_") == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("pdf",), "no format is called 'pdf': there are csv, jsonl"),
        (("csv", "--since", "May"), "since is a day such as"),
        (("csv", "--min-score", "nan"), "nan is not a number"),
        (("csv", "--act", "shouts"), "'shouts' is not one of"),
        (("csv", "--entity", " "), "names nothing"),
    ],
)
def test_what_is_asked_for_wrongly_is_told(record, arguments, reason):
    result = sayso("export", *arguments, "--record", record)
    assert result.exit_code == 2
    assert reason in " ".join(result.stderr.replace("│", " ").split())


def test_a_file_is_there_whole_or_not_at_all(record, tmp_path, monkeypatch):
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "kept.csv"
    file.write_text("as it was")
    from sayso.export.formats import comma_separated

    def broken(articles, out):
        next(iter(articles))
        out.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(comma_separated, "write", broken)
    result = sayso("export", "csv", "--record", record, "--out", file)
    assert result.exit_code == 1
    assert "kept.csv: No space left on device" in result.stderr
    assert file.read_text() == "as it was"
    assert list(folder.iterdir()) == [file]


@pytest.mark.parametrize("name", ["missing/folder.csv", "."])
def test_what_cannot_be_written_is_told(record, tmp_path, name):
    result = sayso("export", "csv", "--record", record, "--out", tmp_path / name)
    assert result.exit_code == 1
    assert str(tmp_path) in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_neither_the_record_nor_a_source_is_written_over(record, tmp_path):
    before = record.read_bytes()
    assert sayso("export", "csv", "--record", record, "--out", record).exit_code == 2
    assert record.read_bytes() == before
    source = tmp_path / "article.txt"
    source.write_bytes(DENIAL.read_bytes())
    own = tmp_path / "own.db"
    sayso("read", source, "--record", own)
    assert sayso("export", "csv", "--record", own, "--out", source).exit_code == 2
    assert source.read_bytes() == DENIAL.read_bytes()


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "graphml", "xlsx"])
@pytest.mark.skipif(not FULL.exists(), reason="there is no full device")
def test_a_full_disk_is_one_line(record, form):
    with FULL.open("wb") as full:
        result = process("export", form, "--record", record, stdout=full)
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1] == "sayso: standard output: No space left on device"
    assert "Traceback" not in result.stderr
    named = process("export", form, "--record", record, "--out", FULL)
    assert named.returncode == 1
    assert "No space left on device" in named.stderr
    assert "Traceback" not in named.stderr


@pytest.mark.parametrize("form", ["csv", "parquet", "prov", "xlsx"])
def test_whoever_has_enough_ends_it_in_silence(record, form):
    reader, writer = os.pipe()
    os.close(reader)
    result = process("export", form, "--record", record, stdout=writer)
    os.close(writer)
    assert result.returncode == 0
    assert "Traceback" not in result.stderr


def test_binary_formats_are_nothing_for_a_terminal(record):
    reader, terminal = os.openpty()
    result = process("export", "xlsx", "--record", record, stdout=terminal)
    os.close(terminal)
    os.close(reader)
    assert result.returncode == 2
    assert "xlsx is nothing for a terminal: --out FILE" in result.stderr


def test_an_empty_record_is_no_error(tmp_path):
    from sayso.store import Store

    Store.open(tmp_path / "empty.db").close()
    result = sayso("export", "geojson", "--record", tmp_path / "empty.db")
    assert json.loads(result.stdout) == {"type": "FeatureCollection", "features": []}
