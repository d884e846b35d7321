"""The lines of a plain text -> its paragraphs; lines that were wrapped by hand are joined again."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.english.sentences import CLOSERS, MARKS
from sayso.read.byline import read_byline

# Columns of the longest line of a wrapped text; longer lines are paragraphs, shorter ones verse.
WIDEST, NARROWEST = 100, 40
RAGGED = 15  # columns by which a line that was wrapped by hand may fall short of the longest
_BROKEN = 0.15  # of the line ends of a column that stand in the middle of words

_SENTENCE_END = re.compile(rf"[{MARKS}:][{CLOSERS}]{{0,3}}$")
_HYPHEN_END = re.compile(r"[^\W\d_]-$")
_BYLINE_WORD = re.compile(r"\s*(?:by|published|posted|updated|\d)", re.IGNORECASE)
_LIST_ITEM = re.compile(r"(?:[-*•–—]|\(?\d{1,2}[.)])\s")


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, none of them empty.

    Blank lines end a paragraph, and so does every line end unless the text is wrapped. What a
    scanner broke in the middle of words keeps its hyphens.
    """
    blocks = list(blocks_of(text))
    width, scanned = wrapped_width(blocks), _is_scanned(blocks)
    if not width and scanned:
        return [" ".join(line.strip() for line in block) for block in blocks]
    if not width:
        return [line.strip() for block in blocks for line in block]
    hyphen = "- " if scanned else "-"
    return [paragraph for block in blocks for paragraph in _unwrap(block, width, hyphen)]


def wrapped_width(blocks: list[list[str]]) -> int:
    """Return the columns that a wrapped text was wrapped to, or 0 for a text that is not wrapped.

    In a wrapped text lines break in the middle of sentences, and where the next word would
    no longer have fitted.
    """
    lines = [line for block in blocks if len(block) > 1 for line in block]
    width = max((len(line) for line in lines if " " in line.strip()), default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    breaks = [pair for block in blocks for pair in pairwise(block)]
    if len(breaks) > 1 and len(blocks[0]) > 1:
        breaks = breaks[1:]  # the one after the headline proves nothing
    within = [pair for pair in breaks if _breaks_sentence(*pair)]
    full = sum(_is_full(line, after, width - RAGGED) for line, after in within)
    return width if full >= 0.8 * len(within) and len(within) >= 0.4 * len(breaks) else 0


def _is_scanned(blocks: list[list[str]]) -> bool:
    """Tell a column of print, whose lines break in the middle of words, from verse and lists."""
    breaks = [pair for block in blocks for pair in pairwise(block)]
    within = [
        line
        for line, after in breaks
        if len(line) <= WIDEST and _HYPHEN_END.search(line[-2:]) and after.strip()[0].islower()
    ]
    return len(within) > 1 and len(within) >= _BROKEN * len(breaks)


def blocks_of(text: str) -> Iterator[list[str]]:
    """Yield the lines of a text, without the spaces at their ends, blank line by blank line."""
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _unwrap(block: list[str], width: int, hyphen: str) -> Iterator[str]:
    """Yield the paragraphs of a block; `hyphen` joins a line that ends with one to the next."""
    paragraph = block[0].strip()
    for line, after in pairwise(block):
        if not _continues(line, after, width):
            yield paragraph
            paragraph = after.strip()
        elif _HYPHEN_END.search(paragraph[-2:]) and after.strip()[0].isalpha():
            paragraph = paragraph.removesuffix("-") + hyphen + after.strip()
        else:
            paragraph += " " + after.strip()
    yield paragraph


def _continues(line: str, after: str, width: int) -> bool:
    """Tell whether a line goes on in the one after it."""
    if _breaks_sentence(line, after):
        return True
    indented = len(after) - len(after.lstrip()) > len(line) - len(line.lstrip())
    if indented or _LIST_ITEM.match(after.lstrip()):
        return False
    if _BYLINE_WORD.match(after) and read_byline(after):
        return False
    ended = _SENTENCE_END.search(line[-5:])
    return _is_full(line, after, width if ended else width - RAGGED)


def _breaks_sentence(line: str, after: str) -> bool:
    first = after.strip()[0]
    caseless = first.isalpha() and first.lower() == first.upper()
    return not _SENTENCE_END.search(line[-5:]) and (first.islower() or caseless)


def _is_full(line: str, after: str, width: int) -> bool:
    """Tell whether the first word after a line would not have fitted into it."""
    return len(line) + 1 + len(after.split(None, 1)[0]) > width
