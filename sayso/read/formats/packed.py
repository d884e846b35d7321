"""Archives (zip, tar) and packed files (gzip, bzip2, xz) -> what they hold, file after file.

Nothing is written but a temporary file without a name, where a zip archive comes in a stream.
"""

import lzma
import re
import stat
import tarfile
import zlib
from bz2 import BZ2Decompressor
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import BinaryIO, Self
from zipfile import BadZipFile, ZipFile, ZipInfo

from sayso.errors import ExtraError, ReadError
from sayso.read.formats.kinds import HIDDEN
from sayso.read.formats.opening import DEEPEST, How, Opened, counted, goes_about
from sayso.read.language import Outcome

Inner = Callable[[Opened, How], Iterator[Outcome]]

_CHUNK = 64 * 1024
_MEMBER = b"\x1f\x8b\x08"  # how each begins
_PACKED_NAME = re.compile(r"(?i)\.(?:gz|bz2|xz)$")
_PACKED_TAR = re.compile(r"(?i)\.(?:tgz|tbz2|txz)$")
_XZ_MEMORY = 256 * 1024 * 1024  # bytes: the strongest packing that is usual takes 65 MB
_BROKEN_STREAM = (OSError, ValueError, EOFError, lzma.LZMAError)
_GZIP = 16 + zlib.MAX_WBITS
# What zipfile raises of archives that are damaged, or made by means that it does not have.
_BROKEN_ZIP = (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
_BROKEN_TAR = (tarfile.TarError, EOFError, ValueError, OSError)


def read_gzip(opened: Opened, how: How, inner: Inner) -> Iterator[Outcome]:
    """Yield what the one file holds that gzip packed."""
    yield from _unpacked(_Members(opened), opened, how, inner)


def read_bzip2(opened: Opened, how: How, inner: Inner) -> Iterator[Outcome]:
    """Yield what the one file holds that bzip2 packed."""
    yield from _unpacked(_streams(opened, BZ2Decompressor), opened, how, inner)


def read_xz(opened: Opened, how: How, inner: Inner) -> Iterator[Outcome]:
    """Yield what the one file holds that xz packed."""

    def unpacker() -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)

    yield from _unpacked(_streams(opened, unpacker), opened, how, inner)


def _unpacked(pieces: Iterator[bytes], opened: Opened, how: How, inner: Inner) -> Iterator[Outcome]:
    how = _deeper(opened, how)
    stream = counted(pieces, opened.source, how.budget)
    name = _PACKED_NAME.sub("", _PACKED_TAR.sub(".tar", opened.called))
    unpacked = Opened.of(stream, opened.source, inside=opened.inside)
    yield from inner(replace(unpacked, name=name), how)


def _streams(
    opened: Opened, make: Callable[[], BZ2Decompressor | lzma.LZMADecompressor]
) -> Iterator[bytes]:
    """Yield what is packed, of all streams of a file: several may follow each other.

    Raises ReadError where one is damaged, behind all that could be read.
    """
    unpacker, packed, begun = make(), b"", False
    while packed or not unpacker.needs_input or (packed := opened.stream.read(_CHUNK)):
        try:
            piece = unpacker.decompress(packed, _CHUNK)
        except _BROKEN_STREAM:
            raise ReadError(opened.source, "packed", "is damaged, or is not all there") from None
        begun, packed = True, b""
        if unpacker.eof:
            packed, unpacker, begun = unpacker.unused_data.lstrip(b"\0"), make(), False
        if piece:
            yield piece
    if begun:
        raise ReadError(opened.source, "packed", "ends in the middle of what is packed in it")


