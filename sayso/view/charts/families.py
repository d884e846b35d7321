"""Acts -> the four kinds of act that charts tell apart."""

from typing import NamedTuple


class Family(NamedTuple):
    """Acts that are drawn alike: their key, what they do in words, and how addresses name them.

    That is the name of no act.
    """

    key: str
    words: str
    acts: tuple[str, ...]
    address: str


_AGAINST = ("denies", "rejects", "refuses", "declines")
_ASKING = ("demands", "proposes", "offers", "promises", "asks", "wants")
_BLAMING = ("accuses", "criticises", "threatens")
_SAYING = ("asserts", "confirms", "concedes", "supports", "believes", "other")

FAMILIES = (
    Family("says", "says", _SAYING, "saying"),
    Family("denies", "denies or refuses", _AGAINST, "denying"),
    Family("asks", "demands or offers", _ASKING, "asking"),
    Family("blames", "accuses or threatens", _BLAMING, "blaming"),
)
"""Kinds of act. What is said not to be so ("asserts" with a negative polarity) is a denial."""

_BY_ACT = {act: family.key for family in FAMILIES for act in family.acts}


def family_of(act: str, polarity: str) -> str:
    """Return the key of the family of an act."""
    its = _BY_ACT.get(act, "says")
    return "denies" if its == "says" and polarity == "neg" else its


def acts_of(name: str) -> frozenset[tuple[str, str]]:
    """Return the acts, each with a polarity, that an act's or a family's name stands for.

    Old addresses name a family by its key; where that is an act's name too it is the act's.
    """
    both = [(act, polarity) for act in _BY_ACT for polarity in ("pos", "neg")]
    if name in _BY_ACT:
        return frozenset(each for each in both if each[0] == name)
    keys = {each.key for each in FAMILIES if name in (each.key, each.address)}
    return frozenset(each for each in both if family_of(*each) in keys)
