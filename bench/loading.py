"""The data of a benchmark: read where they are on this machine, else told to be absent."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sayso.errors import ReadError

Item = TypeVar("Item")


def loaded(data: str, load: Callable[[], Iterable[Item]]) -> list[Item]:
    """Return all that is loaded for the data of that name.

    Raises ReadError, of the kind `absent` when a file or a text of the corpus is not on this
    machine, of the kind `empty` when its files are there and hold nothing.
    """
    try:
        items = list(load())
    except FileNotFoundError as error:
        reason = f"the corpus is not there ({error}), see docs/data.md"
        raise ReadError(data, "absent", reason) from error
    if not items:
        raise ReadError(data, "empty", "the corpus holds nothing to measure on")
    return items
