"""Places with what is said about them -> a map as it is drawn, and the same as tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.english.excerpts import shorten
from sayso.view.charts.basemap import (
    WORLD,
    Box,
    Window,
    basemap,
    border_paths,
    fitted,
    land_path,
)
from sayso.view.charts.timeline import WIDTHS, Label
from sayso.view.doubt import DOUBTFUL
from sayso.view.words import counted

_HEIGHTS = {"wide": 600.0, "narrow": 420.0}
_SIZES = {"wide": 1.0, "narrow": 0.75}
_NAMED = {"wide": 24, "narrow": 9}  # marks with a name
_SURE = 0.9  # from which score on a mark is whole
_MOST = 400  # marks
_LETTER = 7.0
_LINE = 15.0
_SHARE = 0.85  # of the statements whose places lie in the window, at least
_WIDEST = 150.0  # degrees from west to east of what is no whole world
_LEAST = 7.0  # degrees from south to north
_EDGE = 0.14  # of a window that is left free at each side


@dataclass(frozen=True, slots=True)
class Located:
    """A place that statements speak of; without coordinates `lat` and `lon` are None.

    `mention` are the words of most articles for it. `country` is the gazetteer's, and is not shown
    where the status of the region is `contested`.
    """

    name: str
    mention: str
    geonames: int | None
    country: str
    lat: float | None
    lon: float | None
    score: float
    statements: int
    speakers: int
    first: str
    last: str
    address: str
    said: str
    contested: bool = False

    @property
    def words(self) -> str:
        """Return in one line how much is said about it."""
        by = counted(self.speakers, "speaker")
        return f"{self.name}: {counted(self.statements, 'statement')} of {by}"

    @property
    def is_drawn(self) -> bool:
        """Tell whether it is known where it is, more likely than not."""
        return self.lat is not None and self.lon is not None and self.score >= DOUBTFUL

    def to_json(self) -> dict[str, Any]:
        """Return the place as an object."""
        names = ("name", "geonames", "country", "lat", "lon", "score", "statements", "speakers")
        form = {name: getattr(self, name) for name in (*names, "first", "last")}
        return form | {"drawn": self.is_drawn, "contested": self.contested}


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on a canvas."""

    x: float
    y: float
    size: float
    is_sure: bool
    place: Located


