"""The parts that commands are built of: the engine, the articles that sources hold, the record."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.cli.options import RAY
from sayso.cli.output import complain, note
from sayso.errors import ReadError, UsageError
from sayso.records import Article
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.exported import Exported
    from sayso.pipeline import Engine, Working
    from sayso.read import Asides, Foreign, Outcome
    from sayso.store import Store

_MOST_KINDS = 40  # of what was skipped that are told one by one


def load_engine(settings: Settings) -> "Engine":
    """Return the engine with the model that ships."""
    from sayso.pipeline import Engine

    return Engine.load(settings)


@contextmanager
def working(settings: Settings, workers: int = 0, on: str = "") -> "Iterator[Working]":
    """Return what makes records: this process, other processes, or Ray's workers.

    `workers` are as many others, 0 none of them; on Ray, one each processor of the cluster.
    """
    from sayso.workers import Here, Processes

    if on:
        from sayso.scale import Cluster

        address = "" if on == RAY else on
        with Cluster(address, workers, settings) as cluster:
            yield cluster
    elif workers:
        with Processes(workers, settings) as processes:
            yield processes
    else:
        yield Here(load_engine(settings))


def read_articles(
    sources: tuple[str, ...],
    format_: str | None,
    settings: Settings,
    asides: "Asides | None" = None,
) -> Iterator[Article | ReadError]:
    """Yield the articles of the sources, `-` for standard input, and errors in their places.

    Raises UsageError if standard input is asked for and closed.
    """
    from sayso.read import read_sources

    return read_sources(
        sources, settings=settings, format=format_, stdin=_stdin(sources), asides=asides
    )


def articles_to_keep(
    sources: tuple[str, ...],
    format_: str | None,
    settings: Settings,
    asides: "Asides | None" = None,
) -> "Iterator[Article | Exported | Foreign | ReadError]":
    """Yield what `read_articles` does, what was exported as it was, and what cannot be read."""
    from sayso.read import sources_to_keep

    return sources_to_keep(
        sources, settings=settings, format=format_, stdin=_stdin(sources), asides=asides
    )


def tell_outcome(each: "Outcome") -> None:
    """Say of one article why it cannot be read or has no statements."""
    from sayso.read import Foreign

    if isinstance(each, ReadError):
        complain(str(each))
    elif isinstance(each, Foreign):
        language = f"is in {each.language}, which is not read: kept without statements"
        note(f"{each.article.source}: {language}")


def tell_asides(asides: "Asides") -> None:
    """Say on standard error what was skipped, each kind with how often, and what was remarked.

    Dates that are not understood are told first, of each file and field.
    """
    for each in asides.undated.values():
        note(str(each))
    for opening, counts in (("skipped", asides.skipped), ("read", asides.remarks)):
        for kind, count in counts.most_common(_MOST_KINDS):
            note(f"{opening} {kind}: {count:,}")
        if (rest := counts.total() - sum(n for _, n in counts.most_common(_MOST_KINDS))) > 0:
            note(f"{opening} others: {rest:,}")


@contextmanager
def telling(asides: "Asides") -> Iterator[None]:
    """Say at the end what was skipped, whatever failed."""
    try:
        yield
    finally:
        tell_asides(asides)


def _stdin(sources: tuple[str, ...]) -> BinaryIO | None:
    if "-" in sources and sys.stdin is None:
        raise UsageError("standard input is closed, so - holds no article")
    return sys.stdin.buffer if "-" in sources else None


def may_hold(record: str) -> bool:
    """Tell whether there may be a record: its file is there, or it is an address of a database."""
    return "://" in record or Path(record).exists()


def open_record(record: str) -> "Store":
    """Return a record that is there already. Raises StoreError where it is not."""
    from sayso.store import Store

    return Store.open(record, create=False)
