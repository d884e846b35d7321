"""PDF -> Article: its lines by where they stand, put together to paragraphs; reads by pypdfium2."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from sayso.errors import ExtraError, ReadError
from sayso.read.compose import About, cleaned, compose, take_bylines
from sayso.read.formats.opening import How, Opened
from sayso.read.headline import is_headline
from sayso.records import Article

_MOST_PAGES = 1000
_FARTHEST = 1e6  # points from the corner of a page at which nothing stands
_GAP = 1.35  # times the usual distance of lines: more is between paragraphs
_LARGER = 1.15  # times the usual height of letters: a headline's are higher
_MOST_TITLE = 4  # lines of a headline
_CLOSE = 1.5  # times the height of letters: lines that are further apart may be paragraphs
_OPENING = 15  # lines among which a headline stands
# What the library puts in the place of a hyphen at the end of a line.
_HYPHENS = "\x02\ufffe\xad"
# Those that are left, and letters that are printed as one: "ﬁ".
_LETTERS = {**dict.fromkeys(map(ord, "\x02\ufffe"), "-"), 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl",
            0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}  # fmt: skip
_COLUMN = 12.0  # points by which the beginnings of lines of one column differ at most, or so
_INDENT = 12  # letters by which the first line of a paragraph stands further in at most
_FOLIO = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_EDGE = 2  # lines at which the furniture of a page stands
_ENDS = re.compile(r"[.!?…:][\"”’)\]]*$")


class _Line(NamedTuple):
    """A line of a page: its words, where it begins and ends, and how high its letters are."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def read_pdf(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of a PDF.

    Raises ReadError of kind "extra", "pdf", "encrypted", "size" or "empty", the last for one that
    holds pictures of pages alone.
    """
    if find_spec("pypdfium2") is None:
        raise ReadError(opened.source, "extra", str(ExtraError("PDF", "pdf")))
    pages = _pages(opened.whole(how.limit), opened.source)
    lines = _without_furniture(pages)
    if not any(lines):
        raise ReadError(opened.source, "empty", "holds no text (pictures of pages are not read)")
    title, rest = _headline(lines)
    body = _paragraphs(rest)
    if not title and body and is_headline(body[0], body[1:]):
        title, *body = body
    about, body = take_bylines(About(title=title), cleaned(title, body))
    yield compose(about, body, opened.source)


def _pages(data: bytes, source: str) -> list[list[_Line]]:
    """Return the lines of each page, from top to bottom as the document has them."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
        if len(document) > _MOST_PAGES:
            raise ReadError(source, "size", f"has more than {_MOST_PAGES:,} pages")
        try:
            return [list(_lines(page)) for page in document]
        finally:
            document.close()
    except PdfiumError as error:
        if "assword" in str(error):
            raise ReadError(source, "encrypted", "is locked by a password") from None
        raise ReadError(source, "pdf", f"is no sound PDF: {error}") from None


def _lines(page: Any) -> Iterator[_Line]:
    text_page = page.get_textpage()
    start = 0
    for part in re.split(r"(\r\n|\r|\n)", text_page.get_text_range()):
        words = part.strip()
        if words:
            lead = len(part) - len(part.lstrip())
            yield _line(text_page, words, start + lead)
        start += len(part)


def _line(text_page: Any, words: str, start: int) -> _Line:
    """Return a line with its place, by the boxes of its first letters and its last one."""
    boxes = [_box(text_page, start + i) for i in range(min(len(words), 8))]
    last = _box(text_page, start + len(words) - 1)
    seen = [box for box in boxes if box[3] > box[1]] or [last]
    height = median(box[3] - box[1] for box in seen)
    return _Line(words, seen[0][0], last[2], median(box[1] for box in seen), max(height, 1.0))


def _box(text_page: Any, number: int) -> list[float]:
    """Return the edges of a letter, as numbers that can be reckoned with."""
    # Letters beyond the first 65,536 are two to the library, and one to Python.
    number = min(number, text_page.count_chars() - 1)
    box = text_page.get_charbox(number, loose=True)
    return [edge if abs(edge) < _FARTHEST else 0.0 for edge in box]


def _without_furniture(pages: Sequence[Sequence[_Line]]) -> list[_Line]:
    """Return all lines but numbers of pages, and what stands at the edges of most pages."""
    edges = [{_same(line) for line in (*page[:2], *page[-2:])} for page in pages]
    seen = Counter(words for edge in edges for words in edge)
    folios = _folios(pages)
    often = {words for words, count in seen.items() if count > 1 and count >= len(pages) / 2}
    return [
        line
        for place, page in enumerate(pages)
        for number, line in enumerate(page)
        if not (_is_at_edge(number, page) and _same(line) in often)
        and (place, number) not in folios
    ]


