"""Positions, and who is said to hold a place -> a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from sayso.english.excerpts import shorten
from sayso.export.screen import put, width_of
from sayso.linked import Holding, Position
from sayso.view.across.standing import (
    KINDS,
    HoldingLine,
    RivalView,
    Step,
    heading,
    holding_lines,
    steps,
)
from sayso.view.words import counted

_LABEL = "bold"
_WHO = "bold cyan"
_WORDS = "green"
_TURN = "bold red"
_EXCERPT = 240  # characters of a statement's words
_KIND = 9  # columns of a stance


def positions(views: Iterable[tuple[str, Sequence[Position]]], console: Console) -> None:
    """Print where each of some people stands: the path of each position, and where it turned."""
    width = width_of(console)
    for number, (name, its) in enumerate(views):
        if number:
            console.print()
        head = Text(name, _WHO).append(f" · {counted(len(its), 'position')}", "not bold")
        put(console, head, width)
        for each in its:
            console.print()
            path(each, console, width)


def path(position: Position, console: Console, width: int) -> None:
    """Print how a position went, and its stances by date."""
    every = steps(position)
    if len(every) > 1:
        put(console, Text(heading(position), _LABEL), width, "  ")
    for step in every:
        _step(step, console, width)


def _step(step: Step, console: Console, width: int) -> None:
    if step.changed:
        put(console, Text(f"changed: {step.changed}", _TURN), width, "  -> ")
    words = Text(shorten(step.words, _EXCERPT), _WORDS)
    lead = f"  {step.date:10}  {step.kind:{_KIND}}  "
    under = " " * len(lead)
    put(console, words, width, lead, under)
    if step.condition and step.condition not in step.words:
        put(console, Text(f"condition: {step.condition}"), width, under, under)
    put(console, Text("; ".join(step.places), "dim"), width, under, under)


def holdings(every: Iterable[Holding], console: Console) -> None:
    """Print who is said to hold a place, then who to have lost it, then who to claim it."""
    width = width_of(console)
    for number, (kind, its) in enumerate(holding_lines(every).items()):
        if number:
            console.print()
        put(console, Text(f"{KINDS[kind]}  {len(its)}", _LABEL), width)
        for each in its:
            _holding(each, console, width)


def rivals(views: Iterable[RivalView], console: Console, *, more: bool = False) -> None:
    """Print which sides are each said to hold a place, and who says so of each."""
    width = width_of(console)
    for view in views:
        put(console, Text(view.words, _LABEL), width)
        for name, lines in view.sides:
            put(console, Text(name, _WHO), width, "  ")
            for each in lines:
                _holding(each, console, width)
        if more:
            console.print()


def _holding(each: HoldingLine, console: Console, width: int) -> None:
    line = Text(each.holder, _WHO).append(" ", "not bold")
    line.append(each.verb, "not bold red" if each.denied else "not bold")
    lead = f"  {each.date:10}  "
    under = " " * len(lead)
    put(console, line, width, lead, under)
    put(console, Text(f"according to {each.by}: {each.why}", "dim"), width, under, under)
    put(console, Text(each.place, "dim"), width, under, under)
