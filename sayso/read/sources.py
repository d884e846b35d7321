"""What the user names (files, folders, addresses, `-`) -> Articles, and errors in their place."""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso.errors import ReadError, UsageError
from sayso.exported import Exported
from sayso.packing import without_surrogates
from sayso.read.formats.columns import check
from sayso.read.formats.documents import decoded
from sayso.read.formats.kinds import HIDDEN, is_named, kind_of
from sayso.read.formats.opening import Asides, How, Opened
from sayso.read.formats.table import FORMATS, read_opened
from sayso.read.html import read_html
from sayso.read.language import Foreign, Outcome, in_english
from sayso.read.text import read_text
from sayso.records import Article
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.read.fetch import Page

STDIN = "-"
# What an address may lead to; it is asked for pages, and gives what it gives.
_FETCHED = ("text", "html", "feed", "sitemap", "newsml", "json", "pdf")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read_sources(
    sources: Sequence[str],
    *,
    settings: Settings,
    format: str | None = None,  # noqa: A002 - the word that users know
    stdin: BinaryIO | None = None,
    asides: Asides | None = None,
) -> Iterator[Article | ReadError]:
    """Yield the articles of all sources in input order, lazily, and errors in their place.

    A source is a file, a folder (read to its depth, in order of names, without hidden files),
    an archive, an http or https address, or `-` for standard input. `format`, one of `FORMATS`,
    holds for every source; without it the content decides. What holds no article, and what is to be
    known of how others were read, is counted in `asides`.

    Raises UsageError, before anything is read, for another format, or columns of no article.
    """
    every = _read_all(sources, _how(settings, format, asides, restoring=False), stdin)
    read = (each.error if isinstance(each, Foreign) else each for each in every)
    return (each for each in read if not isinstance(each, Exported))


def sources_to_keep(
    sources: Sequence[str],
    *,
    settings: Settings,
    format: str | None = None,  # noqa: A002 - the word that users know
    stdin: BinaryIO | None = None,
    asides: Asides | None = None,
) -> Iterator[Outcome]:
    """Yield what `read_sources` does, what was exported, and articles in other languages.

    What was exported comes as it was on the record.
    """
    return _read_all(sources, _how(settings, format, asides, restoring=True), stdin)


def page_to_keep(page: "Page", address: str, *, settings: Settings) -> Iterator[Outcome]:
    """Yield what a page holds that was fetched from an address, and errors in their place."""
    how = _how(settings, None, None, restoring=False)
    try:
        for each in _read_fetched(page, address, how.afresh()):
            yield article_to_keep(each) if isinstance(each, Article) else each
    except ReadError as error:
        yield error


def article_to_keep(article: Article) -> Article | Foreign:
    """Return an article as it is kept: whole, and known to be in English or in what else."""
    return in_english(_whole(article))


def _how(settings: Settings, form: str | None, asides: Asides | None, *, restoring: bool) -> How:
    if form is not None and form not in FORMATS:
        raise UsageError(f"unknown format {form!r}: there are {', '.join(FORMATS)}")
    check(settings.columns)
    return How(settings, form, restoring, asides if asides is not None else Asides())


def _whole(article: Article) -> Article:
    """Return an article that has a form in UTF-8: JSON can name half a character by an escape."""
    given = {field.name: getattr(article, field.name) for field in fields(article)}
    mended = {name: _mended(value) for name, value in given.items()}
    return article if mended == given else replace(article, **mended)


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return without_surrogates(value)
    is_texts = isinstance(value, tuple) and all(isinstance(each, str) for each in value)
    return tuple(map(without_surrogates, value)) if is_texts else value


def _read_all(sources: Sequence[str], how: How, stdin: BinaryIO | None) -> Iterator[Outcome]:
    for each in _read_each(sources, how, stdin):
        yield article_to_keep(each) if isinstance(each, Article) else each


def _read_each(sources: Sequence[str], how: How, stdin: BinaryIO | None) -> Iterator[Outcome]:
    for source in sources:
        try:
            if source == STDIN:
                yield from _read_pipe(stdin or sys.stdin.buffer, how.afresh())
            elif _ADDRESS.match(source):
                yield from _read_address(source, how.afresh())
            else:
                yield from _read_path(source, how)
        except ReadError as error:
            yield error


def _read_pipe(stream: BinaryIO, how: How) -> Iterator[Outcome]:
    for each in read_opened(Opened.piped(stream, STDIN, how), how):
        # A pipe names no place: what a page says of itself tells it from the next that comes.
        if isinstance(each, Article) and each.source == STDIN:
            yield replace(each, concluded=())
        else:
            yield each