def _folios(pages: Sequence[Sequence[_Line]]) -> set[tuple[int, int]]:
    """Return where numbers of pages stand, as numbers of the page and of its line.

    They count on from page to page, or from one: "2031" at the end of a page may be of its text.
    """
    offsets: dict[tuple[int, int], int] = {}
    for place, page in enumerate(pages):
        for number, line in enumerate(page):
            folio = _FOLIO.fullmatch(line.text) if _is_at_edge(number, page) else None
            if folio:
                offsets[place, number] = int(re.findall(r"\d+", folio[0])[0]) - place
    seen = Counter(offsets.values())
    counting = {at for at, offset in offsets.items() if offset == 1 or seen[offset] > 1}
    # "Page 7", "- 7 -"
    dressed = {(place, n) for place, n in offsets if not pages[place][n].text.strip().isdigit()}
    return counting | dressed


def _is_at_edge(number: int, page: Sequence[_Line]) -> bool:
    """Tell whether a line is one of the first or last two of its page."""
    return min(number, len(page) - number - 1) < _EDGE


def _same(line: _Line) -> str:
    """Return what the head of a page says on all of them, whichever number it has."""
    return re.sub(r"\d+", "#", line.text)


def _headline(lines: Sequence[_Line]) -> tuple[str, list[_Line]]:
    """Return the headline, in letters larger than all around it, and the other lines."""
    usual = _usual(line.height for line in lines)
    opening = lines[:_OPENING]
    top = max(line.height for line in opening)
    first = next(i for i, line in enumerate(opening) if line.height > top / 1.05)
    last = first
    while last < len(lines) and lines[last].height > top / 1.05:
        last += 1
    if top < _LARGER * usual or last - first > _MOST_TITLE:
        return "", list(lines)
    title = " ".join(line.text for line in lines[first:last])
    return " ".join(title.split()), [*lines[:first], *lines[last:]]


def _paragraphs(lines: Sequence[_Line]) -> list[str]:
    if not lines:
        return []
    step, edges = _step(lines), _edges(lines)
    words = set(" ".join(line.text for line in lines).split())
    paragraphs = [lines[0].text]
    for before, line in pairwise(lines):
        if _begins(before, line, step, edges[_column(before)]):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _joined(paragraphs[-1], line.text, words)
    return [text for each in paragraphs if (text := " ".join(each.translate(_LETTERS).split()))]


def _column(line: _Line) -> int:
    return round(line.left / _COLUMN)


def _edges(lines: Iterable[_Line]) -> dict[int, float]:
    """Return how far the lines of each column go, by where these begin."""
    edges: dict[int, float] = {}
    for line in lines:
        edges[_column(line)] = max(line.right, edges.get(_column(line), 0.0))
    return edges


def _step(lines: Sequence[_Line]) -> float:
    """Return the usual distance of lines in a paragraph; between short ones there are few of it."""
    steps = [(a.bottom - b.bottom, a.height) for a, b in pairwise(lines) if a.bottom > b.bottom]
    close = [step for step, height in steps if step < _CLOSE * height]
    return _usual(close or (step for step, _ in steps))


def _begins(before: _Line, line: _Line, step: float, edge: float) -> bool:
    """Tell whether a line begins a paragraph: by its letters, its place, or the line before it."""
    if not 1 / _LARGER < line.height / (before.height or 1) < _LARGER:
        return True
    down, letter = before.bottom - line.bottom, line.height / 2
    if down > _GAP * step:
        return True
    if down > 0 and letter < line.left - before.left < _INDENT * letter:
        return True
    word = len(line.text.split(None, 1)[0]) * (line.right - line.left) / len(line.text)
    return bool(_ENDS.search(before.text)) and before.right + word + letter < edge


def _joined(text: str, more: str, words: Container[str]) -> str:
    """Return a paragraph that goes on in another line; a word cut for the line is whole again."""
    if text[-1] not in _HYPHENS:
        return f"{text} {more}"
    start, end = text[:-1].rpartition(" ")[2], more.split(None, 1)[0].rstrip(".,;:!?”’")
    is_compound = f"{start}-{end}" in words and start + end not in words
    return f"{text[:-1]}{'-' if is_compound else ''}{more}"


def _usual(sizes: Iterable[float]) -> float:
    """Return the commonest size, to a tenth of a point or so; 0 of none."""
    counted = Counter(round(size, 1) for size in sizes)
    return counted.most_common(1)[0][0] if counted else 0.0
