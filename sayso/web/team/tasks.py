"""What a process of long work does: read what was sent, link, and tell how far it is."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from sayso.errors import ReadError, SaysoError
from sayso.records import Article
from sayso.settings import Settings
from sayso.view.words import counted

DONE, FAILED = "done", "failed"  # how a task ends
_SHOWN = 5  # errors that are told one by one

Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a task is at, and how many articles of how many are done; 0 where that is unknown."""

    doing: str = ""
    done: int = 0
    of: int = 0


NOT_BEGUN = Stage()


@dataclass(frozen=True, slots=True)
class End:
    """How a task ended, and in words what it did or why it failed."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What to read: files in a folder, by the names that they were sent under, and addresses."""

    folder: Path
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    def path(self, number: int) -> Path:
        """Return where a file lies: of its name only the end is used, which tells how to read."""
        suffix = Path(self.names[number]).suffix
        return self.folder / f"{number}{suffix if suffix[1:].isalnum() else ''}"

    def remove(self) -> None:
        """Remove the files."""
        shutil.rmtree(self.folder, ignore_errors=True)


def work_on(record: str, sources: Sources | None, to: Connection) -> None:
    """Read the sources if there are any, and link; send each Stage, and the End."""
    try:
        words = [_read(record, sources, to)] if sources else []
        words.append(_linked(record, to))
        to.send(End(DONE, " ".join(words)))
    except SaysoError as error:
        to.send(End(FAILED, str(error)))


def _steps(to: Connection, doing: str, of: int = 0) -> Step:
    """Return what tells that so many articles more are done."""
    done = 0

    def step(more: int) -> None:
        nonlocal done
        done += more
        to.send(Stage(doing, done, of))

    step(0)
    return step


def _linked(record: str, to: Connection) -> str:
    from sayso.pipeline import link
    from sayso.store import Store
    from sayso.view.links import summary

    with Store.open(record, create=False) as store:
        step = _steps(to, "linking", store.unlinked())
        return f"Linked: {summary(link(store, progress=step))}."


def _read(record: str, sources: Sources, to: Connection) -> str:
    from sayso.pipeline import Engine, run
    from sayso.store import Store

    settings = Settings()
    step = _steps(to, "reading")
    with Store.open(record, create=False) as store:
        done = run(
            _articles(sources, settings), Engine.load(settings), store,
            batch=settings.batch_articles, progress=lambda _: step(1),
        )  # fmt: skip
    statements = counted(done.statements, "statement")
    seen = f"{done.sightings} seen elsewhere, {done.known} known"
    return " ".join((f"Read: {done.new} new with {statements}, {seen}.", *_failures(done.failed)))


def _articles(sources: Sources, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield the articles; whoever reads of them reads what a file was called, not where it lay."""
    from sayso.read import read_sources

    for number, name in enumerate(sources.names):
        path = str(sources.path(number))
        for each in read_sources([path], settings=settings):
            if isinstance(each, Article):
                yield replace(each, source=each.source.replace(path, name))
            else:
                yield ReadError(each.source.replace(path, name), each.kind, each.message)
    yield from read_sources(sources.addresses, settings=settings)


def _failures(errors: Sequence[ReadError]) -> list[str]:
    words = [f"Failed: {error}." for error in errors[:_SHOWN]]
    more = len(errors) - len(words)
    return [*words, f"{more} more failed."] if more > 0 else words
