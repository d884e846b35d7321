"""Frontline: conflict news of many outlets and wars, every statement labelled by reading.

Statements inside others are labelled too, and those that nobody is told to have said.
"""

from collections.abc import Iterator
from typing import Any

from corpora.corpus import GOLD, Corpus, data_dir
from corpora.documents import Document, document, rows, text_hash

FOLDER = "conflict"
LABELS = "labels.jsonl"
UNLABELLED = "texts.jsonl"
TEXTS = (UNLABELLED, "labelled-texts.jsonl")
MORE = GOLD / "frontline.jsonl"


def documents(part: str) -> list[Document]:
    """Return the labelled documents of part `train` or `dev`."""
    return [document(row, text) for row, text in with_texts(part)]


def with_texts(part: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the whole labels of each document, with its text: headline, blank line, body.

    Raises FileNotFoundError where the corpus or one of its texts is absent.
    """
    if not (path := data_dir() / FOLDER / LABELS).is_file():
        raise FileNotFoundError(path)
    texts = {text_hash(row["text"]): row["text"] for name in TEXTS for row in _rows(name)}
    for row in labels():
        if row["part"] != part:
            continue
        if row["hash"] not in texts:
            raise FileNotFoundError(f"{row['id']}: its text is not found in {data_dir()}")
        yield row, texts[row["hash"]]


def labels() -> list[dict[str, Any]]:
    """Return the whole labels of each document, both parts; none where the corpus is absent.

    More labels for training stand in the repository, on the unlabelled texts of the corpus.
    """
    given = [row | {"hash": row["sha256"][:32]} for row in _rows(LABELS)]
    return given + (rows(MORE) if (data_dir() / FOLDER / UNLABELLED).is_file() else [])


def _rows(name: str) -> list[dict[str, Any]]:
    path = data_dir() / FOLDER / name
    return rows(path) if path.is_file() else []


CORPUS = Corpus(
    name="frontline",
    title="Frontline: 192 and 50 articles on 22 conflicts, 4,340 statements labelled by reading",
    address="the texts are their publishers'; ask the project for labels and texts",
    licence="texts by publisher, 18 of Wikinews CC BY 2.5; labels Apache-2.0",
    citation="the sayso developers",
    documents=242,
)
