"""The tree of an HTML page -> title, date, byline, publisher, address and language.

The headline shown on the page and its JSON-LD come first; what they leave open is filled from
trafilatura's reading of the page's markup. The day is trafilatura's: on the pages of the benchmark
JSON-LD first is no better. Nothing is guessed from the running text, so that a
person who is quoted is not taken for the author.
"""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

from sayso.english.tables import either, listed
from sayso.read.byline import is_name, read_names
from sayso.read.compose import About
from sayso.read.dates import parse_date
from sayso.read.jsonld import article_block, names_in, text_in
from sayso.records import Moment

Node = Any  # an lxml element; lxml ships no types

_LANG = re.compile(r"([a-z]{2,3})(?:[-_].*)?")
_SAYS = either(listed("read.toml", "says"))


def read_metadata(tree: Node, read: Any, *, address: str, body: str) -> About:
    """Return what a page says of its article.

    `read` is trafilatura's reading of it, `address` where it was fetched from, or "", and `body`
    the article's text, in which no author may turn up as a speaker.
    """
    block = article_block(_scripts(tree))
    titles = [text_in(block.get("headline")), read.title or "", *map(_text, tree.iter("title"))]
    publishers = [*names_in(block.get("publisher")), _site(read)]
    return About(
        title=_shown(tree, titles) or next(filter(None, titles), ""),
        published=_published(text_in(block.get("datePublished")), read.date or ""),
        publisher=publishers[0],
        byline=_byline(names_in(block.get("author")), read.author or "", body),
        url=_url(tree, address),
        lang=_lang(tree, text_in(block.get("inLanguage"))),
    )


def _published(stamped: str, read: str) -> Moment | None:
    """Return the day that is read; where JSON-LD has the same or alone has one, with its time."""
    day, stamp = parse_date(read), parse_date(stamped)
    return stamp if day is None or (stamp and stamp.start == day.start) else day


def _scripts(tree: Node) -> list[str]:
    scripts = tree.iter("script")
    return [s.text for s in scripts if s.text and "ld+json" in (s.get("type") or "").lower()]


def _shown(tree: Node, titles: Sequence[str]) -> str:
    """Return the headline as the page shows it: the first that another field agrees with."""
    headings = filter(None, map(_text, tree.iter("h1")))
    return next((h for h in headings if any(_agree(h, title) for title in titles)), "")


def _agree(heading: str, title: str) -> bool:
    heading, title = heading.casefold(), title.casefold()
    return bool(title) and (title.startswith(heading) or heading.startswith(title))


def _site(read: Any) -> str:
    """Return the name of a site; trafilatura gives its address where it finds none."""
    name = read.sitename or ""
    return "" if name in urlsplit(read.url or "").netloc else name


def _byline(given: Sequence[str], read: str, body: str) -> tuple[str, ...]:
    """Return the authors that JSON-LD gives, else those that are read and can be authors."""
    named = dict.fromkeys(name for entry in given for name in read_names(entry))
    likely = dict.fromkeys(name for name in read_names(read) if is_name(name))
    return tuple(named or (name for name in likely if not _speaks(name, body)))


def _speaks(name: str, body: str) -> bool:
    """Tell whether somebody of that name is quoted in a text."""
    last = re.escape(name.split()[-1])
    before = rf"\b{_SAYS} (?:[\w-]+ ){{0,3}}{last}\b"
    after = rf"\b{last}[^\w\n]{{1,3}}(?:\w+[^\w\n]{{1,3}}){{0,5}}{_SAYS}\b"
    return bool(re.search(f"{before}|{after}", body))


def _url(tree: Node, address: str) -> str:
    """Return the address that a page gives as its own; trafilatura's lacks its query."""
    links = [e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical"]
    links += [e.get("content") for e in tree.iter("meta") if e.get("property") == "og:url"]
    for link in filter(None, links):
        try:
            url = str(urljoin(address, link.strip()))
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc:
            return url
    return address


def _lang(tree: Node, given: str) -> str:
    root = tree.getroottree().getroot()
    for value in (root.get("lang"), root.get("xml:lang"), given):
        if match := _LANG.fullmatch((value or "").strip().lower()):
            return match[1]
    return ""


def _text(element: Node) -> str:
    return " ".join("".join(element.itertext()).split())
