"""Commands that read: what `extract` prints, what `read` keeps, and being killed."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from sayso.cli import reading
from sayso.store import Store
from tests.cli.commands import DENIAL, FEW, SAMPLE, TEXT, lines, sayso

ARTICLES = 60
KILLS = 2


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
    # Half of a character is none; what stands in its place keeps the offsets of all others.
    assert row["article"]["text"] == text.replace("\ud83d", "\ufffd")
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


def test_reading_again_changes_nothing(own_record):
    before = counts(own_record)
    result = sayso("read", SAMPLE, "--record", own_record)
    assert result.exit_code == 0
    assert " 0 new" in result.stdout
    assert counts(own_record) == before


def test_parts_hold_what_reading_keeps(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "_IN_A_PART", 2)
    monkeypatch.chdir(tmp_path)
    Path("es.txt").write_text(SPANISH, "utf-8")
    missing = "missing.txt"
    written = sayso("read", *FEW, "es.txt", missing, "--parts", "parts")
    assert (written.exit_code, missing in written.stderr) == (1, True)
    assert f"parts: {len(FEW) + 1} articles, 1 failed" in written.stdout
    assert [each.name for each in sorted(Path("parts").iterdir())] == [
        f"part-{n:06}.parquet" for n in range(1, len(FEW) // 2 + 2)
    ]
    assert sayso("read", *FEW, "es.txt", "--record", "a.db").exit_code == 0
    assert sayso("read", "parts", "--record", "b.db").exit_code == 0
    assert sayso("read", "parts", "--record", "b.db").stdout.startswith("b.db: 0 new")
    with Store.open("a.db") as one, Store.open("b.db") as other:
        ids = [row.id for row in one.articles()]
        assert [one.record(each) for each in ids] == [other.record(each) for each in ids]
        assert one.counts(said="any") == other.counts(said="any")
    again = sayso("read", *FEW, "--parts", "parts")
    assert (again.exit_code, "not empty" in again.stderr) == (2, True)
    assert len(lines(sayso("extract", "parts/part-000001.parquet"))) == 2  # read anew


SPANISH = (
    "El ministro dijo el viernes que la región no se rendirá ante nadie, y que todos los soldados "
    "de la ciudad se quedarán allí hasta el final de la guerra."
)


def test_a_text_from_another_place_is_seen_elsewhere(own_record, tmp_path):
    article = SAMPLE / "2031-03-14-northwire-talks.txt"
    copy = tmp_path / "copy.txt"
    copy.write_bytes(article.read_bytes())
    result = sayso("read", copy, article, "--record", own_record)
    assert "0 new, 1 seen elsewhere, 1 known, 0 failed; 0 statements" in result.stdout


def test_a_rebuild_changes_nothing(own_record):
    before = counts(own_record)
    result = sayso("rebuild", "--record", own_record)
    assert result.exit_code == 0
    assert "33 concluded again" in result.stdout
    assert counts(own_record) == before


def test_min_score_leaves_out_the_unsure():
    every, sure = (
        lines(sayso("extract", DENIAL, "--min-score", score))[0]["statements"] for score in (0, 0.9)
    )
    assert 0 < len(sure) < len(every)
    assert all(s["score"] >= 0.9 for s in sure)


SPANISH = (
    "El ministro dijo el viernes que la región no se rendirá ante nadie, y que todos los soldados "
    "de la ciudad se quedarán allí hasta el final de la guerra."
)


def test_what_is_skipped_is_said_and_so_is_another_language(tmp_path):
    folder, record = tmp_path / "news", tmp_path / "record.db"
    folder.mkdir()
    (folder / "es.txt").write_text(SPANISH, "utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "table").write_text(f'title,body\nTalks,"{TEXT}"\n,\nB,\n', "utf-8")
    result = sayso("read", folder, "--record", record)
    assert result.exit_code == 1
    assert "2 new, 0 seen elsewhere, 0 known, 1 of these not in English, 1 failed" in result.stdout
    said = result.stderr.splitlines()
    assert f"{folder}/es.txt: is in Spanish, which is not read: kept without statements" in said
    assert f"sayso: {folder}/table:4: has no text" in said
    assert "skipped images: 1" in said
    (error,) = lines(sayso("extract", folder / "es.txt"))
    assert error["error"]["kind"] == "language"


def test_columns_are_named_on_the_command_line(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text(f'nr,story,day\n1,"{TEXT.strip()}",2031-03-14\n', "utf-8")
    (row,) = lines(sayso("extract", table, "--columns", "text=story, published=day"))
    assert row["article"]["text"] == TEXT.strip()

    assert row["article"]["published"]["start"] == "2031-03-14"
    for columns in ("story", "text=", "body=story"):
        assert sayso("extract", table, "--columns", columns).exit_code == 2


def test_dates_that_are_not_understood_are_said(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text(f'story,day\n"{TEXT.strip()}",soon\n', "utf-8")
    result = sayso("extract", table, "--columns", "text=story,published=day")
    assert result.exit_code == 0
    words = f"{table}: 1 date is not understood in “day”, the first is “soon” ({table}:2)"
    assert result.stderr.splitlines() == [words]


def counts(record):
    with sqlite3.connect(record) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return [db.execute(f"select count(*) from {t}").fetchone()[0]  # noqa: S608
                for t in ("articles", "statements", "spans")]  # fmt: skip


def test_killed_at_any_time_the_record_can_be_continued(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for i in range(ARTICLES):
        (folder / f"{i:03}.txt").write_text(
            f"Story {i}\n\n" + TEXT * 3 + f"It was day {i}.\n", "utf-8"
        )
    record, whole = tmp_path / "record.db", tmp_path / "whole.db"
    command = [sys.executable, "-m", "sayso", "read", str(folder), "--record"]
    all_of_it, nothing_new = (seconds([*command, str(whole)]) for _ in range(2))
    rng, killed = random.Random(4), 0
    for _ in range(KILLS):  # from when it starts to write until a third of the texts are in
        process = subprocess.Popen([*command, str(record)], stdout=subprocess.DEVNULL)
        time.sleep(rng.uniform(nothing_new * 0.7, nothing_new + (all_of_it - nothing_new) / 3))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        if record.exists() and record.stat().st_size:
            articles, statements, spans = counts(record)
            assert articles <= ARTICLES
            assert spans >= statements
    assert killed
    subprocess.run([*command, str(record)], check=True, capture_output=True)
    assert counts(record) == counts(whole)


def seconds(command):
    """Return how long a command takes."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def test_what_a_file_is_called_is_no_command_to_the_terminal(tmp_path):
    result = sayso("read", tmp_path / "a\x1b[31m\x9bb.txt", "--record", tmp_path / "record.db")
    assert result.exit_code == 1
    assert "a␛[31m\ufffdb.txt: there is no such file or folder" in result.stderr
    assert not {"\x1b", "\x9b"} & set(result.output)
