"""The size and shape of the code: small files, short functions, flat nesting, few parameters."""

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(
    p for room in ("sayso", "corpora", "bench", "train") for p in (ROOT / room).rglob("*.py")
)
BLOCKS = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)


def code_lines(path):
    lines = path.read_text("utf-8").splitlines()
    return sum(1 for line in lines if line.strip() and not line.strip().startswith("#"))


def functions(path):
    tree = ast.parse(path.read_text("utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function):
    return function.end_lineno - function.lineno + 1


def depth(node, level=0):
    """Return how deep blocks nest; `elif` does not count as deeper."""
    deepest = level
    for child in ast.iter_child_nodes(node):
        chained = isinstance(node, ast.If) and node.orelse == [child] and isinstance(child, ast.If)
        inner = level + (isinstance(child, BLOCKS) and not chained)
        deepest = max(deepest, depth(child, inner))
    return deepest


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_file(path):
    assert code_lines(path) <= 400
    for function in functions(path):
        place = f"{path.name}:{function.lineno} {function.name}"
        assert length(function) <= 60, place
        assert depth(function) <= 3, place
        assert len(function.args.posonlyargs) + len(function.args.args) <= 6, place


def test_most_functions_are_short_and_most_files_small():
    lengths = [length(f) for path in FILES for f in functions(path)]
    assert sum(n <= 30 for n in lengths) / len(lengths) >= 0.9
    assert median(code_lines(path) for path in FILES) <= 130


def test_packages_only_re_export():
    for path in (ROOT / "sayso").rglob("__init__.py"):
        body = ast.parse(path.read_text("utf-8")).body
        allowed = (ast.Expr, ast.ImportFrom, ast.Assign)
        assert all(isinstance(node, allowed) for node in body), path


def test_broad_handlers_stand_nowhere():
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                names = {n.id for n in ast.walk(node.type or node) if isinstance(n, ast.Name)}
                assert node.type is not None, path
                assert not names & {"Exception", "BaseException"}, path


def test_heavy_dependencies_have_one_owner():
    owners = {
        "onnxruntime": 1,
        "trafilatura": 1,
        "tokenizers": 1,
        "rich": 2,
        "spacy": 1,
    }
    for name, most in owners.items():
        found = [
            path
            for path in (ROOT / "sayso").rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if (
                isinstance(node, ast.Import)
                and any(a.name.split(".")[0] == name for a in node.names)
            )
            or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == name)
        ]
        assert len({*found}) <= most, (name, found)


def test_the_command_line_alone_knows_click():
    for path in (ROOT / "sayso").rglob("*.py"):
        assert path.parent.name == "cli" or "import click" not in path.read_text("utf-8"), path
