"""Rounds go on until somebody stops them, and link what they read."""

from dataclasses import dataclass, field

from sayso.link.linker import LinkCounts
from sayso.read import Outcome
from sayso.watch.rounds import Done
from sayso.watch.watching import Watch

from .conftest import Reader
from .sites import Site
from .test_rounds import put


@dataclass
class Kept:
    """What a watch told; it is stopped after some rounds."""

    watch: Watch
    most: int
    rounds: list[tuple[Done, LinkCounts]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def outcome(self, each: Outcome) -> None:
        """Keep it."""
        self.outcomes.append(each)

    def round(self, done: Done, links: LinkCounts) -> None:
        """Keep it, and stop the watch if it is enough."""
        self.rounds.append((done, links))
        if len(self.rounds) == self.most:
            self.watch.clock.stop.set()


def test_rounds_go_on_until_somebody_stops_them(courier: Site, read: Reader) -> None:
    clock = read.later.clock()
    its = Watch(read.store, read.rounds(clock=clock), clock)
    feed = put(courier, 1, 2)
    kept = Kept(its, 3)
    its.on([feed], kept, interval=0.01)
    assert [(done.read.new, links.articles) for done, links in kept.rounds] == [
        (2, 2),
        (0, 0),
        (0, 0),
    ]
    assert len(kept.outcomes) == 2


def test_what_was_read_and_not_linked_is_linked(courier: Site, read: Reader) -> None:
    clock = read.later.clock()
    feed = put(courier, 1)
    read.rounds().round([feed], read.tell)
    its = Watch(read.store, read.rounds(clock=clock), clock)
    kept = Kept(its, 1)
    its.once([feed], kept)
    assert kept.rounds[0][1].articles == 1
    assert read.store.unlinked() == 0
