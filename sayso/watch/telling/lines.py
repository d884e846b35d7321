"""Alerts -> a file of JSON Lines, one line each, and none twice."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from sayso.errors import DeliveryError
from sayso.export.jsonlines import line
from sayso.store.watching import Delivery

_PIECE = 64 * 1024


class Lines:
    """A file of alerts; it is added to, and on the disk before an alert counts as delivered."""

    at_once = 200

    def __init__(self, path: Path) -> None:
        self._path = path

    def deliver(self, some: Sequence[Delivery]) -> None:
        """Add alerts. Of one that was tried before, the file tells whether it is there.

        Raises DeliveryError where the file cannot be written.
        """
        try:
            with self._path.open("a+b") as file:
                _mend(file)
                there = _keys(file) if any(each.tries for each in some) else frozenset()
                new = [each for each in some if each.alert.key not in there]
                file.write("".join(f"{line(shape(each))}\n" for each in new).encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise DeliveryError(f"{self._path}: {error.strerror or error}") from error


def shape(delivery: Delivery) -> dict[str, Any]:
    """Return an alert as programs get it: when it was noticed, and all of it."""
    return {"at": delivery.at, **delivery.alert.value}


def _mend(file: BinaryIO) -> None:
    """Cut off a last line that is not whole: whoever wrote it was killed, and it comes again."""
    end = file.seek(0, os.SEEK_END)
    rest = end
    while rest:
        start = max(0, rest - _PIECE)
        file.seek(start)
        newline = file.read(rest - start).rfind(b"\n")
        if newline >= 0:
            rest = start + newline + 1
            break
        rest = start
    if rest < end:
        file.truncate(rest)


def _keys(file: BinaryIO) -> frozenset[str]:
    """Return the keys of the alerts in a file."""
    file.seek(0)
    every = (_value(each) for each in file)
    return frozenset(str(each.get("key")) for each in every if isinstance(each, dict))


def _value(text: bytes) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None  # somebody else's line
