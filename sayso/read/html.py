"""An HTML page -> Article: the body through trafilatura, the rest from the page's own fields."""

from collections.abc import Iterator
from typing import Any

from sayso.errors import ReadError
from sayso.read.compose import compose, take_bylines
from sayso.read.dump import without_skips
from sayso.read.metadata import read_metadata
from sayso.records import Article

Node = Any  # an lxml element; lxml ships no types

# Below this many characters trafilatura gives up on finding the body and takes the whole page.
# Its own 250 turns a news flash of two sentences into menus; 60 still catches the empty result.
LEAST_BODY = 60

# Sentences of the article printed a second time, in large letters.
PULL_QUOTES = "//*[contains(translate(@class, 'PQ-_', 'pq'), 'pullquote')]"

# Elements of trafilatura's result that are paragraphs of their own.
_BLOCKS = {"p", "head", "quote", "item", "list", "table", "lb", "div", "ab", "code"}
_LONG_CELL = 120  # characters; a longer cell holds text of a page laid out as a table
_OPENING_MARKS = "\"“”«„'‘"

# What a parser may raise on a page that nobody has thought of; one page must not end a run.
_UNFORESEEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def read_html(html: str, source: str, *, address: str = "") -> Article:
    """Return the article of an HTML page.

    `address` is where the page was fetched from. Raises ReadError of kind "no-article" when
    the page holds no running text.
    """
    try:
        tree = _parse(html)
        _show_quotation_marks(tree)
        found = _body(tree)
        about = read_metadata(tree, address=address, body="\n".join(found))
    except _UNFORESEEN as error:
        raise ReadError(source, "no-article", f"cannot be taken apart: {error!r}") from error
    about, paragraphs = take_bylines(about, _cleaned(about.title, found))
    if not paragraphs:
        raise ReadError(source, "no-article", "holds no article text")
    return compose(about, paragraphs, source)


def _parse(html: str) -> Node:
    from trafilatura import load_html

    tree = load_html(html)
    # A fragment of a page is refused unless it is given the frame of one.
    return load_html(f"<html><body>{html}</body></html>") if tree is None else tree


def _show_quotation_marks(tree: Node) -> None:
    """Put the marks that browsers draw around <q> into the text, where the reader sees them."""
    for element in reversed(list(tree.iter("q"))):
        inner = next(element.iterancestors("q"), None) is not None
        before, after = ("‘", "’") if inner else ("“", "”")
        if not "".join(element.itertext()).strip().startswith(tuple(_OPENING_MARKS)):
            element.text = before + (element.text or "").lstrip()
            if len(element):
                element[-1].tail = (element[-1].tail or "").rstrip() + after
            else:
                element.text = element.text.rstrip() + after
        element.drop_tag()


def _body(tree: Node) -> list[str]:
    """Return the paragraphs of the main text."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Extractor

    options = Extractor(comments=False)
    options.min_extracted_size = LEAST_BODY
    document = bare_extraction(tree, options=options, prune_xpath=PULL_QUOTES)
    if document is None:
        return []
    paragraphs = [""]
    for piece in _pieces(document.body):
        if piece is None:
            paragraphs.append("")
        else:
            paragraphs[-1] += piece
    return [text for text in (" ".join(words.split()) for words in paragraphs) if text]


def _pieces(element: Node) -> Iterator[str | None]:
    """Yield the text of an element in order, and None where a paragraph begins or ends."""
    if element.tag == "row":
        yield from _row(element)
        return
    ends = element.tag in _BLOCKS
    if ends:
        yield None
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    if ends:
        yield None


def _row(element: Node) -> Iterator[str | None]:
    cells = [" ".join("".join(cell.itertext()).split()) for cell in element]
    yield None
    if any(len(cell) > _LONG_CELL for cell in cells):
        for cell in element:
            yield from _pieces(cell)
            yield None
    else:
        yield " | ".join(cell for cell in cells if cell)
    yield None


def _cleaned(title: str, paragraphs: list[str]) -> list[str]:
    """Return the paragraphs without the headline, repetitions and what a crawl left behind."""
    head = f"{title}\n" if title else ""
    kept = [text for text in paragraphs if text != title]
    kept = [text for text, before in zip(kept, ["", *kept], strict=False) if text != before]
    lines = without_skips(head + "\n".join(kept), start=len(head)).split("\n")
    return [line.strip() for line in lines if line.strip()]
