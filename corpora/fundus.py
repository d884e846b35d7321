"""fundus's test pages: news of 181 publishers, each with title, date, authors and paragraphs."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from corpora.corpus import Corpus, write
from corpora.pages import write_gold

# A row of the table of publishers: "<code>APNews</code> … <div>Associated Press News</div>".
_NAME = re.compile(r"<code>(\w+)</code>\s*</td>\s*<td>\s*<div>(.*?)</div>")


def convert(published: Path, to: Path) -> int:
    """Copy the pages and write what fundus finds on them, checked by hand, one page a line."""
    (table,) = published.rglob("docs/supported_publishers.md")
    names = {code: unescape(name) for code, name in _NAME.findall(table.read_text("utf-8"))}
    folder = to / "reading" / "fundus"
    gold = []
    for path in sorted(published.rglob("parser/test_data/*/*.json")):
        for page, row in _pages(path, names.get(path.stem, "")):
            write(folder / row["path"], page.read_bytes())
            gold.append(row)
    write_gold(gold, folder)
    return len(gold)


def _pages(path: Path, publisher: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the pages of one publisher, with what is on them.

    A page is the first that a version of the parser reads: pages by date go with versions by
    number.
    """
    seen = json.loads(path.with_name("meta.info").read_text("utf-8"))
    versions = json.loads(path.read_text("utf-8"))
    files = sorted(path.parent.glob(f"{path.stem}_????_??_??.html.gz"), key=lambda p: p.name)
    numbers = sorted(versions, key=lambda name: [int(n) for n in re.findall(r"\d+", name)])
    for file, number in zip(files, numbers, strict=True):
        version = versions[number]
        yield (
            file,
            {
                "id": file.name.removesuffix(".html.gz"),
                "url": seen[file.name]["url"],
                "site": path.stem,
                "path": file.name,
                "title": version.get("title") or "",
                "published": (version.get("publishing_date") or "")[:10],
                "authors": version.get("authors") or [],
                "publisher": publisher,
                "paragraphs": _paragraphs(version["body"]),
            },
        )


def _paragraphs(body: dict[str, Any]) -> list[str]:
    """Return the standfirst, then each section's headings and paragraphs."""
    parts = [body["summary"]]
    for section in body["sections"]:
        parts += [section["headline"], section["paragraphs"]]
    return [text for part in parts for text in part if text.strip()]


CORPUS = Corpus(
    name="fundus",
    title="fundus's test pages: news of 181 publishers with title, date, authors and paragraphs",
    address="https://github.com/flairNLP/fundus",
    licence="gold MIT; pages are their publishers'",
    citation='Dallabetta and others, "Fundus: A Simple-to-Use News Scraper", ACL 2024',
    documents=258,
    convert=convert,
    archive="https://github.com/flairNLP/fundus/archive/"
    "18da6e53592f99cf0ac5770dc63d6ba99ba63ae8.zip",
    members=("tests/resources/parser/test_data/*/*", "docs/supported_publishers.md"),
)
