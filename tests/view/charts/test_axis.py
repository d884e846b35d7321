"""An axis of time: few slots, one behind the other."""

from datetime import date, timedelta

import pytest

from sayso.view.charts.axis import as_day, axis


@pytest.mark.parametrize(
    ("first", "last", "grain", "slots"),
    [
        ("2031-03-14", "2031-03-14", "day", 1),
        ("2031-03-14", "2031-04-16", "day", 34),
        ("2031-03-14", "2031-07-16", "week", 19),
        ("2031-03-14", "2033-03-01", "month", 25),
        ("2001-03-14", "2031-03-01", "year", 31),
    ],
)
def test_the_grain_is_the_finest_that_has_few_slots(
    first: str, last: str, grain: str, slots: int
) -> None:
    made = axis([last, "no date", first, ""])
    assert (made.grain, len(made.slots)) == (grain, slots)
    assert made.slots[0].start <= first <= made.slots[0].end
    assert made.slots[-1].start <= last <= made.slots[-1].end


@pytest.mark.parametrize("last", ["2031-04-16", "2031-12-31", "2034-02-01", "2099-01-01"])
def test_slots_leave_no_day_out(last: str) -> None:
    made = axis(["2031-02-27", last])
    day = date(2031, 2, 27)
    for slot in made.slots[1:]:
        before = made.slots[made.slots.index(slot) - 1]
        assert date.fromisoformat(slot.start) - date.fromisoformat(before.end) == timedelta(days=1)
    while day.isoformat() <= last:
        slot = made.slots[made.slot_of(day.isoformat()) or 0]
        assert slot.start <= day.isoformat() <= slot.end
        day += timedelta(days=97)


def test_what_stands_outside_has_no_slot() -> None:
    made = axis(["2031-03-14", "2031-03-16"])
    assert [made.slot_of(day) for day in ("2031-03-13", "2031-03-15", "2031-03-17", "")] == [
        None, 1, None, None,
    ]  # fmt: skip
    assert axis(["no date"]).slots == ()


def test_names_under_it_are_few_and_the_first_of_a_year_has_the_year() -> None:
    made = axis(["2031-12-20", "2032-01-16"])
    ticks = made.ticks(7)
    assert len(ticks) <= 7
    assert ticks[0].words == "20 Dec 2031"
    assert [t.words for t in ticks if t.words.endswith("2032")] == ["1 Jan 2032"]


@pytest.mark.parametrize(
    ("words", "is_day"),
    [
        ("2031-03-14", True),
        ("2031-02-30", False),
        ("soon", False),
        ("", False),
        ("9999-12-31", False),
        ("0001-01-01", False),
    ],
)
def test_days(words: str, is_day: bool) -> None:
    assert (as_day(words) is not None) == is_day
