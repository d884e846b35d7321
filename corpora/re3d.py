"""re3d: statements and news on the wars in Syria and Iraq, as texts without gold statements."""

import re
from collections.abc import Iterator

from corpora.documents import rows
from corpora.folder import data_dir


def texts() -> Iterator[tuple[str, str]]:
    """Yield `(id, text)` of every document: the title, a blank line, the text."""
    for path in sorted((data_dir() / "entities" / "re3d").glob("*/documents.json")):
        source = path.parent.name.lower().replace(" ", "-")
        for row in rows(path):
            text = re.sub(r"\r\n?", "\n", row["text"]).replace("\0", "").strip()
            yield f"re3d/{source}/{row['_id'][:8].lower()}", f"{row['title'].strip()}\n\n{text}"
