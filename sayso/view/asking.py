"""What pages are asked for, in the words of their addresses; empty words ask for nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypeVar
from urllib.parse import urlencode

from sayso.errors import QuestionError

TIMELINE, NETWORK, MAP, SEARCH = "/timeline", "/network", "/map", "/search"
_ADDRESSED = {"who": "entity", "words": "q"}  # what is called otherwise there
# What else a parameter may be called: on the command line, or in old addresses.
_OTHERWISE = {"q": "words", "entity": "who", "since": "from", "until": "to"}
_PERCENT = "least"  # a score, in old addresses
OTHERWISE = frozenset((*_OTHERWISE.values(), _PERCENT))
_LONGEST = 2000  # characters of one field: longer than any name that a page links to


@dataclass(frozen=True, slots=True)
class Question:
    """What a chart counts.

    `who` is a name or an entity's id, `act` one of ours or a family of them, or several with commas
    between them; `since` and `until` are days, `min_score` is 0 to 1.
    """

    words: str = ""
    who: str = ""
    outlet: str = ""
    place: str = ""
    claim: str = ""
    act: str = ""
    since: str = ""
    until: str = ""
    min_score: str = ""

    @property
    def score(self) -> float:
        """Return the lowest score that is asked for. Raises QuestionError where it is none."""
        return _score(self.min_score)

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
class Choosing:
    """Which statements to take, as filters of commands choose them.

    `who` is a name or the id of an entity, `act` one of ours, or several with commas between them;
    `since` and `until` are days, `min_score` is 0 to 1.
    """

    words: str = ""
    who: str = ""
    outlet: str = ""
    place: str = ""
    act: str = ""
    since: str = ""
    until: str = ""
    min_score: str = ""

    @property
    def score(self) -> float:
        """Return the lowest score that is asked for. Raises QuestionError where it is none."""
        return _score(self.min_score)


@dataclass(frozen=True, slots=True)
class Listing(Choosing):
    """What of a list is asked for; `said` tells which statements, by whether they were."""

    said: str = ""


@dataclass(frozen=True, slots=True)
class Search(Choosing):
    """What is searched for: `kind` is that of a statement, `origins` a number.

    An act may be a family of acts, too.
    """

    kind: str = ""
    origins: str = ""

    @property
    def is_filtered(self) -> bool:
        """Tell whether more is asked for than words."""
        return replace(self, words="") != Search()

    def address(self, **changes: str) -> str:
        """Return the address of a search for the same, but for some changes."""
        return at(SEARCH, _parameters(self, changes))


Asking = TypeVar("Asking", Question, NetworkQuestion, Search, Listing)


def _score(words: str) -> float:
    try:
        score = float(words or 0)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise QuestionError(f"a score is 0 to 1, not {words!r}")
    return score


def of_address(kind: type[Asking], given: Mapping[str, str]) -> Asking:
    """Return what the parameters of an address ask for, in the names of old ones, too."""
    return kind(**{field: _given(given, name) for field, name in _NAMES[kind].items()})


def _given(given: Mapping[str, str], name: str) -> str:
    value = given.get(name, "")
    if not value and name in _OTHERWISE:
        value = given.get(_OTHERWISE[name], "")
    if name == "act" and hasattr(given, "getlist"):
        value = ",".join(filter(None, given.getlist(name)))
    if name == "min_score" and not value:
        percent = given.get(_PERCENT, "").strip()
        value = f"{int(percent) / 100:g}" if percent.isascii() and percent.isdigit() else percent
    return value.strip()[:_LONGEST]


def parameter(kind: type[Question | Choosing], field: str) -> str:
    """Return what a field is called in addresses."""
    return _NAMES[kind][field]


def parameters_of(kind: type[Question | Choosing]) -> tuple[str, ...]:
    """Return by which parameters an address asks for something."""
    return tuple(_NAMES[kind].values())


def at(path: str, parameters: Mapping[str, str]) -> str:
    """Return an address with parameters, without those that are empty."""
    given = urlencode({name: value for name, value in parameters.items() if value})
    return f"{path}?{given}" if given else path


def _parameters(asked: Question | Choosing, changes: Mapping[str, str]) -> dict[str, str]:
    """Return what an address asks for, but for some changes, by the names of its parameters."""
    names = _NAMES[type(asked)]
    if unknown := changes.keys() - names.keys():
        raise TypeError(f"{type(asked).__name__} has no {', '.join(sorted(unknown))}")
    return {name: changes.get(field, getattr(asked, field)) for field, name in names.items()}


# The fields of what is asked for, each with its parameter: a page may have a thousand addresses.
_NAMES: Mapping[type[Question | Choosing], Mapping[str, str]] = {
    kind: {each.name: _ADDRESSED.get(each.name, each.name) for each in fields(kind)}
    for kind in (Question, NetworkQuestion, Search, Listing)
}
