"""A feed or sitemap as it was fetched -> the pages that it names, with what it says of each.

Nothing is fetched. What a feed has in full comes along as an article.
"""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from urllib.parse import urldefrag, urlsplit

from sayso.errors import ReadError
from sayso.read.fetch import Page
from sayso.read.formats.feed import Item, items
from sayso.read.formats.kinds import kind_of
from sayso.read.formats.opening import How, Opened
from sayso.read.formats.sitemap import Entry, entries
from sayso.records import Article

_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Named:
    """What a feed or sitemap names: a page by its address, or another sitemap (`is_source`).

    An item without an address has that of its feed and its own id behind it. `stamp` changes with
    whatever is said of the page; `day` is when it was published or changed, by that, or empty.
    `article` is there where a feed has the whole of it.
    """

    address: str
    stamp: str
    day: str = ""
    is_source: bool = False
    article: Article | None = None


def named(page: Page, how: How) -> Iterator[Named | ReadError]:
    """Yield what a feed or sitemap names, each address once, and errors in their places.

    Raises ReadError of kind "format" for what is neither, of "xml" behind all that could be read
    where it is broken, and of "size" where it is too large.
    """
    opened = Opened.of(BytesIO(_unpacked(page, how.limit)), page.url, inside=False)
    form = kind_of(opened.head, "").form
    if form == "feed":
        every: Iterator[Named | ReadError] = map(_of_item, items(opened, how))
    elif form == "sitemap":
        every = map(_of_entry, entries(opened, how))
    else:
        raise ReadError(page.url, "format", "is neither a feed nor a sitemap")
    seen: set[str] = set()
    for each in every:
        if isinstance(each, ReadError) or each.address not in seen:
            yield each
        if isinstance(each, Named):
            seen.add(each.address)


def _of_item(item: Item | ReadError) -> Named | ReadError:
    if isinstance(item, ReadError):
        return item
    its = item.article
    address = _address(its.url)
    if not address and not item.is_full:
        return ReadError(its.source, "address", "has neither an address nor its content")
    feed = its.source.rpartition(":")[0]
    stamp = _stamp(its.id, *item.dates)
    day = its.published.start if its.published else ""
    if not item.is_full:
        return Named(address, stamp, day)
    address = address or f"{feed}#{its.given_id or its.id}"
    return Named(address, stamp, day, article=replace(its, source=address))


def _of_entry(entry: Entry | ReadError) -> Named | ReadError:
    if isinstance(entry, ReadError):
        return entry
    if not (address := _address(entry.address)):
        return ReadError(entry.source, "address", f"names {entry.address!r}, which is no address")
    return Named(address, _stamp(*entry.said), entry.day, entry.is_sitemap)


def _address(given: str) -> str:
    """Return an address without the part of a page that it names, empty where it is none."""
    try:
        address = urldefrag(given.strip()).url
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def _stamp(*said: str) -> str:
    return hashlib.sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _unpacked(page: Page, limit: int) -> bytes:
    """Return a body that may be packed: sitemaps often are, whatever their server says of it."""
    if not page.body.startswith(b"\x1f\x8b"):
        return page.body
    unpacker = zlib.decompressobj(_GZIP)
    try:
        body = unpacker.decompress(page.body, limit + 1)
    except zlib.error as error:
        raise ReadError(page.url, "gzip", f"is broken: {error}") from None
    if len(body) > limit:
        raise ReadError(page.url, "size", f"is over the size limit of {limit} bytes")
    return body
