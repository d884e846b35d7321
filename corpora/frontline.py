"""Frontline: conflict news of many outlets and wars, every statement labelled by reading.

Statements inside others are labelled too, and those that nobody is told to have said.
"""

from collections.abc import Iterator
from typing import Any

from corpora.conflict import joined
from corpora.corpus import Corpus
from corpora.documents import Document, labelled, rows
from corpora.folder import data_dir


def documents(part: str) -> list[Document]:
    """Return the labelled documents of part `train` or `dev`."""
    return [
        Document(row["id"], text, tuple(labelled(s) for s in row["statements"]))
        for row, text in with_texts(part)
    ]


def with_texts(part: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the whole labels of each document, with its text: headline, blank line, body."""
    folder = data_dir() / "conflict"
    texts = {row["id"]: row["text"] for row in rows(folder / "labelled-texts.jsonl")}
    labels = [row for row in rows(folder / "labels.jsonl") if row["part"] == part]
    yield from joined([row | {"hash": row["sha256"][:32]} for row in labels], texts)


CORPUS = Corpus(
    name="frontline",
    title="Frontline: 192 and 50 articles on 22 conflicts, 4,340 statements labelled by reading",
    address="the texts are their publishers'; ask the project for labels and texts",
    licence="texts by publisher, 18 of Wikinews CC BY 2.5; labels Apache-2.0",
    citation="the sayso developers",
    documents=242,
)
