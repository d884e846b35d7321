"""The command line of the benchmarks: what it prints, and how it ends."""

import json
import sys
from typing import NamedTuple

import pytest

from bench import run
from sayso.errors import UsageError

TEXT = "Tolan said Karsk will vote. Guards denied it all."
HERE = (
    "chains/own",
    "entities/own",
    "linking-scale/500",
    "positions/made",
    "quotations/made",
    "reader-pages/120",
)  # data that stand in the repository
GOLD = [
    {"source": [[0, 5]], "cue": [[6, 10]], "content": [[11, 26]]},
    {"source": [[28, 34]], "cue": [[35, 41]], "content": [[42, 48]]},
]


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    (folder / "attribution").mkdir(parents=True)
    row = {"id": "velmark", "text": TEXT, "attributions": GOLD}
    (folder / "attribution" / "dev.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return folder


class Ran(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def bench(monkeypatch, capsys):
    """Return a function that runs a command of the benchmarks on a folder of data."""

    def ran(data, *arguments):
        monkeypatch.setenv("SAYSO_DATA", str(data))
        monkeypatch.setattr(sys, "argv", ["bench.run", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            run.run()
        return Ran(ended.value.code, *capsys.readouterr())

    return ran


def predictions(tmp_path, statements, text=TEXT):
    path = tmp_path / "out.jsonl"
    row = {"article": {"given_id": "velmark", "text": text}, "statements": statements}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def test_a_file_is_scored(bench, tmp_path, data):
    out = tmp_path / "scores.json"
    path = predictions(tmp_path, GOLD[:1])
    ran = bench(data, "attribution", "--data", "polnear-dev", "--system", path, "--json", out)
    assert (ran.code, ran.err) == (0, "")
    assert "statement      1.000  0.500  0.667      2      1" in ran.out
    assert "velmark" not in ran.out
    written = json.loads(out.read_text("utf-8"))
    assert (written["task"], written["data"], written["documents"]) == (
        "attribution",
        "polnear-dev",
        1,
    )
    assert written["measures"]["all"]["statement"]["recall"] == 0.5


def test_errors_are_printed_when_asked_for(bench, tmp_path, data):
    path = predictions(tmp_path, GOLD[:1])
    ran = bench(data, "attribution", "--data", "polnear-dev", "--system", path, "--errors", 5)
    last = json.loads(ran.out.splitlines()[-1])
    assert last == {"document": "velmark", "fault": "missed", "score": 1.0, **GOLD[1]}


def test_articles_are_printed_for_other_systems(bench, data):
    ran = bench(data, "articles", "--data", "polnear-dev")
    assert json.loads(ran.out) == {"id": "velmark", "text": TEXT}


def test_a_wrong_text_is_an_error(bench, tmp_path, data):
    path = predictions(tmp_path, [], text="Tolan said")
    ran = bench(data, "attribution", "--data", "polnear-dev", "--system", path)
    assert ran.code == 1
    assert ran.err.startswith("Error: ")
    assert "differs" in ran.err


def test_absent_data_are_an_error_when_asked_for(bench, tmp_path):
    ran = bench(tmp_path, "attribution", "--data", "polnear-dev", "--system", "none.jsonl")
    assert ran.code == 1
    assert "SAYSO_DATA" in ran.err or "docs/data.md" in ran.err


def test_wrong_use(bench, data):
    assert bench(data, "attribution", "--data", "nothing").code == 2
    assert bench(data, "field", "--part", "nothing").code == 2


def test_floors_skip_absent_data_with_a_notice(bench, tmp_path):
    floors = tmp_path / "floors.json"
    floors.write_text('{"attribution/polnear-dev": {"statement_f1": 0.7}}', "utf-8")
    ran = bench(tmp_path, "floors", floors)
    assert ran.code == 0
    assert "attribution/polnear-dev: skipped" in ran.err


def test_floors_without_frontline_skip_what_measures_on_it(bench, tmp_path, data):
    every = json.loads(run.FLOORS.read_text("utf-8"))
    on_frontline = {name: every[name] for name in every if name.endswith("frontline-dev")}
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps(on_frontline), "utf-8")
    ran = bench(data, "floors", floors)
    assert (ran.code, ran.out) == (0, "")
    assert [line.split(":")[0] for line in ran.err.splitlines()] == list(on_frontline)
    assert ran.err.count("skipped, the corpus is not there") == len(on_frontline) == 5


def test_floors_skip_each_corpus_that_is_absent(bench, tmp_path):
    every = json.loads(run.FLOORS.read_text("utf-8"))
    fetched = {name: every[name] for name in every if not name.startswith(HERE)}
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps(fetched), "utf-8")
    ran = bench(tmp_path, "floors", floors)
    assert ran.code == 0
    assert ran.err.count("skipped, the corpus is not there") == len(fetched)


def test_floors_do_not_skip_an_empty_corpus(bench, tmp_path, data):
    (data / "attribution" / "dev.jsonl").write_text("", "utf-8")
    floors = tmp_path / "floors.json"
    floors.write_text('{"attribution/polnear-dev": {"statement_f1": 0.7}}', "utf-8")
    assert bench(data, "floors", floors).code == 1


@pytest.mark.parametrize("content", ['{"cooking/polnear-dev": {}}', "{", None])
def test_floors_that_cannot_be_used(bench, tmp_path, content):
    floors = tmp_path / "floors.json"
    if content is not None:
        floors.write_text(content, "utf-8")
    assert bench(tmp_path, "floors", floors).code == 2


@pytest.mark.parametrize(
    ("floors", "words"),
    [
        ({"statement_f1": 0.7}, ["ok"]),
        ({"statement_f1": 0.8}, ["ok"]),
        ({"statement_f1": 0.81}, ["WORSE"]),
        ({"expected_calibration_error": 0.05}, ["ok"]),
        ({"expected_calibration_error": 0.03}, ["WORSE"]),
        ({"statement_f1": 0.81, "token_f1": 0.1}, ["WORSE", "ok"]),
    ],
)
def test_a_figure_may_be_no_worse_than_its_floor(floors, words):
    measured = {"statement_f1": 0.8, "token_f1": 0.9, "expected_calibration_error": 0.04}
    compared = run.compare(floors, measured)
    assert [line.split()[-1] for line, _ in compared] == words
    assert [holds for _, holds in compared] == [word == "ok" for word in words]


def test_a_floor_of_an_unknown_figure_is_wrong_use():
    with pytest.raises(UsageError, match="statment_f1"):
        run.compare({"statment_f1": 0.1}, {"statement_f1": 0.8})
