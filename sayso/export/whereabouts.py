"""Places and times of a record -> words: what each mention was resolved to, gathered by that."""

from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import TypeVar

from sayso.english.tables import rows
from sayso.export.wording import duration, interval, one_line
from sayso.records import Place, Record, Timex

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
_USES = {"metonym": "speaks or acts", "modifier": "describes something"}
_Item = TypeVar("_Item")


def places(record: Record) -> list[tuple[Place, ...]]:
    """Return the mentions of places gathered by what they were resolved to, in text order.

    Those that no place was found for come last, gathered by the reason.
    """
    found = _grouped(record.places, _place_key)
    return sorted(found, key=lambda group: not group[0].location.name)


def times(record: Record) -> list[tuple[Timex, ...]]:
    """Return the expressions of time gathered by what they mean, in text order.

    Those that no date was found for come last, gathered by the reason.
    """
    found = _grouped(record.times, _time_key)
    return sorted(found, key=lambda group: not _meant(group[0]))


def _time_key(time: Timex) -> Hashable:
    return (time.type, time.value, time.start, time.end) if _meant(time) else time.why


def _meant(time: Timex) -> bool:
    return bool(time.value or time.start or time.end)


def _place_key(place: Place) -> Hashable:
    return place.location if place.location.name else place.why


def _grouped(items: Iterable[_Item], key: Callable[[_Item], Hashable]) -> list[tuple[_Item, ...]]:
    groups: dict[Hashable, list[_Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return [tuple(group) for group in groups.values()]


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("countries.csv")}


def country(code: str) -> str:
    """Return the name of a country by its code in ISO 3166-1, or the code where none is known."""
    return _countries().get(code, code)


def kind(place: Place) -> str:
    """Return what sort of place it is, in everyday words: country, region, city, water."""
    if place.location.feature == "A" and place.location.name == country(place.location.country):
        return "country"
    return _FEATURES.get(place.location.feature, "")


def place_line(place: Place) -> str:
    """Return what a mention was resolved to: `Lisbon (Portugal, city)`."""
    if not place.location.name:
        return "no place found"
    name, within = one_line(place.location.name), one_line(country(place.location.country))
    facts = [fact for fact in (within if within != name else "", kind(place)) if fact]
    return f"{name} ({', '.join(facts)})" if facts else name


def region(place: Place) -> str:
    """Return in which region and country a place lies, without its own name."""
    names = [one_line(place.location.admin1), one_line(country(place.location.country))]
    return ", ".join(name for name in dict.fromkeys(names) if name and name != place.location.name)


def coordinates(place: Place) -> str:
    """Return latitude and longitude in degrees: `38.72° N, 9.13° W`."""
    lat, lon = place.location.lat, place.location.lon
    if lat is None or lon is None:
        return ""
    north, east = ("N" if lat >= 0 else "S"), ("E" if lon >= 0 else "W")
    return f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east}"


def time_line(time: Timex) -> str:
    """Return what an expression of time means: a date, a stretch of dates, or a duration."""
    if time.type == "DURATION" and (length := duration(time.value)):
        dates = interval(time.start, time.end)
        return f"{length}, {dates}" if dates else length
    if time.type == "SET" and (often := duration(time.value)):
        return "every " + often.removeprefix("1 ")
    clock = time.value.partition("T")[2]
    days = interval(time.start, time.end)
    if days:
        return f"{days}, {clock}" if clock[:2].isdigit() else days
    open_ = time.value.startswith("XXXX")  # TIMEX3 for a year that is not known
    return "no date found" if open_ else one_line(time.value) or "no date found"


def use(place: Place) -> str:
    """Return how a mention uses its place where it does not simply mean it, else nothing."""
    return _USES.get(place.use, "")
