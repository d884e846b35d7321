"""Pages with known text, for the benchmark of reading: what fundus and trafilatura are read as."""

import gzip
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.corpus import data_dir, write
from corpora.documents import rows

TEST_SHARE = 0.5  # of the publishers, by the hash of their name; the rest is for tuning


@dataclass(frozen=True, slots=True)
class Page:
    """One page with what is known of its article; what the corpus does not tell is empty.

    `authors` is None where they are not known, and empty where the page names none.
    `site` is by whom it was published, as the corpus names them: all pages of a site are in one
    part. `published` is a day. Of the text either all paragraphs are known, or words that it has
    to hold (`present`) and others that must not be in it (`absent`).
    """

    id: str
    url: str
    site: str
    path: Path
    title: str = ""
    published: str = ""
    authors: tuple[str, ...] | None = None
    publisher: str = ""
    paragraphs: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """Return `tune` or `test`, by the hash of the site."""
        share = int(hashlib.sha256(self.site.encode()).hexdigest()[:8], 16) / 2**32
        return "test" if share < TEST_SHARE else "tune"

    def html(self) -> bytes:
        """Return the page as it was served."""
        data = self.path.read_bytes()
        return gzip.decompress(data) if self.path.suffix == ".gz" else data


def pages(corpus: str) -> list[Page]:
    """Return the pages of `fundus` or `trafilatura`."""
    folder = data_dir() / "reading" / corpus
    return [_page(folder, row) for row in rows(folder / "gold.jsonl")]


def _page(folder: Path, row: dict[str, Any]) -> Page:
    lists = {name: tuple(value) for name, value in row.items() if isinstance(value, list)}
    return Page(**(row | lists | {"path": folder / row["path"]}))


def write_gold(gold: Iterable[dict[str, Any]], folder: Path) -> None:
    """Write what is known of the pages, one a line."""
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in gold]
    write(folder / "gold.jsonl", "".join(lines).encode())
