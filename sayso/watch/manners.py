"""How sources are followed: how often, how much at once, and how long what fails is left alone."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.read.fetch import Answer

HOUR, DAY = 3600.0, 86400.0
_FIRST_WAIT = 60.0  # seconds after the first failure, twice as many after each further one
_LONGEST_WAIT = 6 * HOUR
_LONGEST_ASKED = DAY  # that a server may ask for
_JITTER = 0.25  # of a wait, so that those who failed together do not come back together


@dataclass(frozen=True, slots=True)
class Manners:
    """How sources are followed.

    Attributes:
        pause: seconds between two requests to a host, if its robots.txt asks for no more.
        days: pages that their source dates further back are passed over.
        most: how many pages are read in one round; the others wait for the next.
        revisit: for how many days a page that was read is asked for again, to see later versions.
        everything: what is there already is told of, too.
    """

    pause: float = 1.0
    days: int = 7
    most: int = 200
    revisit: float = 2.0
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, in seconds since 1970, and who may stop whatever waits."""

    now: Callable[[], float] = time.time
    stop: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float) -> None:
        """Wait, or until somebody stops it."""
        if seconds > 0:
            self.stop.wait(seconds)


def back_off(tries: int) -> float:
    """Return how many seconds are waited after so many failures, one after the other."""
    wait = min(_FIRST_WAIT * 2.0 ** min(tries - 1, 20), _LONGEST_WAIT)
    return wait * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 - no secret


def asked_to_wait(answer: "Answer", now: float) -> float | None:
    """Return for how many seconds a server asks to be left alone (RFC 9110, Retry-After)."""
    given = answer.headers.get("retry-after", "").strip()
    if given.isascii() and given.isdigit():
        seconds = float(given[:9])
    else:
        try:
            moment = parsedate_to_datetime(given)
        except ValueError:
            return None
        seconds = moment.replace(tzinfo=moment.tzinfo or UTC).timestamp() - now
    return min(max(seconds, 1.0), _LONGEST_ASKED)


def seconds_of(moment: str) -> float:
    """Return a time of the record, such as 2031-03-14T09:30:00Z, in seconds; 0 for none."""
    return datetime.fromisoformat(moment).timestamp() if moment else 0.0
