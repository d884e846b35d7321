"""JSON Lines -> Articles: one a line, its text taken verbatim, every offset counted in it.

And pairs of a claim and a text, for comparing.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeVar

from sayso.errors import ReadError
from sayso.exported import Exported
from sayso.read.byline import read_names
from sayso.read.compose import About, take_bylines
from sayso.read.dateline import read_dateline, read_day
from sayso.read.dates import parse_date
from sayso.read.encoding import normalise
from sayso.read.headline import is_headline
from sayso.read.leftovers import skip_spans
from sayso.read.paragraphs import split_paragraphs
from sayso.read.restoring import is_exported, restored
from sayso.records import Article, Span, Spans

T = TypeVar("T")
Undated = Callable[[str, str], None]  # takes a date that is not understood, and its place

OPENING = 4000  # characters that are looked at for headline, byline, date and dateline

_BOM = b"\xef\xbb\xbf"
_BESIDE = ("id", "title", "published", "publisher", "url", "lang")
_TYPES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def _unheard(_: str, __: str) -> None:
    """Take a date that is not understood where nobody asks for them."""


class Lines(Protocol):
    """What gives lines, each with its end, or the first bytes of a longer one."""

    def readline(self, size: int, /) -> bytes:
        """Return the next line, or its first bytes; none at the end."""


def read_jsonl(
    stream: Lines, source: str, *, max_bytes: int, undated: Undated = _unheard
) -> Iterator[Article | ReadError]:
    """Yield an article, or why there is none, for every line that is not blank.

    The source of a line is `source:NUMBER`; kinds of errors are "size", "encoding", "json",
    "field" and "empty". No more than one line of at most `max_bytes` is held at a time. Of a line
    that was exported it is the article alone, to be read anew. Dates that are not understood go to
    `undated`.
    """
    yield from _each(stream, source, max_bytes, partial(read_line, undated=undated))


def restore_jsonl(
    stream: Lines, source: str, *, max_bytes: int, undated: Undated = _unheard
) -> Iterator[Article | Exported | ReadError]:
    """Yield what `read_jsonl` does, and of a line that was exported all that was on the record.

    Further kinds of errors are "record" and "partial".
    """
    yield from _each(stream, source, max_bytes, partial(restore_line, undated=undated))


class ClaimedText(NamedTuple):
    """A claim, and a text that may assert or deny it."""

    claim: str
    text: str


def read_pairs(stream: Lines, source: str, *, max_bytes: int) -> Iterator[ClaimedText | ReadError]:
    """Yield the claim and the text, or why there are none, of every line that is not blank.

    Sources of lines and kinds of errors are those of `read_jsonl`.
    """
    yield from _each(stream, source, max_bytes, _pair)


def _pair(line: bytes, source: str) -> ClaimedText:
    fields = _parse(line, source)
    claim, text = (_string(fields, name, source) for name in ("claim", "text"))
    for name, value in (("claim", claim), ("text", text)):
        if not value.strip():
            raise ReadError(source, "empty" if name in fields else "field", f"has no {name}")
    return ClaimedText(claim, text)


def _each(
    stream: Lines, source: str, max_bytes: int, read: Callable[[bytes, str], T]
) -> Iterator[T | ReadError]:
    """Yield what each line holds that is not blank, or why it holds nothing."""
    for number, line in enumerate(_lines(stream, max_bytes), start=1):
        line_source = f"{source}:{number}"
        if line is None:
            yield ReadError(line_source, "size", f"is over the size limit of {max_bytes} bytes")
        elif line.strip():
            try:
                yield read(line.removeprefix(_BOM) if number == 1 else line, line_source)
            except ReadError as error:
                yield error


def _lines(stream: Lines, limit: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream, None for one over the limit."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


def restore_line(line: bytes, source: str, undated: Undated) -> Article | Exported:
    """Return what one line holds, and of what was exported all that was on the record."""
    fields = _parse(line, source)
    if is_exported(fields):
        return restored(fields, source)
    return read_fields(fields, source, undated)


def read_line(line: bytes, source: str, undated: Undated) -> Article:
    """Return the article that one line holds."""
    return read_fields(_parse(line, source), source, undated)


def read_fields(given: Mapping[str, Any], source: str, undated: Undated) -> Article:
    """Return the article that the fields of a line, or of a row, are.

    A date that is not understood goes to `undated`. Raises ReadError of kind "field" or "empty".
    """
    fields = _anew(given["article"]) if is_exported(given) else given
    text = _string(fields, "text", source)
    if not text.strip():
        raise ReadError(source, "empty" if "text" in fields else "field", "has no text")
    beside = {name: _string(fields, name, source) for name in _BESIDE}
    article = _article(text, source, beside, _byline(fields, source))
    if beside["published"].strip() and "published" in article.concluded:
        undated(beside["published"], source)
    return article


def _anew(exported: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an exported article says of itself, in the form of an article to be read."""
    published = exported.get("published")
    day = (published.get("time") or published.get("start")) if isinstance(published, dict) else None
    return {**exported, "id": exported.get("given_id"), "published": day}


