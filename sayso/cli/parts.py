"""The parts that commands are built of: the engine, the articles that sources hold, the record."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import ReadError, UsageError
from sayso.records import Article
from sayso.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Collection

    from sayso.pipeline import Engine
    from sayso.store import Store
    from sayso.store.rows import Said
    from sayso.view.across.tellings import Telling


def load_engine(settings: Settings) -> "Engine":
    """Return the engine with the model that ships."""
    from sayso.pipeline import Engine

    return Engine.load(settings)


def read_articles(
    sources: tuple[str, ...], format_: str | None, settings: Settings
) -> Iterator[Article | ReadError]:
    """Yield the articles of the sources, `-` for standard input, and errors in their places.

    Raises UsageError if standard input is asked for and closed.
    """
    from sayso.read import read_sources

    if "-" in sources and sys.stdin is None:
        raise UsageError("standard input is closed, so - holds no article")
    stdin = sys.stdin.buffer if "-" in sources else None
    return read_sources(sources, settings=settings, format=format_, stdin=stdin)


def may_hold(record: str) -> bool:
    """Tell whether there may be a record: its file is there, or it is an address of a database."""
    return "://" in record or Path(record).exists()


def open_record(record: str) -> "Store":
    """Return a record that is there already. Raises StoreError where it is not."""
    from sayso.store import Store

    return Store.open(record, create=False)


def as_told(store: "Store", ids: "Collection[str]") -> "tuple[list[Said], dict[str, Telling]]":
    """Return statements by their ids, of a text that several printed as the first of them has it.

    The second of both are the same as people read them, by their ids.
    """
    from sayso.link.copies.printings import printed
    from sayso.view.across.tellings import telling

    said: list[Said] = []
    known: dict[str, Telling] = {}
    for each in store.given(ids):
        if len(each.sightings) > 1:
            its = printed(store.article(each.article_id), each.sightings)
            one = its.first
            seen = replace(each, publisher=one.publisher, published=one.published, url=one.url)
            said.append(replace(seen, sightings=its.sightings))
            known[each.statement.id] = telling(said[-1], its.why, first_known=its.known)
        else:
            said.append(each)
            known[each.statement.id] = telling(each)
    return said, known
