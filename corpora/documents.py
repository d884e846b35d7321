"""Texts with gold statements: what the corpora of attribution are read as."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.records import Span, Spans


@dataclass(frozen=True, slots=True)
class Labelled:
    """One gold or predicted statement, reduced to what the scorer compares."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its gold statements."""

    id: str
    text: str
    statements: tuple[Labelled, ...]


def spans(pairs: list[list[int]]) -> Spans:
    """Return `[[start, end], ...]` as spans in text order."""
    return tuple(sorted(Span(s, e) for s, e in pairs))


def labelled(row: dict[str, Any]) -> Labelled:
    """Return a statement from a row with `source`, `cue` and `content`."""
    return Labelled(spans(row["source"]), spans(row["cue"]), spans(row["content"]))


def document(row: dict[str, Any], text: str) -> Document:
    """Return a text with the statements that its row of labels holds."""
    return Document(row["id"], text, tuple(labelled(s) for s in row["statements"]))


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON Lines, compressed or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").split("\n") if line]


def text_hash(text: str) -> str:
    """Return the hash by which gold labels recognise their text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
