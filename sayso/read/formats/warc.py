"""WARC -> Articles: the HTML pages that were answered, one record at a time; reads by fastwarc."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, BinaryIO, NamedTuple

from sayso.errors import ExtraError, ReadError
from sayso.read.formats.documents import decoded
from sayso.read.formats.opening import How, Opened, some
from sayso.read.html import read_html
from sayso.records import Article

_CHUNK = 32 * 1024
_RECORD = re.compile(rb"WARC/1\.[01]\r?\n")  # how each begins
_LONGEST_MARK = 10
_MOST_KEPT = 1024 * 1024  # bytes of a record in which the next is looked for
OK = 200  # of HTTP
_MEDIA = re.compile(r"[a-z]{1,20}/[a-z0-9.+-]{1,40}")  # others are nothing to be counted by
_PAGES = ("text/html", "application/xhtml+xml")
TEXT_ALONE = "texts of crawls without their pages (WET: read the WARC)"
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
    stream, number = _Forward(opened.stream), 0
    while not stream.ended:
        begun = False
        try:
            for record in _records(stream):
                stream.done_to(record.stream_pos)
                number, begun = number + 1, True
                yield from _outcomes(record, opened.at(number), how)
                begun = False
        except (OSError, ReadError) as error:
            if isinstance(error, ReadError) and error.kind != "gzip":
                raise
            number += not begun
            yield ReadError(opened.at(number), "warc", f"is damaged: {error}")
            stream.to_next_record()


def _outcomes(record: Any, source: str, how: How) -> Iterator[Article | ReadError]:
    """Yield the article of a record that is a page, or why it cannot be read."""
    page = _page(record, source, how)
    if isinstance(page, ReadError):
        yield page
    elif page is not None:
        yield from _article(page, source, how)


def _records(stream: "_Forward") -> Iterator[Any]:
    """Yield the records of a stream. Raises OSError where it is damaged, or ends in one."""
    from fastwarc.warc import ArchiveIterator

    source: Any = stream  # it has all that is called
    yield from ArchiveIterator(source, parse_http=False, stream_detect=False)
    if not stream.ends_well:
        raise OSError("it ends in the middle of a record")


class _Forward:
    """A stream that is only read: the library would go about in it, and dies where it cannot.

    What was read of the last record is kept, so that the next can be looked for in it.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._ahead = b""  # what is to be read again
        self._place = 0
        self._kept = bytearray()
        self.ended = False

    @property
    def ends_well(self) -> bool:
        """Tell whether the last bytes are those that stand behind each record."""
        return not self._kept or self._kept.endswith((b"\r\n\r\n", b"\n\n"))

    def read(self, size: int = -1) -> bytes:
        """Read bytes."""
        if not self._ahead:
            self._ahead = some(self._stream, _CHUNK)
        size = min(size if size >= 0 else _CHUNK, len(self._ahead))
        data, self._ahead = self._ahead[:size], self._ahead[size:]
        self._place += len(data)
        self._kept += data
        if len(self._kept) > _MOST_KEPT:
            del self._kept[: _MOST_KEPT // 2]
        self.ended = not data
        return data

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._place

    def done_to(self, place: int) -> None:
        """Forget what stands before a place, but for a few bytes."""
        before = place - (self._place - len(self._kept))
        del self._kept[: max(0, before)]

    def to_next_record(self) -> None:
        """Go to where the next record begins, behind the beginning of the last one."""
        window = bytes(self._kept[1:]) + self._ahead
        self._kept.clear()
        while not (match := _RECORD.search(window)):
            more = self._more()
            self._place += len(window)
            if not more:
                self.ended, self._ahead = True, b""
                return
            window = window[-_LONGEST_MARK:] + more
        self._place += match.start()
        self._ahead, self.ended = window[match.start() :], False

    def _more(self) -> bytes:
        """Read on, over what is damaged."""
        while True:
            try:
                return some(self._stream, _CHUNK)
            except ReadError as error:
                if error.kind != "gzip":
                    raise


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
    if kind == "conversion":
        how.skip(TEXT_ALONE)
        return None
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
        how.skip("answers of crawls that are no pages (not of the web)")
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
        text = decoded(page.body, source, page.charset)
        yield read_html(text, source, address=page.address)
    except ReadError as error:
        if error.kind in _NO_NEWS:
            how.skip(NO_ARTICLE)
        else:
            yield error
