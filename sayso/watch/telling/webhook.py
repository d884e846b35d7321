"""Alerts -> a webhook: each is posted as JSON, again until it is taken.

It may come twice, where the answer to it is lost or the process is killed before it is noted: the
header `Idempotency-Key` is the same then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.errors import DeliveryError, FetchError
from sayso.export.jsonlines import line
from sayso.read.fetch import Answer, Request, ask
from sayso.settings import Settings
from sayso.store.watching import Delivery
from sayso.watch.hosts import USER_AGENT
from sayso.watch.manners import Clock, asked_to_wait
from sayso.watch.telling.lines import shape

_TRIES = 3  # in one round
_PAUSE = 1.0  # seconds after the first, twice as many after the second
# What may pass; whoever else refuses an alert refuses it again, and is asked in a later round.
_PASSING = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that takes alerts, one at a time."""

    address: str
    settings: Settings
    clock: Clock
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    at_once: int = 1

    def deliver(self, some: Sequence[Delivery]) -> None:
        """Post alerts. Raises DeliveryError where one is not taken, with what was answered."""
        for each in some:
            self._post(each)

    def _post(self, delivery: Delivery) -> None:
        for number in range(_TRIES):
            self.clock.wait(_PAUSE * 2 ** (number - 1) if number else 0)
            why, wait = self._try(delivery)
            if not why:
                return
            if wait is not None or self.clock.stop.is_set():
                break
        raise DeliveryError(f"{self.address}: {why}", wait)

    def _try(self, delivery: Delivery) -> tuple[str, float | None]:
        """Return why an alert is not taken, or nothing; and for how long it is to be left."""
        headers = {
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
            "Idempotency-Key": delivery.alert.key,
            **self.headers,
        }
        body = line(shape(delivery)).encode()
        try:
            answer = ask(self.address, self.settings, Request("POST", headers, body, pages=False))
        except FetchError as error:
            return error.message, None
        return _refused(answer, self.clock.now())


def _refused(answer: Answer, now: float) -> tuple[str, float | None]:
    if answer.ok:
        return "", None
    why = f"answers {answer.status} {answer.reason}".strip()
    passing = answer.status in _PASSING
    return why, asked_to_wait(answer, now) if passing else 3600.0
