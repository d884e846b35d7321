"""Answers of the reader of the sample, cut short, as the OpenAPI document shows them.

`python -m tests.web.examples RECORD` writes them anew from a copy of a record of the linked sample.
"""

import json
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from starlette.testclient import TestClient

from sayso.web.api import ADDRESSES, EXAMPLES
from sayso.web.shapes import ANSWERS
from tests.web.conftest import asked

_WORDS = 80  # of a longer text that stand in an example
_PLAIN = 2  # numbers or words of a list
_PATIENCE = 120  # seconds
_OWN = {"sec-fetch-site": "same-origin"}


def answers(record: Path, folder: Path) -> dict[str, Any]:
    """Return the whole answer of each address that answers JSON, by its path.

    Something is judged, and linked, in a copy of the record, so that nothing answers with nothing.
    """
    with asked(Path(shutil.copy(record, folder / "examples.db"))) as client:
        given = {"kind": "act", "act": "denies", "by": "Ada Ruel", "why": "it says so"}
        given["subject"] = _paths(client)["/statement/{name}"]
        client.post("/judge", data=given, headers=_OWN)
        client.post("/link", headers=_OWN)
        end = time.monotonic() + _PATIENCE
        while client.get("/changes").json()["running"] and time.monotonic() < end:
            time.sleep(0.05)
        example = _paths(client)
        return {
            each.path: client.get(_address(each.shown, each.may, example)).json()
            for each in ADDRESSES
            if each.path in ANSWERS
        }


def _paths(client: TestClient) -> dict[str, str]:
    """Return the example of a name in each address, empty where it has none."""
    paths = client.get("/openapi.json").json()["paths"]
    return {at.removesuffix(".json"): _example(its["get"]) for at, its in paths.items()}


def _address(shown: str, may: tuple[str, ...], example: dict[str, str]) -> str:
    path = "/index" if shown == "/" else shown.format(name=example.get(shown, ""))
    return f"{path}.json{'?q=Karsk' if shown == '/search' and 'q' in may else ''}"


def _example(operation: dict[str, Any]) -> str:
    named = [each.get("example", "") for each in operation["parameters"] if each["in"] == "path"]
    return named[0] if named else ""


def cut(value: Any, *, is_inside: bool = False) -> Any:
    """Return a value with the first few of each list, and the beginnings of texts.

    What `is_inside` an object of a list has no such objects itself: its own address shows them.
    """
    if isinstance(value, dict):
        return {name: cut(each, is_inside=is_inside) for name, each in value.items()}
    if isinstance(value, list):
        if not any(isinstance(each, dict) for each in value):
            return [cut(each) for each in value[:_PLAIN]]
        return [] if is_inside else [cut(value[0], is_inside=True)]
    if isinstance(value, str) and len(value) > _WORDS:
        return f"{value[:_WORDS]}…"
    return value


def written(made: dict[str, Any]) -> str:
    """Return answers as JSON, one address a line."""
    lines = (f"{json.dumps(at)}: {json.dumps(its, ensure_ascii=False)}" for at, its in made.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def names(value: Any) -> set[str]:
    """Return the names in an object, or in the first one of a list."""
    first = value[0] if isinstance(value, list) and value else value
    return set(first) if isinstance(first, dict) else set()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        made = {path: cut(its) for path, its in answers(Path(sys.argv[1]), Path(folder)).items()}
    EXAMPLES.write_text(written(made), "utf-8")
