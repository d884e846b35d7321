"""PolNeAR: news of a campaign, every attribution as source, cue and content."""

from corpora.documents import Document, labelled, rows
from corpora.folder import data_dir


def documents(part: str) -> list[Document]:
    """Return the documents of part `train` or `dev`; what has no content is dropped."""
    return [
        Document(
            row["id"],
            row["text"],
            tuple(labelled(a) for a in row["attributions"] if a["content"]),
        )
        for row in rows(data_dir() / "attribution" / f"{part}.jsonl")
    ]
