"""Where commands write: standard output, files, and notes on standard error.

An output that takes no more ends a command with one line and an exit code, never a traceback.
"""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

import click

from sayso.errors import ReadError, SaysoError
from sayso.records import Article
from sayso.view.characters import in_line

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.read import Outcome

# What an output answers that takes no more, or that takes nothing because it is closed.
_REFUSED = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)

_LONGEST = 600  # characters of what went wrong
_NARROWEST = 20  # columns; what is drawn for fewer cannot be read


@contextmanager
def guarded() -> Iterator[None]:
    """Watch over standard output until all that was written has left the process.

    Nobody reading any more is no error; a full disk is one, told on standard error, and so is an
    output that is closed, if anything is to be written to it.
    """
    if sys.stdout is None:  # closed; whatever file is opened next would stand in its place
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if isinstance(sys.stdout, TextIOWrapper):  # of a smaller character set: question marks
        sys.stdout.reconfigure(errors="replace")
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
        sys.exit(0)
    except OSError as error:
        if error.errno not in _REFUSED:
            raise
        _discard(sys.stdout)
        complain(f"standard output: {error.strerror}")
        sys.exit(1)


def _discard(stream: TextIO) -> None:
    """Send what a stream still holds nowhere, so that closing it cannot fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def console() -> "Console":
    """Return standard output as a console that colours nothing by itself."""
    from rich.console import Console

    screen = Console(highlight=False)
    # 0 is what some programs give for COLUMNS where they cannot tell.
    screen.width = max(screen.width or shutil.get_terminal_size().columns, _NARROWEST)
    return screen


def say(line: str, runs: Iterable[tuple[str, bool]] = ()) -> None:
    """Print a line for people; `runs` of words stand behind it, some of which are bold.

    Here, in `note` and in `put` of the screen is all printed that people read: whatever an article
    holds, a file is called or a server answers, it is no command to the terminal, and no line more.
    """
    words = "".join(click.style(in_line(each), bold=is_bold) for each, is_bold in runs)
    click.echo(f"{in_line(line)}{words}")


def print_json(value: Mapping[str, Any]) -> None:
    """Print a value as one line of JSON, in UTF-8 wherever it goes."""
    from sayso.export.jsonlines import line

    print_bytes(line(value).encode() + b"\n")


def print_bytes(data: bytes) -> None:
    """Print bytes as they are."""
    click.echo(data, nl=False)


def is_among(path: Path, source: str | Path) -> bool:
    """Tell whether a file is a source, by whatever name, or lies in a source that is a folder.

    What is not there is no file, and an address is none.
    """
    try:
        if path.samefile(source):
            return True
        above = path.resolve().parents if path.exists() else ()
        return any(folder.samefile(source) for folder in above)
    except (OSError, ValueError):  # one of both is not there
        return False


def write_file(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all: its name appears, or changes its meaning, at the end.

    Raises SaysoError with the reason on one line.
    """
    with writing_file(path) as file:
        file.write(data)


@contextmanager
def writing_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write, whole or not at all: it is there, or another, once all is written.

    Raises SaysoError with the reason on one line where the disk, or whoever keeps it, refuses.
    """
    try:
        if path.exists() and not path.is_file():  # a device, or a pipe with a name
            with path.open("wb") as file:
                yield file
        else:
            with _replacing(Path(os.path.realpath(path))) as file:
                yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SaysoError(f"{path}: {error.strerror or error}") from error


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    part = path.with_name(f".sayso-{token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def complain(message: str) -> None:
    """Say on standard error what went wrong; of a long message, which quotes, both ends."""
    if len(message) > _LONGEST:
        message = f"{message[: _LONGEST * 3 // 4]} … {message[-_LONGEST // 4 :]}"
    note(f"sayso: {message}")


def note(message: str) -> None:
    """Say something on standard error, on one line; it is lost if that is full."""
    try:
        click.echo(in_line(message), err=True)
    except OSError:
        _discard(sys.stderr)


@contextmanager
def progress() -> Iterator[Callable[["Outcome"], None]]:
    """Give a function to call for each article: a bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn(),
               TextColumn("{task.description}", markup=False))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda each: bar.update(task, advance=1, description=_name(each)[-60:])


def _name(each: "Outcome") -> str:
    article = each if isinstance(each, Article | ReadError) else each.article
    return in_line(article.source)


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """Give a function to call with how many more are done: a bar on a terminal, nothing else."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} {task.description}"),
               TimeElapsedColumn())  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda more: bar.update(task, advance=more)
