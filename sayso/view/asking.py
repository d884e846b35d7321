"""What pages are asked for, in the words of their addresses; empty words ask for nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar
from urllib.parse import urlencode

TIMELINE, NETWORK, MAP, SEARCH = "/timeline", "/network", "/map", "/search"
_ADDRESSED = {"since": "from", "until": "to", "words": "q"}  # what is called otherwise there
_LONGEST = 200  # characters of one field


@dataclass(frozen=True, slots=True)
class Question:
    """What a chart counts.

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
        return at(path, _parameters(self, changes))


@dataclass(frozen=True, slots=True)
class NetworkQuestion(Question):
    """What a network is made of: one `kind` of edge, or one edge, whose statements to show."""

    kind: str = ""
    source: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched for.

    `who` is a name or the id of an entity, `act` one of ours or a family of them, `kind` that of a
    statement. `since` and `until` are days. `least` is a score in percent, `origins` a number.
    """

    words: str = ""
    who: str = ""
    outlet: str = ""
    act: str = ""
    kind: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    least: str = ""
    origins: str = ""

    @property
    def is_filtered(self) -> bool:
        """Tell whether more is asked for than words."""
        return replace(self, words="") != Search()

    def address(self, **changes: str) -> str:
        """Return the address of a search for the same, but for some changes."""
        return at(SEARCH, _parameters(self, changes))


Asking = TypeVar("Asking", Question, NetworkQuestion, Search)


def of_address(kind: type[Asking], given: Mapping[str, str]) -> Asking:
    """Return what the parameters of an address ask for."""
    return kind(**{f: given.get(name, "").strip()[:_LONGEST] for f, name in _NAMES[kind].items()})


def parameters_of(kind: type[Question | Search]) -> tuple[str, ...]:
    """Return by which parameters an address asks for something."""
    return tuple(_NAMES[kind].values())


def at(path: str, parameters: Mapping[str, str]) -> str:
    """Return an address with parameters, without those that are empty."""
    given = urlencode({name: value for name, value in parameters.items() if value})
    return f"{path}?{given}" if given else path


def _parameters(asked: Question | Search, changes: Mapping[str, str]) -> dict[str, str]:
    """Return what an address asks for, but for some changes, by the names of its parameters."""
    names = _NAMES[type(asked)]
    if unknown := changes.keys() - names.keys():
        raise TypeError(f"{type(asked).__name__} has no {', '.join(sorted(unknown))}")
    return {name: changes.get(field, getattr(asked, field)) for field, name in names.items()}


# The fields of what is asked for, each with its parameter: a page may have a thousand addresses.
_NAMES: Mapping[type[Question | Search], Mapping[str, str]] = {
    kind: {each.name: _ADDRESSED.get(each.name, each.name) for each in fields(kind)}
    for kind in (Question, NetworkQuestion, Search)
}
