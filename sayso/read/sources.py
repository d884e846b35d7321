"""What the user names (files, folders, addresses, `-`) -> Articles, and errors in their place."""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from sayso.errors import ReadError, UsageError
from sayso.exported import Exported
from sayso.packing import without_surrogates
from sayso.read.encoding import decode
from sayso.read.html import read_html
from sayso.read.jsonl import read_jsonl, restore_jsonl
from sayso.read.language import in_english
from sayso.read.mojibake import repaired
from sayso.read.text import read_text
from sayso.records import Article
from sayso.settings import Settings

STDIN = "-"
SUFFIXES = {
    "text": {".txt", ".text"},
    "html": {".html", ".htm", ".xhtml", ".shtml"},
    "jsonl": {".jsonl", ".ndjson"},
}

Outcome = Article | Exported | ReadError


class _How(NamedTuple):
    """How sources are read: by which settings, as which format, and whether records come back."""

    settings: Settings
    form: str | None
    restoring: bool


_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PAGE_START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1)\b"
)
_CLOSING_TAG = re.compile(r"</(?:p|div|h1|h2|ul|article)>")
_JSON_LINE = re.compile(r'\s*\{[^\n]{0,2000}"text"\s*:')
_HEAD = 4096  # characters by which a format is told


def read_sources(
    sources: Sequence[str],
    *,
    settings: Settings,
    format: str | None = None,  # noqa: A002 - the word that users know
    stdin: BinaryIO | None = None,
) -> Iterator[Article | ReadError]:
    """Yield the articles of all sources in input order, lazily, and errors in their place.

    A source is a file, a folder (read to its depth, in order of names, without hidden files),
    an http or https address, or `-` for standard input. `format`, one of "text", "html" and
    "jsonl", holds for every source; without it the suffix decides, else the content.

    Raises UsageError, before anything is read, for another format.
    """
    every = _read_all(sources, _how(settings, format, restoring=False), stdin)
    return (each for each in every if not isinstance(each, Exported))


def _whole(article: Article) -> Article:
    """Return an article that has a form in UTF-8: JSON can name half a character by an escape."""
    changed = {
        field.name: _mended(was)
        for field in fields(article)
        if (was := getattr(article, field.name)) != _mended(was)
    }
    return replace(article, **changed) if changed else article


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return without_surrogates(value)
    is_texts = isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    return tuple(map(without_surrogates, value)) if is_texts else value


