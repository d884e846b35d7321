"""How a record is served."""

from collections.abc import Collection
from dataclasses import dataclass

from sayso.web import LOOPBACK


@dataclass(frozen=True, slots=True)
class Serving:
    """How a record is served: under which names, to whom, and whether it fetches addresses.

    With `accounts` only those who are signed in see anything. `address` is what opens the record.
    """

    address: str
    hosts: Collection[str] = LOOPBACK
    accounts: bool = False
    fetch: bool = False
