"""Names of one article with the places that may be meant -> how likely each place is.

A log-linear model over an article's names at once: first each name alone, then twice more with
what the other names most likely are. What is missing to 1 is the chance that the gazetteer does
not have the place at all. Weights are data (`places-weights.json`), `train/places/ranking.py` fits
them.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.resolve.places.gazetteer import ADMIN1, ADMIN2, CITY, COUNTRY, NOTHING, REGION, Gazetteer

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# What a place is by itself, and by the words beside its name.
ALONE = (
    *("population", "country", "admin1", "admin2", "region", "by_name", "capital"),
    *("share", "largest", "cue_fits", "cue_clashes", "inside", "outside", "holds"),
    *("country_seen", "country_share", "repeated", "listed", "village", "ambiguous", "of_town"),
)
BESIDE = ("cue_fits", "cue_clashes", "inside", "outside", "holds")
# What a place is by the other places of the article.
TOGETHER = (
    *("same_country", "same_admin1", "near", "nearby", "nearest", "region_named", "far"),
    *("maybe_near", "maybe_county", "maybe_state", "maybe_holds"),
)
NEAR_KM, NEARBY_KM = 40.0, 250.0  # half the weight is left at these distances
MOST_LIKELY = 4  # so many places of another name count when distances are taken
MOST_CANDIDATES = 150  # of one name; the largest are kept
ROUNDS = 2
EARTH_KM = 6371.0
_NONE = np.zeros((0, 0))


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an article and what its surroundings say, over all its mentions.

    `rows` are the places that may be meant, `by_name` 1 where the name is not their own.
    `kinds` are the kinds of place that words such as "city" or "province" ask for; `inside` are
    rows of regions named right after it ("Paris, Texas"), `holds` rows of places named right
    before it; `count` is how often it occurs.
    """

    text: str
    rows: npt.NDArray[np.uint32]
    by_name: npt.NDArray[np.uint8]
    kinds: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()
    holds: frozenset[int] = frozenset()
    count: int = 1


@dataclass(frozen=True, slots=True)
class World:
    """What holds for the whole article: how often each country is named, and all capitals."""

    countries: dict[int, int]
    capitals: frozenset[int]


@dataclass(frozen=True, slots=True)
class Table:
    """The places that may be meant by all names, one a line; `owner` is the name's number.

    `alone` are the features that stand alone, `maybe` those by the other names where each of
    their places counts, however likely it is: coincidences such as a county and a town in it.
    """

    rows: Ints
    owner: Ints
    starts: Ints
    alone: Floats
    maybe: Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the model: for the first round, and for those that follow."""

    first: Floats
    then: Floats


@cache
def weights() -> Weights:
    """Return the weights that ship with sayso."""
    stored = json.loads(files("sayso").joinpath("data/places-weights.json").read_text("utf-8"))
    first = [stored["first"][name] for name in ALONE]
    return Weights(np.array(first), np.array([stored["then"][n] for n in ALONE + TOGETHER]))


def rank(
    gazetteer: Gazetteer, names: Sequence[Name], world: World, fitted: Weights
) -> list[Floats]:
    """Return the probabilities of each name's `rows`; what is left to 1 is for none of them."""
    if not names:
        return []
    table = tabulate(gazetteer, names, world)
    likely = softmax(table.alone @ fitted.first, table)
    for _ in range(ROUNDS):
        likely = softmax(joined(gazetteer, table, likely) @ fitted.then, table)
    return np.split(likely, table.starts[1:])


def softmax(scores: Floats, table: Table) -> Floats:
    """Return probabilities from scores, name by name; a place not listed scores 0."""
    highest = np.maximum(0.0, np.maximum.reduceat(scores, table.starts))
    powers = np.exp(scores - highest[table.owner])
    total = np.add.reduceat(powers, table.starts) + np.exp(-highest)
    return np.asarray(powers / total[table.owner])


def tabulate(gazetteer: Gazetteer, names: Sequence[Name], world: World) -> Table:
    """Return the candidates of all names with the features that stand alone."""
    sizes = np.array([len(n.rows) for n in names])
    rows = np.concatenate([n.rows for n in names]).astype(np.int64)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(names)), sizes)
    alone = _alone(gazetteer, names, world, Table(rows, owner, starts, _NONE, _NONE))
    return Table(rows, owner, starts, alone, _maybe(gazetteer, rows, owner, starts))


