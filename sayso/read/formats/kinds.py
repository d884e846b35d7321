"""The first bytes of a file, and what it is called -> which format it is, or what else.

The content tells; the name only where content does not: prose is as much text as a program is.
"""

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from sayso.read.encoding import is_binary, marked
from sayso.read.formats.columns import DELIMITERS, guessed, names_in

# What a name tells where the content does not.
SUFFIXES = {
    "text": {".txt", ".text"},
    "html": {".html", ".htm", ".xhtml", ".shtml"},
    "jsonl": {".jsonl", ".ndjson"},
    "json": {".json"},
    "csv": {".csv", ".tsv"},
    "mail": {".eml"},
    "mailbox": {".mbox"},
    "feed": {".rss", ".atom"},
    "warc": {".warc"},
    "parquet": {".parquet"},
    "pdf": {".pdf"},
    "docx": {".docx"},
    "zip": {".zip"},
    "tar": {".tar"},
    "gzip": {".gz", ".tgz"},
    "bzip2": {".bz2", ".tbz2"},
    "xz": {".xz", ".txz"},
}
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\1\0")
_SOUNDS = (b"ID3", b"OggS", b"\xff\xfb", b"\x1aE\xdf\xa3")
# What binary files begin with, and what they are.
_MAGIC = (
    (b"PAR1", "parquet", ""),
    (b"WARC/", "warc", ""),  # and pictures behind it
    (b"\x1f\x8b", "gzip", ""),
    *((b"BZh%d1AY&SY" % size, "bzip2", "") for size in range(1, 10)),
    (b"\xfd7zXZ", "xz", ""),
    (b"\x28\xb5\x2f\xfd", "", "files packed with zstd"),
    (b"7z\xbc\xaf\x27\x1c", "", "7-Zip archives"),
    (b"Rar!", "", "RAR archives"),
    *((magic, "", "images") for magic in _IMAGES),
    *((magic, "", "sounds and films") for magic in _SOUNDS),
    (b"\xd0\xcf\x11\xe0", "", "Office documents"),
    (b"{\\rtf", "", "Office documents"),
    (b"SQLite format 3\0", "", "databases"),
    *((magic, "", "programs") for magic in (b"\x7fELF", b"MZ", b"\xca\xfe\xba\xbe")),
)
_WORDS = (b"BM", b"MZ", b"ID3")  # of these, what words may begin with, too
_RIFF = {b"WEBP": "images", b"WAVE": "sounds and films", b"AVI ": "sounds and films"}
_ROOTS = {
    **dict.fromkeys(("rss", "feed", "rdf"), "feed"),
    **dict.fromkeys(("urlset", "sitemapindex"), "sitemap"),
    **dict.fromkeys(("newsitem", "newsmessage", "packageitem", "nitf"), "newsml"),
}
_PDF = re.compile(rb"(?:\A|[\r\n])%PDF-")
_PDF_WITHIN = 1024  # bytes; other programs' lines may stand before
_LOOKED_AT = 4096  # characters by which a page is told
_PAGE_START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1)\b"
)
_CLOSING_TAG = re.compile(r"</(?:p|div|h1|h2|ul|article)>")
# The first element of XML, behind comments and the document type: "<atom:feed".
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})[\s/>]")
# JSON, and not "[Update] Talks go on" or "[1] The minister": '{"a', '[{', "[1, 2".
_JSON_START = re.compile(
    r"\{\s*[\"}]|\[\s*(?:[\"{\[\]]|(?:-?\d[\d.eE+-]*|true|false|null)\s*[,\]]\s*[\n,\d-])"
)
_JSON_LINE = re.compile(r'\{[^\n]{0,2000}"text"\s*:')
_OBJECTS = re.compile(r"\{[^\n]*\}[ \t]*\r?\n\s*\{")
# A field of an article in JSON: of ours, or of ninjs in any of its versions.
_JSON_FIELD = re.compile(
    r'"(?:text|body_(?:text|x?html)|bodies|headlines?|ninjs|representation[tT]ype)"\s*:'
)
# Brackets in brackets, deeper than JSON of any kind has them: it is damaged, or made to do harm.
_NESTED = re.compile(r"(?:[\[{]\s*(?:\"[^\"\n]{0,40}\"\s*:\s*)?){64}")
# A field of a mail's head, with the lines that it goes on in: "From: a@b.example".
_MAIL_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?[^\n]*\n(?:[ \t]+[^\n]*\n)*")
_MAIL_FIELDS = {"from", "date", "subject", "to", "message-id", "mime-version", "received"}
EMPTY, HIDDEN = "empty files", "hidden files"
NO_TEXT = "files that are not text"
OTHER_TEXT = "texts that are not called .txt"
OTHER_XML, OTHER_JSON = "XML of other kinds", "JSON of other kinds"
# What documents of Office hold near their beginning, and those of Word among them.
_OFFICE = (b"[Content_Types].xml", b"_rels/.rels")
_WORD = b"word/document.xml"


class Kind(NamedTuple):
    """Which format something is in; if it is none that is read, what it is, in the plural."""

    form: str
    what: str = ""


