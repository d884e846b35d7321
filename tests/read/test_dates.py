"""Dates as they are written -> moments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.dates import find_dates, parse_date

DAY = ("2031-03-14", "2031-03-14", "day")

WRITTEN = {
    "2031": ("2031-01-01", "2031-12-31", "year"),
    "2031-02": ("2031-02-01", "2031-02-28", "month"),
    "2032-02": ("2032-02-01", "2032-02-29", "month"),
    "2031-03-14": DAY,
    "20310314": DAY,
    "2031-3-14": DAY,
    "2031/03/14": DAY,
    "2031-03-14T09:30": DAY,
    "2031-03-14T23:59:59.999+13:00": DAY,  # the day that it writes, not the day in Greenwich
    "2031-03-14 09:30:00 UTC": DAY,
    " 2031-03-14\n": DAY,
    "Fri, 14 Mar 2031 09:30:00 GMT": DAY,
    "14 March 2031": DAY,
    "14th of March 2031": DAY,
    "March 14, 2031": DAY,
    "MARCH 14, 2031": DAY,
    "Mar. 14, 2031": DAY,
    "14-Mar-2031": DAY,
    "Friday, March 14, 2031 at 10:30 a.m. EST": DAY,
    "10:30, 14 March 2031": DAY,
    "March 2031": ("2031-03-01", "2031-03-31", "month"),
    "14/03/2031": DAY,
    "03/14/2031": DAY,
    "07/07/2031": ("2031-07-07", "2031-07-07", "day"),
}
# The instant that a timestamp gives: in UTC where it tells its offset.
TIMED = {
    "2031-03-14T09:30:00Z": "2031-03-14T09:30:00Z",
    "2031-03-14T09:30:00.5+02:00": "2031-03-14T07:30:00Z",
    "2031-03-14T00:30+0300": "2031-03-13T21:30:00Z",  # of the day that it writes all the same
    "20310314T093000Z": "2031-03-14T09:30:00Z",
    "2031-03-14 09:30:00 UTC": "2031-03-14T09:30:00Z",
    "2031-03-14T09:30": "2031-03-14T09:30:00",
    "Fri, 14 Mar 2031 09:30:00 GMT": "2031-03-14T09:30:00Z",
    "14 Mar 2031 09:30 -0500": "2031-03-14T14:30:00Z",
    "2031-03-14T00:00:00Z": "",  # what programs make of a day
    "2031-03-14": "",
    "2031-03": "",
    "14 Mar 2031": "",
    "March 14, 2031 9:30 pm": "",
    "9999-12-31T23:59:59-12:00": "",
}
NOT_DATES = [
    *(
        "",
        " ",
        "yesterday",
        "14 March",
        "2031-13",
        "2031-02-30",
        "2031-00-10",
        "0000",
        "203",
        "20311",
    ),
    *("05/06/2031", "31/31/2031", "14 March 2031 to 15 March 2031", "2031-03-14 and more", "-2031"),
    *("14 Marchember 2031", "2031-W11", "March 32, 2031", "99 March 2031", "２０３１年"),
]


@pytest.mark.parametrize(("written", "expected"), WRITTEN.items())
def test_dates_are_read_at_their_grain(written, expected):
    moment = parse_date(written)
    assert (moment.start, moment.end, moment.grain) == expected


@pytest.mark.parametrize(("written", "expected"), TIMED.items())
def test_timestamps_keep_their_time(written, expected):
    assert parse_date(written).time == expected


@pytest.mark.parametrize("written", NOT_DATES)
def test_what_is_no_one_date_is_none(written):
    assert parse_date(written) is None


def test_dates_are_found_in_a_line_where_they_stand():
    line = "Published 14 March 2031, 09:30 GMT; updated March 15, 2031"
    dates = find_dates(line)
    assert [date.span.of(line) for date in dates] == ["14 March 2031, 09:30 GMT", "March 15, 2031"]
    assert [date.moment.start for date in dates] == ["2031-03-14", "2031-03-15"]


@given(st.dates())
def test_every_iso_date_is_itself(date):
    moment = parse_date(date.isoformat())
    assert moment is None if date.year < 1000 else moment.start == date.isoformat() == moment.end


@given(st.text())
def test_any_text_is_a_date_or_none(text):
    parse_date(text)
    assert all(date.span.of(text) for date in find_dates(text))


@pytest.mark.parametrize(
    "text", ["1" * 100_000, "march " * 20_000, "12:30 " * 20_000, " " * 100_000]
)
def test_long_text_is_quick(text, seconds):
    parse_date(text)
    find_dates(text)
    assert seconds() < 3