def _alone(gazetteer: Gazetteer, names: Sequence[Name], world: World, table: Table) -> Floats:
    rows, owner = table.rows, table.owner
    kind, people = gazetteer.kind[rows], gazetteer.population[rows].astype(float)
    seen = np.array([world.countries.get(c, 0) for c in gazetteer.country[rows].tolist()], float)
    sizes = np.diff(np.append(table.starts, len(rows)))
    columns = {
        "population": np.log10(people + 1) / 7,
        "country": kind == COUNTRY,
        "admin1": kind == ADMIN1,
        "admin2": kind == ADMIN2,
        "region": kind >= REGION,
        "by_name": np.concatenate([n.by_name for n in names]),
        "capital": [r in world.capitals for r in rows.tolist()],
        "share": np.log10((people + 100) / (np.add.reduceat(people, table.starts)[owner] + 100)),
        "largest": people == np.maximum.reduceat(people, table.starts)[owner],
        "country_seen": seen > 0,
        "country_share": seen / max(1, sum(world.countries.values())),
        "repeated": (kind == CITY) * np.log2([max(1, n.count) for n in names])[owner],
        "listed": np.ones(len(rows)),
        "village": (kind == CITY) & (people < 1000),
        "ambiguous": np.log10(sizes)[owner],
        "of_town": _of_town(gazetteer, table),
    }
    beside = [_beside(gazetteer, name) for name in names]
    for column, values in zip(BESIDE, zip(*beside, strict=True), strict=True):
        columns[column] = np.concatenate(values)
    return np.stack([np.asarray(columns[c], float) for c in ALONE], 1)


def _of_town(gazetteer: Gazetteer, table: Table) -> list[bool]:
    """Tell which rows are regions with a town of the same name in them, as Donetsk has."""
    rows, owners = table.rows, table.owner.tolist()
    towns = np.flatnonzero(gazetteer.kind[rows] == CITY).tolist()
    above: set[tuple[int, int]] = set()
    for column in (gazetteer.admin1[rows].tolist(), gazetteer.admin2[rows].tolist()):
        above |= {(owners[n], column[n]) for n in towns}
    return [pair in above for pair in zip(owners, rows.tolist(), strict=True)]


def _beside(gazetteer: Gazetteer, name: Name) -> tuple[npt.NDArray[np.bool_], ...]:
    """Return the features by the words beside a name, in the order of `BESIDE`."""
    fits = gazetteer.is_kind(name.rows, name.kinds)
    inside = _within(gazetteer, name.rows, name.inside)
    outside = ~inside & bool(inside.any())
    clashes = ~fits & bool(name.kinds)
    return fits, clashes, inside, outside, _holding(gazetteer, name.rows, name.holds)


def _within(
    gazetteer: Gazetteer, rows: npt.NDArray[np.uint32], regions: frozenset[int]
) -> npt.NDArray[np.bool_]:
    """Tell which rows lie in one of the regions or countries."""
    if not regions:
        return np.zeros(len(rows), bool)
    wanted = np.array(sorted(regions))
    countries = gazetteer.country[wanted[gazetteer.kind[wanted] == COUNTRY]]
    inside = np.isin(gazetteer.admin1[rows], wanted) | np.isin(gazetteer.admin2[rows], wanted)
    inside |= np.isin(gazetteer.country[rows], countries)
    return np.asarray(inside & ~np.isin(rows, wanted))


def _holding(
    gazetteer: Gazetteer, rows: npt.NDArray[np.uint32], places: frozenset[int]
) -> npt.NDArray[np.bool_]:
    """Tell which rows are regions or countries in which one of the places lies."""
    if not places:
        return np.zeros(len(rows), bool)
    named = np.array(sorted(places))
    regions = np.concatenate([gazetteer.admin1[named], gazetteer.admin2[named]])
    holding = np.isin(rows, regions[regions != NOTHING]) & ~np.isin(rows, named)
    of_country = np.isin(gazetteer.country[rows], gazetteer.country[named])
    return np.asarray(holding | (of_country & (gazetteer.kind[rows] == COUNTRY)))


def joined(gazetteer: Gazetteer, table: Table, likely: Floats) -> Floats:
    """Return all features, those by the other names from how likely their places are now."""
    names = len(table.starts)
    if names == 1:
        return np.hstack([table.alone, np.zeros((len(table.rows), len(TOGETHER)))])
    others = names - 1
    country = _mass(gazetteer.country[table.rows], table.owner, likely) / others
    admin1 = _mass(gazetteer.admin1[table.rows], table.owner, likely) / others
    admin1[gazetteer.admin1[table.rows] == NOTHING] = 0
    near, nearby, nearest = _distances(gazetteer, table, likely)
    columns = [country, admin1, near / others, nearby / others, nearest]
    columns += [_region_named(gazetteer, table, likely), (nearest < 0.1).astype(float)]
    columns += [table.maybe[:, n] for n in range(table.maybe.shape[1])]
    return np.hstack([table.alone, np.stack(columns, 1)])


