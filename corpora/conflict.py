"""sayso's own conflict labels: statements of texts of re3d and of the current events.

The labels are in the repository, by offsets and the hash of the text; the texts are not.
"""

from collections.abc import Iterator
from typing import Any

from corpora import current_events, re3d
from corpora.corpus import GOLD, data_dir
from corpora.documents import Document, document, rows, text_hash

LABELS = GOLD / "conflict.jsonl"


def documents(part: str) -> list[Document]:
    """Return the labelled documents of part `train` or `dev`.

    Raises ValueError when a text on disk is not the one that was labelled.
    """
    return [document(row, text) for row, text in with_texts(part)]


def with_texts(part: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the whole labels of each document, with its text."""
    texts = dict([*re3d.texts(), *current_events.texts()])
    yield from joined([row for row in rows(LABELS) if row["part"] == part], texts)


def joined(
    labels: list[dict[str, Any]], texts: dict[str, str]
) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each row of labels with the text that it is about, by id, and of the same hash."""
    for row in labels:
        if row["id"] not in texts:
            raise FileNotFoundError(f"{row['id']}: not found in {data_dir()}")
        text = texts[row["id"]]
        if text_hash(text) != row["hash"]:
            raise ValueError(f"{row['id']}: the text is not the one that was labelled")
        yield row, text
