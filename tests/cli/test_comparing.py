"""`sayso compare`: a line for each line, in order; bad ones are told in their places."""

import json

from tests.cli.commands import lines, sayso

PAIRS = [
    {"claim": "Ruel sold the port of Karsk", "text": "Ruel denies selling the port of Karsk"},
    {"claim": "Ruel sold the port of Karsk", "text": "Ruel sold port, report claims"},
]


def test_pairs_on_standard_input():
    done = sayso("compare", "-", stdin="\n".join(map(json.dumps, PAIRS)))
    rows = lines(done)
    assert done.exit_code == 0
    assert [row["relation"] for row in rows] == ["against", "observing"]
    assert all(set(row["scores"]) == {"for", "against", "observing"} for row in rows)
    assert "“denies”" in rows[0]["why"]


def test_bad_lines_and_missing_files(tmp_path):
    file = tmp_path / "pairs.jsonl"
    file.write_text(json.dumps(PAIRS[0]) + "\n{}\n" + json.dumps(PAIRS[1]))
    done = sayso("compare", file, tmp_path / "none.jsonl")
    rows = lines(done)
    assert done.exit_code == 1
    assert [next(iter(row)) for row in rows] == ["relation", "error", "relation", "error"]
    assert rows[1]["error"]["source"].endswith("pairs.jsonl:2")
    assert rows[3]["error"]["kind"] == "missing"


def test_nothing_in_nothing_out():
    done = sayso("compare", "-", stdin="")
    assert (done.exit_code, done.stdout) == (0, "")
    assert sayso("compare").exit_code == 2
