"""Places on a map: what is drawn, where, and what is listed beside it."""

import pytest

from sayso.view.charts.basemap import WORLD
from sayso.view.charts.maps import Located, bounded, mapped


def place(name: str, lon: float | None, lat: float | None, n: int, score: float = 0.95) -> Located:
    days = ("2031-03-14", "2031-03-20")
    where_to = (f"/place/{name}", f"/timeline?place={name}#said")
    return Located(name, name, None, "", lat, lon, score, n, 2, *days, *where_to)


NEAR = [
    place("Hadrov", 30.0, 50.0, 9),
    place("Velna", 32.0, 51.0, 20),
    place("Orvel", 31.0, 49.0, 4),
]
FAR = place("Skerra", -100.0, 40.0, 1)
GUESS = place("Tolm", 31.0, 50.0, 7, 0.4)
LOST = place("Karsk", None, None, 30, 0.0)


def test_what_is_not_drawn_is_listed() -> None:
    view = mapped([*NEAR, FAR, GUESS, LOST])
    assert [each.name for each in view.drawn] == ["Velna", "Hadrov", "Orvel", "Skerra"]
    assert [each.name for each in view.unsure] == ["Tolm"]
    assert [each.name for each in view.unknown] == ["Karsk"]


def test_the_part_of_the_world_is_where_most_is() -> None:
    view = mapped([*NEAR, FAR])
    assert view.outside == 1
    for canvas in view.canvases:
        assert {pin.place.name for pin in canvas.pins} == {"Hadrov", "Velna", "Orvel"}
        for pin in canvas.pins:
            assert 0 <= pin.x <= canvas.width
            assert 0 <= pin.y <= canvas.height
        assert canvas.land
    world = mapped([*NEAR, FAR], WORLD)
    assert world.outside == 0
    assert {pin.place.name for pin in world.canvases[0].pins} == {e.name for e in world.drawn}


def test_north_is_up_and_more_is_larger() -> None:
    pins = {pin.place.name: pin for pin in mapped(NEAR).canvases[0].pins}
    assert pins["Velna"].y < pins["Hadrov"].y < pins["Orvel"].y
    assert pins["Hadrov"].x < pins["Orvel"].x < pins["Velna"].x
    assert pins["Velna"].size > pins["Hadrov"].size > pins["Orvel"].size
    assert not mapped([place("Hadrov", 30.0, 50.0, 9, 0.8)]).canvases[0].pins[0].is_sure


def test_names_cover_no_marks_and_no_names() -> None:
    crowd = [place(f"Place {n}", 30.0 + n % 6, 50.0 + n // 6, 40 - n) for n in range(36)]
    for canvas in mapped(crowd).canvases:
        assert 3 <= len(canvas.labels) <= 24
        spots = [(label.x, label.y) for label in canvas.labels]
        assert len(set(spots)) == len(spots)


def test_one_goes_closer_farther_and_aside() -> None:
    view = mapped(NEAR)
    west, _, east, north = view.box
    moves = dict(view.moves)
    assert moves["Closer"][2] - moves["Closer"][0] == pytest.approx((east - west) / 2, abs=0.05)
    assert moves["Farther"][0] < west < east < moves["Farther"][2]
    assert moves["North"][3] > north > moves["South"][3]
    assert moves["East"][0] > west > moves["West"][0]


@pytest.mark.parametrize(
    "box", [(-400.0, -200.0, 400.0, 200.0), (170.0, 80.0, 190.0, 95.0), (5.0, 5.0, 5.0, 5.0)]
)
def test_a_part_of_the_world_is_in_the_world(box: tuple[float, float, float, float]) -> None:
    west, south, east, north = bounded(box)
    assert -180 <= west < east <= 180
    assert -85 <= south < north <= 85


def test_nothing_is_drawn_of_nothing() -> None:
    view = mapped([LOST, GUESS])
    assert (view.canvases, view.drawn, view.outside) == ((), (), 0)
    assert not view.has_disputed
    assert LOST.to_json()["drawn"] is False
