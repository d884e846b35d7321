"""An article -> its words, levelled, as numbers: where each stands, and whether it is speech."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import xxhash
from numpy.typing import NDArray

from sayso.english.names import levelled
from sayso.english.quotations import quotations
from sayso.link.copies.credits import Credit, credit
from sayso.link.copies.furniture import captions, furniture
from sayso.link.copies.speech import spoken
from sayso.records import Article, Span

# Initials, a figure, or a word with what an apostrophe joins: "U.S.", "1,200.5", "Karsk's".
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’ʼ][^\W_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ", "'"))
_PERSONAL = 0.15  # of the words of a text, in lines that speak for themselves


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article, in order: word `n` is `text[starts[n]:ends[n]]`.

    `signed` is whose text it says it is.
    `hashes` are equal where words are, after case, accents, the dots of initials and the shape of
    apostrophes are levelled. `quoted` tells which stand in quotation marks, `spoken` which stand in
    lines of speech without them, `fixed` which are furniture of the page, `beside` which are
    that or captions.
    """

    article: Article
    signed: Credit | None
    hashes: NDArray[np.uint64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    quoted: NDArray[np.bool_]
    spoken: NDArray[np.bool_]
    fixed: NDArray[np.bool_]
    beside: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.hashes)

    @property
    def personal(self) -> bool:
        """Tell whether the author speaks for himself, as in a column, so that it is his words."""
        return bool(len(self)) and float((self.spoken & ~self.quoted).mean()) > _PERSONAL

    @property
    def speech(self) -> NDArray[np.bool_]:
        """Return which words are somebody's, in quotation marks or without them."""
        return self.quoted | self.spoken

    def span(self, first: int, last: int) -> Span:
        """Return where words from `first` up to, but not with, `last` stand in the text."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def words_of(article: Article) -> Words:
    """Return the words of an article, without those that a crawl left behind."""
    text = article.text
    at = [match.span() for match in _WORD.finditer(text)]
    starts, ends = np.array(at, dtype=np.int64).reshape(-1, 2).T
    known: dict[str, int] = {}
    hashes = np.fromiter((_hash(text[s:e], known) for s, e in at), np.uint64, len(at))
    quotes = list(quotations(text))
    page = list(furniture(text))
    kept = ~_inside(starts, article.skips)
    return Words(
        article=article,
        signed=credit(article),
        hashes=hashes[kept],
        starts=starts[kept],
        ends=ends[kept],
        quoted=_inside(starts, [Span(start, end) for start, end, _ in quotes])[kept],
        spoken=_inside(starts, list(spoken(text, quotes)))[kept],
        fixed=_inside(starts, page)[kept],
        beside=_inside(starts, [*page, *captions(text)])[kept],
    )


def _hash(word: str, known: dict[str, int]) -> int:
    if word not in known:
        known[word] = xxhash.xxh3_64_intdigest(unstyled(word).encode("utf-8", "surrogatepass"))
    return known[word]


def unstyled(word: str) -> str:
    """Return a word without what house style makes of it: "U.S." and "us", "Café" and "cafe"."""
    bare = levelled(word).translate(_APOSTROPHES)
    if not bare[:1].isdigit():
        bare = bare.replace(".", "")
    return bare if bare.isascii() else "".join(c for c in bare if c.isalnum() or c == "'")


def _inside(starts: NDArray[np.int64], spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Return which words begin in one of some spans."""
    depth = np.zeros(len(starts) + 1, dtype=np.int64)
    for span in spans:
        depth[np.searchsorted(starts, span.start)] += 1
        depth[np.searchsorted(starts, span.end)] -= 1
    return np.cumsum(depth[:-1]) > 0
