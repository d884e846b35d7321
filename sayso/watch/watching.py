"""Rounds, one after the other: what is new is read and linked, until somebody stops it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.link.linker import LinkCounts
from sayso.pipeline import link
from sayso.read import Outcome
from sayso.store import Store
from sayso.watch.manners import Clock
from sayso.watch.rounds import Done, Rounds


class Report(Protocol):
    """Whom a watch tells what it does."""

    def outcome(self, each: Outcome) -> None:
        """Tell what was read, and what could not be, with its source and the reason."""

    def round(self, done: Done, links: LinkCounts) -> None:
        """Tell what a round did."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A record, and what follows sources into it."""

    store: Store
    rounds: Rounds
    clock: Clock

    def once(self, sources: Sequence[str], report: Report) -> None:
        """Go one round."""
        done = self.rounds.round(sources, report.outcome)
        report.round(done, link(self.store))

    def on(self, sources: Sequence[str], report: Report, *, interval: float) -> None:
        """Go rounds, one every so many seconds, until the clock is stopped."""
        while not self.clock.stop.is_set():
            began = self.clock.now()
            self.once(sources, report)
            self.clock.wait(interval - (self.clock.now() - began))