class _Members:
    """What is packed, of all members of a gzip file: crawls pack each record for itself.

    Where one is damaged it is said once, and who asks again is given the next.
    """

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._unpacker = zlib.decompressobj(_GZIP)
        self._packed = b""
        self._position = 0
        self._begun = False

    def __iter__(self) -> "_Members":
        return self

    def __next__(self) -> bytes:
        while self._packed or (packed := self._opened.stream.read(_CHUNK)):
            self._packed = self._packed or packed
            if piece := self._piece():
                return piece
        if self._begun:
            self._begun = False
            raise ReadError(
                self._opened.source, "gzip", "ends in the middle of what is packed in it"
            )
        raise StopIteration

    def _piece(self) -> bytes:
        """Return the next bytes of a member, which may be none."""
        unpacker, packed = self._unpacker, self._packed
        try:
            piece = unpacker.decompress(packed, _CHUNK)
        except zlib.error:
            self._to_next_member()
            message = f"is damaged after byte {self._position}"
            raise ReadError(self._opened.source, "gzip", message) from None
        rest = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
        self._position += len(packed) - len(rest)
        self._packed, self._begun = rest, not unpacker.eof
        if unpacker.eof:  # another member may follow, and zeros behind the last
            self._unpacker, self._packed = zlib.decompressobj(_GZIP), rest.lstrip(b"\0")
        return piece

    def _to_next_member(self) -> None:
        self._unpacker, self._begun = zlib.decompressobj(_GZIP), False
        window = self._packed[1:]
        while (place := window.find(_MEMBER)) < 0 and (more := self._opened.stream.read(_CHUNK)):
            window = window[-len(_MEMBER) :] + more
        self._packed = window[place:] if place >= 0 else b""


def read_zip(opened: Opened, how: How, inner: Inner) -> Iterator[Outcome]:
    """Yield what the files of a zip archive hold, in order of their names.

    Of one that has lost the directory at its end, in the order in which it has them.
    """
    how = _deeper(opened, how)
    with _seekable(opened.stream) as stream:
        start = stream.tell()
        try:
            archive = ZipFile(stream)
        except _BROKEN_ZIP:
            stream.seek(start)
            yield from _read_cut(stream, opened, how, inner)
            return
        for member in sorted(archive.infolist(), key=lambda one: one.filename):
            yield from _guarded(_read_zipped(archive, member, opened, how, inner))


