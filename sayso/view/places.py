"""Places of a record -> what each mention was resolved to, gathered by that."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache

from sayso.english.tables import rows
from sayso.records import Location, Place, Record, Spans
from sayso.view.characters import one_line
from sayso.view.doubt import Doubt, doubt
from sayso.view.mentions import Mentions, mentions
from sayso.view.words import percent

# GeoNames' feature classes in everyday words.
_FEATURES = {
    "A": "region",
    "H": "water",
    "L": "area",
    "P": "city",
    "R": "road",
    "S": "building",
    "T": "mountain or island",
    "U": "sea floor",
    "V": "woodland",
}
CONTESTED = "status disputed"  # instead of a country
_USES = {"metonym": "speaks or acts", "modifier": "describes something"}


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Mentions of one place: what and where it is, in words, and why.

    `name` is empty where no place was found; `short` says it in one line all the same. `doubt`
    tells that even the surest mention is doubtful. `number` counts from 1,
    and `spans` are all mentions.
    """

    number: int
    name: str
    short: str
    kind: str
    region: str
    coordinates: str
    doubt: Doubt | None
    mentions: Mentions
    spans: Spans
    reasons: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return the place in one line, with what is doubtful about it."""
        return f"{self.short}, {self.doubt.words}" if self.doubt else self.short


def place_views(record: Record) -> tuple[PlaceView, ...]:
    """Return the places in text order; the mentions that no place was found for come last."""
    groups: dict[Hashable, list[Place]] = {}
    for place in record.places:
        groups.setdefault(place.location if place.location.name else place.why, []).append(place)
    ordered = sorted(groups.values(), key=lambda group: not group[0].location.name)
    return tuple(_place(record.article.text, n, group) for n, group in enumerate(ordered, 1))


def _place(text: str, number: int, group: list[Place]) -> PlaceView:
    location = group[0].location
    surest = max(place.score for place in group)
    doubtful = doubt("place", surest) if location.name else None
    return PlaceView(
        number=number,
        name=one_line(location.name),
        short=place_words(location),
        kind=kind(location),
        region=region(location),
        coordinates=coordinates(location),
        doubt=doubtful,
        mentions=mentions(text, ((place.mention, _note(place, surest)) for place in group)),
        spans=tuple(place.mention for place in group),
        reasons=tuple(dict.fromkeys(_reason(place) for place in group if place.why.strip())),
    )


def _note(place: Place, surest: float) -> str:
    """Return what is to be said of a mention; of one less sure than others, that it is doubtful."""
    less = doubt("place", place.score) if place.location.name and place.score < surest else None
    return ", ".join(filter(None, (_USES.get(place.use, ""), less.words if less else "")))


def _reason(place: Place) -> str:
    why = one_line(place.why)
    return f"{why} ({percent(place.score)})" if place.location.name else why


def place_words(location: Location) -> str:
    """Return a place in one line: `Lisbon (Portugal, city)`."""
    name, within = one_line(location.name), one_line(country(location.country))
    if not name:
        return "no place found"
    if is_contested(location.geonames, location.admin1):
        within = CONTESTED
    facts = [fact for fact in (within if within != name else "", kind(location)) if fact]
    return f"{name} ({', '.join(facts)})" if facts else name


def kind(location: Location) -> str:
    """Return what sort of place it is, in everyday words: country, region, city, water."""
    if location.feature == "A" and location.name == country(location.country):
        return "country"
    return _FEATURES.get(location.feature, "")


def region(location: Location) -> str:
    """Return in which region and country a place lies, without its own name.

    Where a region's status is contested no country is named.
    """
    its = (
        CONTESTED if is_contested(location.geonames, location.admin1) else country(location.country)
    )
    within = one_line(its)
    names = (one_line(location.admin1), within)
    return ", ".join(name for name in dict.fromkeys(names) if name and name != location.name)


def coordinates(location: Location) -> str:
    """Return latitude and longitude in degrees: `38.72° N, 9.13° W`."""
    lat, lon = location.lat, location.lon
    if lat is None or lon is None:
        return ""
    north, east = ("N" if lat >= 0 else "S"), ("E" if lon >= 0 else "W")
    return f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east}"


def country(code: str) -> str:
    """Return the name of a country by its code in ISO 3166-1, or the code where none is known."""
    return _countries().get(code, code)


def is_contested(geonames: int | None, admin1: str) -> bool:
    """Tell whether a place is, or lies in, a region whose status is contested."""
    regions = contested("region")
    return str(geonames) in regions.values() or admin1 in regions


@cache
def contested(kind: str) -> dict[str, str]:
    """Return what is contested, of a kind of the list of ours: ids by names."""
    return {row["name"]: row["id"] for row in rows("disputed-places.csv") if row["kind"] == kind}


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("countries.csv")}
