"""What is to be told -> its destinations, each on its own; what fails is tried again."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from sayso.errors import DeliveryError
from sayso.store import Store
from sayso.store.watching import Delivery, at
from sayso.watch.manners import Clock, back_off
from sayso.watch.telling.destinations import Destination

MOST_TRIES = 30  # in so many rounds, over a week; then an alert is given up, and that is told


@dataclass(frozen=True, slots=True)
class Delivering:
    """A record, and its destinations by their names."""

    store: Store
    destinations: Mapping[str, Destination]
    clock: Clock

    def __call__(self, tell: Callable[[DeliveryError], None]) -> int:
        """Deliver what is due; return how many alerts got there. `tell` is called with failures.

        Before one is tried, that is noted: after a crash it is known which may have got there, and
        whoever else delivers leaves it alone.
        """
        return sum(self._to(name, tell) for name in self.destinations)

    def _to(self, name: str, tell: Callable[[DeliveryError], None]) -> int:
        alerts, its = self.store.alerts, self.destinations[name]
        delivered = 0
        while some := alerts.due(name, at=at(self.clock.now()), most=its.at_once):
            mine = alerts.tried(some, due=self._next(some))
            if not mine:
                continue
            try:
                its.deliver(mine)
            except DeliveryError as error:
                self._fail(mine, error, tell)
                break
            alerts.delivered(mine, at=at(self.clock.now()))
            delivered += len(mine)
        return delivered

    def _next(self, some: Collection[Delivery], wait: float | None = None) -> str:
        tries = max(each.tries for each in some) + 1
        return at(self.clock.now() + (back_off(tries) if wait is None else wait) + 1)

    def _fail(
        self,
        some: Collection[Delivery],
        error: DeliveryError,
        tell: Callable[[DeliveryError], None],
    ) -> None:
        over = [each for each in some if each.tries + 1 >= MOST_TRIES]
        rest = [each for each in some if each not in over]
        self.store.alerts.failed(over, due="", why=str(error))
        if rest:
            self.store.alerts.failed(rest, due=self._next(rest, error.wait), why=str(error))
        tell(error)
        for each in over:
            tell(DeliveryError(f"{each.alert.key} is given up after {MOST_TRIES} tries: {error}"))
