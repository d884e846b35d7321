"""Public corpora on disk -> documents with gold statements. The only place that knows their layout.

The corpora are found in the folder named by `SAYSO_DATA`, else in `../shared/data` beside
the checkout; `docs/data.md` tells where each is published and how to lay it out.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.records import Span, Spans

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "bench" / "gold"


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


def data_dir() -> Path:
    """Return the folder that holds the corpora; it may not exist."""
    given = os.environ.get("SAYSO_DATA")
    return Path(given) if given else ROOT.parent / "shared" / "data"


def spans(pairs: list[list[int]]) -> Spans:
    """Return `[[start, end], ...]` as spans in text order."""
    return tuple(sorted(Span(s, e) for s, e in pairs))


def _labelled(row: dict[str, Any]) -> Labelled:
    return Labelled(spans(row["source"]), spans(row["cue"]), spans(row["content"]))


def polnear(part: str) -> list[Document]:
    """Return the documents of PolNeAR's part `train` or `dev`; what has no content is dropped."""
    path = data_dir() / "attribution" / f"{part}.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    return [
        Document(
            row["id"],
            row["text"],
            tuple(_labelled(a) for a in row["attributions"] if a["content"]),
        )
        for row in rows
    ]


def re3d_texts() -> Iterator[tuple[str, str]]:
    """Yield `(id, text)` of every re3d document: the title, a blank line, the text."""
    for path in sorted((data_dir() / "entities" / "re3d").glob("*/documents.json")):
        source = path.parent.name.lower().replace(" ", "-")
        for line in path.read_text("utf-8-sig").strip().split("\n"):
            row = json.loads(line)
            text = re.sub(r"\r\n?", "\n", row["text"]).replace("\0", "").strip()
            yield f"re3d/{source}/{row['_id'][:8].lower()}", f"{row['title'].strip()}\n\n{text}"


_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")


def current_events_texts() -> Iterator[tuple[str, str]]:
    """Yield `(id, text)` of every day page: links reduced to their words, one paragraph an item."""
    for path in sorted((data_dir() / "current-events").glob("*-index.md")):
        body = path.read_text("utf-8").split("---\n", 2)[2]
        lines = [_LINK.sub(r"\1", line).strip() for line in body.splitlines()]
        items = [line.lstrip("*# ").strip() for line in lines if line]
        yield f"current-events/{path.name[:10]}", "\n\n".join(i for i in items if i)


def text_hash(text: str) -> str:
    """Return the hash by which gold labels recognise their text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def conflict(part: str) -> list[Document]:
    """Return the documents of sayso's own conflict labels, `train` or `dev`.

    Raises ValueError when a text on disk is not the one that was labelled.
    """
    texts = dict([*re3d_texts(), *current_events_texts()])
    documents = []
    for line in (GOLD / "conflict.jsonl").read_text("utf-8").strip().split("\n"):
        row = json.loads(line)
        if row["part"] != part:
            continue
        if row["id"] not in texts:
            raise FileNotFoundError(f"{row['id']}: not found in {data_dir()}")
        text = texts[row["id"]]
        if text_hash(text) != row["hash"]:
            raise ValueError(f"{row['id']}: the text is not the one that was labelled")
        documents.append(Document(row["id"], text, tuple(_labelled(s) for s in row["statements"])))
    return documents
