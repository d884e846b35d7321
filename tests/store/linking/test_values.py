"""What linking made, and is lost or cannot be read, is told and never passed over."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from sqlalchemy import update

from sayso.errors import StoreError
from sayso.store import Store
from sayso.store.linking.schema import ROOMS, link_groups, link_pairs
from tests.link.samples import record
from tests.link.test_linker import linked, lists

LISTS: dict[str, Callable[[Store], Iterable[Any]]] = {
    "claims": lambda store: store.claims(),
    "entities": lambda store: store.entities(),
    "quotations": lambda store: store.quotations(),
}


def damage(store: Store, room: str, name: str, value: bytes | None) -> None:
    """Let the value of one group of a room be another one."""
    with store.linking() as ledger:
        its = (link_groups.c.id == name) & (link_groups.c.room == ROOMS.index(room))
        ledger.connection.execute(update(link_groups).where(its).values(value=value))


def check(store: Store, room: str, name: str) -> None:
    """Check that whoever asks for something that cannot be read is told so."""
    for ask in (LISTS[room], lambda store: getattr(store, room)([name])):
        with pytest.raises(StoreError, match=name) as told_so:
            list(ask(store))
        assert store.name in str(told_so.value)
        assert "damaged" in str(told_so.value)
    assert store.named(room, name[:9]) == [name]


def test_a_value_that_is_lost_or_damaged_is_told_with_the_record(store: Store) -> None:
    store.write(record(n) for n in range(12))
    linked(store)
    wanted = lists(store)
    first = {room: next(iter(LISTS[room](store))).id for room in LISTS}
    for room, name in first.items():
        for value in (None, b"", b"{", b"[]", b'{"id": 1}'):
            damage(store, room, name, value)
            check(store, room, name)
        linked(store, rebuild=True)
        assert lists(store) == wanted


def test_what_is_kept_of_two_articles_and_cannot_be_read_is_told(store: Store) -> None:
    store.write(record(n) for n in range(12))
    linked(store)
    assert list(store.copies())
    with store.linking() as ledger:
        of_articles = link_pairs.c.room == ROOMS.index("copies")
        ledger.connection.execute(update(link_pairs).where(of_articles).values(data=b"{"))
    with pytest.raises(StoreError, match="damaged"):
        list(store.copies())