def _guarded(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield what one file of an archive holds; where it is damaged, the others are not."""
    try:
        yield from outcomes
    except ReadError as error:
        if error.kind == "bomb":  # the whole archive is at fault
            raise
        yield error


def _read_zipped(
    archive: ZipFile, member: ZipInfo, opened: Opened, how: How, inner: Inner
) -> Iterator[Outcome]:
    if member.is_dir() or not _is_wanted(member.filename, how):
        return
    source = _inside(opened, member.filename)
    if stat.S_ISLNK(member.external_attr >> 16):
        how.skip("links in archives")
        return
    if member.flag_bits & 1:
        raise ReadError(source, "encrypted", "is locked by a password")
    try:
        with archive.open(member) as packed:
            stream = counted(_pieces(packed), source, how.budget)
            yield from inner(Opened.of(stream, source, inside=True), how)
    except _BROKEN_ZIP:
        raise ReadError(source, "zip", "is damaged in its archive") from None


def _read_cut(stream: BinaryIO, opened: Opened, how: How, inner: Inner) -> Iterator[Outcome]:
    """Yield what is whole of a zip archive that has no directory, and what is wrong with it."""
    if find_spec("stream_unzip") is None:
        more = ExtraError("what is whole of it", "zip")
        raise ReadError(opened.source, "zip", f"is cut off at its end, or damaged; {more}")
    from stream_unzip import UnzipError, stream_unzip

    whole: list[str] = []
    with suppress(UnzipError):  # where it has no more, too
        for raw, _, packed in stream_unzip(_pieces(stream), chunk_size=_CHUNK):
            name = _called(raw)
            unpacked = counted(_sound(packed, name, opened, whole), opened.source, how.budget)
            yield from _guarded(_read_streamed(name, unpacked, opened, how, inner))
            yield from _guarded(_to_end(unpacked))  # behind which the next begins
    are = "file in it is" if len(whole) == 1 else "files in it are"
    message = f"is cut off at its end, or damaged: {len(whole)} {are} whole"
    raise ReadError(opened.source, "zip", message)


def _read_streamed(
    name: str, unpacked: BinaryIO, opened: Opened, how: How, inner: Inner
) -> Iterator[Outcome]:
    if not name.endswith("/") and _is_wanted(name, how):
        yield from inner(Opened.of(unpacked, _inside(opened, name), inside=True), how)


def _to_end(stream: BinaryIO) -> Iterator[Outcome]:
    """Pass over what was not read of a file. Raises ReadError where it has no sound end."""
    for _ in _pieces(stream):
        pass
    yield from ()


def _sound(packed: Iterator[bytes], name: str, opened: Opened, whole: list[str]) -> Iterator[bytes]:
    """Yield what is packed, and note it where it is whole; else raise ReadError at its end."""
    from stream_unzip import UnzipError

    try:
        yield from packed
    except UnzipError:
        source = f"{opened.source}/{name}"
        raise ReadError(source, "zip", "is cut off in its archive, or damaged") from None
    if not name.endswith("/"):
        whole.append(name)


def _called(name: bytes) -> str:
    """Return a name as programs write it: in UTF-8, or as the first of them did."""
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("cp437")


def read_tar(opened: Opened, how: How, inner: Inner) -> Iterator[Outcome]:
    """Yield what the files of a tar archive hold, in the order in which it has them."""
    how = _deeper(opened, how)
    try:
        with tarfile.open(fileobj=opened.stream, mode="r|", tarinfo=_Header) as archive:
            while (member := archive.next()) is not None:
                archive.members.clear()  # type: ignore[attr-defined]  # else it keeps all of them
                yield from _guarded(_read_member(archive, member, opened, how, inner))
    except _BROKEN_TAR:
        message = "is a damaged tar archive, or is not all there"
        raise ReadError(opened.source, "tar", message) from None


class _Header(tarfile.TarInfo):
    """The head of a file in an archive; what is none there is told, and no silent end of it."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if any(buf) or not buf:  # the end of an archive is marked by zeros
                raise tarfile.ReadError(str(error)) from None
            raise


def _read_member(
    archive: tarfile.TarFile, member: tarfile.TarInfo, opened: Opened, how: How, inner: Inner
) -> Iterator[Outcome]:
    if member.isdir() or not _is_wanted(member.name, how):
        return
    source = _inside(opened, member.name)
    if not member.isreg():
        how.skip("links in archives" if member.issym() or member.islnk() else "devices in archives")
        return
    file = archive.extractfile(member)
    if file is not None:
        stream = counted(_pieces(file), source, how.budget)
        yield from inner(Opened.of(stream, source, inside=True), how)


def _pieces(file: object) -> Iterator[bytes]:
    """Yield what a file of an archive holds."""
    while piece := file.read(_CHUNK):  # type: ignore[attr-defined]
        yield piece


def _deeper(opened: Opened, how: How) -> How:
    """Return how what is inside is read. Raises ReadError of kind "bomb" where it is too deep."""
    if how.depth >= DEEPEST:
        raise ReadError(opened.source, "bomb", f"is an archive in {DEEPEST} others")
    return replace(how, depth=how.depth + 1)


def _is_wanted(name: str, how: How) -> bool:
    """Tell whether a name is neither hidden nor what a Mac adds to an archive."""
    parts = PurePosixPath(name).parts
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
    if hidden or "__MACOSX" in parts:
        how.skip(HIDDEN)
        return False
    return True


def _inside(opened: Opened, name: str) -> str:
    """Return what a file of an archive is called. Raises ReadError where it would be outside."""
    shown = name.encode("utf-8", "replace").decode("utf-8")
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if name.startswith(("/", "\\")) or ".." in parts or name[1:2] == ":":
        raise ReadError(f"{opened.source}/{shown}", "path", "names a place outside of its archive")
    return f"{opened.source}/{shown.removeprefix('./')}"


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream in which one can go about: a temporary file where it is none."""
    if goes_about(stream):
        yield stream
        return
    with TemporaryFile() as file:
        for piece in _pieces(stream):
            file.write(piece)
        file.seek(0)
        yield file
