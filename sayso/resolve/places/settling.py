"""Names of one article with how likely their places are -> the same, by what only all tell.

A town that bears the name of a far larger one is meant where something else of its region is named;
of two names for one town it is that of the one that is its own.
"""

from collections.abc import Collection, Sequence

import numpy as np

from sayso.resolve.places.gazetteer import ADMIN1, ADMIN2, CITY, COUNTRY, NOTHING, Gazetteer, fold
from sayso.resolve.places.ranking import Floats, Name
from sayso.resolve.places.toponyms import TOWN

# A namesake with so many people, and so many times as many, is what a name means by itself.
LARGE, FAR_LARGER = 100_000, 8
NOWHERE = -1


def settled(
    gazetteer: Gazetteer, names: Sequence[Name], ranked: Sequence[Floats], capitals: Collection[int]
) -> list[Floats]:
    """Return the likelihoods of all names, by what the others are beside them."""
    return told_apart(gazetteer, names, at_home(gazetteer, names, ranked, capitals))


def at_home(
    gazetteer: Gazetteer, names: Sequence[Name], ranked: Sequence[Floats], capitals: Collection[int]
) -> list[Floats]:
    """Return the likelihoods, with those of places far from all else left to a well-known one.

    "Geneva" is a town of New York where New York or another town of it is named, and "Washington"
    the state where a town of that is.
    """
    best = [int(n.rows[np.argmax(r)]) for n, r in zip(names, ranked, strict=True)]
    known = [
        _well_known(gazetteer, name, row, capitals) for name, row in zip(names, best, strict=True)
    ]
    # What is doubtful itself does not tell where the others are.
    regions = {int(gazetteer.admin1[row]) for row, n in zip(best, known, strict=True) if n < 0}
    kept = list(ranked)
    for n, (name, at) in enumerate(zip(names, known, strict=True)):
        lies = gazetteer.admin1[name.rows]
        far = ~np.isin(lies, list(regions - {NOTHING})) & (lies != NOTHING)
        if at >= 0 and far[np.argmax(ranked[n])]:
            far[at] = False
            kept[n] = np.where(far, 0.0, ranked[n])
            kept[n][at] += ranked[n][far].sum()
    return kept


def _well_known(gazetteer: Gazetteer, name: Name, best: int, capitals: Collection[int]) -> int:
    """Return which candidate of a name is far larger than the likeliest, or the capital beside it.

    Negative where none is.
    """
    people = gazetteer.population[name.rows].astype(np.int64)
    own = (name.by_name == 0) & gazetteer.is_kind(name.rows, (CITY,))
    own &= gazetteer.admin1[name.rows] != gazetteer.admin1[best]
    large = int(np.argmax(np.where(own, people, -1)))
    if not own[large] or people[large] < LARGE:
        return NOWHERE
    if _placed_in(gazetteer, name, best) and not _placed_in(gazetteer, name, int(name.rows[large])):
        return NOWHERE
    if gazetteer.kind[best] == ADMIN1:
        return large if int(name.rows[large]) in capitals else NOWHERE
    small = gazetteer.kind[best] in {CITY, ADMIN2}
    far_larger = people[large] > FAR_LARGER * int(gazetteer.population[best])
    return large if small and far_larger else NOWHERE


def _placed_in(gazetteer: Gazetteer, name: Name, row: int) -> bool:
    """Tell whether a place lies in what the text says that its name does: "Geneva, Illinois"."""
    countries = {int(gazetteer.country[r]) for r in name.inside if gazetteer.kind[r] == COUNTRY}
    return int(gazetteer.admin1[row]) in name.inside or int(gazetteer.country[row]) in countries


def told_apart(
    gazetteer: Gazetteer, names: Sequence[Name], ranked: Sequence[Floats]
) -> list[Floats]:
    """Return the likelihoods, with a town that two names name left to the one that is its own.

    "Odesa" beside "Odessa, Texas" is no other name of that, since a town is called so; but
    "Avondale" is short for "Avondale Estates".
    """
    best = [int(n.rows[np.argmax(r)]) for n, r in zip(names, ranked, strict=True)]
    own = [n.rows[n.by_name == 0].tolist() for n in names]
    owners = {row: n.text for n, row, rows in zip(names, best, own, strict=True) if row in rows}
    kept = list(ranked)
    for n, (name, row, rows) in enumerate(zip(names, best, own, strict=True)):
        owner = owners.get(row, name.text)
        towns = [r for r in rows if gazetteer.population[r] >= TOWN]
        if towns and row not in rows and not fold(owner).startswith(fold(name.text)):
            kept[n] = np.where(np.isin(name.rows, towns), ranked[n] + 1, 0.0)
            kept[n] /= kept[n].sum()
    return kept
