"""RSS (0.9 to 2.0) and Atom -> Articles: the full content where an item has it, else what it has.

Of an item without its content, title and summary are read, and it is remarked upon.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from sayso.errors import ReadError
from sayso.read.byline import read_names
from sayso.read.compose import About, compose_given, language_code
from sayso.read.formats.fragments import element_paragraphs, fragment_paragraphs
from sayso.read.formats.opening import How, Opened
from sayso.read.formats.trees import attribute, children, elements, inner, local, text, words
from sayso.records import Article

Node = Any  # an lxml element; lxml ships no types

SUMMARIES = "feed items of which the feed has title and summary alone"
# What is said of pictures and recordings beside the item: "media:title", "itunes:summary".
_BESIDE = ("{http://search.yahoo.com/mrss", "{http://www.itunes.com/")
_FULL = ("encoded", "content", "content_encoded")
_DATES = ("published", "pubdate", "issued", "date", "created", "updated", "modified")
# Words of a description above which it is the article and no summary of it.
_WHOLE = 150


class Item(NamedTuple):
    """An item of a feed: as an article, whether that is its full content, and all of its dates."""

    article: Article
    is_full: bool
    dates: tuple[str, ...]


def read_feed(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of each item, or why there is none; its source is `source:NUMBER`."""
    number = 0
    for number, item in enumerate(elements(opened, ("item", "entry"), limit=how.limit), start=1):
        try:
            its = _item(item, opened, number, how)
        except ReadError as error:
            yield error
            continue
        if not its.is_full:
            how.remark(SUMMARIES)
        yield its.article
    if not number:
        how.skip("feeds without items")


def items(opened: Opened, how: How) -> Iterator[Item | ReadError]:
    """Yield the items for whoever follows a feed; one that is broken ends with an error."""
    its = enumerate(elements(opened, ("item", "entry"), limit=how.limit), start=1)
    while True:
        try:
            number, item = next(its)
        except StopIteration:
            return
        except ReadError as error:
            yield error
            return
        try:
            yield _item(item, opened, number, how)
        except ReadError as error:
            yield error


def _item(item: Node, opened: Opened, number: int, how: How) -> Item:
    source = opened.at(number)
    for child in [e for e in item if isinstance(e.tag, str) and e.tag.startswith(_BESIDE)]:
        item.remove(child)
    body, is_full = _body(item, source)
    about = _about(item, source)
    if not body and not about.title:
        raise ReadError(source, "empty", "has neither title nor text")
    dates = [(name, words(each)) for name in _DATES for each in children(item, name)]
    about = replace(about, published=how.date(dates, opened.source, source))
    article = compose_given(about, body, source, given_id=_id(item))
    return Item(article, is_full, tuple(date for _, date in dates))


def _body(item: Node, source: str) -> tuple[list[str], bool]:
    """Return the paragraphs of an item, and whether they are its full content."""
    for content in children(item, *_FULL):
        if paragraphs := _paragraphs(content, source):
            return paragraphs, True
    for summary in children(item, "description", "summary"):
        if paragraphs := _paragraphs(summary, source):
            return paragraphs, sum(len(each.split()) for each in paragraphs) > _WHOLE
    return [], False


def _paragraphs(content: Node, source: str) -> list[str]:
    """Return the paragraphs of content that is XHTML, or HTML or text put in as characters."""
    if any(isinstance(child.tag, str) for child in content):
        return element_paragraphs(content)
    return fragment_paragraphs(text(content), source)


def _about(item: Node, source: str) -> About:
    root = item.getroottree().getroot()
    channel = inner(root, "channel")
    head = root if channel is None else channel
    base = attribute(root, "base") or _link(head, "")
    return About(
        title=" ".join(fragment_paragraphs(text(inner(item, "title")), source)),
        publisher=_source(item) or words(inner(head, "title")),
        byline=_byline(item),
        url=_link(item, base),
        lang=_language(item, head, root),
    )


def _source(item: Node) -> str:
    """Return where an item was taken from: in Atom a feed with a title, in RSS a name."""
    source = inner(item, "source")
    return "" if source is None else words(inner(source, "title") if len(source) else source)


def _byline(item: Node) -> tuple[str, ...]:
    """Return the authors: names, or an address with the name in brackets, as RSS asks for it."""
    names: list[str] = []
    for author in children(item, "creator", "author"):
        name = words(inner(author, "name")) or words(author)
        if "@" in name:
            name = name.partition("(")[2].rpartition(")")[0]
        names += read_names(name)
    return tuple(dict.fromkeys(names))


def _link(element: Node, base: str) -> str:
    """Return the address of an item or feed: of Atom's links the one to the page itself."""
    links = children(element, "link")
    pages = [e for e in links if attribute(e, "rel") in ("", "alternate")]
    given = [attribute(e, "href") or words(e) for e in pages]
    if local(element) == "item":
        given += [
            words(e) for e in children(element, "guid") if attribute(e, "ispermalink") != "false"
        ]
    for address in filter(None, given):
        try:
            url = urljoin(base, address)
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc:
            return url
    return ""


def _language(item: Node, head: Node, root: Node) -> str:
    given = [
        attribute(item, "lang"),
        words(inner(item, "language")),
        words(inner(head, "language")),
    ]
    code = next(filter(None, [*given, attribute(head, "lang"), attribute(root, "lang")]), "")
    return language_code(code)


def _id(item: Node) -> str:
    return next(filter(None, (words(inner(item, name)) for name in ("guid", "id"))), "")
