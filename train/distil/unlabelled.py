"""News without labels, for larger models to read and smaller ones to learn from."""

from collections.abc import Iterator

from corpora import frontline
from corpora.corpus import data_dir
from corpora.documents import rows

STORIES = "linking/allsides_docs.jsonl.gz"
HEAD = 200  # characters after which two texts that begin alike are taken for one


def texts() -> Iterator[str]:
    """Yield texts of conflict and other news, without those that are labelled or look like one."""
    labelled = [*frontline.documents("train"), *frontline.documents("dev")]
    seen = {_head(document.text) for document in labelled}
    for name in (f"{frontline.FOLDER}/{frontline.UNLABELLED}", STORIES):
        path = data_dir() / name
        for row in rows(path) if path.is_file() else ():
            if _head(row["text"]) not in seen:
                seen.add(_head(row["text"]))
                yield row["text"]


def _head(text: str) -> str:
    """Return the beginning of a text's body, without case and white space."""
    body = text.split("\n\n", 1)[-1]
    return "".join(body.casefold().split())[:HEAD]
