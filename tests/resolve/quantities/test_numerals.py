"""Numbers as texts write them."""

import pytest

from sayso.records import Span
from sayso.resolve.quantities.numerals import numerals, tokens

WRITTEN = [
    ("1,200 men", [("1,200", 1200, 1200)]),
    ("twenty-three men", [("twenty-three", 23, 23)]),
    ("two hundred and five men", [("two hundred and five", 205, 205)]),
    ("one hundred thousand two hundred", [("one hundred thousand two hundred", 100_200, 100_200)]),
    ("$2.5bn of aid", [("2.5bn", 2.5e9, 2.5e9)]),
    ("3 million people", [("3 million", 3e6, 3e6)]),
    ("half a million people", [("half a million", 5e5, 5e5)]),
    ("a dozen men", [("a dozen", 12, 12)]),
    ("a couple of men", [("a couple of", 2, 2)]),
    ("dozens of men", [("dozens", 24, None)]),
    ("tens of thousands of men", [("tens of thousands", 20_000, None)]),
    ("hundreds of thousands", [("hundreds of thousands", 200_000, None)]),
    ("a few hundred men", [("a few hundred", 300, None)]),
    ("between 20 and 30 men", [("20 and 30", 20, 30)]),
    ("20-30 men", [("20-30", 20, 30)]),
    ("20 to 30 men", [("20 to 30", 20, 30)]),
    ("rose from 20 to 30", [("20", 20, 20), ("30", 30, 30)]),
    ("20 and 30 men", [("20", 20, 20), ("30", 30, 30)]),
    ("twenty and five men", [("twenty", 20, 20), ("five", 5, 5)]),
    ("5km away", [("5", 5, 5)]),
    ("a 20-year-old F-16 at 10:30", []),
    ("version 3.4.5, 24/7, the T-72", []),
    ("tens", []),
    ("9" * 400 + " men", []),  # no number that can be told
    (f"{'9' * 300} trillion trillion men", []),
    ("0 men", [("0", 0, 0)]),
]


@pytest.mark.parametrize(("text", "wanted"), WRITTEN)
def test_numbers_are_read_as_ranges(text, wanted):
    read = tokens(text, Span(0, len(text)))
    ranges = [
        (text[read[n.first].span.start : read[n.last - 1].span.end], n.low, n.high)
        for n in numerals(read)
    ]
    assert ranges == wanted


def test_a_stretch_is_read_alone():
    text = "40 men. 50 men."
    read = tokens(text, Span(8, len(text)))
    assert [n.low for n in numerals(read)] == [50]
    assert read[0].span == Span(8, 10)
