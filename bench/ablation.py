"""The figures of benchmarks without one rule, list or entry of the package.

What is left out is left out of a copy of the package, and the copy is measured in a process of its
own; the package itself knows nothing of it.
"""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from sayso.errors import UsageError

ROOT = Path(__file__).resolve().parent.parent
Figures = dict[str, dict[str, float]]

_NO_WORD = "\ue000"  # stands in no text
# What a function returns that decides nothing, by how its return type begins.
_NEUTRAL = {
    "Iterator": "return; yield",
    "bool": "return False",
    "str": "return ''",
    "int": "return 0",
    "float": "return 0.0",
    "tuple": "return ()",
    "Spans": "return ()",
    "list": "return []",
    "Sequence": "return []",
    "dict": "return {}",
    "frozenset": "return frozenset()",
}
_MEASURE = """
import json, sys
from bench.run import TASKS
tasks = [(name, *name.split("/")) for name in sys.argv[1:]]
print(json.dumps({name: TASKS[task](data) for name, task, data in tasks}))
"""


def figures(tasks: Sequence[str], without: str = "") -> Figures:
    """Return the figures of some benchmarks ("acts/polnear-dev"), `without` a part if one is named.

    A part is a file of data (`data/seats.csv`), a line of it by its first cell
    (`data/acts.csv:abhor`), a list (`data/chain.toml:nouns`), or a function that then decides
    nothing (`resolve/chain/carryover.py:carry_over`).
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        copytree(ROOT / "sayso", copy / "sayso", ignore=ignore_patterns("model", "__pycache__"))
        (copy / "sayso" / "data" / "model").symlink_to(ROOT / "sayso" / "data" / "model")
        for package in ("bench", "corpora"):
            (copy / package).symlink_to(ROOT / package)
        if without:
            leave_out(copy / "sayso", without)
        done = subprocess.run(  # noqa: S603  our own code
            [sys.executable, "-c", _MEASURE, *tasks],
            cwd=copy, env=os.environ | {"PYTHONPATH": folder}, stdout=subprocess.PIPE, check=True,
        )  # fmt: skip
    measured: Figures = json.loads(done.stdout)
    return measured


def leave_out(package: Path, part: str) -> None:
    """Take a part out of a copy of the package. Raises UsageError where there is no such part."""
    file, _, name = part.partition(":")
    path = package / file
    if not path.is_file():
        raise UsageError(f"{file}: there is no such file in sayso")
    text = path.read_text("utf-8")
    changed = {".csv": _without_rows, ".toml": _without_list, ".py": _without_rule}[path.suffix](
        text, name
    )
    if changed == text:
        raise UsageError(f"{part}: there is nothing to leave out")
    path.write_text(changed, "utf-8")


def _without_rows(text: str, name: str) -> str:
    """Return a file of comma-separated values without a row, or all but what its columns are."""
    lines = text.splitlines(keepends=True)
    top = 1 + next(n for n, line in enumerate(lines) if not line.startswith("#"))
    kept = (line for line in lines[top:] if name and line.partition(",")[0].strip('"') != name)
    return "".join([*lines[:top], *kept])


def _without_list(text: str, name: str) -> str:
    """Return a TOML file in which a list of words holds none that stands in a text."""
    words = rf'^({re.escape(name)} = )(?:"""[^"]*"""|"[^"\n]*")'
    return re.sub(words, rf'\1"{_NO_WORD}"', text, flags=re.MULTILINE)


def _without_rule(text: str, name: str) -> str:
    """Return a module in which a function decides nothing: it returns what it is given, or none."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            node.body = ast.parse(_neutral(node)).body
            return ast.unparse(tree)
    return text


def _neutral(function: ast.FunctionDef) -> str:
    returns = ast.unparse(function.returns) if function.returns else "None"
    for argument in function.args.args:
        if argument.annotation and ast.unparse(argument.annotation) == returns:
            return f"return {argument.arg}"
    if "None" in returns:
        return "return None"
    for begin, statement in _NEUTRAL.items():
        if returns.startswith(begin):
            return statement
    raise UsageError(f"{function.name}: {returns} has no neutral value")
