"""Rounds go on until somebody stops them: what is new is read, linked, noticed and told."""

from dataclasses import dataclass, field

from sayso.errors import DeliveryError
from sayso.read import Outcome
from sayso.store.watching import Delivery
from sayso.watch.manners import Clock
from sayso.watch.noticing import Noticing
from sayso.watch.telling import Delivering
from sayso.watch.watching import Watch, Went

from .conftest import Reader
from .sites import FEED, Site, article, item, rss
from .test_rounds import put

CLAIM = (
    "“Ostranian soldiers burned the grain store of Tolm,” the foreign minister of Velmark,"
    " Ilva Teren, said on Friday."
)
DENIAL = (
    "The Ostranian defence ministry denied that Ostranian soldiers burned the grain store of Tolm."
)


@dataclass
class Desk:
    """Whoever takes alerts."""

    got: list[Delivery] = field(default_factory=list)
    at_once: int = 9

    def deliver(self, some: list[Delivery]) -> None:
        """Keep them."""
        self.got += some


@dataclass
class Kept:
    """What a watch told; it is stopped after some rounds."""

    clock: Clock
    most: int
    rounds: list[Went] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    def outcome(self, each: Outcome) -> None:
        """Keep it."""
        self.outcomes.append(each)

    def undelivered(self, error: DeliveryError) -> None:
        """Fail."""
        raise error

    def round(self, went: Went) -> None:
        """Keep it, and stop the watch if it is enough."""
        self.rounds.append(went)
        if len(self.rounds) == self.most:
            self.clock.stop.set()


def watch(read: Reader, clock: Clock, desk: Desk) -> Watch:
    return Watch(
        read.store,
        read.rounds(clock=clock),
        Noticing(read.store, lambda _: ("desk",)),
        Delivering(read.store, {"desk": desk}, clock),
        clock,
    )


def test_rounds_go_on_until_somebody_stops_them(courier: Site, read: Reader) -> None:
    clock, feed = read.later.clock(), put(courier, 1, 2)
    kept = Kept(clock, 3)
    read.later.seconds = 1.9e9
    watch(read, clock, Desk()).on([feed], kept, interval=0.01)
    assert [(went.done.read.new, went.links.articles) for went in kept.rounds] == [
        (2, 2),
        (0, 0),
        (0, 0),
    ]
    assert len(kept.outcomes) == 2


def test_what_was_read_and_not_linked_is_linked(courier: Site, read: Reader) -> None:
    clock, feed = read.later.clock(), put(courier, 1)
    read.later.seconds = 1.9e9
    read.rounds().round([feed], read.tell)
    kept = Kept(clock, 1)
    watch(read, clock, Desk()).once([feed], kept)
    assert kept.rounds[0].links.articles == 1
    assert read.store.unlinked() == 0


def test_a_denial_is_told_when_it_comes_and_once(
    courier: Site, monitor: Site, read: Reader
) -> None:
    clock, desk = read.later.clock(), Desk()
    read.store.alerts.begin(everything=True)
    courier.put("/1", article("Grain store of Tolm burned", CLAIM))
    courier.put("/feed", rss(item(f"{courier.address}/1", "Grain")), FEED)
    monitor.put("/1", article("Ministry denies fire", DENIAL, day="2031-03-15", outlet="Monitor"))
    monitor.put("/feed", rss(), FEED)
    sources = [f"{each.address}/feed" for each in (courier, monitor)]
    kept = Kept(clock, 9)
    watch(read, clock, desk).once(sources, kept)
    assert desk.got == []
    monitor.put("/feed", rss(item(f"{monitor.address}/1", "Ministry denies fire")), FEED)
    for _ in range(2):
        watch(read, clock, desk).once(sources, kept)
    (one,) = desk.got
    assert one.alert.kind == "denial"
    words = "burned the grain store of Tolm” is denied for the first time: "
    assert words in one.alert.value["words"]
    assert one.alert.value["article"]["outlet"] == "Monitor"
    assert [(went.alerts, went.delivered, went.waiting) for went in kept.rounds] == [
        (0, 0, 0),
        (1, 1, 0),
        (0, 0, 0),
    ]
