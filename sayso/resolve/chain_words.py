"""`sayso/data/chain.toml` -> the word lists by which outlets, addressees and channels are told."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of the chain, as the data file explains them."""

    known: frozenset[str]
    last: frozenset[str]
    first: frozenset[str]
    offices: frozenset[str]
    institutions: frozenset[str]
    audience: frozenset[str]
    own: frozenset[str]
    calendar: frozenset[str]
    openers: frozenset[str]
    asides: tuple[str, ...]
    nouns: str
    modifiers: str
    determiners: str
    channels: str
    platforms: str


@cache
def words() -> Words:
    """Return the word lists; lists that stand in patterns come as alternations, longest first."""
    raw = tomllib.loads(files("sayso").joinpath("data/chain.toml").read_text("utf-8"))
    return Words(
        known=frozenset(_phrases(raw["known"])),
        last=frozenset(raw["last"].split()),
        first=frozenset(raw["first"].split()),
        offices=frozenset(raw["offices"].split()),
        institutions=frozenset(raw["institutions"].split()),
        audience=frozenset(raw["audience"].split()),
        own=frozenset(_phrases(raw["own"])),
        calendar=frozenset(raw["calendar"].split()),
        openers=frozenset(raw["openers"].split()),
        asides=tuple(_phrases(raw["asides"])),
        nouns=_either(raw["nouns"].split()),
        modifiers=_either(raw["modifiers"].split()),
        determiners=_either(raw["determiners"].split()),
        channels=_either(raw["channels"]["nouns"].split()),
        platforms=_either(_phrases(raw["channels"]["platforms"])),
    )


def _phrases(value: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in re.split(r"[|\n]", value) if phrase.strip()]


def _either(phrases: list[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))
