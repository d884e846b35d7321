"""Series over an axis, as they are drawn on a wide and on a narrow canvas."""

from collections import Counter

from sayso.view.charts.axis import axis
from sayso.view.charts.timeline import Cell, Series, row_of, timeline

AXIS = axis(["2031-03-14", "2031-03-20"])
SAYS = Series("says", "says", {0: Cell(3, "3 statements", "/a"), 6: Cell(5, "5", "/b")}, True)
DENIES = Series("denies", "denies", {6: Cell(2, "2", "/c")}, True)
WHO = Series("Ana Ruel of a body with a very long name indeed", "who", {2: Cell(4, "4", "/d")})
VIEW = timeline("What was said", AXIS, [SAYS, DENIES, WHO, Series("nothing", "who", {})])


def test_all_stands_inside_its_canvas() -> None:
    assert [canvas.name for canvas in VIEW.canvases] == ["wide", "narrow"]
    for its in VIEW.canvases:
        for bar in its.bars:
            assert its.left <= bar.x < bar.x + bar.width <= its.width
            assert 0 <= bar.y < bar.y + bar.height <= its.height
        for mark in its.marks:
            assert its.left <= mark.x - mark.size < mark.x + mark.size <= its.width
        assert all(label.y <= its.height for label in (*its.ticks, *its.rows))
        assert all(7 * len(label.words) <= its.width for label in its.rows)


def test_layers_stand_on_each_other_and_are_as_tall_as_they_are_many() -> None:
    bars = {(bar.kind, bar.cell.number): bar for bar in VIEW.canvases[0].bars}
    says, denies = bars["says", 5], bars["denies", 2]
    assert abs(denies.y + denies.height - says.y) < 0.2
    assert abs(says.height / 5 - denies.height / 2) < 0.1


def test_the_table_has_the_figures_of_the_chart() -> None:
    drawn = Counter(bar.cell.number for bar in VIEW.canvases[0].bars)
    drawn.update(mark.cell.number for mark in VIEW.canvases[1].marks)
    table = Counter(cell.number for _, cells in VIEW.table for cell in cells if cell)
    assert drawn == table
    assert [slot.words for slot, _ in VIEW.table] == ["14 Mar 2031", "16 Mar 2031", "20 Mar 2031"]
    assert [each.name for each in VIEW.series] == ["says", "denies", WHO.name]
    assert VIEW.to_json()["series"][1] == {
        "name": "denies", "kind": "denies",
        "points": [{"from": "2031-03-20", "to": "2031-03-20", "number": 2}],
    }  # fmt: skip


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline("x", AXIS, []).canvases == ()
    assert timeline("x", axis([]), [SAYS]).series == ()


def test_one_leads_to_itself_and_several_to_their_slot() -> None:
    points = [("2031-03-14", "/one"), ("2031-03-16", "/a"), ("2031-03-16", "/b"), ("", "/lost")]
    made = row_of("Told", "who", points, AXIS, lambda slot: f"/slot/{slot}")
    assert {slot: (cell.number, cell.address) for slot, cell in made.cells.items()} == {
        0: (1, "/one"), 2: (2, "/slot/2"),
    }  # fmt: skip


def test_signs_are_named_where_marks_of_a_row_differ() -> None:
    cells = {0: Cell(1, "x", "/x", "refuses"), 3: Cell(1, "y", "/y", "offers", changed=True)}
    view = timeline("x", AXIS, [Series("talks", "position", cells)])
    assert [words for _, words in view.signs] == ["offers", "refuses", "changed"]
    assert [mark.kind for mark in view.canvases[0].marks] == ["refuses", "offers"]
    assert VIEW.signs == []
