"""Two statements of which both seem not to hold -> whether that is firm enough to be shown.

What is demanded is no rival of what is, nor is what somebody could do, or asks; and figures of two
things may both be right.
"""

from sayso.english.tables import lists
from sayso.link.claims.charges import CALLS
from sayso.link.claims.features import Pair, likeness
from sayso.link.claims.opposites import (
    ACTOR,
    CAUSE,
    CONTRARY,
    MIRROR,
    POLARITY,
    are_alike,
    differ_in_thing,
)
from sayso.link.claims.points import Point
from sayso.link.claims.roles import TABLE
from sayso.link.compare.figures import excluding

_WISHES = (*CALLS, "offers", "threatens", "supports")
_NEARLY = 0.75  # how alike what one speaker says twice must be
_OPENINGS = ("if ", "so if ", "whether ", "unless ", "in case ", "suppose ")
_MARKS = "\"“”‘’' "
_MATTER = 0.6  # of the words of a statement that another of the same matter has
_ENOUGH = 8.0  # bits of such words


def is_firm(pair: Pair, name: str) -> bool:
    """Tell whether it is firm that two cannot both hold that some name says to be rivals."""
    of_one_matter = pair.contained >= _MATTER and pair.shared >= _ENOUGH
    if name in (MIRROR, CAUSE):  # alike as they must be for that
        return not (_wishes(pair.a) or _wishes(pair.b))
    if name in (POLARITY, CONTRARY, ACTOR):
        return of_one_matter and _are_told(pair) and not _is_second_thought(pair)
    names = pair.a.words.names | pair.b.words.names
    counted = excluding(pair.a.words.figures, pair.b.words.figures, are_alike, names)
    return of_one_matter and counted and not differ_in_thing(pair)


def _are_told(pair: Pair) -> bool:
    """Tell whether both put forward what is so, in one mood: neither is a wish, or a question."""
    a, b = pair.a, pair.b
    open_ = any(_wishes(point) or _asks(point) for point in (a, b))
    return not open_ and a.modality == b.modality and bool(_norms(a)) == bool(_norms(b))


def _wishes(point: Point) -> bool:
    return point.act in _WISHES


def _asks(point: Point) -> bool:
    text = point.text.lower().strip(_MARKS)
    return text.endswith("?") or text.startswith(_OPENINGS)


def _norms(point: Point) -> frozenset[str]:
    """Return the words of a statement that tell what should be, or can be."""
    return lists(TABLE, "norms")["words"] & {*point.text.lower().split()}


def _is_second_thought(pair: Pair) -> bool:
    """Tell whether one speaker says both, of two matters or two moments most likely."""
    return pair.speaker > 0 and likeness(pair) < _NEARLY
