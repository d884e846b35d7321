"""What of the rules one text uses, measured in a process of its own: tables are replaced."""

import json
import subprocess
import sys

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


def test_what_one_text_uses():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    printed = json.loads(done.stdout)
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
