"""The formats that are read, each with its module, and a file -> the articles in it."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import NamedTuple

from sayso.errors import ReadError
from sayso.read.formats.kinds import (
    EMPTY,
    NO_TEXT,
    OTHER_JSON,
    OTHER_TEXT,
    OTHER_XML,
    Kind,
    kind_of,
)
from sayso.read.formats.opening import How, Opened
from sayso.read.language import Outcome
from sayso.view.characters import one_line


class Format(NamedTuple):
    """A format: its module has a function that reads it, and holds one article at a time.

    Modules are imported when they are needed: most load libraries.
    """

    module: str
    function: str


FORMATS = {
    "text": Format("documents", "read_document"),
    "html": Format("documents", "read_document"),
    "jsonl": Format("documents", "read_lines"),
    "json": Format("ninjs", "read_json"),  # or JSON with our own fields
    "warc": Format("warc", "read_warc"),
    "feed": Format("feed", "read_feed"),
    "sitemap": Format("sitemap", "read_sitemap"),
    "newsml": Format("newsml", "read_newsml"),
    "csv": Format("delimited", "read_delimited"),
    "parquet": Format("parquet", "read_parquet"),
    "pdf": Format("pdf", "read_pdf"),
    "docx": Format("docx", "read_docx"),
    "mail": Format("mails.mail", "read_mail"),
    "mailbox": Format("mails.mailbox", "read_mailbox"),
}
# What libraries raise of files that are not as they expect them.
_STUMBLING = (
    *(ValueError, LookupError, ArithmeticError, EOFError, RecursionError),  # UnicodeError, too
    *(AttributeError, TypeError, AssertionError, NotImplementedError),
)
_PACKED = {
    "gzip": "read_gzip",
    "bzip2": "read_bzip2",
    "xz": "read_xz",
    "zip": "read_zip",
    "tar": "read_tar",
}


def read_opened(opened: Opened, how: How) -> Iterator[Outcome]:
    """Yield what a file holds, by its content if no format is given, unpacked where it is packed.

    What came along, in a folder or an archive, and is no article is counted. Raises ReadError of
    the kind "binary" or "format" where it was named itself, and what its reader raises.
    """
    kind = kind_of(opened.head, opened.called, how.settings.columns)
    if kind.form in _PACKED:
        module = import_module("sayso.read.formats.packed")
        unpack = getattr(module, _PACKED[kind.form])
        yield from _guarded(unpack(opened, how, read_opened), opened.source)
        return
    if opened.inside and (not kind.form or how.form not in (None, kind.form)):
        how.skip(kind.what or f"files of another format ({kind.form})")
        return
    form = how.form or kind.form or _otherwise(kind, opened.source)
    module = import_module(f"sayso.read.formats.{FORMATS[form].module}")
    read = getattr(module, FORMATS[form].function)
    yield from _guarded(read(opened, replace(how, form=form)), opened.source)


def _guarded(outcomes: Iterator[Outcome], source: str) -> Iterator[Outcome]:
    """Yield what a reader gives. Raises ReadError where it, or its library, stumbles over a file.

    So the others are read, whatever is wrong with one.
    """
    try:
        yield from outcomes
    except _STUMBLING as error:
        message = f"cannot be taken apart: {type(error).__name__}: {one_line(str(error))}"
        raise ReadError(source, "damaged", message) from error


def _otherwise(kind: Kind, source: str) -> str:
    """Return as what a file is read that is not told by its content, if it may be prose.

    Raises ReadError of kind "empty", "binary" or "format".
    """
    if kind.what == OTHER_TEXT:
        return "text"
    if kind.what == EMPTY:
        raise ReadError(source, "empty", "is empty")
    if kind.what in (OTHER_XML, OTHER_JSON):
        raise ReadError(source, "format", f"is of a kind that is not read: {kind.what}")
    if kind.what == NO_TEXT:
        raise ReadError(source, "binary", "is not text, and of no kind that is read")
    raise ReadError(source, "binary", f"is not text: it is among {kind.what}")
