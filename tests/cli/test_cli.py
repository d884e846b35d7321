"""The command line, as a user meets it: output, errors of one line, exit codes, being killed."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import main

TEXT = "“We never agreed to that,” the minister of Velmark said on Friday.\n"
SAMPLE = Path(__file__).resolve().parent.parent.parent / "sayso" / "data" / "sample"


def sayso(*arguments, stdin=None):
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "record.db"
    assert sayso("read", SAMPLE, "--record", path).exit_code == 0
    return path


def test_extract_prints_the_contract(article):
    (row,) = lines(sayso("extract", article))
    assert row["article"]["source"] == str(article)
    (statement,) = row["statements"]
    text = row["article"]["text"]
    assert [text[a:b] for a, b in statement["content"]] == ["“We never agreed to that,”"]
    assert set(statement) >= {"id", "kind", "score", "source", "cue", "content", "why"}
    assert set(row["model"]) == {"name", "version", "rules"}


def test_jsonl_text_comes_back_verbatim():
    text = "\r\n  “No,” he said.\u00a0\x07 \ud83d"
    line = json.dumps({"text": text, "id": "x1", "title": "Elsewhere"}) + "\n"
    (row,) = lines(sayso("extract", "-", "--format", "jsonl", stdin=line))
    assert row["article"]["text"] == text
    assert row["article"]["given_id"] == "x1"
    assert row["article"]["title"] == "Elsewhere"


def test_a_bad_source_does_not_stop_the_others(article, tmp_path):
    missing = tmp_path / "missing.txt"
    result = sayso("extract", article, missing, article)
    first, error, last = lines(result)
    assert result.exit_code == 1
    assert first["statements"]
    assert last["statements"]
    assert error["error"]["source"] == str(missing)
    assert error["error"]["kind"]
    assert "\n" not in error["error"]["message"]


@pytest.mark.parametrize(
    "line", ["extract", "nonsense", "extract x --threads -1", "search", "extract - --format odd"]
)
def test_wrong_use_ends_with_2(line):
    assert sayso(*line.split()).exit_code == 2


@pytest.mark.parametrize("command", [["list"], ["search", "x"], ["show", "abcd"]])
def test_a_record_that_is_not_there_is_one_line(command, tmp_path):
    result = sayso(*command, "--record", tmp_path / "no.db")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "no.db" in result.stderr


def test_reading_again_changes_nothing(kept):
    before = counts(kept)
    result = sayso("read", SAMPLE, "--record", kept)
    assert result.exit_code == 0
    assert " 0 new" in result.stdout
    assert counts(kept) == before


def test_list_show_and_search(kept):
    listed = sayso("list", "--record", kept).stdout.splitlines()
    assert len(listed) == 12
    shown = sayso("show", listed[0].split()[0], "--record", kept)
    assert shown.exit_code == 0
    found = sayso("search", "Karsk", "--record", kept)
    assert found.exit_code == 0
    assert "Karsk" in found.stdout


def test_show_writes_a_page(article, tmp_path):
    page = tmp_path / "page.html"
    assert sayso("show", article, "--html", page).exit_code == 0
    assert "We never agreed" in page.read_text("utf-8")
    nowhere = sayso("show", article, "--html", tmp_path / "no" / "page.html")
    assert nowhere.exit_code == 1
    assert nowhere.stderr.count("\n") == 1


def test_min_score_leaves_out_the_unsure():
    path = SAMPLE / "2031-03-20-northwire-askel-denial.txt"
    every, sure = (
        lines(sayso("extract", path, "--min-score", score))[0]["statements"] for score in (0, 0.9)
    )
    assert 0 < len(sure) < len(every)
    assert all(s["score"] >= 0.9 for s in sure)


def test_demo():
    result = sayso("demo")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 50


def counts(record):
    with sqlite3.connect(record) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return [db.execute(f"select count(*) from {t}").fetchone()[0]  # noqa: S608
                for t in ("articles", "statements", "spans")]  # fmt: skip


def test_killed_at_any_time_the_record_can_be_continued(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for i in range(120):
        (folder / f"{i:03}.txt").write_text(
            f"Story {i}\n\n" + TEXT * 3 + f"It was day {i}.\n", "utf-8"
        )
    record, whole = tmp_path / "record.db", tmp_path / "whole.db"
    command = [sys.executable, "-m", "sayso", "read", str(folder), "--record"]
    subprocess.run([*command, str(whole)], check=True, capture_output=True)
    rng, killed = random.Random(4), 0
    for _ in range(12):
        process = subprocess.Popen([*command, str(record)], stdout=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.2, 2.0))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        if record.exists() and record.stat().st_size:
            articles, statements, spans = counts(record)
            assert articles <= 120
            assert spans >= statements
    assert killed
    subprocess.run([*command, str(record)], check=True, capture_output=True)
    assert counts(record) == counts(whole)
