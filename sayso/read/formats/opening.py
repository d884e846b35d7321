"""What a reader of a format is given: a stream, the settings, and what it tells aside."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import SEEK_CUR, BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import ReadError
from sayso.read.dates import parse_date
from sayso.records import Moment
from sayso.settings import Settings
from sayso.view.characters import one_line

HEAD = 64 * 1024  # bytes by which a format is told
DEEPEST = 5  # archives in one another; a folder in a .tar.gz is in two
_MOST_KINDS = 500  # of what is skipped, or has no date, that are counted each for itself
_LONGEST_DATE = 40  # characters of one that is not understood
OTHERS_UNDATED = "articles of further files without their dates, which are not understood"
_RATIO = 200  # times its size that a file may unpack to; text is packed to a tenth or so
_CHUNK = 64 * 1024


@dataclass(slots=True)
class Undated:
    """Dates in one field, or column, of a file that are not understood, by the first of them."""

    file: str
    field: str
    first: str
    place: str
    count: int = 0

    def __str__(self) -> str:
        are = "dates are" if self.count > 1 else "date is"
        shown = one_line(self.first)
        shown = f"{shown[:_LONGEST_DATE]}…" if len(shown) > _LONGEST_DATE else shown
        place = f" ({self.place})" if self.place != self.file else ""
        first = f"the first is “{shown}”{place}"
        return f"{self.file}: {self.count:,} {are} not understood in “{self.field}”, {first}"


@dataclass(slots=True)
class Asides:
    """What is told at the end of reading, each kind with how often it was met.

    `skipped` holds no article; `remarks` are about what was read, as are `undated`, by the name of
    a file and a field of it.
    """

    skipped: Counter[str] = field(default_factory=Counter)
    remarks: Counter[str] = field(default_factory=Counter)
    undated: dict[tuple[str, str], Undated] = field(default_factory=dict)


@dataclass(slots=True)
class Budget:
    """How many bytes may come out of one file that was named, whatever is packed in it.

    `free` of them come out of any file, so that a small one may be packed well.
    """

    free: int
    taken: int = 0
    given: int = 0

    def spend(self, size: int, source: str) -> None:
        """Count bytes that were unpacked. Raises ReadError of the kind "bomb" above the limit."""
        self.given += size
        if self.given > self.free + _RATIO * self.taken:
            raise ReadError(source, "bomb", f"unpacks to more than {_RATIO} times its size")


@dataclass(frozen=True, slots=True)
class How:
    """How sources are read: by which settings, as which format, and whether records come back.

    `inside` tells that a file came with a folder, `depth` how many archives stand around it.
    """

    settings: Settings
    form: str | None = None
    restoring: bool = False
    asides: Asides = field(default_factory=Asides)
    budget: Budget = field(default_factory=lambda: Budget(0))
    inside: bool = False
    depth: int = 0

    @property
    def limit(self) -> int:
        """Return how many bytes one article may have."""
        return self.settings.max_bytes

    def afresh(self, *, inside: bool = False) -> "How":
        """Return the same for the next file, which has a budget of its own."""
        return replace(self, budget=Budget(4 * self.limit), inside=inside)

    def skip(self, kind: str, count: int = 1) -> None:
        """Count what holds no article."""
        skipped = self.asides.skipped
        if count:
            skipped[kind if kind in skipped or len(skipped) < _MOST_KINDS else "others"] += count

    def remark(self, kind: str) -> None:
        """Count what is to be known of an article that was read."""
        self.asides.remarks[kind] += 1

    def undated(self, file: str, name: str) -> Callable[[str, str], None]:
        """Return what counts dates in a field of a file that are not understood."""

        def count(value: str, place: str) -> None:
            every = self.asides.undated
            if (file, name) in every or len(every) < _MOST_KINDS:
                every.setdefault((file, name), Undated(file, name, value, place)).count += 1
            else:
                self.remark(OTHERS_UNDATED)

        return count

    def date(self, given: Iterable[tuple[str, str]], file: str, place: str) -> Moment | None:
        """Return the first date of fields that is understood; if none is, the first is counted."""
        every = [(name, value) for name, value in given if value.strip()]
        for _, value in every:
            if moment := parse_date(value):
                return moment
        if every:
            name, value = every[0]
            self.undated(file, name)(value, place)
        return None


@dataclass(frozen=True, slots=True)
class Opened:
    """A file, or what stands for one, at its beginning, and how what it is is called.

    `inside` tells that it was not named itself, but came with a folder or an archive. `head` are
    its first bytes; `path` is of what is a file itself, `name` of what was unpacked.
    """

    stream: BinaryIO
    source: str
    head: bytes
    inside: bool = False
    path: Path | None = None
    name: str = ""

    @property
    def called(self) -> str:
        """Return the name by which its format may be told."""
        return self.name or self.source

    @classmethod
    def of(cls, stream: BinaryIO, source: str, *, inside: bool) -> "Opened":
        """Look at the beginning of a stream, without taking it away.

        What is wrong with it is told to whoever reads on.
        """
        if goes_about(stream):
            head = stream.read(HEAD)
            stream.seek(-len(head), SEEK_CUR)
            return cls(stream, source, head, inside)
        head, error = b"", None
        try:
            while len(head) < HEAD and (more := some(stream, HEAD - len(head))):
                head += more
        except ReadError as damage:
            if not head:
                raise
            error = damage
        rejoined = _Rejoined(head, stream, error=error)
        return cls(BufferedReader(rejoined, _CHUNK), source, head, inside)

    @classmethod
    def file(cls, stream: BinaryIO, path: Path, source: str, how: How) -> "Opened":
        """Look at the beginning of a file, and give a budget to what is packed in it."""
        how.budget.taken = path.stat().st_size
        return replace(cls.of(stream, source, inside=how.inside), path=path)

    @classmethod
    def piped(cls, stream: BinaryIO, source: str, how: How) -> "Opened":
        """Look at the beginning of what comes through a pipe, and give a budget as it comes.

        Where its format is known no more is waited for than is there.
        """
        head = some(stream, HEAD) if how.form else stream.read(HEAD)
        rejoined = BufferedReader(_Rejoined(head, stream, how.budget), _CHUNK)
        return cls(rejoined, source, head)

    def whole(self, limit: int) -> bytes:
        """Return all bytes. Raises ReadError of the kind "size" where there are more."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise ReadError(self.source, "size", f"is over the size limit of {limit} bytes")
        return data

    def at(self, place: object) -> str:
        """Return what a part of it is called: a line, row, record or item."""
        return f"{self.source}:{place}"


