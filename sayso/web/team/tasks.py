"""What a process of long work does: read what was sent, link, and tell how far it is."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import ReadError, SaysoError
from sayso.exported import Exported
from sayso.records import Article
from sayso.settings import Settings
from sayso.view.words import counted

if TYPE_CHECKING:
    from sayso.read import Asides, Outcome

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
    from sayso.read import Asides
    from sayso.store import Store
    from sayso.workers import Here

    settings, asides = Settings(), Asides()
    step, errors = _steps(to, "reading", _number(sources)), _Errors()

    def see(each: "Outcome") -> None:
        errors.see(each)
        step(1)

    with Store.open(record, create=False) as store:
        done = run(
            _articles(sources, settings, asides), Here(Engine.load(settings)), store,
            batch=settings.batch_articles, progress=see,
        )  # fmt: skip
    statements = counted(done.statements, "statement")
    seen = f"{done.sightings} seen elsewhere, {done.known} known"
    foreign = f", {done.foreign} of these not in English" if done.foreign else ""
    skipped = [f"Skipped {kind}: {n:,}." for kind, n in asides.skipped.most_common(_SHOWN)]
    remarks = [f"Read {kind}: {n:,}." for kind, n in asides.remarks.most_common(_SHOWN)]
    words = f"Read: {done.new} new with {statements}, {seen}{foreign}."
    undated = [f"{each}." for each in islice(asides.undated.values(), _SHOWN)]
    return " ".join((words, *remarks, *undated, *skipped, *errors.words))


def _number(sources: Sources) -> int:
    """Return how many articles are to be read, 0 where that is known only once they are."""
    from sayso.read.formats.kinds import SUFFIXES

    number = len(sources.addresses)
    for at, name in enumerate(sources.names):
        suffix = Path(name).suffix.lower()
        if suffix in SUFFIXES["jsonl"]:  # an article on each line
            with suppress(OSError), sources.path(at).open("rb") as file:
                number += sum(not line.isspace() for line in file)
        elif suffix in SUFFIXES["text"] | SUFFIXES["html"]:
            number += 1
        else:
            return 0
    return number


def _articles(sources: Sources, settings: Settings, asides: "Asides") -> "Iterator[Outcome]":
    """Yield the articles; whoever reads of them reads what a file was called, not where it lay."""
    from sayso.read import sources_to_keep

    for number, name in enumerate(sources.names):
        path = str(sources.path(number))
        for each in sources_to_keep([path], settings=settings, asides=asides):
            yield _renamed(each, path, name)
    yield from sources_to_keep(sources.addresses, settings=settings, asides=asides)


def _renamed(each: "Outcome", path: str, name: str) -> "Outcome":
    """Return what was read with the name of its file; of what was exported the article alone."""
    if isinstance(each, ReadError):
        return ReadError(each.source.replace(path, name), each.kind, each.message)
    if isinstance(each, Article):
        return replace(each, source=each.source.replace(path, name))
    if isinstance(each, Exported):
        return each.record.article
    article = replace(each.article, source=each.article.source.replace(path, name))
    return each._replace(article=article)


class _Errors:
    """What failed: the first few in words, and how many there are."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[str] = []

    def see(self, each: "Outcome") -> None:
        """Take note of an error."""
        from sayso.read.fetch import HOW_TO_ALLOW

        if isinstance(each, ReadError):
            self.count += 1
            if self.count <= _SHOWN:
                self.first.append(f"Failed: {str(each).removesuffix(HOW_TO_ALLOW)}.")

    @property
    def words(self) -> list[str]:
        """Return what failed in sentences."""
        more = self.count - len(self.first)
        return [*self.first, f"{more} more failed."] if more > 0 else self.first
