"""Invented quotations with changes whose kinds are known: `bench/gold/quotations/made.toml`.

A change is applied as it stands in the file, alone or together with one of another kind; cuts,
ellipses and splices are made from the text. Every second quotation is kept aside.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

GOLD = Path(__file__).resolve().parents[1] / "gold" / "quotations" / "made.toml"
WRITTEN = ("person", "tense", "added", "replaced", "misquotation")  # in the file, word for word
_SENTENCE = re.compile(r"(?<=\.) ")
_ELLIPSES = (" … ", " ... ", " […] ", " [...] ")
_DAYS = 9  # between what is spliced


class Made(NamedTuple):
    """One wording made of another, and the kinds of what was changed.

    `other` is what the speaker said on another day, of which a splice takes words.
    """

    speaker: str
    was: str
    now: str
    kinds: frozenset[str]
    other: str = ""
    translated: bool = False


def made(part: str) -> list[Made]:
    """Return what is made of the quotations of a part, `tune` or `kept`."""
    data = tomllib.loads(GOLD.read_text("utf-8"))
    start = {"tune": 0, "kept": 1}[part]
    variants = [each for row in data["quotation"][start::2] for each in _of(row)]
    for row in data["translation"][start::2]:
        kinds = frozenset({"translation"})
        variants.append(Made(row["speaker"], row["was"], row["is"], kinds, translated=True))
    return variants


def _of(row: Mapping[str, Any]) -> Iterator[Made]:
    """Yield all that is made of one quotation."""

    def variant(now: str, *kinds: str, other: str = "") -> Made:
        return Made(row["speaker"], row["text"], now, frozenset(kinds), other)

    text = row["text"]
    edits = [(kind, edit) for kind in WRITTEN for edit in row[kind]]
    for number, (kind, edit) in enumerate(edits):
        now = _edited(text, edit)
        yield variant(now, kind)
        yield variant(_first(now, text, edit), kind, "cut")
        second, other = edits[(number + 5) % len(edits)]
        if second != kind and _apart(text, edit, other):
            yield variant(_edited(now, other), kind, second)
    yield from (variant(now, "cut") for now in _cut(text, row["aside"]))
    yield from (variant(now, "ellipsis") for now in _shortened(text, row["aside"]))
    for now, other in _spliced(text, row["other"]):
        yield variant(now, "splice", *(("cut",) if other else ()), other=other)


def _edited(text: str, edit: str) -> str:
    was, now = edit.split(" -> ")
    if text.count(was) != 1:
        raise ValueError(f"{was!r} does not stand once in {text!r}")
    return text.replace(was, now)


def _first(now: str, text: str, edit: str) -> str:
    """Return the edited sentence alone, and the one after it, if there is one."""
    was = edit.split(" -> ")[0]
    place = next(n for n, each in enumerate(_SENTENCE.split(text)) if was in each)
    sentences = _SENTENCE.split(now)
    return " ".join(sentences[place : place + 2]) if place else " ".join(sentences[:2])


def _apart(text: str, edit: str, other: str) -> bool:
    """Tell whether two edits are of words some way apart."""
    at, to = (text.index(each.split(" -> ")[0]) for each in (edit, other))
    return abs(at - to) > 60


def _cut(text: str, aside: list[str]) -> Iterator[str]:
    """Yield the text without outer words, and without words inside."""
    sentences = _SENTENCE.split(text)
    yield sentences[1]
    yield " ".join(sentences[:2])
    yield " ".join(sentences[2:])
    yield from (_without(text, words) for words in aside)


def _without(text: str, words: str) -> str:
    return re.sub(rf",? {re.escape(words)},?| ?{re.escape(words)},? ", " ", text).replace(" .", ".")


def _shortened(text: str, aside: list[str]) -> Iterator[str]:
    """Yield the text with a mark in the place of words."""
    sentences = _SENTENCE.split(text)
    for number, mark in enumerate(_ELLIPSES):
        if number % 2:
            yield sentences[0] + mark + " ".join(sentences[2:])
        else:
            words = aside[number // 2 % len(aside)]
            yield re.sub(rf",? ?{re.escape(words)},? ?", mark, text)


def _spliced(text: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield the text joined with what was said on another day, or two distant parts as one."""
    sentences = _SENTENCE.split(text)
    joined = other[0].lower() + other[1:] if not other.startswith("I ") else other
    yield f"{sentences[0][:-1]}, and {joined}", other
    yield f"{sentences[0]} {other}", other
    last = sentences[-1][0].lower() + sentences[-1][1:]
    last = sentences[-1] if sentences[-1].startswith("I ") else last
    yield f"{sentences[0][:-1]}, and {last}", ""
    yield f"{sentences[0][:-1]}, {last}", ""
