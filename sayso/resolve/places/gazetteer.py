"""A name -> the places that bear it: GeoNames on disk as sorted arrays, read once, on first use.

The arrays come from `sayso/data/gazetteer.npz`, which `python -m train.places.gazetteer` makes.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.english.names import folded
from sayso.english.tables import listed
from sayso.resolve.places.spellings import alike, sounds, without_articles

COUNTRY, ADMIN1, ADMIN2, CITY, REGION, WATER, MOUNTAIN = range(7)
FEATURES = "AAAPLHT"  # GeoNames' feature class of each kind above
NOTHING = 0xFFFFFFFF  # stands for "no such row" in columns that point to rows
KEY_BYTES = 5  # 800,000 names in 2^40: one chance in a million that a word that is no name hits

_ARABIC = listed("places.toml", "arabic")  # countries of which most towns have Arabic names

Rows = npt.NDArray[np.uint32]

# The form in which names of places are compared.
fold = partial(folded, initials=True, places=True)


@lru_cache(maxsize=1 << 15)
def key(name: str) -> int:
    """Return the number under which a folded name is filed."""
    return int.from_bytes(
        hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES).digest(),
        "big",
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer; `geonames` is None for the few that GeoNames does not number."""

    row: int
    geonames: int | None
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    kind: int
    population: int

    @property
    def feature(self) -> str:
        """Return GeoNames' feature class: A, P, L, H or T."""
        return FEATURES[self.kind]


