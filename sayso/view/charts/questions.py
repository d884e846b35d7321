"""What a chart is asked for, and the addresses by which pages ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

TIMELINE, NETWORK, MAP = "/timeline", "/network", "/map"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in the words of the address; empty words ask for nothing.

    `who` is a name or an entity's id, `act` one of ours or a family of them, `since` and `until`
    are days.
    """

    who: str = ""
    place: str = ""
    claim: str = ""
    act: str = ""
    since: str = ""
    until: str = ""

    def address(self, path: str, **changes: str) -> str:
        """Return the address of a page that asks the same, but for some changes."""
        its = replace(self, **changes)
        return at(path, {
            "who": its.who, "place": its.place, "claim": its.claim, "act": its.act,
            "from": its.since, "to": its.until,
        })  # fmt: skip


def at(path: str, parameters: Mapping[str, str]) -> str:
    """Return an address with parameters, without those that are empty."""
    given = urlencode({name: value for name, value in parameters.items() if value})
    return f"{path}?{given}" if given else path
