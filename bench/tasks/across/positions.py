"""How well what somebody says falls into positions, each with its stances and turns.

Data: `made`, and for reporting only `made-kept`: what invented people say, labelled by a reader
(`bench/gold/positions.toml`). `stances` is the share of sayings with the stance that they have,
none included; precision and recall are of pairs of sayings about one thing, and of turns.
"""

import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from sayso.link.positions.positions import positions, stance
from sayso.link.positions.stances import Saying

DATA = ("made", "made-kept")
_PARTS = {"made": "tune", "made-kept": "kept"}
_GOLD = Path(__file__).resolve().parents[2] / "gold" / "positions.toml"
Pair = tuple[str, int, int]


class Case(NamedTuple):
    """What one invented person says: `about` and `stances` are a reader's, `turns` by number."""

    name: str
    sayings: tuple[Saying, ...]
    about: tuple[str, ...]
    stances: tuple[str, ...]
    turns: frozenset[tuple[int, int]]


def cases(data: str) -> list[Case]:
    """Return the cases of one half."""
    every = tomllib.loads(_GOLD.read_text("utf-8"))["case"]
    return [_case(each) for each in every if each["part"] == _PARTS[data]]


def _case(given: dict[str, Any]) -> Case:
    rows = given["sayings"]
    return Case(
        name=given["name"],
        sayings=tuple(_saying(given, number, row) for number, row in enumerate(rows)),
        about=tuple(row[4] for row in rows),
        stances=tuple(row[5] for row in rows),
        turns=frozenset((was, now) for was, now in given["turns"]),
    )


def _saying(given: dict[str, Any], number: int, row: list[str]) -> Saying:
    day, act, polarity, words = row[:4]
    return Saying(
        statement=str(number),
        article=f"sha256:{number}",
        publisher="",
        date=day,
        act=act,
        polarity=polarity,
        words=words,
        condition="",
        own=tuple(given["own"]),
    )


def figures(data: str) -> dict[str, float]:
    """Return the figures that may have a floor."""
    right = total = 0
    joined: set[Pair] = set()
    wanted: set[Pair] = set()
    turned: set[Pair] = set()
    turns: set[Pair] = set()
    for case in cases(data):
        total += len(case.sayings)
        right += sum(map(_is_right, case.sayings, case.stances))
        joined |= {(case.name, *pair) for pair in _joined(case)}
        wanted |= {(case.name, *pair) for pair in _wanted(case)}
        turned |= {(case.name, *pair) for pair in _turned(case)}
        turns |= {(case.name, *pair) for pair in case.turns}
    return {
        "stances": right / total,
        "precision": len(joined & wanted) / max(1, len(joined)),
        "recall": len(joined & wanted) / max(1, len(wanted)),
        "turns_precision": len(turned & turns) / max(1, len(turned)),
        "turns_recall": len(turned & turns) / max(1, len(turns)),
    }


def wrong(data: str) -> Iterator[str]:
    """Yield what is wrong, one line each."""
    for case in cases(data):
        for saying, wanted in zip(case.sayings, case.stances, strict=True):
            if not _is_right(saying, wanted):
                made = stance(saying) or "none"
                yield f"{case.name}: {made}, not {wanted or 'none'}: {saying.words}"
        for pair in sorted(_joined(case) ^ _wanted(case)):
            yield f"{case.name}: {'apart' if pair in _wanted(case) else 'joined'}: {pair}"
        for pair in sorted(_turned(case) ^ case.turns):
            yield f"{case.name}: {'no turn' if pair in case.turns else 'a turn'}: {pair}"


def _is_right(saying: Saying, wanted: str) -> bool:
    return stance(saying) == wanted


def _wanted(case: Case) -> set[tuple[int, int]]:
    pairs = combinations(range(len(case.about)), 2)
    return {(a, b) for a, b in pairs if case.about[a] and case.about[a] == case.about[b]}


def _joined(case: Case) -> set[tuple[int, int]]:
    return {
        (min(two), max(two))
        for position in positions(case.sayings)
        for two in combinations([int(each.statement) for each in position.stances], 2)
    }


def _turned(case: Case) -> set[tuple[int, int]]:
    every = positions(case.sayings)
    return {(int(turn.was), int(turn.now)) for each in every for turn in each.turns}
