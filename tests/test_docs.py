"""The documents say what the program does: commands, options, settings, examples that run."""

import json
import re
import shlex
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import main
from sayso.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
CARD = ROOT / "sayso" / "data" / "model" / "README.md"
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", CARD, *(ROOT / "docs").glob("*.md")])
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
CORPORA = (ROOT / "docs" / "data.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
EXAMPLES = [line for kind, body in BLOCK.findall(README) if kind == "sh"
            for line in body.splitlines() if line.startswith("sayso ")]  # fmt: skip


@pytest.mark.parametrize("name", main.commands)
def test_every_command_and_option_is_documented(name):
    assert f"`sayso {name}" in COMMANDS
    for option in main.commands[name].params:
        for flag in option.opts:
            assert not flag.startswith("--") or f"`{flag}`" in COMMANDS, flag


@pytest.mark.parametrize("field", fields(Settings), ids=lambda f: f.name)
def test_every_setting_is_documented(field):
    assert f"`{field.name}`" in COMMANDS
    assert f"        {field.name}: " in Settings.__doc__


@pytest.mark.parametrize("floor", json.loads((ROOT / "bench" / "floors.json").read_text("utf-8")))
def test_every_floor_says_what_it_rests_on(floor):
    task, data = floor.split("/")
    rows = re.findall(r"^\| (`.*?) \| .* \| (?:yes|\*\*no)", CORPORA, re.M)
    parts = (part for row in rows for part in row.split("; "))
    assert sum(f"`{task}`" in part and f"*{data}*" in part for part in parts) == 1


@pytest.mark.parametrize("name", main.commands)
def test_every_command_teaches_by_example(name):
    text = CliRunner().invoke(main, [name, "--help"]).output
    assert re.search(rf"Examples?:\n +.*sayso {name}", text), text


def test_shell_examples_of_the_readme_run_one_after_the_other(linked_record, tmp_path, monkeypatch):
    """They read and link the sample, which was read and linked before: that takes no time."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SAYSO_RECORD", str(shutil.copy(linked_record, tmp_path / "record.db")))
    for line in EXAMPLES:
        result = CliRunner().invoke(main, shlex.split(line)[1:])
        assert result.exit_code == 0, f"{line}: {result.output}"
        assert result.stdout.strip(), line


def test_the_readme_shows_what_show_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    command = next(line for line in EXAMPLES if line.startswith("sayso show"))
    printed = CliRunner().invoke(main, shlex.split(command)[1:]).stdout
    (block,) = [body for kind, body in BLOCK.findall(README) if kind == "text"]
    assert len(block.splitlines()) >= 10
    assert all(passage in printed for passage in block.split("…\n"))


def test_python_examples_of_the_readme_run(capsys):
    for kind, body in BLOCK.findall(README):
        if kind == "python":
            exec(compile(body, "README", "exec"), {})  # noqa: S102
    assert "the minister" in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[\w-]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_pages_are_finished(page):
    assert not re.search(r"@[A-Z]+@|TODO|FIXME", page.read_text("utf-8"))


def rooms():
    """Return the folders and modules at the top of the package, and the rooms inside rooms."""
    top = ROOT / "sayso"
    nested = [init.parent for init in top.rglob("__init__.py") if init.parent != top]
    inside = {*top.iterdir(), *(top / "resolve").iterdir(), *nested}
    kept = [p for p in inside if p.name not in ("__pycache__", "__init__.py", "resolver.py")]
    beside = [ROOT / name for name in ("corpora", "train", "bench", "tests", "docs")]
    return sorted(
        path.relative_to(ROOT).as_posix() + ("/" if path.is_dir() else "")
        for path in (*kept, *beside)
        if path.is_dir() or path.suffix == ".py"
    )


def test_the_map_of_the_rooms_shows_them_all():
    table = re.findall(r"^\| (.+?) \| .+ \|$", CONTRIBUTING, re.M)
    shown = [name for row in table for name in re.findall(r"`([^`]+)`", row)]
    assert sorted(shown) == rooms()


def test_there_are_examples_to_run():
    assert len(EXAMPLES) >= 5