def goes_about(stream: BinaryIO) -> bool:
    """Tell whether one can go back in a stream."""
    try:
        return stream.seekable()
    except (AttributeError, ValueError):  # of what is no whole stream, and of one that is closed
        return False


def some(stream: BinaryIO, size: int) -> bytes:
    """Read what is there, and wait only where nothing is."""
    return getattr(stream, "read1", stream.read)(size)


class _Rejoined(RawIOBase):
    """A stream that cannot go back, with what was read of it before."""

    def __init__(
        self,
        head: bytes,
        rest: BinaryIO,
        budget: Budget | None = None,
        error: ReadError | None = None,
    ) -> None:
        self._error = error
        self._head = memoryview(head)
        self._rest = rest
        self._budget = budget or Budget(0)  # of which nobody asks
        self._budget.taken += len(head)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        data: bytes | memoryview = self._head[: len(view)]
        if data:
            self._head = self._head[len(data) :]
        elif self._error is not None:
            error, self._error = self._error, None
            raise error
        else:
            data = some(self._rest, len(view))
            self._budget.taken += len(data)
        view[: len(data)] = data
        return len(data)


class _Counted(RawIOBase):
    """What comes out of an archive, held to the budget of the file around it."""

    def __init__(self, pieces: Iterator[bytes], source: str, budget: Budget) -> None:
        self._pieces = pieces
        self._source = source
        self._budget = budget
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._budget.spend(len(piece), self._source)
            self._left = memoryview(piece)
        view = memoryview(buffer).cast("B")
        count = min(len(view), len(self._left))
        view[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def counted(pieces: Iterator[bytes], source: str, budget: Budget) -> BufferedReader:
    """Return the stream of pieces that were unpacked.

    Reading raises ReadError where the archive is damaged, or a bomb.
    """
    return BufferedReader(_Counted(pieces, source, budget), _CHUNK)
