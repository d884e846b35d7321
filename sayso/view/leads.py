"""Words of a line, each with the page that they lead to: somebody, a place, an article."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote


class Lead(NamedTuple):
    """Words that lead to the page of a thing: `kind` and `id` name it, no `id` leads nowhere.

    `before` is what stands before them on their line.
    """

    before: str
    words: str
    kind: str = ""
    id: str = ""

    @property
    def address(self) -> str:
        """Return the address of its page in the reader, empty where it leads nowhere."""
        return f"/{self.kind}/{quote(self.id, safe='')}" if self.id else ""


def plain(leads: Iterable[Lead]) -> str:
    """Return the line alone."""
    return "".join(f"{each.before}{each.words}" for each in leads)
