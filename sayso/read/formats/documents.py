"""A text, a page, or JSON Lines -> Articles, as the readers of these take them."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import ReadError
from sayso.exported import Exported
from sayso.read.encoding import characters, decode, marked
from sayso.read.formats.opening import How, Opened
from sayso.read.html import read_html
from sayso.read.jsonl import read_jsonl, restore_jsonl
from sayso.read.mojibake import repaired
from sayso.read.text import read_text
from sayso.records import Article


def read_document(opened: Opened, how: How) -> Iterator[Article]:
    """Yield the one article of a text or page."""
    text = decoded(opened.whole(how.limit), opened.source)
    yield read_html(text, opened.source) if how.form == "html" else read_text(text, opened.source)


def read_lines(opened: Opened, how: How) -> Iterator[Article | Exported | ReadError]:
    """Yield what each line holds, and what was exported as it was where that is asked for."""
    read = restore_jsonl if how.restoring else read_jsonl
    undated = how.undated(opened.source, "published")
    encoding = marked(opened.head)
    if encoding in ("", "utf-8"):
        yield from read(opened.stream, opened.source, max_bytes=how.limit, undated=undated)
        return
    lines = _Lines(opened.stream, encoding)
    try:
        for each in read(lines, opened.source, max_bytes=how.limit, undated=undated):
            if isinstance(each, ReadError) and each.kind == "encoding":
                yield ReadError(each.source, "encoding", f"is not {encoding.upper()}")
            else:
                yield each
    finally:
        lines.close()


class _Lines:
    """The lines of a stream in UTF-16 or UTF-32, as UTF-8; of one that is damaged they are none."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._text = characters(stream, encoding, newline="\n")

    def readline(self, size: int) -> bytes:
        """Return the next line, or as much of it as has so many characters."""
        return self._text.readline(size).encode("utf-8", "surrogateescape")

    def close(self) -> None:
        """Leave the stream as it is."""
        self._text.detach()


def decoded(data: bytes, source: str, charset: str = "") -> str:
    """Return the text of bytes. Raises ReadError of kind "empty", "binary" or "encoding"."""
    text = decode(data, source, declared=charset) if data else ""
    if not text.replace("\ufeff", "").strip():
        raise ReadError(source, "empty", "is empty")
    return repaired(text)
