"""Days, intervals and durations in words."""

import pytest

from sayso.records import Moment
from sayso.view.dates import day, duration, interval


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2031-03-14", "2031-03-14", "14 March 2031"),
        ("2031-03-01", "2031-03-31", "March 2031"),
        ("some day", "some day", "some day"),
    ],
)
def test_days_in_words(start: str, end: str, words: str) -> None:
    assert day(Moment(start, end, "day")) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, ""),
        ("2031-03-14", None, "from 14 March 2031"),
        (None, "2031-03-14", "until 14 March 2031"),
        ("2031-03-14", "2031-03-20", "14 to 20 March 2031"),
        ("2031-03-14", "2031-04-02", "14 March 2031 to 2 April 2031"),
        ("2028-02-01", "2028-02-29", "February 2028"),
        ("2031-02-01", "2031-03-31", "February 2031 to March 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2020-01-01", "2029-12-31", "2020 to 2029"),
        ("9999-01-01", "9999-12-31", "9999"),
        ("2031-03-01", "2031-03-30", "1 to 30 March 2031"),
        ("2031-13-01", "2031-13-31", "2031-13-01 to 2031-13-31"),
    ],
)
def test_intervals_in_words(start: str | None, end: str | None, words: str) -> None:
    assert interval(start, end) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P3D", "3 days"),
        ("P1Y", "1 year"),
        ("PT2H30M", "2 hours and 30 minutes"),
        ("P1Y2M3D", "1 year, 2 months and 3 days"),
        ("P", ""),
        ("PXD", ""),
        ("2031-03", ""),
    ],
)
def test_durations_in_words(value: str, words: str) -> None:
    assert duration(value) == words
