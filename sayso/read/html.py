"""An HTML page -> Article: the body through trafilatura, the rest from the page's own fields."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sayso.english.sentences import MARKS
from sayso.errors import ReadError
from sayso.read.compose import cleaned, compose, take_bylines
from sayso.read.furniture import is_furniture
from sayso.read.markup import is_open, join_phrases, mended, refusal
from sayso.read.metadata import read_metadata
from sayso.records import Article

Node = Any  # an lxml element; lxml ships no types

# Sentences of the article printed a second time, in large letters.
PULL_QUOTES = "//*[contains(translate(@class, 'PQ-_', 'pq'), 'pullquote')]"

# A date is looked for in markup alone: guessed from text, half of what comes more is wrong
# (trafilatura's evaluation pages). Without a last date, the answer would change with the day.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

# Below LEAST_BODY characters, its own default, trafilatura gives up on finding the body, and runs
# together all text of the page; a news flash is sought with less, which loses parts of long texts.
LEAST_BODY, LEAST_FLASH = 250, 20
_SHORT_PAGE = 1000  # characters in <p>; a longer text is no flash

# Above this many paragraphs trafilatura's searches take quadratic time (12 s for 40,000).
MOST_PARAGRAPHS = 10_000
FRAME_TAGS = ("nav", "footer", "aside", "dialog")
# Elements of trafilatura's result that are paragraphs of their own.
_BLOCKS = {"p", "head", "quote", "item", "list", "table", "lb", "div", "ab", "code"}
_MARKS = f"{MARKS}。！？؟۔।"  # of any language: a page without one holds no running text
_LONG_LABEL = (
    40  # characters; a longer word is a text in a script that puts no spaces between words
)
_LONG_CELL = 120  # characters; a longer cell holds text of a page laid out as a table
_OPENING_MARKS = "\"“”«„'‘"

# What a parser may raise on a page that nobody has thought of; one page must not end a run.
_UNFORESEEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def read_html(html: str, source: str, *, address: str = "") -> Article:
    """Return the article of an HTML page.

    `address` is where the page was fetched from. Raises ReadError of kind "no-article" when
    the page holds no running text, of kind "markup" when its tags would take a parser too long.
    """
    with taking_apart(source):
        tree = tree_of(html, source)
        body = _body(tree)
        read = _metadata(tree, address)
        about = read_metadata(tree, read, address=address, body="\n".join(body))
    about, paragraphs = take_bylines(about, cleaned(about.title, body))
    if not any(_is_running(text) for text in paragraphs):
        raise ReadError(source, "no-article", "holds no article text")
    return compose(about, paragraphs, source)


@contextmanager
def taking_apart(source: str) -> Iterator[None]:
    """Turn what a parser raises into a ReadError of kind "no-article"."""
    try:
        yield
    except _UNFORESEEN as error:
        raise ReadError(source, "no-article", f"cannot be taken apart: {error!r}") from error


def tree_of(html: str, source: str) -> Node:
    """Return the tree of a page, or of a piece of one, with the marks that readers see.

    Raises ReadError of kind "markup".
    """
    if reason := refusal(html):
        raise ReadError(source, "markup", reason)
    tree = _parse(mended(html), source)
    _show_quotation_marks(tree)
    _set_off(tree)
    join_phrases(tree)
    return tree


def _parse(html: str, source: str) -> Node:
    from trafilatura import load_html
    from trafilatura.utils import HTML_PARSER

    tree: Node = load_html(html)
    # A fragment of a page is refused unless it is given the frame of one.
    tree = load_html(f"<html><body>{html}</body></html>") if tree is None else tree
    if _is_cut(HTML_PARSER):
        tree = _deep(html, source)
    for script in [s for s in tree.iter("script") if s.text and is_open(s.text)]:
        script.drop_tree()
    return tree


def _deep(html: str, source: str) -> Node:
    """Return the tree of a page whose elements stand in one another deeper than usual."""
    from lxml.html import HTMLParser, fromstring

    parser = HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    tree = fromstring(html.encode("utf-8", "surrogatepass"), parser=parser)
    if _is_cut(parser):
        raise ReadError(source, "markup", "has elements thousands deep inside one another")
    return tree


def _is_cut(parser: Any) -> bool:
    """Tell whether a parser left the rest of the last page unread, at its limit of depth."""
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _metadata(tree: Node, address: str) -> Any:
    from trafilatura.metadata import extract_metadata

    return extract_metadata(tree, default_url=address or None, date_config=dict(DATES))


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
        element.tag = "span"  # to drop it takes the time of passing over all that stand beside it


def _set_off(tree: Node) -> None:
    """Put a block quotation that names its author as it is read: in marks, the name below it.

    Such a name, in <cite>, <footer> or <figcaption>, is lost with the rest of the page's frame.
    """
    for block in list(tree.iter("blockquote")):
        figure = next(block.iterancestors("figure"), None)
        around = block if figure is None else figure
        authors = [e for tag in ("cite", "footer", "figcaption") for e in around.iter(tag)]
        if not authors or "pull" in block.get("class", ""):
            continue
        author = " ".join("".join(authors[0].itertext()).split()).lstrip("—–- ")
        for each in authors:
            each.drop_tree()
        words = " ".join(" ".join(block.itertext()).split())
        if words and author:
            marked = words if words.startswith(tuple(_OPENING_MARKS)) else f"“{words}”"
            _replace(around, (marked, f"— {author}"))


def _replace(element: Node, paragraphs: tuple[str, ...]) -> None:
    """Put paragraphs in the place of an element."""
    for text in reversed(paragraphs):
        made = element.makeelement("p")
        made.text = text
        element.addnext(made)
    element.drop_tree()


def _body(tree: Node) -> list[str]:
    """Return the paragraphs of the main text."""
    headings = list(tree.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    if len(headings) > MOST_PARAGRAPHS:
        for heading in headings:
            heading.tag = "p"
    texts = [" ".join("".join(p.itertext()).split()) for p in tree.iter("p")]
    if len(texts) > MOST_PARAGRAPHS:
        return _every_paragraph(tree)
    if sum(map(len, texts)) < _SHORT_PAGE:
        flash = _extract(tree, least=LEAST_FLASH)
        if 0 < sum(map(len, flash)) < LEAST_BODY:
            return flash
    return _extract(tree, least=LEAST_BODY)


def _extract(tree: Node, *, least: int) -> list[str]:
    """Return the paragraphs that trafilatura finds, or nothing if none is running text."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Extractor

    options = Extractor(comments=False)
    options.min_extracted_size = least
    document: Any = bare_extraction(tree, options=options, prune_xpath=PULL_QUOTES)
    paragraphs = _paragraphs(document.body) if document is not None else []
    return paragraphs if any(_is_running(text) for text in paragraphs) else []


def _is_running(text: str) -> bool:
    """Tell a paragraph of an article from the captions, labels and notices around it."""
    ends = any(mark in text for mark in _MARKS)
    whole = ends or max(map(len, text.split()), default=0) > _LONG_LABEL
    return whole and any(character.isalpha() for character in text) and not is_furniture(text)


def _every_paragraph(tree: Node) -> list[str]:
    outside = (p for p in tree.iter("p") if next(p.iterancestors(*FRAME_TAGS), None) is None)
    texts = (" ".join("".join(p.itertext()).split()) for p in outside)
    return [text for text in texts if text]


def _paragraphs(body: Node) -> list[str]:
    texts = run_together(_pieces(body))
    return [text for text in (" ".join(words.split()) for words in texts) if text]


def run_together(pieces: Iterable[str | None]) -> list[str]:
    """Return the texts of pieces, None being where one begins or ends; some may be empty."""
    texts = [""]
    for piece in pieces:
        if piece is None:
            texts.append("")
        else:
            texts[-1] += piece
    return texts


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
