"""Mentions of names in one article -> which of them mean the same place, where the text tells."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.records import Mention
from sayso.resolve.places.candidates import Candidates


@dataclass(frozen=True, slots=True)
class Read:
    """One mention with its plain and its folded name, and the places that it may be.

    `inside` are the rows of what the text says that it lies in: "Paris, Texas"; `holding` is True
    for the "Texas" there.
    """

    mention: Mention
    name: str
    folded: str
    candidates: Candidates
    inside: frozenset[int]
    holding: bool = False


# The numbers of the country where another place of its name is in the text, and of that one where
# it stands behind a town of it.
APART, HOLDING = -1, -2


def senses(read: Sequence[Read], apart: Collection[str] = ()) -> list[int]:
    """Return a number for each mention, the same where a name means the same place.

    A name has one sense in an article, unless the text places it in different regions ("Tripoli,
    Lebanon" and "Tripoli, Libya"); where it is not placed it has the sense that was named last.
    Folded names of countries that are `apart` mean the country where they are not placed.
    """
    known: defaultdict[str, list[set[int]]] = defaultdict(list)
    latest: dict[str, int] = {}
    numbers = []
    for each in read:
        of_name = known[each.folded]
        number = latest.get(each.folded, 0)
        if not each.inside and not each.candidates.kinds and each.folded in apart:
            numbers.append(HOLDING if each.holding else APART)
            continue
        if each.inside:
            same = (n for n, rows in enumerate(of_name) if rows & each.inside)
            number = next(same, len(of_name))
            if number == len(of_name):
                of_name.append(set())
            of_name[number] |= each.inside
        latest[each.folded] = number
        numbers.append(number)
    return numbers