class Gazetteer:
    """The places of the world by name; loaded on first use and then held.

    Columns hold one value a place: `kind`, `lat`, `lon` (degrees), `population`, `country` (an
    index into `codes`), and `admin1` and `admin2`, the rows of the regions that it lies in.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        # The same names come back in every article.
        self.find = lru_cache(maxsize=1 << 13)(self._find)

    @cached_property
    def _columns(self) -> dict[str, npt.NDArray[Any]]:
        data = self._path or files("sayso").joinpath("data/gazetteer.npz")
        with np.load(BytesIO(data.read_bytes()), allow_pickle=False) as stored:
            columns = {name: stored[name] for name in stored.files}
        columns["keys"] = np.cumsum(columns.pop("key_steps"), dtype=np.uint64)
        ends = np.cumsum(columns.pop("name_sizes"), dtype=np.uint32)
        columns["name_bounds"] = np.concatenate([np.zeros(1, np.uint32), ends])
        return columns

    @cached_property
    def kind(self) -> npt.NDArray[np.uint8]:
        """Return what each place is: COUNTRY to MOUNTAIN."""
        return self._columns["kind"]

    @cached_property
    def lat(self) -> npt.NDArray[np.float32]:
        """Return the latitudes."""
        return self._columns["lat"]

    @cached_property
    def lon(self) -> npt.NDArray[np.float32]:
        """Return the longitudes."""
        return self._columns["lon"]

    @cached_property
    def population(self) -> npt.NDArray[np.uint32]:
        """Return the numbers of inhabitants, 0 where unknown."""
        return self._columns["population"]

    @cached_property
    def country(self) -> npt.NDArray[np.uint16]:
        """Return the countries, as indices into `codes`."""
        return self._columns["country"]

    @cached_property
    def admin1(self) -> Rows:
        """Return the rows of the first-level regions, a region's own for itself."""
        return self._columns["admin1"]

    @cached_property
    def admin2(self) -> Rows:
        """Return the rows of the second-level regions, a region's own for itself."""
        return self._columns["admin2"]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Return the ISO 3166-1 codes in the order of the column `country`; the first is empty."""
        return tuple(self._columns["codes"].tobytes().decode().split("|"))

    @cached_property
    def _by_id(self) -> npt.NDArray[np.int64]:
        return np.argsort(self._columns["ids"], kind="stable")

    def row_of(self, geonames: int | None) -> int | None:
        """Return the row of the place with a GeoNames id, None where there is none."""
        ids, order = self._columns["ids"], self._by_id
        at = int(np.searchsorted(ids, geonames or 0, sorter=order))
        row = int(order[at]) if at < len(order) else 0
        return row if geonames and int(ids[row]) == geonames else None

    def is_kind(self, rows: Rows, kinds: Collection[int]) -> npt.NDArray[np.bool_]:
        """Tell which places are of one of the kinds."""
        return np.asarray(_mask(frozenset(kinds))[self.kind[rows]])

    def _find(self, name: str) -> tuple[Rows, npt.NDArray[np.uint8]]:
        """Return the rows of the places whose folded name is this, for each 1 if by a by-name."""
        wanted = np.uint64(key(name))
        keys = self._columns["keys"]
        start = int(keys.searchsorted(wanted, "left"))
        end = int(keys.searchsorted(wanted, "right"))
        return self._columns["key_rows"][start:end], self._columns["by_name"][start:end]

    @cached_property
    def _by_sound(self) -> dict[str, list[tuple[int, str]]]:
        """Return the towns that have Arabic names of several words, by how these sound."""
        codes = [n for n, code in enumerate(self.codes) if code.lower() in _ARABIC]
        towns = np.nonzero(np.isin(self.country, codes) & (self.kind == CITY))[0]
        by_sound: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in towns.tolist():
            name = self.name(row)
            if " " in name or "-" in name:
                plain = without_articles(fold(name))
                by_sound[sounds(plain)].append((row, plain))
        by_sound.pop("", None)
        return by_sound

    def spelt_otherwise(self, name: str) -> Rows:
        """Return the rows of the towns whose Arabic names sound as a folded name does."""
        plain = without_articles(name)
        same = self._by_sound.get(sounds(plain), [])
        return np.array([row for row, other in same if alike(plain, other)], np.uint32)

    def known(self, names: Sequence[str]) -> npt.NDArray[np.bool_]:
        """Tell of each folded name whether any place bears it."""
        keys = self._columns["keys"]
        wanted = np.array([key(name) for name in names], np.uint64)
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.asarray(keys[at] == wanted)

    def name(self, row: int) -> str:
        """Return a place's own name."""
        bounds = self._columns["name_bounds"]
        return bytes(self._columns["names"][bounds[row] : bounds[row + 1]]).decode()

    def entry(self, row: int) -> Entry:
        """Return one place with all that is known of it."""
        admin1 = int(self.admin1[row])
        return Entry(
            row=row,
            geonames=int(self._columns["ids"][row]) or None,
            name=self.name(row),
            country=self.codes[int(self.country[row])],
            admin1=self.name(admin1) if admin1 != NOTHING else "",
            lat=round(float(self.lat[row]), 5),
            lon=round(float(self.lon[row]), 5),
            kind=int(self.kind[row]),
            population=int(self.population[row]),
        )


@lru_cache
def _mask(kinds: frozenset[int]) -> npt.NDArray[np.bool_]:
    """Return for each kind of place whether it is one of these."""
    wanted = np.zeros(len(FEATURES), bool)
    wanted[list(kinds)] = True
    return wanted


@cache
def shipped_gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with sayso, one for all who ask."""
    return Gazetteer()


def pack(names: Iterable[str], filed: Iterable[tuple[str, int, int]]) -> dict[str, Any]:
    """Return the arrays of names that `Gazetteer` reads, from places' own names in row order.

    `filed` holds a name, the row that bears it, and 1 where it is a by-name.
    """
    best: dict[tuple[int, int], int] = {}
    for name, row, by_name in filed:
        at = (key(fold(name)), row)
        if fold(name):
            best[at] = min(by_name, best.get(at, 1))
    order = sorted(best)
    keys = np.array([k for k, _ in order], np.uint64)
    encoded = [name.encode() for name in names]
    return {
        "key_steps": np.diff(keys, prepend=np.uint64(0)),
        "key_rows": np.array([row for _, row in order], np.uint32),
        "by_name": np.array([best[at] for at in order], np.uint8),
        "names": np.frombuffer(b"".join(encoded), np.uint8),
        "name_sizes": np.array([len(name) for name in encoded], np.uint16),
    }
