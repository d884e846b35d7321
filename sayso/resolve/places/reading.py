"""Mentions of one article and the words around them -> what each lies in, and which names none.

"In Libya, the government in Tripoli" is in Libya; "Charles" of "Charles de Gaulle" is no place,
nor are the "States" of "all States"; "the Middle East" is no town of that name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

import numpy as np

from sayso.english.sentences import ends
from sayso.english.tables import either, listed, rows
from sayso.records import Span
from sayso.resolve.places.candidates import Candidates, within
from sayso.resolve.places.gazetteer import ADMIN1, COUNTRY, REGION, WATER, Gazetteer, fold
from sayso.resolve.places.senses import Read
from sayso.resolve.places.toponyms import needs_more

# A place of a country named at the head of a sentence has so many people, or such a share of those
# of its largest namesake; or so many with a smaller share.
_SHARE, _PEOPLE, _LEAST = 0.1, 100_000, 0.02
# What joins a name to more of it: "Charles | de Gaulle", "Jordan | van Dyk".
_GOES_ON = re.compile(rf" {either(listed('places.toml', 'joining'))}(?: la| den| der)? [A-ZÀ-Þ]")
# "The Obama | administration"
_OF_A_LEADER = re.compile(r" (?:administration|presidency|White House|campaign|era)\b")
_OPENS = re.compile(r"(?:^|[.!?:;”\"’)\n]\s*)(?:In|Across|Inside|Throughout) "
                    r"(?:the |neighbou?ring |nearby |war-torn )?$")  # fmt: skip
_OPENED = re.compile(r", | meanwhile")
_LEAD = 40  # characters before a name in which such words are looked for


def no_place(text: str, span: Span, name: str) -> str:
    """Return why the words around a name tell that it is no place here, nothing where it may be."""
    if _GOES_ON.match(text, span.end):
        return "part of a longer name"
    if _OF_A_LEADER.match(text, span.end) and fold(name) in _leaders():
        return "the name of somebody who leads or led a country"
    return "a common word" if needs_more(text, span.start, name) else ""


@cache
def _leaders() -> frozenset[str]:
    """Return the surnames of those who lead or led a country."""
    return frozenset(fold(row["name"].split()[-1]) for row in rows("leaders.csv"))


def of_the_world(
    gazetteer: Gazetteer, candidates: Candidates, inside: frozenset[int]
) -> Candidates:
    """Return the regions and seas across borders alone, where one has the very name.

    Not where the text puts a town of that name in what it lies `inside`.
    """
    if inside and len(within(gazetteer, candidates, inside).rows) < len(candidates.rows):
        return candidates
    wide = gazetteer.is_kind(candidates.rows, (REGION, WATER)) & (candidates.by_name == 0)
    wide &= gazetteer.country[candidates.rows] == 0
    return candidates.kept(wide) if wide.any() else candidates


def kept_of_kind(gazetteer: Gazetteer, candidates: Candidates, asked: frozenset[int]) -> Candidates:
    """Return the places of the kinds that a row of names is of; a country in it stays what it is.

    "Three cities of Velmark, Karsk and Almis".
    """
    fits = gazetteer.is_kind(candidates.rows, asked)
    own = gazetteer.is_kind(candidates.rows, {COUNTRY}) & (candidates.by_name == 0)
    return candidates.kept(fits) if fits.any() and not own.any() else candidates


def placed(gazetteer: Gazetteer, text: str, read: Sequence[Read]) -> list[Read]:
    """Return the mentions with what the text says that they lie in.

    "Karsk in Velmark", and "In Velmark, the mayor of Karsk" where Velmark has such a town. Of
    "Atlanta, Georgia" the second is the region of the first.
    """
    known = list(read)
    for n, (one, two) in enumerate(pairwise(read)):
        between = text[one.mention.span.end : two.mention.span.start]
        if not one.inside and between == " in " and not one.candidates.demonym:
            known[n] = replace(known[n], inside=_wide(gazetteer, two))
        elif between == ", " and _holds(gazetteer, two, one):
            known[n + 1] = replace(two, holding=True)
    opening: Read | None = None
    for n, each in enumerate(known):
        if opening and _apart(text, opening.mention.span.end, each.mention.span.start):
            opening = None
        if _opens(text, each.mention.span) and _wide(gazetteer, each):
            opening = each
        elif opening and not each.inside and not each.candidates.demonym:
            known[n] = _within(gazetteer, each, _wide(gazetteer, opening))
    return known


def _holds(gazetteer: Gazetteer, wide: Read, town: Read) -> bool:
    """Tell whether a name is here that of a region in which a town lies, and of no country."""
    rows, its = wide.candidates.rows, town.candidates.rows
    regions = rows[gazetteer.is_kind(rows, (ADMIN1,))]
    states = gazetteer.country[rows[gazetteer.is_kind(rows, (COUNTRY,))]]
    inside = np.isin(gazetteer.admin1[its], regions).any()
    return bool(inside and not np.isin(gazetteer.country[its], states).any())


def _wide(gazetteer: Gazetteer, read: Read) -> frozenset[int]:
    rows = read.candidates.rows
    return frozenset(rows[gazetteer.is_kind(rows, (COUNTRY, ADMIN1))].tolist())


def _opens(text: str, span: Span) -> bool:
    led = _OPENS.search(text, max(span.start - _LEAD, 0), span.start)
    return bool(led and _OPENED.match(text, span.end))


def _apart(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence ends between two places."""
    return "\n" in text[start:end] or any(m.end <= end for m in ends(text, start, end + 2))


def _within(gazetteer: Gazetteer, read: Read, wide: frozenset[int]) -> Read:
    """Return a mention as inside a country, if a place there is large beside its namesakes."""
    rows = read.candidates.rows
    countries = {int(gazetteer.country[row]) for row in wide if gazetteer.kind[row] == COUNTRY}
    inside = np.isin(gazetteer.country[rows], list(countries)) & ~np.isin(rows, list(wide))
    people = gazetteer.population[rows].astype(np.int64)
    if not inside.any():
        return read
    most, most_inside = int(people.max()), int(people[inside].max())
    share = most_inside / max(most, 1)
    if share >= _SHARE or (most_inside >= _PEOPLE and share >= _LEAST):
        return replace(read, inside=wide)
    return read
