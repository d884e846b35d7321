"""The packaged base map -> land and lines inside a window, as paths on a canvas.

Land is one colour. Countries are never filled, since the usual data take sides; a line that is
disputed, by a list of ours with a source for each (`disputed-lines.csv`), is told apart.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import cos, radians
from typing import NamedTuple

from sayso.english.tables import rows

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # west, south, east, north, in degrees
_NEAR = 0.7  # units of the canvas within which points are one
_BEYOND = 6.0  # units that are drawn outside of the canvas, so that no edge of land is seen
_EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)
WORLD: Box = (-170.0, -56.0, 180.0, 78.0)
"""What is shown where places lie all over the world."""


class Border(NamedTuple):
    """A line between two countries, or a part of one, in degrees."""

    points: tuple[Point, ...]
    is_disputed: bool


class Dispute(NamedTuple):
    """A line that is disputed: between what, of which part, about what, and where that is told.

    `address` is of a page on which that was looked up, and `unchecked` what was not there.
    """

    between: tuple[str, str]
    box: Box
    about: str
    source: str
    address: str = ""
    unchecked: str = ""


@dataclass(frozen=True, slots=True)
class Basemap:
    """Land as rings, lines between countries, and where all of it is from."""

    source: str
    land: tuple[tuple[Point, ...], ...]
    borders: tuple[Border, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world on a canvas; a degree is as wide as it is in its middle."""

    box: Box
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Return how many units a degree to the north takes."""
        return self.height / (self.box[3] - self.box[1])

    def place(self, lon: float, lat: float) -> Point:
        """Return where on the canvas a place is."""
        west, _, east, north = self.box
        return (lon - west) / (east - west) * self.width, (north - lat) * self.scale

    def shows(self, lon: float, lat: float) -> bool:
        """Tell whether a place is on the canvas."""
        west, south, east, north = self.box
        return west <= lon <= east and south <= lat <= north


def fitted(box: Box, width: float, most: float) -> Window:
    """Return a window that shows a box on a canvas of a width and a height of `most` at most."""
    west, south, east, north = box
    shrunk = max(0.2, cos(radians((south + north) / 2)))
    wide, tall = (east - west) * shrunk, north - south
    height = min(most, max(most * 0.55, width * tall / wide))
    if tall / wide > height / width:  # more to the east and west
        more = (tall * width / height / shrunk - (east - west)) / 2
        west, east = west - more, east + more
    else:
        more = (wide * height / width - tall) / 2
        south, north = south - more, north + more
    return Window((west, south, east, north), width, round(height, 1))


@cache
def basemap() -> Basemap:
    """Return the packaged base map."""
    packed = files("sayso").joinpath("data", "basemap.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    unit = data["unit"]
    land = tuple(tuple(_points(ring, unit)) for ring in data["land"])
    known: dict[tuple[str, str], list[Dispute]] = {}
    for each in disputes():
        known.setdefault(each.between, []).append(each)
    borders = (
        part
        for one, other, line in data["lines"]
        for part in _parts(tuple(_points(line, unit)), known.get((one, other), ()))
    )
    return Basemap(data["source"], land, tuple(borders))


@cache
def disputes() -> tuple[Dispute, ...]:
    """Return the list of disputed lines."""
    return tuple(_dispute(row) for row in rows("disputed-lines.csv"))


def _dispute(row: dict[str, str]) -> Dispute:
    sides = [row[name] for name in ("west", "south", "east", "north")]
    west, south, east, north = map(float, sides) if sides[0] else _EVERYWHERE
    between = (row["one"], row["other"])
    unchecked = "" if row["checked"] == "yes" else row["checked"]
    box = (west, south, east, north)
    return Dispute(between, box, row["about"], row["source"], row["address"], unchecked)


def _points(packed: Sequence[int], unit: int) -> Iterator[Point]:
    x = y = 0
    for n in range(0, len(packed), 2):
        x, y = x + packed[n], y + packed[n + 1]
        yield x / unit, y / unit


def _parts(points: tuple[Point, ...], known: Sequence[Dispute]) -> Iterator[Border]:
    """Yield the parts of a line that are disputed, and those that are not."""
    part: list[Point] = [points[0]]
    was: bool | None = None
    for start, end in pairwise(points):
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        now = any(_inside(each.box, middle) for each in known)
        if was is not None and now != was:
            yield Border(tuple(part), was)
            part = [start]
        part.append(end)
        was = now
    if was is not None:
        yield Border(tuple(part), was)


def _inside(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def land_path(window: Window) -> str:
    """Return the land inside a window as one path."""
    rings = (_clipped([window.place(*point) for point in ring], window) for ring in _near(window))
    return "".join(f"M{_joined(ring)}Z" for ring in rings if len(ring) > 2)


def border_paths(window: Window) -> tuple[str, str]:
    """Return the lines inside a window that are not disputed, and those that are, as paths."""
    made = {False: "", True: ""}
    for border in basemap().borders:
        for part in _cut([window.place(*point) for point in border.points], window):
            made[border.is_disputed] += f"M{_joined(part)}"
    return made[False], made[True]


def _near(window: Window) -> Iterator[tuple[Point, ...]]:
    west, south, east, north = window.box
    for ring in basemap().land:
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        if max(xs) >= west and min(xs) <= east and max(ys) >= south and min(ys) <= north:
            yield ring


def _joined(points: Sequence[Point]) -> str:
    """Return points as a path has them, without those that one could not tell apart."""
    made: list[str] = []
    last: Point | None = None
    for n, (x, y) in enumerate(points):
        is_end = n == len(points) - 1
        if last is None or is_end or abs(x - last[0]) + abs(y - last[1]) > _NEAR:
            made.append(f"{x:.1f} {y:.1f}")
            last = (x, y)
    return "L".join(made)


def _clipped(ring: list[Point], window: Window) -> list[Point]:
    """Return a ring as far as it lies on the canvas (Sutherland and Hodgman 1974)."""
    low, high = -_BEYOND, (window.width + _BEYOND, window.height + _BEYOND)
    for axis, edge, sign in ((0, low, 1), (0, high[0], -1), (1, low, 1), (1, high[1], -1)):
        made: list[Point] = []
        for start, end in zip(ring, [*ring[1:], *ring[:1]], strict=True):
            inside = [sign * (point[axis] - edge) >= 0 for point in (start, end)]
            if inside[0]:
                made.append(start)
            if inside[0] != inside[1]:
                share = (edge - start[axis]) / (end[axis] - start[axis])
                made.append(tuple(a + share * (b - a) for a, b in zip(start, end, strict=True)))  # type: ignore[arg-type]
        ring = made
        if not ring:
            break
    return ring


def _cut(points: Iterable[Point], window: Window) -> Iterator[list[Point]]:
    """Yield the parts of a line that lie on the canvas, with the point before and behind each."""
    part: list[Point] = []
    last: Point | None = None
    for point in points:
        inside = 0 <= point[0] <= window.width and 0 <= point[1] <= window.height
        if inside and not part and last is not None:
            part.append(last)
        if inside or part:
            part.append(point)
        if part and not inside:
            yield part
            part = []
        last = point
    if len(part) > 1:
        yield part
