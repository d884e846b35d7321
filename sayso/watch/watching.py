"""Rounds, one after the other: what is new is read, linked, noticed and told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.errors import DeliveryError
from sayso.link.linker import LinkCounts
from sayso.pipeline import link
from sayso.read import Outcome
from sayso.store import Store
from sayso.watch.manners import Clock
from sayso.watch.noticing import Noticing
from sayso.watch.rounds import Done, Rounds
from sayso.watch.telling import Delivering


@dataclass(frozen=True, slots=True)
class Went:
    """What a round did: to sources and pages, to links, and how many alerts it made and delivered.

    `waiting` are those that are yet to get to their destinations.
    """

    done: Done
    links: LinkCounts
    alerts: int
    delivered: int
    waiting: int


class Report(Protocol):
    """Whom a watch tells what it does."""

    def outcome(self, each: Outcome) -> None:
        """Tell what was read, and what could not be, with its source and the reason."""

    def undelivered(self, error: DeliveryError) -> None:
        """Tell what did not get to its destination, and why."""

    def round(self, went: Went) -> None:
        """Tell what a round did."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What follows sources into a record, notices what they bring, and tells of it."""

    store: Store
    rounds: Rounds
    noticing: Noticing
    delivering: Delivering
    clock: Clock

    def once(self, sources: Sequence[str], report: Report) -> Done:
        """Go one round, and return what it did; what a killed one left is done, too."""
        done = self.rounds.round(sources, report.outcome)
        links = link(self.store)
        alerts = self.noticing(self.clock.now())
        delivered = self.delivering(report.undelivered)
        waiting = sum(self.store.alerts.undelivered().values())
        report.round(Went(done, links, alerts, delivered, waiting))
        return done

    def on(self, sources: Sequence[str], report: Report, *, interval: float) -> None:
        """Go rounds, one every so many seconds, until the clock is stopped, or all is refused."""
        while not self.clock.stop.is_set():
            began = self.clock.now()
            if self.once(sources, report).is_refused:
                return
            self.clock.wait(interval - (self.clock.now() - began))
