"""WARC -> Articles: the HTML pages that were answered, one record at a time; reads by fastwarc."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, BinaryIO, NamedTuple

from sayso.errors import ExtraError, ReadError
from sayso.read.encoding import decode
from sayso.read.formats.opening import How, Opened
from sayso.read.html import read_html
from sayso.read.mojibake import repaired
from sayso.records import Article

OK = 200  # of HTTP
_MEDIA = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,40}")  # others are nothing to be counted by
_PAGES = ("text/html", "application/xhtml+xml")
NO_ARTICLE = "pages of crawls without an article"
# Kinds of errors of a page that only mean that it is none of news.
_NO_NEWS = ("no-article", "empty", "binary")


def read_warc(opened: Opened, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of each page that a crawl got, or why it cannot be read.

    Its source is `source:NUMBER`, by the number of its record. What is no page of news is counted.
    Raises ReadError of kind "extra" or "warc".
    """
    if find_spec("fastwarc") is None:
        raise ReadError(opened.source, "extra", str(ExtraError("WARC", "warc")))
    from fastwarc.warc import ArchiveIterator

    stream, number = _Forward(opened.stream), 0
    source: Any = stream  # it has all that is called
    records = ArchiveIterator(source, parse_http=False, stream_detect=False)
    while True:
        number += 1
        try:
            record = next(records, None)
            if record is None and not stream.ends_well:
                raise OSError("it ends in the middle of a record")
            page = None if record is None else _page(record, opened.at(number), how)
        except OSError as error:
            message = f"is damaged, and nothing behind it can be read: {error}"
            raise ReadError(opened.at(number), "warc", message) from None
        if record is None:
            return
        if isinstance(page, ReadError):
            yield page
        elif page is not None:
            yield from _article(page, opened.at(number), how)


class _Forward:
    """A stream that is only read: the library would go about in it, and dies where it cannot."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0
        self._last = b""

    @property
    def ends_well(self) -> bool:
        """Tell whether the last bytes are those that stand behind each record."""
        return not self._last or self._last.endswith((b"\r\n\r\n", b"\n\n"))

    def read(self, size: int = -1) -> bytes:
        """Read bytes."""
        data = self._stream.read(size)
        self._place += len(data)
        self._last = (self._last + data)[-4:] if len(data) < 4 else data[-4:]
        return data

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._place


class _Page(NamedTuple):
    """A page as it was answered, and the address that it was got from."""

    body: bytes
    charset: str
    address: str


def _page(record: Any, source: str, how: How) -> _Page | ReadError | None:
    """Return the page that a record holds; None, counted, where it is something else.

    Raises OSError where the crawl is damaged, or ends in the middle of the record.
    """
    kind = str(record.record_type)
    if kind not in ("response", "resource"):
        how.skip(f"crawl records that are no answers ({kind})")
        return None
    size = record.content_length
    if size > how.limit:
        return ReadError(source, "size", f"is over the size limit of {how.limit} bytes")
    block = record.reader.read(size)
    if len(block) < size:
        raise OSError("it ends in the middle of a record")
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    if kind == "resource":
        media = record.headers.get("Content-Type") or ""
        return _Page(block, "", address) if _is_page(media, how) else None
    try:
        return _answer(record, block, address, how)
    except (OSError, ValueError) as error:
        return ReadError(source, "warc", f"is packed in a way that is broken: {error}")


def _answer(record: Any, block: bytes, address: str, how: How) -> _Page | ReadError | None:
    """Return what a server answered, unpacked. Raises OSError where it cannot be."""
    record.set_bytes_content(block)
    if not record.is_http:
        how.skip("answers of crawls that are no web pages (none)")
        return None
    record.parse_http(auto_decode="all")
    status = record.http_headers.status_code if record.http_headers else None
    if status is not None and status != OK:
        how.skip(f"answers of crawls that are no pages (status {status})")
        return None
    if not _is_page(record.http_content_type or "", how):
        return None
    body = record.reader.read(how.limit + 1)
    if len(body) > how.limit:
        raise OSError(f"over the size limit of {how.limit} bytes")
    return _Page(body, record.http_charset or "", address)


def _is_page(media: str, how: How) -> bool:
    """Tell whether something is a page, by its media type; what is none is counted."""
    name = media.partition(";")[0].strip().lower()
    if name not in _PAGES:
        shown = name if _MEDIA.fullmatch(name) else "of no type"
        how.skip(f"answers of crawls that are no pages ({shown})")
    return name in _PAGES


def _article(page: _Page, source: str, how: How) -> Iterator[Article | ReadError]:
    try:
        text = repaired(decode(page.body, source, declared=page.charset)) if page.body else ""
        yield read_html(text, source, address=page.address)
    except ReadError as error:
        if error.kind in _NO_NEWS:
            how.skip(NO_ARTICLE)
        else:
            yield error
