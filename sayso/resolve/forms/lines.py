"""Text -> its lines, and where a quotation is all that stands in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Article, Span

_OPENING = "\"“„«»'‘「『"
_CLOSING = "\"”“»«'’」』"
_LINE = re.compile(r"[^\n]+")
_MOST = 4000  # lines of a text that is looked at; longer ones are books


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text without the space around it: its place and its words."""

    span: Span
    words: str

    @property
    def quoted(self) -> bool:
        """Tell whether the line is one quotation and nothing else."""
        first, last = self.words[0], self.words[-1]
        inside = self.words[1:-1]
        whole = first in _OPENING and last in _CLOSING and len(inside) > 1
        return whole and not any(mark in inside for mark in '“”«»"')

    @property
    def asks(self) -> bool:
        """Tell whether the line is a question without quotation marks."""
        return self.words.endswith("?") and self.words[0] not in _OPENING


def lines_of(article: Article) -> list[Line]:
    """Return the lines below the headline, without what a crawl left behind."""
    start = article.title_span.end if article.title_span else 0
    lines = list(_lines(article.text, start))
    kept = [line for line in lines if not line.span.overlaps_any(article.skips)]
    return kept if len(kept) <= _MOST else []


def _lines(text: str, start: int) -> Iterator[Line]:
    for match in _LINE.finditer(text, start):
        if words := match[0].strip():
            first = match.start() + match[0].index(words[0])
            yield Line(Span(first, first + len(words)), words)
