"""re3d: statements and news on the wars in Syria and Iraq, as texts without gold statements."""

import re
from collections.abc import Iterator
from pathlib import Path

from corpora.corpus import Corpus, data_dir, write
from corpora.documents import rows


def texts() -> Iterator[tuple[str, str]]:
    """Yield `(id, text)` of every document: the title, a blank line, the text."""
    for path in sorted((data_dir() / "entities" / "re3d").glob("*/documents.json")):
        source = path.parent.name.lower().replace(" ", "-")
        for row in rows(path):
            text = re.sub(r"\r\n?", "\n", row["text"]).replace("\0", "").strip()
            yield f"re3d/{source}/{row['_id'][:8].lower()}", f"{row['title'].strip()}\n\n{text}"


# Two more sources, the UK Government and the EU's delegation to Syria, are kept for checks.
SOURCES = (
    "Australian Department of Foreign Affairs",
    "BBC Online",
    "CENTCOM",
    "US State Department",
    "Wikipedia",
)


def convert(published: Path, to: Path) -> int:
    """Copy the documents of each source, with its licence."""
    count = 0
    for source in SOURCES:
        for path in published.rglob(f"{source}/*"):
            write(to / "entities" / "re3d" / source / path.name, path.read_bytes())
            count += len(rows(path)) if path.name == "documents.json" else 0
    return count


CORPUS = Corpus(
    name="re3d",
    title="re3d: statements and news on the wars in Syria and Iraq",
    address="https://github.com/dstl/re3d",
    licence="by source: mostly public domain, OGL and CC BY; BBC Online is non-commercial",
    citation="Defence Science and Technology Laboratory (UK), 2017",
    documents=70,
    convert=convert,
    archive="https://github.com/dstl/re3d/archive/b061ff06713cad4df7e5cfaed3fd07bf15b2598c.zip",
    members=tuple(f"{source}/*" for source in SOURCES),
)