def _read_address(address: str, how: How) -> Iterator[Outcome]:
    if how.form not in (None, *_FETCHED):
        message = f"{how.form} is read from files, not from addresses"
        raise ReadError(address, "format", message)
    from sayso.read.fetch import fetch  # urllib3 is slow to load, and seldom needed

    yield from _read_fetched(fetch(address, how.settings), address, how)


def _read_fetched(page: "Page", address: str, how: How) -> Iterator[Outcome]:
    opened = Opened.of(BytesIO(page.body), address, inside=False)
    how.budget.taken = len(page.body)
    kind = kind_of(opened.head, "").form
    form = how.form or (kind if kind in _FETCHED else "html")
    if form not in ("text", "html"):
        for each in read_opened(opened, replace(how, form=form)):
            bare = isinstance(each, Article) and each.source == address and not each.url
            yield replace(each, url=page.url) if bare else each  # type: ignore[type-var]
        return
    text = decoded(page.body, address, page.charset)
    if page.media_type == "text/plain" and not how.form:
        form = "html" if kind == "html" else "text"
    if form == "html":
        yield read_html(text, address, address=page.url)
    else:
        yield replace(read_text(text, address), url=page.url)


def _read_path(source: str, how: How) -> Iterator[Outcome]:
    if not source or "\0" in source:  # pathlib takes "" for the folder that we are in
        raise ReadError(source, "missing", "is no name of a file or folder")
    path = Path(source)
    with _reporting(_shown(source)):
        is_folder = path.is_dir()
    if not is_folder:
        yield from _read_file(path, _shown(source), how.afresh())
        return
    empty = True
    skipped = how.asides.skipped.total()
    for inside in _files_in(path, how):
        outcomes = (inside,) if isinstance(inside, ReadError) else _guarded(inside, how)
        for each in outcomes:
            empty = False
            yield each
    if empty:
        passed = how.asides.skipped.total() - skipped
        others = f" ({passed} skipped)" if passed else ""
        raise ReadError(source, "folder", f"holds nothing that is read{others}")


def _guarded(path: Path, how: How) -> Iterator[Outcome]:
    try:
        yield from _read_file(path, _shown(path), how.afresh(inside=True))
    except ReadError as error:
        yield error


def _read_file(path: Path, source: str, how: How) -> Iterator[Outcome]:
    with _reporting(source), path.open("rb") as stream:
        opened = (
            Opened.file(stream, path, source, how)
            if path.is_file()
            else Opened.piped(stream, source, how)
        )
        yield from read_opened(opened, how)


def _files_in(folder: Path, how: How) -> Iterator[Path | ReadError]:
    """Yield the files of a folder, to its depth and in order of names; count what else there is."""
    waiting: list[tuple[Path, frozenset[tuple[int, int]]]] = [(folder, frozenset())]
    while waiting:
        path, above = waiting.pop()
        fits = is_named(path.name, how.form)
        try:
            status, inside = _look(path, above, how)
        except ReadError as error:
            if fits or error.kind != "missing":
                yield error
            else:
                how.skip("links to what is not there")
            continue
        kept = stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
        if kept and path != folder and not _leads_inside(path, folder):
            how.skip("links that lead out of their folder")
            continue
        if stat.S_ISREG(status.st_mode):
            yield path
        elif fits and not stat.S_ISDIR(status.st_mode):
            yield ReadError(_shown(path), "device", "is a pipe, socket or device, and no file")
        elif not stat.S_ISDIR(status.st_mode):
            how.skip("pipes, sockets and devices")
        above |= {(status.st_dev, status.st_ino)}
        waiting.extend((one, above) for one in inside)


def _leads_inside(path: Path, folder: Path) -> bool:
    """Tell whether what is met in a folder is in it: a link may lead anywhere."""
    if not path.is_symlink():
        return True
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _look(
    path: Path, above: frozenset[tuple[int, int]], how: How
) -> tuple[os.stat_result, list[Path]]:
    """Return what a path is, and what a folder holds, last name first, hidden files left out."""
    with _reporting(_shown(path)):
        status = path.stat()
        if (status.st_dev, status.st_ino) in above:
            raise ReadError(_shown(path), "loop", "is a folder inside itself")
        every = list(path.iterdir()) if stat.S_ISDIR(status.st_mode) else []
        inside = sorted((p for p in every if not p.name.startswith(".")), reverse=True)
        if len(every) > len(inside):
            how.skip(HIDDEN, len(every) - len(inside))
        return status, inside


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
