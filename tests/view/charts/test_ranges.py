"""Figures as ranges on one axis."""

from sayso.view.across.disputes import Figure, FigureView
from sayso.view.charts.ranges import ranges
from tests.view.across.making import known, said

KNOWN = known(
    said(1, "at least 20", who="the army"), said(2, "none", who="Irna Vask"),
    said(3, "10 to 12", who="the mission"), said(4, "many"),
)  # fmt: skip


def figure(statement: str, low: float | None, high: float | None, of: str = "killed") -> FigureView:
    return FigureView(Figure(f"soldiers {of}", low, high), (KNOWN[statement],), of)


FIGURES = (figure("st_2", 0, 0), figure("st_3", 10, 12), figure("st_1", 20, None))


def test_what_counts_one_thing_has_one_axis() -> None:
    both = ranges([*FIGURES, figure("st_4", None, 7, "hurt")])
    assert [view.title for view in both] == ["Figures: killed", "Figures: hurt"]
    assert [len(view.canvases[0].bounds) for view in both] == [3, 1]
    assert "20 or more soldiers killed, according to the army" in both[0].about


def test_ranges_stand_where_their_figures_are() -> None:
    (view,) = ranges(FIGURES)
    for canvas in view.canvases:
        none, ten, twenty = canvas.bounds
        assert none.x1 == none.x2 == canvas.left
        assert ten.x1 < ten.x2 < twenty.x1 < twenty.x2 <= canvas.width
        assert (none.open_high, twenty.open_low, twenty.open_high) == (False, False, True)
        assert [each.statement for each in canvas.bounds] == ["st_2", "st_3", "st_1"]
        assert [tick.words for tick in canvas.ticks] == ["0", "10", "20", "30", "40"]
        assert [row.words for row in canvas.rows] == ["Irna Vask", "the mission", "the army"]


def test_what_has_no_number_is_not_drawn() -> None:
    assert ranges([figure("st_4", None, None)]) == ()
    (view,) = ranges([figure("st_2", 0, 0)])
    assert view.canvases[0].bounds[0].x1 == view.canvases[0].left
