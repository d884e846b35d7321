"""Which keys meet which days."""

from datetime import date, timedelta

import pytest

from sayso.link.room import around, near, timeless
from sayso.nodes import TIME, number_of

KEY = number_of("a key")


def meet(day: str, other: str) -> bool:
    one, two = around(KEY, day), around(KEY, other)
    times = [one >> TIME, two >> TIME]
    both = two in near(one, times), one in near(two, times)
    assert both[0] == both[1]
    return both[0]


@pytest.mark.parametrize("start", ["2031-01-01", "2031-01-07", "1899-12-30", "2099-02-28"])
def test_items_of_ten_days_meet_and_of_twenty_do_not(start: str) -> None:
    for days in range(60):
        day = (date.fromisoformat(start) + timedelta(days)).isoformat()
        if days <= 10:
            assert meet(start, day)
        if days >= 20:
            assert not meet(start, day)


def test_what_has_no_day_meets_all_days_and_itself() -> None:
    assert meet("", "2031-01-01")
    assert meet("", "")


def test_a_key_without_time_meets_itself_alone() -> None:
    times = [timeless(KEY) >> TIME, around(KEY, "2031-01-01") >> TIME]
    assert near(timeless(KEY), times) == [timeless(KEY)]


def test_keys_fit_the_database() -> None:
    assert all(0 <= around(KEY, day) < 1 << 63 for day in ("", "0001-01-01", "9999-12-31"))
