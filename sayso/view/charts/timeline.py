"""What happened by day -> series over one axis: columns that stand on each other, rows of marks.

The same values are the chart, its table and its JSON.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sayso.english.excerpts import shorten
from sayso.linked import STANCES
from sayso.view.charts.axis import Axis, Slot

WIDTHS = (("wide", 960.0), ("narrow", 350.0))
"""Each chart is drawn twice, for wide screens and for narrow ones, so that words stay legible."""

_TICK = 84.0  # units that a name under the axis takes
_SIDE = 210.0  # units for the names of rows on a wide canvas
_TALL = 150.0  # of the columns
_ROW = 30.0
_NAME = 16.0  # above a row of a narrow canvas
_LETTERS = 7.4  # units of a letter of a row's name, at most
_FOOT = 26.0


class Cell(NamedTuple):
    """How often something happened in a slot, what it was, and the address that proves it.

    `kind` is how its mark is drawn, where not as its row is; one that `changed` has a ring.
    """

    number: int
    words: str
    address: str
    kind: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One row of marks, or one layer of the columns if `stacked`; `cells` are by slots.

    `kind` tells how it is drawn: see charts.css.
    """

    name: str
    kind: str
    cells: Mapping[int, Cell]
    stacked: bool = False
    address: str = ""

    @property
    def total(self) -> int:
        """Return how often it happened in all."""
        return sum(cell.number for cell in self.cells.values())


