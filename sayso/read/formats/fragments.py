"""A piece of HTML that is all article, as feeds and agencies carry it -> its paragraphs.

Nothing is looked for and left out but what no reader sees, unlike on a page.
"""

import re
from collections.abc import Iterator
from typing import Any

from sayso.read.formats.trees import local
from sayso.read.html import run_together, taking_apart, tree_of

Node = Any  # an lxml element; lxml ships no types

# What begins and ends a paragraph, in HTML and in NITF.
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt"),
    *("figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre"),
    *("section", "table", "td", "th", "tr", "ul", "block", "bq", "hl1", "hl2", "fn", "note"),
}
# What holds no words of the article.
_SILENT = {
    *("script", "style", "head", "title", "noscript", "template", "iframe", "object", "embed"),
    *("svg", "figcaption", "form", "button", "select", "video", "audio", "media", "nav"),
}
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_TWO_BREAKS = re.compile(r"\n[ ]*\n")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


def is_markup(text: str) -> bool:
    """Tell HTML from plain text."""
    return _MARKUP.search(text) is not None


def fragment_paragraphs(html: str, source: str) -> list[str]:
    """Return the paragraphs of a piece of HTML, or of plain text with blank lines between them.

    Raises ReadError of kind "markup" or "no-article".
    """
    if not is_markup(html):
        return [words for part in re.split(r"\n\s*\n", html) if (words := " ".join(part.split()))]
    with taking_apart(source):
        return element_paragraphs(tree_of(html, source))


def element_paragraphs(element: Node) -> list[str]:
    """Return the paragraphs of an element of HTML or NITF, in whatever namespace."""
    texts = run_together(_pieces(element))
    parts = (part for text in texts for part in _TWO_BREAKS.split(text))
    return [words for part in parts if (words := " ".join(part.split()))]


def _pieces(root: Node) -> Iterator[str | None]:
    """Yield the text of an element in order, and None where a paragraph begins or ends."""
    waiting: list[tuple[Node, bool]] = [(root, True)]
    while waiting:
        element, opens = waiting.pop()
        name = local(element)  # comments have none
        if opens:
            if name == "br":
                yield "\n"
            elif name and name not in _SILENT:
                yield from (None,) if name in _BLOCKS else ()
                yield _SPACE.sub(" ", element.text or "")
                waiting.append((element, False))
                waiting.extend((child, True) for child in reversed(element))
                continue
        elif name in _BLOCKS:
            yield None
        if element is not root:
            yield _SPACE.sub(" ", element.tail or "")
