"""What of the rules one text uses, measured in a process of its own: tables are replaced."""

import json
import subprocess
import sys
from functools import cache

SCRIPT = """
import json
from bench.tasks.rules import measure
from sayso.records import ModelInfo
from sayso.resolve import Resolver
from tests.notation import read

MODEL = ModelInfo("marked", "1")
marked = read("{S:<p:Ana Ruel>} {C:denied} {T:that the port had been shut on <t:Friday>}.")
record = Resolver()(*marked, MODEL)
use = measure([marked], MODEL)
told = {"use": use.to_json(), "acts": use.of("resolve.acts").table()}
print(json.dumps(told | {"same": Resolver()(*marked, MODEL) == record}))
"""


@cache
def used():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_what_one_text_uses():
    printed = used()
    assert printed["same"]
    use = printed["use"]
    assert (use["articles"], use["words"]) == (1, 11)
    tables = {table["name"]: table for table in use["tables"]}
    cues = tables["acts.csv"]
    assert cues["met"] == 1
    assert "deny" not in cues["unmet"]
    assert "accuse" in cues["unmet"]
    assert "friday" not in tables["sayso.english.calendar.weekdays"]["unmet"]
    unrun = {(each["file"], each["function"]) for each in use["unrun"]}
    assert ("sayso/resolve/acts/acts.py", "act") not in unrun
    assert any(file.startswith("sayso/resolve/chain/") for file, _ in unrun)
    assert "chain" not in printed["acts"]


def test_what_runs_on_import_has_run():
    """The pattern of means is made when `chain` is imported, of a list, and never again."""
    unrun = {(each["file"], each["function"]) for each in used()["use"]["unrun"]}
    assert ("sayso/resolve/chain/words.py", "either") not in unrun
    assert ("sayso/english/tables.py", "_entries") not in unrun


def test_entries_of_lists_are_told_singly():
    tables = {table["name"]: table for table in used()["use"]["tables"]}
    mute = tables["acts.toml:mute"]
    assert mute["kind"] == "list"
    assert mute["entries"] == len(mute["unmet"]) > 0
