"""Days -> an axis of time: slots of a day, week, month or year, few enough to be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sayso.english.calendar import months

_MOST = 48  # slots of an axis
_MONTHS = tuple(name[:3].capitalize() for name in months())
_WEEK = 7
_FIRST_YEAR, _LAST_YEAR = 1, 9990


class Slot(NamedTuple):
    """A stretch of time: its first and last day, and how it is called."""

    start: str
    end: str
    words: str


class Tick(NamedTuple):
    """A name under an axis: the number of its slot, and the words."""

    slot: int
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Slots one behind the other; `grain` is day, week, month or year."""

    grain: str
    slots: tuple[Slot, ...]

    def slot_of(self, day: str) -> int | None:
        """Return the number of the slot that holds a day, None where none does."""
        slots = self.slots
        inside = bool(slots) and slots[0].start <= day <= slots[-1].end
        return next(n for n, each in enumerate(slots) if day <= each.end) if inside else None

    def ticks(self, most: int) -> list[Tick]:
        """Return names for some slots, at even distances; the first of a year has the year."""
        step = max(1, -(-len(self.slots) // max(1, most)))
        made: list[Tick] = []
        year = ""
        for number in range(0, len(self.slots), step):
            start = self.slots[number].start
            made.append(Tick(number, _short(start, self.grain, with_year=start[:4] != year)))
            year = start[:4]
        return made


def axis(days: Iterable[str], *, most: int = _MOST) -> Axis:
    """Return an axis from the first to the last of some days; what is no day is passed over."""
    known = sorted(day for each in days if (day := as_day(each)))
    if not known:
        return Axis("day", ())
    first, last = known[0], known[-1]
    for grain in ("day", "week", "month"):
        slots = _slots(first, last, grain, most)
        if len(slots) <= most:
            return Axis(grain, tuple(slots))
    return Axis("year", tuple(_slots(first, last, "year", _LAST_YEAR)))


def as_day(words: str) -> date | None:
    """Return the day that words begin with in ISO 8601, None where they do not.

    A day of which a year behind it or before it cannot be told is none.
    """
    try:
        day = date.fromisoformat(words[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR < day.year < _LAST_YEAR else None


def _slots(first: date, last: date, grain: str, most: int) -> list[Slot]:
    """Return the slots from a day to another, one more than `most` where there are too many."""
    made: list[Slot] = []
    start = _begin(first, grain)
    while start <= last and len(made) <= most:
        end = _begin(_after(start, grain), grain) - timedelta(days=1)
        made.append(Slot(start.isoformat(), end.isoformat(), _words(start, grain)))
        start = end + timedelta(days=1)
    return made


def _begin(day: date, grain: str) -> date:
    if grain == "week":
        return day - timedelta(days=day.weekday())
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[grain]


def _after(start: date, grain: str) -> date:
    """Return a day of the slot behind the one that begins on a day."""
    return start + timedelta(days={"day": 1, "week": _WEEK, "month": 32, "year": 370}[grain])


def _words(start: date, grain: str) -> str:
    day = f"{start.day} {_MONTHS[start.month - 1]} {start.year}"
    if grain == "week":
        return f"week of {day}"
    return {"day": day, "month": day.partition(" ")[2], "year": str(start.year)}[grain]


def _short(start: str, grain: str, *, with_year: bool) -> str:
    day = date.fromisoformat(start)
    if grain == "year":
        return str(day.year)
    month = _MONTHS[day.month - 1]
    words = month if grain == "month" else f"{day.day} {month}"
    return f"{words} {day.year}" if with_year else words
