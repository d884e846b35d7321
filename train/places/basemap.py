"""Natural Earth as packaged by world-atlas -> `sayso/data/basemap.json.gz`, what maps are drawn on.

Run `npm pack world-atlas@2.0.2`, unpack it, and run `python -m train.places.basemap package`. The
package (ISC) holds Natural Earth 4.1.0 at 1:50 million (public domain) as TopoJSON. Land is kept as
rings, without countries; of countries only the lines between two of them, each with both names, so
that a list of ours can tell which are disputed (`sayso/data/disputed-lines.csv`).
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "sayso" / "data"
SOURCE = "Natural Earth 4.1.0, 1:50 million (public domain), through world-atlas 2.0.2 (ISC)"
UNIT = 100  # whole numbers in a degree: about 1.1 km
TOLERANCE = 0.025  # degrees by which a line may run beside its place
LEAST = 0.004  # square degrees of an island

Point = tuple[float, float]


def main() -> None:
    """Write the base map from an unpacked package."""
    folder = Path(sys.argv[1])
    countries = json.loads((folder / "countries-50m.json").read_text("utf-8"))
    land = json.loads((folder / "land-50m.json").read_text("utf-8"))
    made: dict[str, Any] = {
        "source": SOURCE,
        "unit": UNIT,
        "land": [packed(ring) for ring in rings(land)],
        "lines": [[*names, packed(line)] for names, line in lines(countries)],
    }
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    path = DATA / "basemap.json.gz"
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB, {len(made['land'])} rings,", end=" ")
    print(f"{len(made['lines'])} lines")


def rings(topology: Any) -> Iterator[list[Point]]:
    """Yield the rings of all land but the smallest islands, simplified."""
    arcs = decoded(topology)
    for shape in topology["objects"]["land"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                points = joined(ring, arcs)
                yield from (simplified(part) for part in within(points) if abs(area(part)) >= LEAST)


def lines(topology: Any) -> Iterator[tuple[list[str], list[Point]]]:
    """Yield the lines between two countries, with both names in the order of the alphabet."""
    arcs = decoded(topology)
    of: dict[int, set[str]] = defaultdict(set)
    for shape in topology["objects"]["countries"]["geometries"]:
        for number in flat(shape.get("arcs", [])):
            of[number if number >= 0 else ~number].add(shape["properties"]["name"])
    for number, names in sorted(of.items()):
        if len(names) == 2:
            yield sorted(names), simplified(arcs[number])


def decoded(topology: Any) -> list[list[Point]]:
    """Return the arcs of a TopoJSON file in degrees."""
    (scale_x, scale_y), (left, low) = topology["transform"].values()
    made = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + low))
        made.append(points)
    return made


def joined(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """Return arcs one behind the other; one below zero runs backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def within(ring: Sequence[Point]) -> Iterator[list[Point]]:
    """Yield the parts of a ring between 180 degrees west and east; one may run across, or about.

    One that runs about the whole world lies about the southern pole.
    """
    points = [ring[0]]
    for x, y in ring[1:]:
        turns = round((points[-1][0] - x) / 360)
        points.append((x + 360 * turns, y))
    if abs(points[-1][0] - points[0][0]) > 180:
        points += [(points[-1][0], -90.0), (points[0][0], -90.0)]
    for shift in (-360, 0, 360):
        part = [(x + shift, y) for x, y in points]
        for edge, sign in ((-180.0, 1), (180.0, -1)):
            part = cut(part, edge, sign)
        if len({x for x, _ in part}) > 1:
            yield part


def cut(ring: Sequence[Point], edge: float, sign: int) -> list[Point]:
    """Return the part of a ring on one side of a meridian (Sutherland and Hodgman 1974)."""
    made: list[Point] = []
    for start, end in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside = [sign * (point[0] - edge) >= 0 for point in (start, end)]
        if inside[0]:
            made.append(start)
        if inside[0] != inside[1]:
            share = (edge - start[0]) / (end[0] - start[0])
            made.append((edge, start[1] + share * (end[1] - start[1])))
    return made


def flat(nested: Any) -> Iterator[int]:
    """Yield the numbers in lists of lists."""
    for each in nested:
        if isinstance(each, int):
            yield each
        else:
            yield from flat(each)


def area(ring: Sequence[Point]) -> float:
    """Return the area of a ring in square degrees, below zero where it runs clockwise."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def simplified(points: Sequence[Point]) -> list[Point]:
    """Return a line with fewer points (Douglas and Peucker 1973)."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        start, end = waiting.pop()
        far, place = 0.0, 0
        for n in range(start + 1, end):
            if (its := distance(points[n], points[start], points[end])) > far:
                far, place = its, n
        if far > TOLERANCE:
            kept.add(place)
            waiting += [(start, place), (place, end)]
    return [points[n] for n in sorted(kept)]


def distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the stretch between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    share = 0.0
    if square:
        share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square
        share = min(1.0, max(0.0, share))
    away = (point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)
    return float((away[0] ** 2 + away[1] ** 2) ** 0.5)


def packed(points: Sequence[Point]) -> list[int]:
    """Return points as whole numbers: the first, then how far each is from the one before."""
    made: list[int] = []
    last = (0, 0)
    for x, y in points:
        here = (round(x * UNIT), round(y * UNIT))
        if not made or here != last:
            made += [here[0] - last[0], here[1] - last[1]]
            last = here
    return made


if __name__ == "__main__":
    main()
