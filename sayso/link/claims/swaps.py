"""Two statements that read alike -> whether one tells the other way round who did it to whom.

Names that no table knows are compared as those of lands are: by their first letters, so that
"Skerran" is of Skerra.
"""

from collections.abc import Iterator
from functools import cache

from sayso.english.function_words import determiners, prepositions
from sayso.english.stems import stem
from sayso.english.tables import lists
from sayso.link.claims.features import Pair, likeness
from sayso.link.claims.points import Point
from sayso.link.claims.roles import TABLE, Roles, roles_of

_LETTERS = 4  # in which the marks of one name begin alike
_ELSE = 0.6  # how alike two are but for the names


def roles(point: Point) -> Roles:
    """Return the words of a point with who does it."""
    return roles_of(point.text, point.words.names)


def mirrored(pair: Pair) -> bool:
    """Tell whether each of two that act is what the other statement tells as acted upon."""
    a, b = roles(pair.a), roles(pair.b)
    if not a.actor or not b.actor or is_mutual(a) or is_mutual(b):
        return False
    one, other = a.actor.marks, b.actor.marks
    if are_one(one, other) or not are_one(one, _suffering(b)) or not are_one(other, _suffering(a)):
        return False
    names = (
        r.row[at] for r in (a, b) for at, mark in r.marks.items() if are_one({mark}, one | other)
    )
    return likeness(pair, frozenset(names)) >= _ELSE


def exchanged(pair: Pair) -> bool:
    """Tell whether two have their words in one order, but for two names that change places."""
    a, b = roles(pair.a), roles(pair.b)
    if len(a.row) != len(b.row) or {*a.marks} != {*b.marks} or is_mutual(a) or _is_joint(a):
        return False
    if any(x != y for at, (x, y) in enumerate(zip(a.row, b.row, strict=True)) if at not in a.marks):
        return False
    differ = [at for at, mark in a.marks.items() if not are_one({mark}, {b.marks[at]})]
    one, other = ({r.marks[at] for at in differ} for r in (a, b))
    return len(differ) > 1 and one == other


def are_one(some: frozenset[str] | set[str], others: frozenset[str] | set[str]) -> bool:
    """Tell whether a mark of one name is among each of two sets of marks."""
    return any(_is_one(a, b) for a in some for b in others)


def _is_one(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) >= _LETTERS and long.startswith(short))


def is_mutual(roles: Roles) -> bool:
    """Tell whether two do to each other what is told."""
    return not _mutual().isdisjoint(roles.row)


def _suffering(roles: Roles) -> frozenset[str]:
    """Return the marks of names beside that of who does it, unless they are only named with it."""
    return frozenset(
        mark
        for at, mark in roles.marks.items()
        if roles.actor and at not in roles.actor.places and _before(roles, at) not in _joint()
    )


def _before(roles: Roles, at: int) -> str:
    """Return the word before a name, or before what tells which it is."""
    words = (word for word in reversed(roles.raw[:at]) if word not in determiners())
    return next(words, "")


def _is_joint(roles: Roles) -> bool:
    return any(_before(roles, at) in _joint() | prepositions() for at in roles.marks)


@cache
def _joint() -> frozenset[str]:
    return lists(TABLE, "joint")["words"]


@cache
def _mutual() -> frozenset[str]:
    """Return the stems of what two do to each other."""
    return frozenset(map(stem, lists(TABLE, "mutual")["verbs"]))


def powers(roles: Roles) -> Iterator[str]:
    """Yield the words for a state or its men that stand right behind who does it."""
    if roles.actor:
        last = roles.actor.last
        yield from (word for word in roles.raw[last : last + 2] if word in _power())


@cache
def _power() -> frozenset[str]:
    return lists(TABLE, "power")["nouns"]