def _parse(line: bytes, source: str) -> dict[str, Any]:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(source, "encoding", f"is not UTF-8: {error}") from None
    fields = parse_json(text, source)
    if not isinstance(fields, dict):
        raise ReadError(source, "json", "is not a JSON object")
    return fields


def parse_json(text: str, source: str) -> Any:
    """Return the value that JSON is. Raises ReadError of kind "json"."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"is not JSON: {error.msg} (character {error.pos + 1})"  # the line is named
        raise ReadError(source, "json", message) from None
    except ValueError:  # Python's own limit, against numbers made to take long
        raise ReadError(source, "json", "holds a number of thousands of digits") from None
    except RecursionError:
        raise ReadError(source, "json", "is nested too deep") from None


def _string(fields: Mapping[str, Any], name: str, source: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        kind = _TYPES.get(type(value), "something else")
        raise ReadError(source, "field", f'"{name}" must be a string, and is {kind}')
    return value


def _byline(fields: Mapping[str, Any], source: str) -> tuple[str, ...]:
    """Return the names in a field that holds a list of them, or all in one string."""
    value = fields.get("byline")
    if not isinstance(value, list):
        return read_names(_string(fields, "byline", source))
    if not all(isinstance(name, str) for name in value):
        raise ReadError(source, "field", '"byline" must be a string or a list of strings')
    return tuple(dict.fromkeys(" ".join(name.split()) for name in value if name.strip()))


def _article(text: str, source: str, given: dict[str, str], byline: tuple[str, ...]) -> Article:
    skips = skip_spans(text)
    start = _start_of_text(text, skips)
    title = given["title"].strip() or _headline(text, start, skips)
    title_span = _title_span(text, start, title)
    known = About(published=parse_date(given["published"]), byline=byline)
    above = title_span.end if title_span else start
    about, body = take_bylines(known, split_paragraphs(_opening(text, above, skips)))
    dateline = read_dateline(body, headed=title_span is not None)
    return Article(
        text=text,
        source=source,
        given_id=given["id"],
        title=title,
        title_span=title_span,
        published=about.published or read_day(body, dateline),
        publisher=given["publisher"],
        byline=about.byline,
        dateline=dateline,
        url=given["url"],
        lang=given["lang"],
        skips=skips,
        concluded=() if known.published else ("published",),
    )


def _start_of_text(text: str, skips: Spans) -> int:
    """Return where a text begins, after white space and what a crawl left at its top."""
    start = len(text) - len(text.lstrip())
    for skip in skips:
        if skip.start > start:
            break
        start = max(start, skip.end)
        start = len(text) - len(text[start:].lstrip())
    return start


def _opening(text: str, start: int, skips: Spans) -> str:
    """Return the first characters of a text from `start` on, without what is to be skipped."""
    end, kept = min(len(text), start + OPENING), []
    for skip in skips:
        if start < skip.start < end:
            kept.append(text[start : skip.start])
        if skip.start < end:
            start = max(start, skip.end)
    return normalise("".join([*kept, text[start:end]]))


def _headline(text: str, start: int, skips: Spans) -> str:
    """Return the headline that opens a text of which no title is given, or ""."""
    paragraphs = split_paragraphs(_opening(text, start, skips))
    if not paragraphs or not is_headline(paragraphs[0], paragraphs[1:]):
        return ""
    # A headline of several lines is not looked for: what is returned must stand in the text.
    return paragraphs[0] if text.startswith(paragraphs[0], start) else ""


def _title_span(text: str, start: int, title: str) -> Span | None:
    """Return where a title opens a text, as a headline and not as the words of a sentence."""
    if not title or not text.startswith(title, start):
        return None
    end = start + len(title)
    rest = text[end : end + OPENING]
    line = rest.splitlines()[0] if rest else ""
    words = line.lstrip("\"“”«„'‘’([ \t")
    ends = not any(character.isalnum() for character in line)
    opens = line[:1].isspace() and (words[:1].isupper() or words[:1].isdigit())
    return Span(start, end) if ends or opens else None