def kind_of(head: bytes, name: str, columns: Sequence[tuple[str, str]] = ()) -> Kind:
    """Return what a file is that begins so and is called so.

    `columns` are those of a table that whoever reads it names.
    """
    named = _named(name)
    if not head:
        return Kind(named if named in ("text", "html", "jsonl") else "", EMPTY)
    if kind := _by_magic(head, named):
        return kind
    if not marked(head) and is_binary(head):
        return Kind(named if named in ("text", "html") else "", NO_TEXT)
    return _by_text(beginning(head), named, columns)


def is_named(name: str, form: str | None = None) -> bool:
    """Tell whether a name is one of a format, or of some format."""
    named = _named(name)
    return bool(named) and form in (None, named)


def _named(name: str) -> str:
    """Return the format that a name tells, or nothing."""
    suffix = PurePath(name).suffix.lower()
    return next((form for form, suffixes in SUFFIXES.items() if suffix in suffixes), "")


def _by_magic(head: bytes, named: str) -> Kind | None:
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return _by_members(head, named)
    if head[257:262] == b"ustar":
        return Kind("tar")
    if _PDF.search(head[:_PDF_WITHIN]):
        return Kind("pdf")
    if head.startswith(b"RIFF") and head[8:12] in _RIFF:
        return Kind("", _RIFF[head[8:12]])
    if head[4:8] == b"ftyp" and head[0] == 0:
        return Kind("", "sounds and films")
    known = (Kind(form, what) for magic, form, what in _MAGIC if head.startswith(magic))
    kind = next(known, None)
    return None if head.startswith(_WORDS) and not is_binary(head) else kind


def _by_members(head: bytes, named: str) -> Kind:
    """Tell a zip archive from documents, which are such archives too, by what it holds."""
    if any(mark in head for mark in _OFFICE):
        return Kind("docx") if _WORD in head or named == "docx" else Kind("", "Office documents")
    return Kind("", "Office documents") if head[30:38] == b"mimetype" else Kind("zip")


def beginning(head: bytes) -> str:
    """Return the first characters, as well as they can be made out."""
    text = head.decode(marked(head) or "utf-8", "ignore").replace("\r\n", "\n").replace("\r", "\n")
    return text.lstrip("\ufeff \t\n")


def _by_text(text: str, named: str, columns: Sequence[tuple[str, str]]) -> Kind:
    if text.startswith("From ") and _is_mail(text.partition("\n")[2]):
        return Kind("mailbox")
    if _is_mail(text):
        return Kind("mail")
    if _JSON_START.match(text):
        return _json(text, named)
    if text.startswith("<"):
        return _markup(text, named)
    if len(_CLOSING_TAG.findall(text[:_LOOKED_AT].lower())) > 2:
        return Kind("html")
    if named == "csv" or _is_table(text, columns):
        return Kind("csv")
    return Kind(named) if named in ("text", "html", "jsonl", "mail") else Kind("", OTHER_TEXT)


def _is_mail(text: str) -> bool:
    """Tell a mail by its head: fields that every mail has, and an empty line after the last."""
    place, names = 0, set()
    while match := _MAIL_FIELD.match(text, place):
        names.add(match[1].lower())
        place = match.end()
    return "from" in names and len(names & _MAIL_FIELDS) > 2


def _json(text: str, named: str) -> Kind:
    line, end, _ = text.partition("\n")
    ends = not end or line.rstrip().endswith("}")
    if named == "jsonl" or (ends and _JSON_LINE.match(text)) or _OBJECTS.match(text):
        return Kind("jsonl")
    if _JSON_FIELD.search(text) or _NESTED.match(text):
        return Kind("json")
    return Kind("", OTHER_JSON)


def _markup(text: str, named: str) -> Kind:
    declared = text.startswith("<?xml")
    rest = text
    while rest.startswith(("<!--", "<?")) or rest[:9].upper() == "<!DOCTYPE":
        if _PAGE_START.match(rest.lower()):
            return Kind("html")
        rest = _after(rest)
        if not rest:  # comments to the end, or further than is looked
            return Kind("html")
    root = _ROOT.match(rest)
    if root and (form := _ROOTS.get(root[1].lower())):
        return Kind(form)
    looked_at = rest[:_LOOKED_AT].lower()
    if _PAGE_START.match(looked_at):
        return Kind("html")
    if declared or (root and root[1].lower() == "svg"):
        return Kind("", OTHER_XML)
    if len(_CLOSING_TAG.findall(looked_at)) > 2:
        return Kind("html")
    return Kind(named) if named in ("text", "html") else Kind("", OTHER_TEXT)


def _after(text: str) -> str:
    """Return what follows a comment, an instruction or a document type."""
    if text.startswith("<!--"):
        return text.partition("-->")[2].lstrip()
    if text.startswith("<?"):
        return text.partition("?>")[2].lstrip()
    inner, end = text.find("["), text.find(">")
    return text.partition("]>" if 0 <= inner < end else ">")[2].lstrip()


def _is_table(text: str, columns: Sequence[tuple[str, str]]) -> bool:
    """Tell a table by its first line, which names columns as articles have them."""
    line = text.partition("\n")[0][:_LOOKED_AT]
    tables = (guessed(names_in(line, each), columns) for each in DELIMITERS if each in line)
    return any(len(known) > 1 and "text" in known for known in tables)