class Bar(NamedTuple):
    """One piece of a column."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    cell: Cell
    title: str


class Mark(NamedTuple):
    """One mark of a row."""

    x: float
    y: float
    size: float
    kind: str
    cell: Cell
    title: str


class Label(NamedTuple):
    """Words on a canvas."""

    x: float
    y: float
    words: str
    anchor: str = "start"
    address: str = ""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A chart as it is drawn."""

    name: str
    width: float
    height: float
    left: float
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    rows: tuple[Label, ...]
    ticks: tuple[Label, ...]
    lines: tuple[float, ...]
    levels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Series over an axis of time; `title` and `about` tell what is seen."""

    title: str
    about: str
    axis: Axis
    series: tuple[Series, ...]
    canvases: tuple[Canvas, ...] = field(default=())

    @property
    def stacked(self) -> list[Series]:
        """Return the layers of the columns."""
        return [each for each in self.series if each.stacked]

    @property
    def signs(self) -> list[tuple[str, str]]:
        """Return the kinds of marks that need a word, each with that word."""
        kinds = {cell.kind for each in self.series for cell in each.cells.values() if cell.kind}
        changed = any(cell.changed for each in self.series for cell in each.cells.values())
        return [(kind, kind) for kind in STANCES if kind in kinds] + (
            [("changed", "changed")] if changed else []
        )

    @property
    def table(self) -> list[tuple[Slot, list[Cell | None]]]:
        """Return the slots in which something happened, with the cells of all series."""
        every = sorted({slot for each in self.series for slot in each.cells})
        return [
            (self.axis.slots[slot], [each.cells.get(slot) for each in self.series])
            for slot in every
        ]

    def to_json(self) -> dict[str, Any]:
        """Return the figures as an object: the series, each with its slots by time."""
        return {"grain": self.axis.grain, "series": [self._series(each) for each in self.series]}

    def _series(self, series: Series) -> dict[str, Any]:
        points = [
            {"from": slot.start, "to": slot.end, "number": cell.number}
            for number, cell in sorted(series.cells.items())
            for slot in [self.axis.slots[number]]
        ]
        return {"name": series.name, "kind": series.kind, "points": points}


def timeline(title: str, axis: Axis, series: Iterable[Series]) -> Timeline:
    """Return a timeline as it is drawn; series in which nothing happened are left out."""
    those = tuple(each for each in series if each.cells)
    if not axis.slots or not those:
        return Timeline(title, "", axis, ())
    canvases = tuple(_canvas(name, width, axis, those) for name, width in WIDTHS)
    return Timeline(title, _about(axis, those), axis, those, canvases)


def row_of(
    name: str, kind: str, points: Iterable[tuple[str, str]], its: Axis, more: Callable[[int], str]
) -> Series:
    """Return a row of marks; points are days, each with the address of what happened.

    Where several happened in one slot, `more` gives the address of the slot.
    """
    slots: dict[int, list[str]] = defaultdict(list)
    for day, address in points:
        if (slot := its.slot_of(day)) is not None:
            slots[slot].append(address)
    cells = {
        slot: Cell(len(every), str(len(every)), every[0] if len(every) == 1 else more(slot))
        for slot, every in slots.items()
    }
    return Series(name, kind, cells)


def _about(axis: Axis, series: Sequence[Series]) -> str:
    parts = ", ".join(f"{each.name} {each.total}" for each in series)
    return f"By {axis.grain}, from {axis.slots[0].words} to {axis.slots[-1].words}: {parts}."


def _canvas(name: str, width: float, axis: Axis, series: Sequence[Series]) -> Canvas:
    is_wide = name == "wide"
    rows = [each for each in series if not each.stacked]
    left = _SIDE if is_wide and rows else 34.0
    step = (width - left - 8.0) / len(axis.slots)
    tall = _TALL if any(each.stacked for each in series) else 0.0
    bars, levels = _bars(series, left, step)
    height = _ROW if is_wide else _ROW + _NAME
    top = tall + 18.0 if tall else 4.0
    marks: list[Mark] = []
    labels: list[Label] = []
    for number, each in enumerate(rows):
        y = top + height * (number + 1) - _ROW / 2
        marks += _marks(each, axis, y, (left, step))
        place = (0.0, y + 4.5) if is_wide else (0.0, y - _ROW / 2)
        room = left if is_wide else width
        labels.append(
            Label(*place, shorten(each.name, int(room / _LETTERS)), "start", each.address)
        )
    bottom = top + height * len(rows)
    ticks = [
        Label(_round(left + (tick.slot + 0.5) * step), _round(bottom + 18.0), tick.words, "middle")
        for tick in axis.ticks(int((width - left) / _TICK))
    ]
    return Canvas(
        name=name,
        width=width,
        height=_round(bottom + _FOOT),
        left=left,
        bars=tuple(bars),
        marks=tuple(marks),
        rows=tuple(labels),
        ticks=tuple(_inside(each, width) for each in ticks),
        lines=tuple(_round(top + height * (n + 1) - _ROW / 2) for n in range(len(rows))),
        levels=tuple(levels),
    )


def _bars(series: Sequence[Series], left: float, step: float) -> tuple[list[Bar], list[Label]]:
    """Return the columns, and the lines that tell their height."""
    layers = [each for each in series if each.stacked]
    if not layers:
        return [], []
    heights: dict[int, int] = {}
    for layer in layers:
        for slot, cell in layer.cells.items():
            heights[slot] = heights.get(slot, 0) + cell.number
    level = _level(max(heights.values()))
    top = level * -(-max(heights.values()) // level)
    unit = (_TALL - 12.0) / top
    base: dict[int, float] = dict.fromkeys(heights, _TALL)
    bars: list[Bar] = []
    for layer in layers:
        for slot, cell in sorted(layer.cells.items()):
            tall = cell.number * unit
            base[slot] -= tall
            place = (_round(left + slot * step + step * 0.1), _round(base[slot]))
            size = (_round(min(step * 0.8, 46.0)), _round(tall))
            bars.append(Bar(*place, *size, layer.kind, cell, cell.words))
    steps = range(0, top + 1, level)
    return bars, [Label(left, _round(_TALL - n * unit), str(n), "end") for n in steps]


def _level(most: int) -> int:
    """Return the distance of lines that tell heights: 1, 2, 5, 10, 20…, three or four of them."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if most <= factor * size * 4:
                return factor * size
        size *= 10


def _marks(series: Series, axis: Axis, y: float, scale: tuple[float, float]) -> list[Mark]:
    """Return the marks of a row; the area of each tells how often it happened."""
    left, step = scale
    made: list[Mark] = []
    for slot, cell in sorted(series.cells.items()):
        size = min(12.0, max(4.6, step), 4.6 + 1.9 * (cell.number - 1) ** 0.5)
        x = _round(left + (slot + 0.5) * step)
        title = f"{series.name}, {axis.slots[slot].words}: {cell.words}"
        made.append(Mark(x, _round(y), _round(size), cell.kind or series.kind, cell, title))
    return made


def _inside(label: Label, width: float) -> Label:
    """Return a name under the axis that does not run out of the canvas."""
    half = len(label.words) * 3.6
    if label.x + half > width:
        return label._replace(x=width, anchor="end")
    return label


def _round(value: float) -> float:
    return round(value, 1)
