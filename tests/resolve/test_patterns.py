"""The long patterns of the data files: each has an example beside it, which it matches."""

import csv
import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sayso.resolve.acts.rules import content_rules, looked_at, parts_of, verdict_of
from sayso.resolve.acts.said import PLACES, said_rules
from sayso.resolve.times.grammar import rules
from sayso.resolve.times.tokens import lexicon, tokens
from tests.notation import one

DATA = Path(__file__).resolve().parents[2] / "sayso" / "data"
# What only a pattern holds: "\\b", "(?:", "[^,]".
OF_A_PATTERN = re.compile(r"\\[AbBdDsSwWZ]|\(\?[:P=!<>i-]|\[\^")
# The data files that hold long patterns: how each shows them with their examples.
EXAMPLES: dict[str, Callable[[], Iterator["Shown"]]] = {
    "act-contents.csv": lambda: _contents(),
    "said.csv": lambda: _sayings(),
    "times.toml": lambda: _times(),
}
CUES = {"announce": "announced", "warn": "warned", "name": "called it"}
BEFORE_THE_SOURCE = ("question", "before", "near", "lead", "forged")


class Shown(NamedTuple):
    """A pattern of a data file, its example, and whether that is what it matches."""

    pattern: str
    example: str
    fits: bool


def test_long_patterns_of_data_files_match_their_example():
    files = [path for path in DATA.rglob("*") if path.suffix in (".csv", ".toml")]
    long = {path.name for path in files if any(len(p) > 100 for p in _patterns(path))}
    assert long == set(EXAMPLES)
    for name, shown in EXAMPLES.items():
        wrong = [s for s in shown() if len(s.pattern) > 100 and not (s.example and s.fits)]
        assert wrong == [], name


def _patterns(path: Path) -> Iterator[str]:
    """Yield what a data file holds that only a pattern holds."""
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        entries = iter([tomllib.loads(text)])
    else:
        entries = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return (words for words in _words(list(entries)) if OF_A_PATTERN.search(words))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _words(part)


def _contents() -> Iterator[Shown]:
    for scope in ("own", "question", "start", "main", "text", *CUES):
        for rule in content_rules(scope):
            parts = parts_of(
                *one(f"{{S:Ana}} {{C:{CUES.get(scope, 'said')}}} {{T:{rule.example}}}")
            )
            verdict = verdict_of(parts)
            fits = any(map(rule.match, looked_at(parts, scope)))
            same = (verdict.act, verdict.polarity) == (rule.act, rule.polarity)
            yield Shown(rule.pattern.pattern, rule.example, fits and same)


def _sayings() -> Iterator[Shown]:
    for at in PLACES:
        for rule in said_rules(at):
            before, _, rest = rule.example.lower().partition("[")
            words = rest.partition("]")[0]
            looked = before + words if at in BEFORE_THE_SOURCE else words
            yield Shown(rule.pattern.pattern, rule.example, bool(rule.pattern.search(looked)))


def _times() -> Iterator[Shown]:
    compiled = iter(rules())
    for entry in lexicon().rules:
        examples = iter(entry.get("examples", ()))
        for pattern, rule in zip(
            entry["pattern"], islice(compiled, len(entry["pattern"])), strict=True
        ):
            example = next(examples, "") if len(pattern) > 100 else ""
            yield Shown(pattern, example, bool(rule.pattern.fullmatch(tokens(example, ()).codes)))
