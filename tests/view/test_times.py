"""What expressions of time mean, in words, and gathered by that."""

from dataclasses import replace

import pytest

from sayso.records import Span, Timex
from sayso.view.times import time_views, time_words
from tests.view.drafting import talks


@pytest.mark.parametrize(
    ("type_", "value", "start", "end", "line"),
    [
        ("DATE", "2031-03-14", "2031-03-14", "2031-03-14", "14 March 2031"),
        ("DATE", "2029", "2029-01-01", None, "from 1 January 2029"),
        ("DATE", "PAST_REF", None, None, "an earlier time"),
        ("DATE", "", None, None, "no date found"),
        ("DATE", "XXXX-WXX-2", None, None, "no date found"),
        ("TIME", "2031-03-14T20:00", "2031-03-14", "2031-03-14", "14 March 2031, 20:00"),
        ("TIME", "2031-03-14TNI", "2031-03-14", "2031-03-14", "14 March 2031"),
        ("DURATION", "PT2H", None, None, "2 hours"),
        ("DURATION", "P2W", "2031-03-01", "2031-03-14", "2 weeks, 1 to 14 March 2031"),
        ("DURATION", "PXD", None, None, "PXD"),
        ("SET", "P1W", None, None, "every week"),
        ("SET", "P2D", None, None, "every 2 days"),
    ],
)
def test_a_time_in_one_line(
    type_: str, value: str, start: str | None, end: str | None, line: str
) -> None:
    assert time_words(Timex(Span(0, 1), type_, value, start, end, "")) == line


def test_expressions_are_gathered_by_what_they_mean_and_those_of_none_come_last() -> None:
    year = ("DATE", "2031", "2031-01-01", "2031-12-31")
    times = (
        Timex(Span(0, 1), "DATE", "", None, None, "no anchor"),
        Timex(Span(1, 2), *year, "a year"),
        Timex(Span(2, 3), *year, "another reason"),
    )
    views = time_views(replace(talks(), times=times))
    assert [(view.number, view.meaning, len(view.spans)) for view in views] == [
        (1, "2031", 2),
        (2, "no date found", 1),
    ]
    assert views[0].reasons == ("“e”: a year", "“a”: another reason")
    assert views[1].reasons == ("no anchor",)
