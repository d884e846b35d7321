"""Addresses that are followed, and their hosts -> rows, and back."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Table, delete, func, insert, select

from sayso.store.dialect import among, reading, writing
from sayso.store.watching.rows import HostRow, PageRow, page_key
from sayso.store.watching.schema import watch_hosts, watch_pages

_PAGE = tuple(watch_pages.c[field.name] for field in fields(PageRow))
_HOST = tuple(watch_hosts.c[field.name] for field in fields(HostRow))
_AT_ONCE = 500


class Follows:
    """What is followed, and how far."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def pages(self, addresses: Iterable[str]) -> dict[str, PageRow]:
        """Return those of some addresses that are known."""
        with reading(self._engine) as connection:
            rows = list(self._pages(connection, [page_key(each) for each in addresses]))
        return {row.address: row for row in rows}

    def _pages(self, connection: Connection, keys: Sequence[str]) -> Iterator[PageRow]:
        left = iter(keys)
        while some := list(islice(left, _AT_ONCE)):
            query = select(*_PAGE).where(among(connection, watch_pages.c.key, some))
            yield from (PageRow(*row) for row in connection.execute(query))

    def named_by(self, sources: Collection[str], *, due: str, limit: int) -> list[PageRow]:
        """Return the pages of some sources that are due at a time, the newest first."""
        query = select(*_PAGE).order_by(watch_pages.c.day.desc(), watch_pages.c.key).limit(limit)
        with reading(self._engine) as connection:
            its = query.where(*_due(connection, sources, due))
            return [PageRow(*row) for row in connection.execute(its)]

    def waiting(self, sources: Collection[str], *, due: str) -> int:
        """Return how many pages of some sources are due at a time."""
        query = select(func.count()).select_from(watch_pages)
        with reading(self._engine) as connection:
            return connection.scalar(query.where(*_due(connection, sources, due))) or 0

    def inside(self, sources: Collection[str]) -> list[PageRow]:
        """Return the sources that some sources name, and that are still to be asked."""
        query = select(*_PAGE).where(watch_pages.c.is_source, watch_pages.c.due != "")
        with reading(self._engine) as connection:
            its = among(connection, watch_pages.c.source, sorted(sources))
            return [PageRow(*row) for row in connection.execute(query.where(its))]

    def save(self, pages: Iterable[PageRow]) -> None:
        """Keep what is known of some addresses, all or nothing."""
        rows = [{"key": page_key(each.address)} | asdict(each) for each in pages]
        with writing(self._engine) as connection:
            _put(connection, watch_pages, "key", rows)

    def hosts(self) -> list[HostRow]:
        """Return all hosts that are known."""
        with reading(self._engine) as connection:
            return [HostRow(*row) for row in connection.execute(select(*_HOST))]

    def save_hosts(self, hosts: Iterable[HostRow]) -> None:
        """Keep what is known of some hosts."""
        rows = [asdict(each) for each in hosts]
        if rows:
            with writing(self._engine) as connection:
                _put(connection, watch_hosts, "host", rows)


def _due(
    connection: Connection, sources: Collection[str], due: str
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of the pages of some sources that are due at a time."""
    its = watch_pages.c
    named = among(connection, its.source, sorted(sources))
    return (its.due != "", its.due <= due, ~its.is_source, named)


def _put(connection: Connection, table: Table, key: str, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, in the places of those of the same keys; the last of a key stays."""
    last = {row[key]: row for row in rows}
    left = iter(last.values())
    while some := list(islice(left, _AT_ONCE)):
        keys = [row[key] for row in some]
        connection.execute(delete(table).where(among(connection, table.c[key], keys)))
        connection.execute(insert(table), some)
