"""A text, a page, or JSON Lines -> Articles, as the readers of these take them."""

from collections.abc import Iterator

from sayso.errors import ReadError
from sayso.exported import Exported
from sayso.read.encoding import decode
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
    yield from read(opened.stream, opened.source, max_bytes=how.limit, undated=undated)


def decoded(data: bytes, source: str, charset: str = "") -> str:
    """Return the text of bytes. Raises ReadError of kind "empty", "binary" or "encoding"."""
    text = decode(data, source, declared=charset) if data else ""
    if not text.replace("\ufeff", "").strip():
        raise ReadError(source, "empty", "is empty")
    return repaired(text)
