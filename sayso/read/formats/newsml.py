"""IPTC NewsML-G2, and NITF, in it or alone -> Articles."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sayso.errors import ReadError
from sayso.read.byline import read_names
from sayso.read.compose import About, compose_given, language_code
from sayso.read.formats.fragments import element_paragraphs, fragment_paragraphs
from sayso.read.formats.opening import How, Opened
from sayso.read.formats.trees import attribute, children, elements, inner, local, text, words
from sayso.records import Article

Node = Any  # an lxml element; lxml ships no types

# What a publisher took back, or holds back, says so in its status: "stat:canceled".
WITHDRAWN = ("canceled", "cancelled", "withheld")
NOT_USABLE = "news items that their agency took back or withholds"
NO_TEXT = "news items that hold no text (pictures, films, packages, concepts)"
_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_PAGES = ("html", "body", "div", "p", "article", "section")
_DATES = (
    *(("itemmeta", "versioncreated"), ("contentmeta", "contentmodified")),
    *(("contentmeta", "contentcreated"), ("itemmeta", "firstcreated")),
)


def read_newsml(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of each item that is a text, or why there is none.

    The source of an item is `source:NUMBER` where it stands in a message.
    """
    every = elements(opened, (*_ITEMS, "nitf"), limit=how.limit)
    for number, item in enumerate(every, start=1):
        alone = item.getparent() is None
        try:
            yield from _read(item, opened, number if not alone else 0, how)
        except ReadError as error:
            yield error


def _read(item: Node, opened: Opened, number: int, how: How) -> Iterator[Article]:
    source = opened.at(number) if number else opened.source
    if local(item) == "nitf":
        published = how.date([_issued(item)], opened.source, source)
        about = replace(_of_nitf(item, About()), published=published)
        yield compose_given(about, _nitf_body(item), source)
        return
    status = inner(item, "itemmeta", "pubstatus")
    if attribute(status, "qcode").rpartition(":")[2].lower() in WITHDRAWN:
        how.skip(NOT_USABLE)
        return
    about, body = _content(item, _about(item), source)
    if not body:
        how.skip(NO_TEXT)
        return
    about = replace(about, published=how.date(_dates(item), opened.source, source))
    yield compose_given(about, body, source, given_id=attribute(item, "guid"))


def _about(item: Node) -> About:
    """Return what an item says about its article."""
    return About(
        title=words(inner(item, "contentmeta", "headline")),
        publisher=_provider(item),
        byline=_byline(item),
        url=attribute(inner(item, "contentmeta", "link"), "href"),
        lang=_language(item),
    )


def _dates(item: Node) -> Iterator[tuple[str, str]]:
    """Yield the names of fields that say when an item was published, and what they say."""
    for path in _DATES:
        yield path[-1], words(inner(item, *path))
    content = inner(item, "contentset")
    for part in () if content is None else children(content, "inlinexml"):
        if (nitf := inner(part, "nitf")) is not None:
            yield _issued(nitf)


def _issued(nitf: Node) -> tuple[str, str]:
    return "date.issue", attribute(inner(nitf, "head", "docdata", "date.issue"), "norm")


def _provider(item: Node) -> str:
    """Return who provides an item: by its name, else by its code, "nprov:NWA"."""
    for path in (("itemmeta", "provider"), ("contentmeta", "infosource")):
        provider = inner(item, *path)
        code = attribute(provider, "qcode").rpartition(":")[2]
        name = words(inner(provider, "name")) if provider is not None else ""
        if named := name or attribute(provider, "literal") or code:
            return named
    return ""


def _byline(item: Node) -> tuple[str, ...]:
    meta = inner(item, "contentmeta")
    if meta is None:
        return ()
    given = [words(each) for each in children(meta, "by")]
    given = given or [words(inner(each, "name")) for each in children(meta, "creator")]
    return tuple(dict.fromkeys(name for each in given for name in read_names(each)))


def _language(item: Node) -> str:
    code = attribute(inner(item, "contentmeta", "language"), "tag") or attribute(item, "lang")
    return language_code(code)


def _content(item: Node, about: About, source: str) -> tuple[About, list[str]]:
    """Return the first content that has text, and what it adds to what is known of the article."""
    content = inner(item, "contentset")
    for part in () if content is None else children(content, "inlinexml", "inlinedata"):
        if local(part) == "inlinedata":
            body = fragment_paragraphs(text(part), source)
        elif (nitf := inner(part, "nitf")) is not None:
            about, body = _of_nitf(nitf, about), _nitf_body(nitf)
        else:  # events, results and the like are in languages of their own
            pages = children(part, *_PAGES)
            body = [each for page in pages for each in element_paragraphs(page)]
        if body:
            return about, body
    return about, []


def _of_nitf(nitf: Node, about: About) -> About:
    """Return what NITF says about its article, where nothing is known yet."""
    head = inner(nitf, "body", "body.head")
    title = "" if head is None else words(inner(head, "hedline", "hl1"))
    given = "" if head is None else words(inner(head, "byline"))
    return replace(
        about,
        title=about.title or title,
        byline=about.byline or read_names(given),
    )


def _nitf_body(nitf: Node) -> list[str]:
    body = inner(nitf, "body", "body.content")
    return [] if body is None else element_paragraphs(body)
