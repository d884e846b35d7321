"""The word lists: each says what its columns are, and is whole."""

import re
import sys
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from types import ModuleType

import pytest

from sayso.english.tables import build, either, listed, lists, names, rows

FOLDER = files("sayso").joinpath("data", "english")
OF_LISTS = ("acts.toml", "actors.toml", "chain.toml")
TABLES = sorted(each.name for each in FOLDER.iterdir() if each.name.endswith(".csv"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_its_columns_are(name):
    comments = [
        line for line in FOLDER.joinpath(name).read_text("utf-8").splitlines() if line[:1] == "#"
    ]
    for column in next(rows(f"english/{name}")):
        assert f"{column}:" in " ".join(comments), column


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_table_is_whole(name):
    for row in rows(f"english/{name}"):
        assert None not in row, row
        assert None not in row.values(), row


@pytest.mark.parametrize("name", OF_LISTS)
def test_every_list_holds_something_once_and_in_small_letters(name):
    raw = tomllib.loads(files("sayso").joinpath("data", name).read_text("utf-8"))
    for key, value in raw.items():
        named = lists(name, key) if isinstance(value, dict) else {key: listed(name, key)}
        for inner, entries in named.items():
            assert entries, (key, inner)
            assert all(entry == entry.lower().strip() for entry in entries), (key, inner)


def test_lists_hold_words_or_phrases():
    assert "appear" in listed("acts.toml", "mute")
    assert "strike back" in listed("acts.toml", "revenge")
    assert {"news", "press", "wire"} < lists("actors.toml", "alike")["agency"]


def test_a_pattern_of_words_prefers_the_longest():
    assert re.match(either(["hit", "hit back", "a.b"]), "hit back")[0] == "hit back"
    assert not re.match(either(["a.b"]), "axb")


def test_lists_are_called_by_name():
    assert {"known", "papers"} <= set(names("chain.toml"))
    assert "same" not in names("actors.toml")  # a table of lists


def test_tables_are_built_before_they_are_needed(monkeypatch):
    """Cached functions without arguments make tables, and so do cached properties of a value."""
    asked = []

    class Seats:
        @cached_property
        def names(self):
            asked.append("names")
            return {"citadel": "OS"}

    module = ModuleType("chalk.places")
    vars(module).update(
        seats=cache(Seats), fold=cache(lambda word: asked.append(word)), Seats=Seats
    )
    monkeypatch.setitem(sys.modules, "chalk.places", module)
    build("chalk")
    assert asked == ["names"]
    assert module.seats().names == {"citadel": "OS"}
    assert asked == ["names"]
