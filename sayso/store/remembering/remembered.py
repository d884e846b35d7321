"""What was made of a record, and a mark of that record -> the same again, while it has the mark."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine

T = TypeVar("T")


class Remembered(Generic[T]):
    """What was made last of each open record; threads may share it, and make it twice at worst.

    What is kept must not hold the record itself: it goes when the record is let go of.
    """

    def __init__(self) -> None:
        self._made: WeakKeyDictionary[Engine, tuple[Hashable, T]] = WeakKeyDictionary()

    def get(self, engine: Engine, mark: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes, made anew where the record has another mark than then."""
        known = self._made.get(engine)
        if known is None or known[0] != mark:
            known = (mark, make())
            self._made[engine] = known
        return known[1]
