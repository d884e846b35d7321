"""trafilatura's evaluation pages: of many kinds and languages, with words that they hold or not."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from corpora.corpus import Corpus, write
from corpora.pages import write_gold


def convert(published: Path, to: Path) -> int:
    """Copy the pages and write what is known of them, one page a line."""
    (path,) = published.rglob("tests/evaldata.json")
    folder = to / "reading" / "trafilatura"
    gold = []
    for number, (url, row) in enumerate(json.loads(path.read_text("utf-8")).items()):
        files = [path.parent / part / row["file"] for part in ("cache", "eval")]
        page = next(file for file in files if file.exists())
        name = f"{number:04}.html"
        write(folder / name, page.read_bytes())
        gold.append(_gold(name, url, row))
    write_gold(gold, folder)
    return len(gold)


def _gold(name: str, url: str, row: dict[str, Any]) -> dict[str, Any]:
    authors = row.get("author") or None
    return {
        "id": row["file"],
        "url": url,
        "site": urlsplit(url).netloc,
        "path": name,
        "title": row.get("title") or "",
        "published": row.get("date") or "",
        "authors": authors.split("; ") if isinstance(authors, str) else authors,
        "publisher": row.get("sitename") or "",
        "present": row["with"],
        "absent": row["without"],
    }


CORPUS = Corpus(
    name="trafilatura",
    title="trafilatura's evaluation pages, with title, date and author, and words of the text",
    address="https://github.com/adbar/trafilatura",
    licence="gold Apache-2.0; pages are their publishers'",
    citation='Barbaresi, "Trafilatura: A Web Scraping Library", ACL 2021',
    documents=990,
    convert=convert,
    archive="https://github.com/adbar/trafilatura/archive/"
    "e90b0ef51ab026fdb905fb6c5b3c84dd3d784fd5.zip",
    members=("tests/evaldata.json", "tests/cache/*", "tests/eval/*"),
)
