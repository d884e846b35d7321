"""Wikipedia's Portal:Current events, a day a page: short items with the outlets that had them."""

import re
from collections.abc import Iterator

from corpora.folder import data_dir

# A link of Markdown, "[Reuters](https://… "Reuters")": brackets and parentheses may stand inside.
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")


def texts() -> Iterator[tuple[str, str]]:
    """Yield `(id, text)` of every day page: links reduced to their words, one paragraph an item."""
    for path in sorted((data_dir() / "current-events").glob("*-index.md")):
        body = path.read_text("utf-8").split("---\n", 2)[2]
        lines = [_LINK.sub(r"\1", line).strip() for line in body.splitlines()]
        items = [line.lstrip("*# ").strip() for line in lines if line]
        yield f"current-events/{path.name[:10]}", "\n\n".join(i for i in items if i)
