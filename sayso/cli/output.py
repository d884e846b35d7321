"""Where commands write: standard output or a file, and notes on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import ReadError, SaysoError
from sayso.records import Article

if TYPE_CHECKING:
    from rich.console import Console


def console() -> "Console":
    """Return standard output as a console that colours nothing by itself."""
    from rich.console import Console

    return Console(highlight=False)


@contextmanager
def writing(path: Path) -> Iterator[Any]:
    """Open a file for writing, - for standard output; say on one line why it cannot be."""
    if str(path) == "-":
        yield sys.stdout.buffer
        return
    try:
        with path.open("wb") as file:
            yield file
    except OSError as error:
        raise SaysoError(f"{path}: {error.strerror}") from error


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    click.echo(f"sayso: {message}", err=True)


def note(message: str) -> None:
    """Say something on standard error that no program needs."""
    click.echo(message, err=True)


@contextmanager
def progress() -> Iterator[Callable[[Article | ReadError], None]]:
    """Give a function to call for each article: a bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn(),
               TextColumn("{task.description}"))  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda each: bar.update(task, advance=1, description=each.source[-60:])
