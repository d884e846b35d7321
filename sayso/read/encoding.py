"""Bytes -> text: finds the encoding of a file or page, and refuses what is not text."""

import codecs
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from sayso.errors import ReadError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it starts with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF")

# What pages mean by these names (WHATWG Encoding Standard): browsers read them so.
ALIASES = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
}
# Python codecs that are no encodings of pages, by their own names, of which each has several more;
# some of them make characters out of plain words.
NOT_ENCODINGS = {"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined", "utf-7"}

_DAMAGED = "\udcff"  # what stands for bytes that are no character
_MARKING = "sayso.marking"

_HEAD = 4096
_SAMPLE = 65536
# Letters with accents that are read as Western: any at all where they are few, those of French,
# German, Spanish and their like where there are more. Czech, Polish and Turkish have others.
_FEW, _SOME = 0.03, 0.10
_WESTERN = frozenset("àâäáãåæçéèêëíîïóôöòõñúùûüœß")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The encoding that a page declares: "<meta charset=utf-8>", "<?xml encoding='latin-1'?>".
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,300}?\bcharset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,100}?\bencoding\s{0,4}=\s{0,4}[\"']([A-Za-z0-9_.:-]{1,40})",
    re.IGNORECASE,
)
_HIGH = re.compile(rb"[\x80-\xff]")
# Quotation marks, dashes, dots, hard space, pound, copyright: the same bytes in every Windows
# encoding of Europe, and all that an English text saved in one of them needs.
_TYPOGRAPHY = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa3\xa9\xab\xbb\xb0")


def decode(data: bytes, source: str, *, declared: str = "") -> str:
    """Return the text of `data`, every line end a line feed, NUL removed.

    A byte order mark decides; then valid UTF-8; then the charset that the transport
    (`declared`) or the page's head names; then charset-normalizer's guess.

    Raises ReadError of kind "binary" or "encoding".
    """
    if name := marked(data[:_HEAD]):
        return _strictly(data, name, source).removeprefix("\ufeff")
    if is_binary(data):
        raise ReadError(source, "binary", "is not text")
    for name in _candidates(data, declared):
        try:
            return normalise(data.decode(name))
        except (UnicodeError, LookupError):
            continue
    raise ReadError(source, "encoding", "its encoding cannot be found out")


def normalise(text: str) -> str:
    """Return text with every line end as a line feed, and without NUL."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        return normalise(data.decode(encoding))
    except UnicodeError as error:
        raise ReadError(
            source, "encoding", f"is marked as {encoding} but is not: {error}"
        ) from None


def marked(head: bytes) -> str:
    """Return the encoding that the first bytes tell by a mark, or by the NULs of UTF-16, or ""."""
    names = (name for mark, name in BOMS if head.startswith(mark))
    return next(names, "") or _utf16_without_mark(head[:_HEAD])


def _utf16_without_mark(head: bytes) -> str:
    """Tell UTF-16 of mostly Latin letters by its NULs, which stand at every second byte."""
    half = len(head) // 2
    if half < 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def characters(stream: BinaryIO, encoding: str, *, newline: str = "") -> TextIOWrapper:
    """Return the text of a stream, its line ends as they are, to be detached from it at the end.

    What is damaged in it has a sign, which `is_damaged` tells, so that what follows can be read.
    """
    return TextIOWrapper(stream, encoding, errors=_MARKING, newline=newline)


def is_damaged(text: str) -> bool:
    """Tell whether bytes that were no characters stood in what `characters` gave."""
    return _DAMAGED in text


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _DAMAGED, error.end


codecs.register_error(_MARKING, _mark)


def is_binary(data: bytes) -> bool:
    """Tell what is no text by how it begins, or by how many control characters are in it."""
    if data.startswith(MAGIC):
        return True
    controls = len(_CONTROLS.findall(data[: 2 * _HEAD]))
    return controls >= 3 and controls > 0.03 * len(data[: 2 * _HEAD])


def _candidates(data: bytes, declared: str) -> Iterator[str]:
    # Pages that lie about being UTF-8 are common, other text that is valid UTF-8 by chance is
    # not, with the exception of encodings that switch by escape characters.
    if b"\x1b" not in data[:_SAMPLE]:
        yield "utf-8"
    named = [declared, *_declared_in_head(data[:_HEAD])]
    for name in named:
        clean = name.strip().strip("\"'").lower()
        if _is_of_pages(clean) and _reads_as_it_stands(clean):
            yield ALIASES.get(clean, clean)
    yield "utf-8"
    yield from _guesses(data)


def _is_of_pages(name: str) -> bool:
    """Tell whether a name, in whatever spelling, is one of an encoding that a page may declare."""
    try:
        codec = "" if name in ALIASES else codecs.lookup(name).name.replace("_", "-")
    except LookupError:
        return False
    return codec not in NOT_ENCODINGS and not codec.startswith("utf-16")


def _declared_in_head(head: bytes) -> list[str]:
    match = _DECLARED.search(head)
    name = (match[1] or match[2]).decode("ascii") if match else ""
    return [name] if name else []


def _reads_as_it_stands(name: str) -> bool:
    """Tell whether the name of an encoding, in ASCII, is that name in the encoding, too.

    In EBCDIC it is not: a page could not be seen to declare it, and browsers know no such
    encoding, whether the page or the server names it.
    """
    encoding = ALIASES.get(name.lower(), name)
    try:
        return name.encode("ascii").decode(encoding) == name
    except (UnicodeError, LookupError):
        return False


def _guesses(data: bytes) -> Iterator[str]:
    first = _HIGH.search(data)
    if not first:
        return
    # The words around the first odd byte, so that a long English opening does not hide it.
    sample = data[max(0, first.start() - 1000) : first.start() + _SAMPLE]
    if _is_western(sample):
        yield "cp1252"
    from charset_normalizer import from_bytes

    for match in from_bytes(sample):
        yield match.encoding


def _is_western(sample: bytes) -> bool:
    """Tell Windows text of the West: too few odd bytes for charset-normalizer to go by."""
    odd = bytes(byte for byte in sample if byte > 127)
    if set(odd) <= _TYPOGRAPHY:
        return True
    letters = odd.translate(None, bytes(_TYPOGRAPHY)).decode("cp1252", "replace")
    share = len(letters) / len(sample)
    return letters.isalpha() and (
        share < _FEW or (share < _SOME and set(letters.lower()) <= _WESTERN)
    )
