"""The tree of an HTML page -> title, date, byline, publisher, address and language.

Only what a page says of itself in fields made for it counts: schema.org's JSON-LD, meta
elements, and the byline and date between headline and body. Nothing is guessed from the
running text, so that a person who is quoted is not taken for the author.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from sayso.read.byline import first_date, is_name, read_byline, read_names
from sayso.read.compose import About
from sayso.read.dates import parse_date
from sayso.read.jsonld import Fields, article_block, names_in, plain, text_in
from sayso.records import Moment

Node = Any  # an lxml element; lxml ships no types

# Names of meta elements, the most trusted first.
TITLES = ("og:title", "twitter:title", "dc.title", "headline")
PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "application-name")
AUTHORS = (
    *("author", "article:author", "parsely-author", "byl", "sailthru.author", "citation_author"),
    *("dc.creator", "dcterms.creator", "creator"),
)
DATES = (
    *("article:published_time", "og:published_time", "datepublished", "article:published"),
    *("parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date"),
    *("publication_date", "published_at", "date", "dc.date.issued", "dcterms.issued"),
    *("dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "sailthru.date"),
    *("citation_publication_date", "cxenseparse:recs:publishtime", "originalpublicationdate"),
)

# Words in class, id, rel and itemprop of what stands between headline and body ...
AUTHOR_HINTS = {"byline", "author", "authors", "writer", "reporter", "journalist"}
DATE_HINTS = {"date", "datetime", "dateline", "published", "pubdate", "timestamp", "time", "posted"}
LINE_HINTS = {"meta", "info", "details"} | AUTHOR_HINTS | DATE_HINTS
# ... and of what is about something else: other articles, readers, those who are quoted.
OTHER_HINTS = {
    *("comment", "comments", "related", "recommended", "sidebar", "bio", "quote", "quotes"),
    *("pullquote", "blockquote", "promo", "teaser", "footer", "nav", "menu", "modified", "updated"),
    *("caption", "reply", "latest", "trending", "newsletter"),
}
OTHER_TAGS = {"aside", "blockquote", "figure", "footer", "nav", "form", "q", "cite"}
LONGEST_LINE = 160
MOST_ELEMENTS = 20_000  # of a page that are looked at for byline and date

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_ADDRESS_DATE = re.compile(r"/(?P<date>[12]\d{3}/[01]?\d/[0-3]?\d)(?:/|$)")
_SITE = re.compile(r"\s+(?:[|·•»–—-]|::)\s+")
_LANG = re.compile(r"([a-z]{2,3})(?:[-_].*)?")
_SAYS = r"(?:said|says|told|tells|added|adds|asked|insisted|argued|claimed|warned|wrote|replied)"


def read_metadata(tree: Node, *, address: str, body: str) -> About:
    """Return what a page says of its article.

    `address` is where the page was fetched from, or ""; `body` is the article's text without
    title, in which no author may turn up as a speaker.
    """
    page = _Page(tree, _meta_fields(tree), article_block(_scripts(tree)))
    publisher = _publisher(page)
    url = _url(page, address)
    return About(
        title=_title(page, publisher),
        published=_published(page, url),
        publisher=publisher,
        byline=_byline(page, body),
        url=url,
        lang=_lang(page),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    tree: Node
    meta: dict[str, str]
    block: Fields

    def first(self, names: tuple[str, ...]) -> str:
        return next((self.meta[name] for name in names if name in self.meta), "")


def _meta_fields(tree: Node) -> dict[str, str]:
    fields: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = plain(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                fields.setdefault(name, content)
    return fields


def _scripts(tree: Node) -> list[str]:
    scripts = tree.iter("script")
    return [s.text for s in scripts if s.text and "ld+json" in (s.get("type") or "").lower()]


def _publisher(page: _Page) -> str:
    named = names_in(page.block.get("publisher"))
    return (named[0] if named else page.first(PUBLISHERS)).removeprefix("@")


def _title(page: _Page, publisher: str) -> str:
    """Return the headline as the page shows it, when another field agrees that it is one."""
    window = next((_text(element) for element in page.tree.iter("title")), "")
    given = [text_in(page.block.get("headline")), page.first(TITLES)]
    shown = [text for text in map(_text, page.tree.iter("h1")) if text and text != publisher]
    for heading in shown:
        if any(_agree(heading, other) for other in (*given, window)):
            return heading
    short = _without_site(window, publisher)
    return next((text for text in (*given, *shown[:1], short) if text), "")


def _agree(heading: str, other: str) -> bool:
    heading, other = heading.casefold(), other.casefold()
    return bool(other) and (other.startswith(heading) or heading.startswith(other))


def _without_site(title: str, publisher: str) -> str:
    parts = list(_SITE.finditer(title))
    if not parts:
        return title
    first, last = title[: parts[-1].start()], title[parts[-1].end() :]
    is_site = last == publisher or "|" in parts[-1][0] or len(last.split()) <= 4
    return first if is_site and len(first.split()) >= 3 else title


def _published(page: _Page, url: str) -> Moment | None:
    fields = [
        text_in(page.block.get("datePublished")),
        *(page.meta.get(name, "") for name in DATES),
    ]
    for value in fields:
        if moment := parse_date(value):
            return moment
    return _date_shown(page) or _date_in_address(url)


def _date_shown(page: _Page) -> Moment | None:
    for element, hints in _line_elements(page.tree):
        stamp = element.get("datetime") or element.get("content") or ""
        moment = parse_date(stamp) if stamp else None
        if not moment and hints & (LINE_HINTS - AUTHOR_HINTS):
            moment = first_date(_text(element))
        elif not moment and (line := read_byline(_text(element))):
            moment = line.published
        if moment:
            return moment
    return None


def _date_in_address(url: str) -> Moment | None:
    match = _ADDRESS_DATE.search(urlsplit(url).path)
    return parse_date(match["date"]) if match else None


def _byline(page: _Page, body: str) -> tuple[str, ...]:
    for given in (names_in(page.block.get("author")), [page.first(AUTHORS)]):
        names = [name for entry in given for name in read_names(entry)]
        if names:
            return tuple(dict.fromkeys(names))
    for element, hints in _line_elements(page.tree):
        names = list(_names_shown(_text(element), hints))
        if names and not any(_speaks(name, body) for name in names):
            return tuple(names)
    return ()


def _names_shown(text: str, hints: set[str]) -> tuple[str, ...]:
    if line := read_byline(text):
        return line.names
    names = read_names(text) if hints & AUTHOR_HINTS else ()
    return names if all(is_name(name) for name in names) else ()


def _speaks(name: str, body: str) -> bool:
    """Tell whether somebody of that name is quoted in a text."""
    last = re.escape(name.split()[-1])
    before = rf"\b{_SAYS} (?:[\w-]+ ){{0,3}}{last}\b"
    after = rf"\b{last}[^\w\n]{{1,3}}(?:\w+[^\w\n]{{1,3}}){{0,5}}{_SAYS}\b"
    return bool(re.search(f"{before}|{after}", body))


def _line_elements(tree: Node) -> Iterator[tuple[Node, set[str]]]:
    """Yield the short elements that may be byline or date, with what their names hint at."""
    for count, element in enumerate(tree.iter("*")):
        if count > MOST_ELEMENTS:
            return
        hints = _hints(element)
        if element.tag == "time":
            hints = hints | {"time"}
        if (
            hints & LINE_HINTS
            and not _is_elsewhere(element)
            and len(_text(element)) <= LONGEST_LINE
        ):
            yield element, hints


def _hints(element: Node) -> set[str]:
    named = (element.get(attribute) or "" for attribute in ("class", "id", "rel", "itemprop"))
    return {word.lower() for word in _WORDS.findall(" ".join(named))}


def _is_elsewhere(element: Node) -> bool:
    chain = [element, *element.iterancestors()]
    return any(one.tag in OTHER_TAGS or _hints(one) & OTHER_HINTS for one in chain)


def _url(page: _Page, address: str) -> str:
    links = page.tree.iter("link")
    canonical = (
        link.get("href") for link in links if (link.get("rel") or "").lower() == "canonical"
    )
    for link in (*canonical, page.meta.get("og:url")):
        try:
            url = str(urljoin(address, (link or "").strip()))
            parts = urlsplit(url)
        except ValueError:
            continue
        if link and parts.scheme in ("http", "https") and parts.netloc:
            return url
    return address


def _lang(page: _Page) -> str:
    root = page.tree.getroottree().getroot()
    named = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        page.meta.get("content-language"),
        page.meta.get("og:locale"),
        text_in(page.block.get("inLanguage")),
    )
    for value in named:
        if match := _LANG.fullmatch((value or "").strip().lower()):
            return match[1]
    return ""


def _text(element: Node) -> str:
    return " ".join("".join(element.itertext()).split())