def _maybe(gazetteer: Gazetteer, rows: Ints, owner: Ints, starts: Ints) -> Floats:
    """Return coincidences with other names: closeness, named county, named state, town inside."""
    if len(starts) == 1:
        return np.zeros((len(rows), 4))
    points = unit_vectors(gazetteer.lat[rows], gazetteer.lon[rows]).astype(np.float32)
    kind = gazetteer.kind[rows]
    squared = (2 - 2 * points @ points.T) * np.float32((EARTH_KM / NEAR_KM) ** 2)
    close = 1 / (1 + np.maximum(squared, 0))
    close[:, kind == COUNTRY] = 0
    sizes = np.diff(np.append(starts, len(rows)))
    best = np.maximum.reduceat(close, starts, axis=1) / np.log2(1 + sizes)
    best[np.arange(len(rows)), owner] = 0
    near = best.sum(1) / (len(starts) - 1) * (kind != COUNTRY)
    counties, states = np.flatnonzero(kind == ADMIN2), np.flatnonzero(kind == ADMIN1)
    in_county, holds = _named_regions(gazetteer.admin2[rows], counties, rows, owner)
    in_state, _ = _named_regions(gazetteer.admin1[rows], states, rows, owner)
    return np.stack([near, np.array(in_county), np.array(in_state), np.array(holds)], 1)


def _named_regions(
    lies_in: Any, regions: Ints, rows: Ints, owner: Ints
) -> tuple[list[bool], list[bool]]:
    """Tell what lies in a region that another name may mean, and which regions hold such a place.

    `lies_in` is the region of each candidate, `regions` are the candidates that are regions.
    """
    owners: dict[int, set[int]] = {}
    for n in regions.tolist():
        owners.setdefault(int(rows[n]), set()).add(int(owner[n]))
    inside, holds = [False] * len(rows), [False] * len(rows)
    held: dict[int, set[int]] = {}
    for n, region in enumerate(lies_in.tolist()):
        if region in owners and region != rows[n] and owners[region] - {int(owner[n])}:
            inside[n] = True
            held.setdefault(region, set()).add(int(owner[n]))
    for n in regions.tolist():
        holds[n] = bool(held.get(int(rows[n]), set()) - {int(owner[n])})
    return inside, holds


def _mass(values: Any, owner: Ints, likely: Floats) -> Floats:
    """Return for each candidate how much the other names speak for the same value."""
    _, index = np.unique(values, return_inverse=True)
    by_name = np.zeros((int(owner[-1]) + 1, int(index.max()) + 1))
    np.add.at(by_name, (owner, index), likely)
    return np.asarray(by_name.sum(0)[index] - by_name[owner, index])


def _region_named(gazetteer: Gazetteer, table: Table, likely: Floats) -> Floats:
    """Return how likely the region in which a candidate lies is itself meant by another name."""
    best: dict[int, float] = {}
    for row, share in zip(table.rows.tolist(), likely.tolist(), strict=True):
        best[row] = max(share, best.get(row, 0.0))
    named = np.zeros(len(table.rows))
    for column in (gazetteer.admin1, gazetteer.admin2):
        regions = column[table.rows]
        share = [best.get(r, 0.0) for r in regions.tolist()]
        named = np.maximum(named, np.where(regions == table.rows, 0.0, share))
    return named


def _distances(gazetteer: Gazetteer, table: Table, likely: Floats) -> tuple[Floats, Floats, Floats]:
    """Return nearness to other names' likely places: summed at two scales, and the closest's."""
    pointed = np.flatnonzero(gazetteer.kind[table.rows] != COUNTRY)
    order = np.lexsort((-likely[pointed], table.owner[pointed]))
    pointed = pointed[order]
    owner = table.owner[pointed]
    place = np.arange(len(pointed)) - np.searchsorted(owner, owner)
    top = pointed[place < MOST_LIKELY]
    zero = np.zeros(len(table.rows))
    if not len(top):
        return zero, zero, zero
    points = unit_vectors(gazetteer.lat[table.rows], gazetteer.lon[table.rows])
    squared = np.maximum(0.0, 2 - 2 * points @ points[top].T) * EARTH_KM**2
    counted = np.where(table.owner[:, None] == table.owner[top][None, :], 0.0, likely[top])
    wide = counted / (1 + squared / NEARBY_KM**2)
    close = counted / (1 + squared / NEAR_KM**2)
    pointed_at = gazetteer.kind[table.rows] != COUNTRY
    closest = np.where(pointed_at, wide.max(1), 0.5)
    return close.sum(1) * pointed_at, wide.sum(1) * pointed_at, closest


def unit_vectors(lat: npt.NDArray[Any], lon: npt.NDArray[Any]) -> Floats:
    """Return points on the unit sphere from degrees."""
    a, b = np.radians(lat.astype(float)), np.radians(lon.astype(float))
    return np.stack([np.cos(a) * np.cos(b), np.cos(a) * np.sin(b), np.sin(a)], 1)
