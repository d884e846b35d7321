"""Wikipedia's Portal:Current events, a day a page: short items with the outlets that had them."""

import re
from collections.abc import Iterator

from corpora.corpus import Corpus, copies, data_dir

# A link of Markdown, "[Reuters](https://… "Reuters")": brackets and parentheses may stand inside.
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")


def texts() -> Iterator[tuple[str, str]]:
    """Yield `(id, text)` of every day page: links reduced to their words, one paragraph an item."""
    for path in sorted((data_dir() / "current-events").glob("*-index.md")):
        body = path.read_text("utf-8").split("---\n", 2)[2]
        lines = [_LINK.sub(r"\1", line).strip() for line in body.splitlines()]
        items = [line.lstrip("*# ").strip() for line in lines if line]
        yield f"current-events/{path.name[:10]}", "\n\n".join(i for i in items if i)


CORPUS = Corpus(
    name="current-events",
    title="Wikipedia's Portal:Current events, January to June of 2025, a day a page, as Markdown",
    address="https://en.wikipedia.org/wiki/Portal:Current_events, as kept in "
    "https://github.com/fordred/wikinews",
    licence="CC BY-SA 4.0",
    citation="contributors to Wikipedia",
    documents=181,
    convert=copies("current-events", "**/_posts/2025-0[1-6]-*-index.md"),
    archive="https://github.com/fordred/wikinews/archive/"
    "0441f5273b8763fa543a6148b97efbbbae37b371.zip",
    members=("docs/_posts/2025-0[1-6]-*",),
)
