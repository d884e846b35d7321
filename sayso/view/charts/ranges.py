"""Figures that are given as ranges -> one axis for each thing that they count, a line for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sayso.english.excerpts import shorten
from sayso.view.across.disputes import FigureView
from sayso.view.charts.timeline import WIDTHS, Label
from sayso.view.words import joined

_SIDE = 250.0
_ROW = 34.0
_NAME = 18.0
_EDGE = 26.0
_STEPS = 4
_NAMES = 3  # claimants that are named beside a line
_LETTERS = 7.2  # units of a letter
_BEYOND = 1.1  # how far the axis goes on behind the highest figure


class Bounds(NamedTuple):
    """One range on a canvas; it has no end at a side where `open_low` or `open_high`."""

    x1: float
    x2: float
    y: float
    open_low: bool
    open_high: bool
    words: str
    title: str
    statement: str


@dataclass(frozen=True, slots=True)
class RangeCanvas:
    """Ranges as they are drawn."""

    name: str
    width: float
    height: float
    left: float
    bounds: tuple[Bounds, ...]
    rows: tuple[Label, ...]
    ticks: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Ranges:
    """All ranges that are given of one thing."""

    title: str
    about: str
    canvases: tuple[RangeCanvas, ...]


def ranges(figures: Sequence[FigureView]) -> tuple[Ranges, ...]:
    """Return the figures of a dispute as they are drawn, those of one thing together."""
    groups = (list(its) for _, its in groupby(figures, key=_thing))
    return tuple(_ranges(its) for its in groups if _known(its))


def _thing(view: FigureView) -> str:
    return view.of or view.figure.what


def _known(figures: Sequence[FigureView]) -> list[float]:
    ends = (end for each in figures for end in (each.figure.low, each.figure.high))
    return [end for end in ends if end is not None]


def _ranges(figures: Sequence[FigureView]) -> Ranges:
    what = _thing(figures[0])
    given = [f"{_words(each)}, according to {_claimants(each)}" for each in figures]
    canvases = tuple(_canvas(name, width, figures) for name, width in WIDTHS)
    return Ranges(f"Figures: {what}", f"{'; '.join(given)}.", canvases)


def _canvas(name: str, width: float, figures: Sequence[FigureView]) -> RangeCanvas:
    is_wide = name == "wide"
    left = _SIDE if is_wide else _EDGE
    height = _ROW if is_wide else _ROW + _NAME
    top = _top(max(_known(figures)) * _BEYOND)
    unit = (width - left - 2 * _EDGE) / top
    bounds: list[Bounds] = []
    rows: list[Label] = []
    for number, each in enumerate(figures):
        y = height * (number + 1) - _ROW / 2 + 6.0
        bounds.append(_bounds(each, y, (left, unit, top)))
        place = (0.0, y + 4.5) if is_wide else (0.0, y - _ROW / 2)
        room = left if is_wide else width
        rows.append(Label(*place, shorten(_claimants(each), int(room / _LETTERS))))
    bottom = height * len(figures) + 10.0
    ticks = [
        Label(round(left + top * n / _STEPS * unit, 1), bottom + 16.0, _number(top * n / _STEPS))
        for n in range(_STEPS + 1)
    ]
    return RangeCanvas(name, width, bottom + 24.0, left, tuple(bounds), tuple(rows), tuple(ticks))


def _bounds(view: FigureView, y: float, scale: tuple[float, float, float]) -> Bounds:
    left, unit, top = scale
    low, high = view.figure.low, view.figure.high
    start = left + unit * (low if low is not None else 0.0)
    end = left + unit * (high if high is not None else top) + (_EDGE if high is None else 0.0)
    words = _words(view)
    first = view.tellings[0].id if view.tellings else ""
    ends = (low is None, high is None)
    return Bounds(
        *(round(start, 1), round(end, 1), round(y, 1), *ends),
        *(words, f"{words}: {_claimants(view)}", first),
    )


def _words(view: FigureView) -> str:
    return f"{view.figure.words} {view.figure.what}"


def _claimants(view: FigureView) -> str:
    names = view.claimants
    more = [f"{len(names) - _NAMES} more"] if len(names) > _NAMES else []
    return joined([*names[:_NAMES], *more]) or "nobody named"


def _top(most: float) -> float:
    """Return where an axis from 0 ends: a round number that four steps divide well."""
    size = 0.001
    while True:
        for factor in (4, 8, 20):
            if most <= factor * size:
                return factor * size
        size *= 10


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
