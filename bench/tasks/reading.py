"""The benchmark of reading pages: pages with known text -> how much of it is read, and what else.

Data: fundus's test pages and trafilatura's evaluation pages. `fundus` and `trafilatura` are the
halves of the sites that nothing was tuned on, `…-tune` the others, `…-all` both. The measures:

- `title`, `date`, `publisher`: share of pages on which it is the very one, after folding of case
  and space, of those where it is known; a date is a day;
- `author_f1`: names of authors, as sets, over all pages;
- `body_precision`, `body_recall`, `body_f1`: words of the text below the title, as multisets, the
  mean over pages;
- `quotations_kept`: share of the known paragraphs opening with a quotation mark that are read, word
  for word;
- `snippets_f1`: of words that must be in the text and others that must not, the F1 of those found.

A measure that a corpus tells nothing of is left out. `plain` is trafilatura alone.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

from bench.loading import loaded
from corpora.pages import Page, pages
from sayso.errors import ReadError
from sayso.read.encoding import decode
from sayso.read.html import read_html

DATA = ("fundus", "fundus-tune", "fundus-all", "trafilatura", "trafilatura-tune", "trafilatura-all")
_WORD = re.compile(r"\w+")
_QUOTED = tuple('"“”„«»‘‚「『')


@dataclass(frozen=True, slots=True)
class Read:
    """What a system read of a page."""

    title: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    body: str = ""


Reader = Callable[[Page], Read]


def sayso(page: Page) -> Read:
    """Read a page as `sayso read` does."""
    try:
        article = read_html(decode(page.html(), page.id), page.id, address=page.url)
    except ReadError:
        return Read()
    day = article.published.start if article.published else ""
    body = article.text[len(article.title) :]
    return Read(article.title, day, article.byline, article.publisher, body)


def plain(page: Page) -> Read:
    """Read a page with trafilatura alone."""
    from trafilatura import bare_extraction

    document: Any = bare_extraction(
        page.html(), url=page.url, with_metadata=True, include_comments=False
    )
    if document is None:
        return Read()
    title = document.title or ""
    authors = tuple(name for name in (document.author or "").split("; ") if name)
    body = (document.text or "").removeprefix(title)
    return Read(title, document.date or "", authors, document.sitename or "", body)


def load(data: str) -> list[Page]:
    """Return the pages called `data`.

    Raises ReadError, of the kind `absent` when the corpus is not on this machine.
    """
    corpus, _, part = data.partition("-")
    every = loaded(data, lambda: pages(corpus))
    return [page for page in every if part == "all" or page.part == (part or "test")]


def figures(data: str) -> dict[str, float]:
    """Return the figures of sayso that may have a floor."""
    return measure(load(data), sayso)


def measure(wanted: Sequence[Page], reader: Reader) -> dict[str, float]:
    """Return the figures of a reader on some pages."""
    pairs = [(page, reader(page)) for page in wanted]
    bodies = [overlap(_text(page), read.body) for page, read in pairs if page.paragraphs]
    kept = [quotation in _words(r.body) for page, r in pairs for quotation in _quotations(page)]
    measured = {
        "title": _share([_same(p.title, r.title) for p, r in pairs if p.title]),
        "date": _share([p.published == r.published for p, r in pairs if p.published]),
        "publisher": _share([_same(p.publisher, r.publisher) for p, r in pairs if p.publisher]),
        "author_f1": author_f1(pairs),
        "body_precision": _share([precision for precision, _, _ in bodies]),
        "body_recall": _share([recall for _, recall, _ in bodies]),
        "body_f1": _share([f1 for _, _, f1 in bodies]),
        "quotations_kept": _share(kept),
        "snippets_f1": snippets_f1(pairs),
    }
    return {name: value for name, value in measured.items() if value is not None}


def overlap(gold: str, read: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the words of a text, each as often as it stands there."""
    wanted, given = Counter(_WORD.findall(_folded(gold))), Counter(_WORD.findall(_folded(read)))
    both = (wanted & given).total()
    if not both:
        return 0.0, 0.0, 0.0
    precision, recall = both / given.total(), both / wanted.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def author_f1(pairs: Sequence[tuple[Page, Read]]) -> float | None:
    """Return the F1 of the names of authors, over all pages of which they are known."""
    known = [(set(map(_folded, p.authors)), set(map(_folded, r.authors)))
             for p, r in pairs if p.authors is not None]  # fmt: skip
    both = sum(len(gold & read) for gold, read in known)
    either = sum(len(gold) + len(read) for gold, read in known)
    return 2 * both / either if either else None


def snippets_f1(pairs: Sequence[tuple[Page, Read]]) -> float | None:
    """Return the F1 of what must be in the texts, what must not be counting as wrongly found."""
    right = wrong = missed = 0
    for page, read in pairs:
        text = _words(read.body)
        kept = sum(_words(words) in text for words in page.present)
        right, missed = right + kept, missed + len(page.present) - kept
        wrong += sum(_words(words) in text for words in page.absent)
    return 2 * right / (2 * right + wrong + missed) if right else None


def _quotations(page: Page) -> list[str]:
    return [_words(text) for text in page.paragraphs if text.lstrip().startswith(_QUOTED)]


def _text(page: Page) -> str:
    return "\n".join(page.paragraphs)


def _words(text: str) -> str:
    """Return the words of a text with a space around each, so that they are found as a whole."""
    return f" {' '.join(_WORD.findall(_folded(text)))} "


def _same(gold: str, read: str) -> bool:
    return _folded(gold) == _folded(read)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _share(values: Sequence[float]) -> float | None:
    return mean(values) if values else None