@dataclass(frozen=True, slots=True)
class MapCanvas:
    """A map as it is drawn."""

    name: str
    width: float
    height: float
    land: str
    borders: str
    disputed: str
    pins: tuple[Pin, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """Places by the numbers of statements: those that are drawn, and those that are not.

    `outside` counts those that lie outside of the part of the world that is shown.
    """

    title: str
    about: str
    source: str
    box: Box
    drawn: tuple[Located, ...]
    unsure: tuple[Located, ...]
    unknown: tuple[Located, ...]
    outside: int
    canvases: tuple[MapCanvas, ...]

    @property
    def moves(self) -> list[tuple[str, Box]]:
        """Return by what words one goes closer, farther or aside, and what is seen then."""
        west, south, east, north = self.box
        wide, tall = east - west, north - south
        shown = [p.place for canvas in self.canvases[:1] for p in canvas.pins]
        spots = [(each.lon or 0.0, each.lat or 0.0, each.statements) for each in shown]
        x, y = (west + east) / 2, (south + north) / 2
        if spots:
            x, y = _middle(spots)
        made = [
            ("Closer", (x - wide / 4, y - tall / 4, x + wide / 4, y + tall / 4)),
            ("Farther", (west - wide / 2, south - tall / 2, east + wide / 2, north + tall / 2)),
        ]
        for words, dx, dy in (("West", -1, 0), ("East", 1, 0), ("North", 0, 1), ("South", 0, -1)):
            by = (dx * wide / 2, dy * tall / 2)
            made.append((words, (west + by[0], south + by[1], east + by[0], north + by[1])))
        return [(words, bounded(box)) for words, box in made if bounded(box) != self.box]

    @property
    def has_disputed(self) -> bool:
        """Tell whether a disputed line is seen."""
        return any(canvas.disputed for canvas in self.canvases)


def mapped(places: Iterable[Located], box: Box | None = None) -> Map:
    """Return a map of places: of a part of the world, or of where most of them are."""
    ordered = sorted(places, key=lambda each: (-each.statements, each.name, each.geonames or 0))
    drawn = tuple(each for each in ordered if each.is_drawn)[:_MOST]
    box = box or _box(drawn)
    canvases = tuple(_canvas(name, width, drawn, box) for name, width in WIDTHS if drawn)
    shown = {id(pin.place) for canvas in canvases[:1] for pin in canvas.pins}
    known = [each for each in ordered if not each.is_drawn]
    return Map(
        title="Places that statements speak of",
        about="; ".join(each.words for each in drawn[:20]),
        source=basemap().source,
        box=box,
        drawn=drawn,
        unsure=tuple(each for each in known if each.lat is not None),
        unknown=tuple(each for each in known if each.lat is None),
        outside=sum(id(each) not in shown for each in drawn),
        canvases=canvases,
    )


def _box(drawn: Sequence[Located]) -> Box:
    """Return the box that holds most of what is said, without what lies far off."""
    spots = [(each.lon or 0.0, each.lat or 0.0, each.statements) for each in drawn]
    if not spots:
        return WORLD
    middle = _middle(spots)
    spots.sort(key=lambda s: (s[0] - middle[0]) ** 2 + (s[1] - middle[1]) ** 2)
    whole, held, inside = sum(n for _, _, n in spots), 0, 0
    while inside < len(spots) and held < _SHARE * whole:
        held += spots[inside][2]
        inside += 1
    near = _around(spots[:inside])
    every = _around(spots)
    small = 2.5 * max(near[2] - near[0], _LEAST)
    box = every if every[2] - every[0] <= small else near
    return WORLD if box[2] - box[0] > _WIDEST else box


def _around(spots: Sequence[tuple[float, float, int]]) -> Box:
    xs, ys = [x for x, _, _ in spots], [y for _, y, _ in spots]
    west, east, south, north = min(xs), max(xs), min(ys), max(ys)
    wide = max(_LEAST, east - west) * (1 + 2 * _EDGE)
    tall = max(_LEAST, north - south) * (1 + 2 * _EDGE)
    x, y = (west + east) / 2, (south + north) / 2
    return x - wide / 2, max(-85.0, y - tall / 2), x + wide / 2, min(85.0, y + tall / 2)


def bounded(box: Box) -> Box:
    """Return a box as it can be shown: in the world, and neither tiny nor turned about."""
    west, south, east, north = box
    wide = min(max(east - west, 0.5), 360.0)
    tall = min(max(north - south, 0.5), 170.0)
    x = min(max((west + east) / 2, -180.0 + wide / 2), 180.0 - wide / 2)
    y = min(max((south + north) / 2, -85.0 + tall / 2), 85.0 - tall / 2)
    sides = (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
    west, south, east, north = (round(side, 2) for side in sides)
    return west, south, east, north


def _middle(spots: Sequence[tuple[float, float, int]]) -> tuple[float, float]:
    """Return the middle of some spots, each as heavy as its number."""
    return _median([(x, n) for x, _, n in spots]), _median([(y, n) for _, y, n in spots])


def _median(values: Sequence[tuple[float, int]]) -> float:
    half, held = sum(n for _, n in values) / 2, 0
    for value, number in sorted(values):
        held += number
        if held >= half:
            return value
    return 0.0


def _canvas(name: str, width: float, drawn: Sequence[Located], box: Box) -> MapCanvas:
    window = fitted(box, width, _HEIGHTS[name])
    pins = []
    for each in drawn:
        if each.lon is not None and each.lat is not None and window.shows(each.lon, each.lat):
            x, y = window.place(each.lon, each.lat)
            size = round(_SIZES[name] * min(18.0, 4.0 + 1.5 * each.statements**0.5), 1)
            pins.append(Pin(round(x, 1), round(y, 1), size, each.score >= _SURE, each))
    plain, disputed = border_paths(window)
    labels = tuple(_labels(pins, window, _NAMED[name]))
    land = land_path(window)
    # The largest first, so that a small one is not hidden below it.
    return MapCanvas(name, width, window.height, land, plain, disputed, tuple(pins), labels)


def _labels(pins: Sequence[Pin], window: Window, most: int) -> Iterable[Label]:
    """Yield names beside the marks of most statements, where they cover nothing."""
    taken = [(p.x - p.size, p.y - p.size, p.x + p.size, p.y + p.size) for p in pins[: 2 * most]]
    for pin in pins[:most]:
        words = shorten(pin.place.name, 22)
        long = _LETTER * len(words)
        for x, anchor in ((pin.x + pin.size + 3, "start"), (pin.x - pin.size - 3, "end")):
            left = x if anchor == "start" else x - long
            box = (left, pin.y - _LINE / 2, left + long, pin.y + _LINE / 2)
            is_inside = box[0] >= 0 and box[2] <= window.width
            if is_inside and not any(_cover(box, other) for other in taken):
                taken.append(box)
                yield Label(round(x, 1), round(pin.y + 4, 1), words, anchor, pin.place.address)
                break


def _cover(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
