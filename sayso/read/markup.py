"""The source and the tree of an HTML page -> the same without what no reader takes, or why not."""

import re
from typing import Any

Node = Any  # an lxml element; lxml ships no types

_MOST_ATTRIBUTES = 1000
# "<p a=1 b='2' c … >" with more attributes than any page needs: parsers compare each with each.
_OVERLOADED = re.compile(
    r"<[a-zA-Z][^\s/>]{0,40}(?:(?:[\s/]++|(?<=[\"']))[^\s/>=][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]++))?+)"
    rf"{{{_MOST_ATTRIBUTES + 1}}}"
)
# A control character, as it is or by its number: "&#27;", "&#x1b;".
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]|&#(?:[xX]0*([0-9a-fA-F]{1,6})|0*(\d{1,7}));?")
_SPACES = frozenset("\t\n\f\r")
_BREAKS = re.compile(r"(?:<br\s*+/?>\s*+){3,}+", re.IGNORECASE)
# Elements that set words apart inside a line ("phrasing" in HTML): readers take them away one by
# one, each time copying all words before it.
_PHRASING = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
    *("font", "i", "ins", "kbd", "mark", "nobr", "q", "rb", "rt", "ruby", "s", "samp", "small"),
    *("span", "strike", "strong", "sub", "sup", "tt", "u", "var"),
}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure"),
    *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav"),
    *("ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
}
# What may stand beside phrases in crowds and is none: blocks, and what holds no words of a line.
_APART = _BLOCKS | {
    *("base", "body", "br", "caption", "center", "col", "colgroup", "details", "dialog", "dir"),
    *("fieldset", "head", "hgroup", "html", "legend", "link", "menu", "meta", "noscript"),
    *("optgroup", "option", "script", "search", "select", "style", "summary", "tbody"),
    *("template", "tfoot", "thead", "title"),
}
_INLINE = re.compile(rf"<(/?(?:{'|'.join(sorted(_PHRASING))})\b)[^<>]*+>", re.IGNORECASE)
_MOST_INLINE = 20_000  # tags in a page
_MOST_PHRASES = 1000  # in one element: a paragraph of 12,000 links took 14 s, one of 1,000 0.1 s
_MARKS = {"q": "“", "/q": "”"}
# Signs that open a tag, without one that closes it: patterns that strip tags look for it from each.
_OPEN = re.compile(r"<[^>]*+")
_MOST_OPEN = 1000


def refusal(html: str) -> str:
    """Return why a page is not parsed, or nothing."""
    if _OVERLOADED.search(html):
        return f"has a tag with more than {_MOST_ATTRIBUTES:,} attributes"
    return ""


def mended(html: str) -> str:
    """Return a page with a replacement character in the place of each control character.

    Browsers show nothing there, and no tree may be given them anew; so that nothing is lost
    without a sign, each leaves one, whether it stands there as it is or by its number. Of more than
    two line breaks in a row two are left, which is all that they mean; a page with more tags inside
    its lines than any text needs is read without them.
    """
    html = _BREAKS.sub("<br><br>", _CONTROL.sub(_shown, html))
    crowded = sum(1 for _ in _INLINE.finditer(html)) > _MOST_INLINE
    return _INLINE.sub(lambda tag: _MARKS.get(tag[1].lower(), ""), html) if crowded else html


def _shown(control: re.Match[str]) -> str:
    if not control[1] and not control[2]:
        return "\ufffd"
    code = int(control[1], 16) if control[1] else int(control[2])
    if code in (0xFFFE, 0xFFFF) or (code < 0x20 and chr(code) not in _SPACES) or code == 0x7F:
        return "\ufffd"
    return " " if code == ord("\f") else control[0]


def is_open(script: str) -> bool:
    """Tell whether a script holds so many signs "<" without a ">" that it is no description."""
    return any(run.count("<") > _MOST_OPEN for run in _OPEN.findall(script))


def join_phrases(tree: Node) -> None:
    """Put the bare words in the place of links and the like, where an element holds a crowd.

    No paragraph needs a thousand, and the reader of the body copies all words before each of them.
    Whatever is no block counts: links, pictures, fields of forms, elements that nobody knows.
    """
    for element in [each for each in tree.iter() if len(each) > _MOST_PHRASES]:
        phrases = [child for child in element if _is_phrase(child)]
        if len(phrases) > _MOST_PHRASES:
            _join(element, set(phrases))


def _is_phrase(element: Node) -> bool:
    return element.tag not in _APART and all(inner.tag not in _BLOCKS for inner in element.iter())


def _join(element: Node, phrases: set[Node]) -> None:
    """Put the words of phrases in their place, in one pass over the children."""
    for silent in element.iter("script", "style", "title"):
        silent.text = ""
    children = list(element)
    del element[:]
    before, words = element, [element.text or ""]
    for child in children:
        tail = child.tail or ""
        if child in phrases:
            words += [*child.itertext(), tail]
            continue
        _give(before, element, "".join(words))
        element.append(child)
        before, words = child, [tail]
    _give(before, element, "".join(words))


def _give(before: Node, element: Node, words: str) -> None:
    """Set the words that stand in an element behind one of its children, or before the first."""
    if before is element:
        element.text = words
    else:
        before.tail = words
