"""Land and lines inside a window; which lines are dashed, and by whose word."""

import gzip
import json
import re
from importlib.resources import files
from itertools import pairwise

import pytest

from sayso.view.charts.basemap import (
    WORLD,
    Window,
    basemap,
    border_paths,
    disputes,
    fitted,
    land_path,
)


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


@pytest.mark.parametrize("box", [WORLD, (20.0, 10.0, 65.0, 45.0), (-180.0, -85.0, 180.0, 85.0)])
@pytest.mark.parametrize("width", [960.0, 350.0])
def test_what_is_drawn_stands_on_the_canvas(
    box: tuple[float, float, float, float], width: float
) -> None:
    window = fitted(box, width, 600.0)
    assert window.height <= 600.0
    for x, y in points(land_path(window)):
        assert -7 <= x <= width + 7
        assert -7 <= y <= window.height + 7
    west, south, east, north = window.box
    assert west <= box[0] + 0.01
    assert east >= box[2] - 0.01
    assert south <= box[1] + 0.01
    assert north >= box[3] - 0.01


def test_a_window_shows_land_where_land_is() -> None:
    inland, sea = ((15.0, 20.0, 17.0, 22.0), (-40.0, 30.0, -38.0, 32.0))  # the Sahara, the Atlantic
    assert len(points(land_path(fitted(inland, 350.0, 300.0)))) >= 4
    assert land_path(fitted(sea, 350.0, 300.0)) == ""


def test_places_stand_where_they_are() -> None:
    window = Window((0.0, 0.0, 10.0, 10.0), 100.0, 200.0)
    assert window.place(0.0, 10.0) == (0.0, 0.0)
    assert window.place(10.0, 0.0) == (100.0, 200.0)
    assert window.shows(5.0, 5.0)
    assert not window.shows(11.0, 5.0)


def test_no_ring_runs_over_the_edge_of_the_world() -> None:
    for ring in basemap().land:
        jumps = [abs(a[0] - b[0]) for a, b in pairwise(ring) if abs(a[1]) < 84]
        assert max(jumps, default=0) < 180
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_every_disputed_line_is_on_the_base_map_and_has_a_source() -> None:
    data = json.loads(
        gzip.decompress(files("sayso").joinpath("data", "basemap.json.gz").read_bytes())
    )
    names = {(one, other) for one, other, _ in data["lines"]}
    for each in disputes():
        assert each.between in names
        assert each.between == tuple(sorted(each.between))
        assert re.search(r"\d{4}", each.source), each
        assert each.about
        assert re.match(r"https?://", each.address), each
        assert each.unchecked.startswith("in part") or not each.unchecked
    assert any(border.is_disputed for border in basemap().borders)


@pytest.mark.parametrize(
    ("box", "plain", "dashed"),
    [
        ((33.0, 45.3, 35.5, 46.7), False, True),  # the north of Crimea
        ((71.0, 25.0, 72.5, 28.0), True, False),  # India and Pakistan, in the desert
        ((73.8, 33.0, 75.5, 34.8), False, True),  # and in Kashmir
        ((5.0, 47.0, 8.0, 49.5), True, False),  # France and Germany
    ],
)
def test_which_part_of_a_line_is_dashed(
    box: tuple[float, float, float, float], plain: bool, dashed: bool
) -> None:
    width = 350.0
    window = Window(box, width, width * (box[3] - box[1]) / (box[2] - box[0]))
    assert [bool(path) for path in border_paths(window)] == [plain, dashed]
