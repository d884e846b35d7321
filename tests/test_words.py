"""Words of the language are listed in `sayso/english/` alone; all other rooms ask there."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.english.calendar import date_names, short_months, short_weekdays
from sayso.english.function_words import articles, definite, negations, particles
from sayso.english.pronouns import pronouns
from sayso.english.role_nouns import heads
from sayso.english.titles import titles

ROOT = Path(__file__).resolve().parent.parent
# The words of each kind, and how many of them side by side are a list of their own.
KINDS = {
    "pronouns": (pronouns("personal", "possessive", "reflexive", "relative"), 3),
    "determiners": (articles() | definite(), 4),
    "joints": (particles(), 3),
    "negations": (negations(), 4),
    "titles": (titles(), 3),
    "dates": (date_names() | short_months().keys() | short_weekdays().keys(), 3),
}
# Lists of the rooms that are mostly role nouns and ask of them what nothing else asks: who stands
# for a speaker's own side, what papers tell and pass on, who speaks for others, what has a side,
# who is spoken of as two, who is somebody's by birth or chance and never by office, and to whom
# something is said for others to hear.
OTHERWISE = {
    ("actors.toml", "family"),
    ("actors.toml", "parties"),
    ("actors.toml", "two_people"),
    ("acts.toml", "own_groups"),
    ("acts.toml", "press"),
    ("chain.toml", "paper_nouns"),
    ("chain.toml", "shown_papers"),
    ("chain.toml", "speaking_for"),
    ("entities.toml", "national"),
    ("origins.toml", "anybody"),
    ("origins.toml", "mouthpieces"),
    ("origins.toml", "organs"),
    ("places.toml", "bodies"),
    ("places.toml", "kin"),
    ("recipients.toml", "audience"),
}
PERSONAL = pronouns("personal", "possessive", "reflexive")
# The names of the weights by which each kind of reference is judged.
NAMES = {("sayso/resolve/actors/antecedents.py", "he his it they")}
_SIDE_BY_SIDE = re.compile(r"\w+(?:\|\w+)+")


def listed(code: str) -> Iterator[tuple[str, str]]:
    """Yield the lists of English words that code spells out: their kind and their words."""
    for words in _side_by_side(code):
        for kind, (known, fewest) in KINDS.items():
            spelled = [word for word in words if word in known]
            if len(spelled) >= fewest:
                yield kind, " ".join(spelled)


def _side_by_side(code: str) -> Iterator[list[str]]:
    """Yield the words of each collection, each split string and each "a|b|c" of a pattern."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                yield [str(p.value).lower() for p in parts if isinstance(p, ast.Constant)]
            case ast.Call(func=ast.Attribute(value=ast.Constant(str(words)), attr="split")):
                yield words.lower().split()
            case ast.Constant(str(pattern)):
                for words in _SIDE_BY_SIDE.findall(_plain(pattern)):
                    yield words.split("|")


def _plain(pattern: str) -> str:
    """Return a pattern in small letters, its words without what they are dressed in: "[Hh]e"."""
    small = re.sub(r"\[\w(\w)\]", r"\1", pattern).lower()
    return re.sub(r"\\[b.]", "", small.replace("an?", "a|an")).replace("?", "")


def test_words_are_listed_in_one_place():
    assert [
        (name, kind, words)
        for path in sorted((ROOT / "sayso").rglob("*.py"))
        if "english" not in path.parts
        for kind, words in listed(path.read_text("utf-8"))
        if ((name := path.relative_to(ROOT).as_posix()), words) not in NAMES
    ] == []


def test_the_lists_of_the_rooms_hold_no_pronouns():
    assert [
        (path.name, *spelled)
        for path in sorted((ROOT / "sayso/data").glob("*.toml"))
        for words in _strings(tomllib.loads(path.read_text("utf-8")))
        for spelled in [sorted(PERSONAL & set(re.split(r"[|\s]+", words)))]
        if len(spelled) > 3
    ] == []


def test_the_lists_of_the_rooms_repeat_no_role_nouns():
    """A question asked of role nouns is a mark in their one list: `role_nouns.marked`."""
    mostly = {
        (path.name, name)
        for path in sorted((ROOT / "sayso/data").glob("*.toml"))
        for name, value in tomllib.loads(path.read_text("utf-8")).items()
        if isinstance(value, str)
        for words in [set(re.split(r"[|\s]+", value)) - {""}]
        if len(words & heads().keys()) > max(9, len(words) / 2)
    }
    assert mostly == OTHERWISE


def _strings(data: Any) -> Iterator[str]:
    """Yield the strings of a data file."""
    for value in data.values() if isinstance(data, dict) else data:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            yield from _strings(value)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ('re.compile(r"\\b(?:[Hh]e|[Ss]he|[Tt]hey) said")', "pronouns"),
        ('plain in {"he", "she", "it"}', "pronouns"),
        ('"(?:an?|the|his|her) letter"', "determiners"),
        ('rf"(?:Mr|Mrs|Dr)\\.? ({WORD})"', "titles"),
        ('rf"{WORD}(?: (?:of|de|du|la) {WORD})"', "joints"),
        ('frozenset(["of", "de", "du", "la"])', "joints"),
        ('re.compile(r"\\b(?:not|never|none|nobody|nothing)\\b")', "negations"),
        ('DAYS = "monday tuesday wednesday".split()', "dates"),
    ],
)
def test_a_list_in_another_place_is_seen(code, kind):
    assert kind in dict(listed(code))


@pytest.mark.parametrize("code", ['"(?:who|that) said"', '"He told his aide that the sea is"'])
def test_a_few_words_are_no_list(code):
    assert not list(listed(code))
