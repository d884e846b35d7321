"""Somebody -> what it said by day, and the paths of its positions."""

from collections.abc import Sequence

from sayso.english.excerpts import shorten
from sayso.gather.charts.timeline import columns
from sayso.linked import Position, Stance
from sayso.store import Asked, Charted, Happening, Store
from sayso.view.across.standing import latest_words
from sayso.view.asking import TIMELINE, Question
from sayso.view.characters import one_line
from sayso.view.charts.axis import Axis, axis
from sayso.view.charts.timeline import Cell, Series, Timeline, timeline

MOST = 1000  # statements of somebody, the newest
_TOPICS = 8  # positions that are drawn, those that changed first
_WORDS = 120  # characters of a stance
_NAME = 60  # of the last one, which names its position


def charted(store: Store, entity: str) -> Charted:
    """Return what somebody said as charts count it, the newest first."""
    return store.charted(Asked(who=entity), most=MOST)


def of_entity(entity: str, rows: Sequence[Happening], positions: Sequence[Position]) -> Timeline:
    """Return what somebody said by what it does, and the path of each position with its changes."""
    its = axis(row.day for row in rows)
    question = Question(who=entity)
    ordered = sorted(positions, key=lambda each: (not each.turns, -len(each.stances)))
    paths = (_path(each, its, question) for each in ordered[:_TOPICS] if len(each.stances) > 1)
    return timeline(
        "What they say by day, and the paths of their positions",
        its,
        [*columns(rows, its, question), *paths],
    )


def _path(position: Position, its: Axis, question: Question) -> Series:
    """Return the row of one position: a mark for each day, ringed where it changed."""
    slots: dict[int, list[Stance]] = {}
    for stance in position.stances:
        if (slot := its.slot_of(stance.date)) is not None:
            slots.setdefault(slot, []).append(stance)
    turned = {each.now for each in position.turns}
    cells = {}
    for slot, every in slots.items():
        changed = [each for each in every if each.statement in turned]
        last = (changed or every)[-1]
        words = f"{last.kind}: {shorten(one_line(last.words), _WORDS)}"
        start, end, _ = its.slots[slot]
        those = question.address(TIMELINE, since=start, until=end) + "#said"
        address = f"/statement/{last.statement}" if len(every) == 1 or changed else those
        cells[slot] = Cell(len(every), words, address, last.kind, bool(changed))
    return Series(shorten(latest_words(position), _NAME), "position", cells)