def restore_sources(
    sources: Sequence[str],
    *,
    settings: Settings,
    format: str | None = None,  # noqa: A002 - the word that users know
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """Yield what `read_sources` does, and what was exported as it was on the record."""
    return _read_all(sources, _how(settings, format, restoring=True), stdin)


def _how(settings: Settings, form: str | None, *, restoring: bool) -> _How:
    if form is not None and form not in SUFFIXES:
        raise UsageError(f"unknown format {form!r}: there are {', '.join(SUFFIXES)}")
    return _How(settings, form, restoring)


def _read_all(sources: Sequence[str], how: _How, stdin: BinaryIO | None) -> Iterator[Outcome]:
    for each in _read_each(sources, how, stdin):
        yield in_english(_whole(each)) if isinstance(each, Article) else each


def _read_each(sources: Sequence[str], how: _How, stdin: BinaryIO | None) -> Iterator[Outcome]:
    for source in sources:
        try:
            if source == STDIN:
                yield from _read_stream(stdin or sys.stdin.buffer, STDIN, how)
            elif _ADDRESS.match(source):
                yield _read_address(source, how)
            else:
                yield from _read_path(source, how)
        except ReadError as error:
            yield error


def _read_address(address: str, how: _How) -> Article:
    form = how.form
    if form == "jsonl":
        raise ReadError(address, "format", "JSON Lines are read from files, not from addresses")
    from sayso.read.fetch import fetch  # urllib3 is slow to load, and seldom needed

    page = fetch(address, how.settings)
    text = _decode(page.body, address, page.charset)
    if not form:
        form = _format_of(text) if page.media_type == "text/plain" else "html"
    if form == "html":
        return read_html(text, address, address=page.url)
    return replace(read_text(text, address), url=page.url)


def _read_path(source: str, how: _How) -> Iterator[Outcome]:
    if not source or "\0" in source:  # pathlib takes "" for the folder that we are in
        raise ReadError(source, "missing", "is no name of a file or folder")
    path = Path(source)
    with _reporting(_shown(source)):
        is_folder = path.is_dir()
    if not is_folder:
        yield from _read_file(path, _shown(source), how)
        return
    empty = True
    for inside in _files_in(path, how.form):
        empty = False
        if isinstance(inside, ReadError):
            yield inside
            continue
        try:
            yield from _read_file(inside, _shown(inside), how)
        except ReadError as error:
            yield error
    if empty:
        raise ReadError(source, "folder", "holds no text, HTML or JSON Lines files")


def _read_file(path: Path, source: str, how: _How) -> Iterator[Outcome]:
    by_suffix = (name for name, known in SUFFIXES.items() if path.suffix.lower() in known)
    with _reporting(source), path.open("rb") as stream:
        form = how.form or next(by_suffix, None)
        yield from _read_stream(stream, source, how._replace(form=form))


def _read_stream(stream: BinaryIO, source: str, how: _How) -> Iterator[Outcome]:
    limit, form = how.settings.max_bytes, how.form
    if form == "jsonl":
        read = restore_jsonl if how.restoring else read_jsonl
        yield from read(stream, source, max_bytes=limit)
        return
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(source, "size", f"is over the size limit of {limit} bytes")
    text = _decode(data, source)
    form = form or _format_of(text)
    if form == "jsonl":
        raise ReadError(source, "format", "looks like JSON Lines: name that format to read it")
    article = read_html(text, source) if form == "html" else read_text(text, source)
    # A pipe names no place: what a page says of itself tells it from the next that comes through.
    yield replace(article, concluded=()) if source == STDIN else article


def _decode(data: bytes, source: str, charset: str = "") -> str:
    text = decode(data, source, declared=charset) if data else ""
    if not text.replace("\ufeff", "").strip():
        raise ReadError(source, "empty", "is empty")
    return repaired(text)


def _format_of(text: str) -> str:
    """Tell a page, and JSON Lines, from plain text by the first characters."""
    head = text[:_HEAD].lstrip("\ufeff \t\n").lower()
    while head.startswith(("<!--", "<?")):
        head = head.partition("-->" if head.startswith("<!--") else "?>")[2].lstrip()
        if not head:  # comments to the end, or further than is looked
            return "html"
    if _PAGE_START.match(head) or len(_CLOSING_TAG.findall(head)) > 2:
        return "html"
    return "jsonl" if _JSON_LINE.match(head) else "text"


def _files_in(folder: Path, form: str | None) -> Iterator[Path | ReadError]:
    """Yield the files of a folder that can be articles, to its depth and in order of names."""
    suffixes = SUFFIXES[form] if form else set().union(*SUFFIXES.values())
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while waiting:
        path, above = waiting.pop()
        fits = path.suffix.lower() in suffixes
        try:
            status, inside = _look(path, above)
        except ReadError as error:
            if fits or error.kind != "missing":  # a broken link to something else is no news
                yield error
            continue
        if fits and stat.S_ISREG(status.st_mode):
            yield path
        elif fits and not stat.S_ISDIR(status.st_mode):
            yield ReadError(_shown(path), "device", "is a pipe, socket or device, and no file")
        above |= {(status.st_dev, status.st_ino)}
        waiting.extend((one, above) for one in inside)


def _look(path: Path, above: frozenset[tuple[int, int]]) -> tuple[os.stat_result, list[Path]]:
    """Return what a path is, and what a folder holds, last name first, hidden files left out."""
    with _reporting(_shown(path)):
        status = path.stat()
        if (status.st_dev, status.st_ino) in above:
            raise ReadError(_shown(path), "loop", "is a folder inside itself")
        inside = path.iterdir() if stat.S_ISDIR(status.st_mode) else ()
        return status, sorted((p for p in inside if not p.name.startswith(".")), reverse=True)


@contextmanager
def _reporting(source: str) -> Iterator[None]:
    """Turn what the operating system says into a ReadError."""
    try:
        yield
    except FileNotFoundError:
        raise ReadError(source, "missing", "there is no such file or folder") from None
    except PermissionError:
        raise ReadError(source, "permission", "may not be read by this user") from None
    except OSError as error:
        kind = "loop" if error.errno == errno.ELOOP else "io"
        raise ReadError(source, kind, f"cannot be read: {error.strerror or error}") from None


def _shown(path: Path | str) -> str:
    """Return a path as text that can be printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
