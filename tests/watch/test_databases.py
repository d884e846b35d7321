"""The whole of a watch on both databases: killed at each step, and by two at once."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from sayso.errors import DeliveryError
from sayso.pipeline import Engine
from sayso.read import Outcome
from sayso.store import Store
from sayso.store.databases import postgres as in_postgres
from sayso.store.databases import sqlite
from sayso.store.watching import Delivery
from sayso.watch.noticing import Noticing
from sayso.watch.telling import Delivering
from sayso.watch.watching import Watch, Went
from tests.store.databases import server as postgres

from .conftest import Later, Reader
from .sites import FEED, Site, article, item, rss
from .test_watching import CLAIM, DENIAL

HOUR = 3600.0
READING = (sqlite.READING, in_postgres.READING)
STEPS = 10  # at which something is kept, at least


class KilledError(BaseException):
    """What ends a process wherever it is."""


@pytest.fixture(params=["sqlite", "postgresql"])
def anew(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Return what tells where an empty record is; the one before is no longer asked."""
    numbers = count()
    if request.param == "sqlite":
        yield lambda: str(tmp_path / f"{next(numbers)}.db")
        return
    server: postgres.Server = request.getfixturevalue("server")
    address = server.database()
    Store.open(address).close()
    with server.connected(address.rpartition("/")[2]) as connection:

        def emptied() -> str:
            postgres.empty(connection)
            return address

        yield emptied


@pytest.fixture
def feed(courier: Site) -> str:
    """Return the address of a feed whose second article denies the first."""
    courier.put("/1", article("Grain store of Tolm burned", CLAIM))
    courier.put("/2", article("Ministry denies fire", DENIAL, day="2031-03-15", outlet="Monitor"))
    items = [item(f"{courier.address}/{n}", f"Story {n}", day=1.9e9) for n in (1, 2)]
    courier.put("/feed", rss(*items), FEED)
    return f"{courier.address}/feed"


@dataclass
class Desk:
    """Whoever takes alerts, and is told what a watch does."""

    got: list[str] = field(default_factory=list)
    went: list[Went] = field(default_factory=list)
    at_once: int = 9

    def deliver(self, some: list[Delivery]) -> None:
        """Keep alerts."""
        self.got += [each.alert.key for each in some]

    def outcome(self, each: Outcome) -> None:
        """Take what was read."""
        assert not isinstance(each, Exception)

    def undelivered(self, error: DeliveryError) -> None:
        """Fail."""
        raise error

    def round(self, went: Went) -> None:
        """Keep it."""
        self.went.append(went)


@dataclass(frozen=True)
class Watching:
    """What goes rounds over a record, each by a process of its own."""

    address: str
    feed: str
    engine: Engine
    later: Later
    desk: Desk = field(default_factory=Desk)

    def __call__(self, watched: Callable[[Store], None] = lambda _: None) -> None:
        """Go one round; `watched` is called with the open record before."""
        with Store.open(self.address) as store:
            watched(store)
            store.alerts.begin(everything=True)
            clock = self.later.clock()
            its = Watch(
                store,
                Reader(store, self.engine, self.later).rounds(clock=clock),
                Noticing(store, lambda _: ("desk",)),
                Delivering(store, {"desk": self.desk}, clock),
                clock,
            )
            its.once([self.feed], self.desk)

    def holds(self) -> tuple[list[str], list[str]]:
        """Return the statements of the record, and its claims; nothing in it waits."""
        with Store.open(self.address) as store:
            assert store.unlinked() == 0
            assert store.alerts.unnoticed(9) == {}
            assert store.alerts.undelivered() == {}
            records = [store.record(row.id) for row in store.articles()]
            statements = [each.id for record in records for each in record.statements]
            return sorted(statements), sorted(claim.id for claim in store.claims())


@pytest.fixture
def watching(
    anew: Callable[[], str], feed: str, engine: Engine, later: Later
) -> Callable[[], Watching]:
    """Return what begins a watch of an empty record, on the day of the feed."""
    later.seconds = 1.9e9 + HOUR
    return lambda: Watching(anew(), feed, engine, later)


def killed_at(step: int) -> Callable[[Store], None]:
    """Return what kills whoever uses a record before it keeps something for the nth time."""
    left = iter(range(step))

    def watched(store: Store) -> None:
        @event.listens_for(store._engine, "commit")
        def dying(connection: Connection) -> None:
            options = connection.get_execution_options()
            if not any(its.items() <= options.items() for its in READING) and (
                next(left, None) is None
            ):
                raise KilledError

    return watched


def test_killed_at_each_step_all_is_told(watching: Callable[[], Watching], later: Later) -> None:
    """What is not known to have got to its destination comes once more, and nothing else."""
    whole = watching()
    whole()
    its, (key,) = whole.holds(), whole.desk.got
    assert key.startswith("denial-")
    often = []
    for step in count():
        one = watching()
        try:
            one(killed_at(step))
        except KilledError:
            later.seconds += HOUR
            one()
        else:
            break
        assert one.holds() == its
        assert set(one.desk.got) == {key}
        often.append(len(one.desk.got))
    assert len(often) >= STEPS
    assert Counter(often) == {1: len(often) - 1, 2: 1}


def test_two_at_once_tell_of_it_once(watching: Callable[[], Watching]) -> None:
    alone = watching()
    alone()
    its, got = alone.holds(), alone.desk.got
    both = watching()
    together = threading.Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        begun = [pool.submit(both, lambda _: together.wait() and None) for _ in range(2)]
        assert [each.result() for each in begun] == [None, None]
    assert both.holds() == its
    assert both.desk.got == got
    assert sum(went.done.read.new for went in both.desk.went) == 2
