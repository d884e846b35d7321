"""Alerts -> standard output, in lines for people or as JSON Lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.export.jsonlines import line
from sayso.store.watching import Delivery
from sayso.watch.telling.lines import shape
from sayso.watch.telling.words import alert_words


@dataclass(frozen=True, slots=True)
class Screen:
    """Standard output; what `write` prints is gone, so none is printed twice.

    An alert of which it is noted that it was tried may stand there: it is not printed again, and
    the record keeps it.
    """

    write: Callable[[str], None]
    as_json: bool = False
    at_once: int = 1

    def deliver(self, some: Sequence[Delivery]) -> None:
        """Print alerts."""
        for each in some:
            if not each.tries:
                self.write(line(shape(each)) if self.as_json else alert_words(each))
