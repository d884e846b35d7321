"""A part is left out of a copy of the package, and of nothing else."""

import pytest

from bench.ablation import leave_out
from sayso.errors import UsageError

SEATS = '# Seats.\nseat,country\nthe Citadel,OS\n"Almis, the port",VM\n'
LISTS = '''# Lists.
nouns = """
paper daily
"""  # of outlets
first = "radio tv"
'''
RULES = '''
def kept(x: int) -> int:
    return x + 1

def carried(chains: list[str], more: int) -> list[str]:
    """Say what."""
    return [c + "!" for c in chains]

def spans() -> Iterator[int]:
    yield 1

def is_one(x: str) -> bool:
    return x == "1"

def name_of(x: str) -> str | None:
    return x

def strange(x: str) -> Thing:
    return x
'''


def without(tmp_path, file, text, name):
    (tmp_path / file).write_text(text, "utf-8")
    leave_out(tmp_path, f"{file}:{name}" if name else file)
    return (tmp_path / file).read_text("utf-8")


def test_a_file_keeps_its_columns(tmp_path):
    assert without(tmp_path, "seats.csv", SEATS, "") == "# Seats.\nseat,country\n"


def test_one_line_of_a_file(tmp_path):
    assert without(tmp_path, "seats.csv", SEATS, "the Citadel") == SEATS.replace(
        "the Citadel,OS\n", ""
    )


@pytest.mark.parametrize(("name", "word"), [("nouns", "paper"), ("first", "radio")])
def test_a_list(tmp_path, name, word):
    left = without(tmp_path, "chain.toml", LISTS, name)
    assert word not in left
    assert {"paper", "radio"} - {word} <= set(left.replace('"', " ").split())


@pytest.mark.parametrize(
    ("name", "value"),
    [("carried", ["a"]), ("spans", []), ("is_one", False), ("name_of", None)],
)
def test_a_rule_decides_nothing(tmp_path, name, value):
    code = "from collections.abc import Iterator\n" + without(tmp_path, "rules.py", RULES, name)
    code = code.replace("-> Thing", "-> object")
    names = {}
    exec(compile(code, "rules", "exec"), names)  # noqa: S102
    arguments = {"carried": (["a"], 1), "spans": ()}.get(name, ("1",))
    answer = names[name](*arguments)
    assert (list(answer) if name == "spans" else answer) == value
    assert names["kept"](1) == 2


@pytest.mark.parametrize(
    ("file", "name"),
    [("seats.csv", "Karsk"), ("chain.toml", "verbs"), ("rules.py", "nowhere"),
     ("rules.py", "strange")],
)  # fmt: skip
def test_what_cannot_be_left_out(tmp_path, file, name):
    text = {"seats.csv": SEATS, "chain.toml": LISTS, "rules.py": RULES}[file]
    with pytest.raises(UsageError):
        without(tmp_path, file, text, name)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        leave_out(tmp_path, "data/none.csv")
