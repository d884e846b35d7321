"""A site on this machine, a clock that a test sets, and a record that rounds are read into."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sayso.errors import ReadError
from sayso.pipeline import Engine, link
from sayso.read import Foreign, Outcome
from sayso.settings import Settings
from sayso.store import Store
from sayso.watch.manners import Clock, Manners
from sayso.watch.rounds import Done, Rounds
from sayso.workers import Here

from .sites import Site, site

SETTINGS = Settings(allow_private=True, timeout=30, threads=1)
MANNERS = Manners(pause=0.0, everything=True)


@pytest.fixture
def courier() -> Iterator[Site]:
    """Return a site."""
    with site() as its:
        yield its


@pytest.fixture
def monitor() -> Iterator[Site]:
    """Return another site."""
    with site() as its:
        yield its


@dataclass
class Later:
    """A clock that stands where a test puts it; who waits on it goes on at once."""

    seconds: float = field(default_factory=time.time)
    waited: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        """Return it as rounds take it."""
        return Clock(lambda: self.seconds, threading.Event())


@pytest.fixture
def later() -> Later:
    """Return a clock that stands still."""
    return Later()


@dataclass
class Reader:
    """Rounds into a record, each told of; whoever is asked is started anew, as after a crash."""

    store: Store
    engine: Engine
    later: Later
    said: list[str] = field(default_factory=list)

    def tell(self, each: Outcome) -> None:
        """Keep what could not be read, and what is in no English."""
        if isinstance(each, ReadError | Foreign):
            self.said.append(str(each.error if isinstance(each, Foreign) else each))

    def rounds(self, manners: Manners = MANNERS, clock: Clock | None = None) -> Rounds:
        """Return rounds that know what the record knows."""
        clock = clock or self.later.clock()
        return Rounds(self.store, Here(self.engine), SETTINGS, manners, clock)

    def __call__(self, *sources: str, manners: Manners = MANNERS) -> Done:
        """Go one round, by a process of its own, and link."""
        self.said.clear()
        done = self.rounds(manners).round(sources, self.tell)
        link(self.store)
        return done


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an empty record."""
    with Store.open(tmp_path / "record.db") as opened:
        yield opened


@pytest.fixture
def read(store: Store, engine: Engine, later: Later) -> Callable[..., Done]:
    """Return what goes rounds."""
    return Reader(store, engine, later)
