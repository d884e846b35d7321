"""Acts -> the four kinds of act that charts tell apart."""

from typing import NamedTuple


class Family(NamedTuple):
    """Acts that are drawn alike: by what key addresses name them, and what they do, in words."""

    key: str
    words: str
    acts: tuple[str, ...]


_AGAINST = ("denies", "rejects", "refuses", "declines")
_ASKING = ("demands", "proposes", "offers", "promises", "asks", "wants")
_BLAMING = ("accuses", "criticises", "threatens")
_SAYING = ("asserts", "confirms", "concedes", "supports", "believes", "other")

FAMILIES = (
    Family("says", "says", _SAYING),
    Family("denies", "denies or refuses", _AGAINST),
    Family("asks", "demands or offers", _ASKING),
    Family("blames", "accuses or threatens", _BLAMING),
)
"""Kinds of act. What is said not to be so ("asserts" with a negative polarity) is a denial."""

_BY_ACT = {act: family.key for family in FAMILIES for act in family.acts}


def family_of(act: str, polarity: str) -> str:
    """Return the key of the family of an act."""
    its = _BY_ACT.get(act, "says")
    return "denies" if its == "says" and polarity == "neg" else its


def acts_of(key: str) -> frozenset[tuple[str, str]]:
    """Return the acts, each with a polarity, that a family's key or an act's name stands for."""
    both = ((act, polarity) for act in _BY_ACT for polarity in ("pos", "neg"))
    every = [(act, polarity) for act, polarity in both if key in (act, family_of(act, polarity))]
    return frozenset(every)
