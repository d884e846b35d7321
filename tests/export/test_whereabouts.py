"""What places and times were resolved to, in words."""

from dataclasses import replace

import pytest

from sayso.export.whereabouts import (
    coordinates,
    country,
    kind,
    place_line,
    places,
    region,
    time_line,
    times,
    use,
)
from sayso.records import Location, Place, Span, Timex

from .drafting import talks, unresolved

LISBON = Place(
    *(Span(0, 6), "literal"),
    Location(2267057, "Lisbon", "PT", "Lisbon District", 38.71667, -9.13333, "P"),
    *(0.9, "why"),
)


def lisbon(**changed):
    """Return Lisbon with another location."""
    return replace(LISBON, location=replace(LISBON.location, **changed))


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (LISBON, "Lisbon (Portugal, city)"),
        (lisbon(name="Portugal", feature="A"), "Portugal (country)"),
        (lisbon(name="Algarve", feature="A"), "Algarve (Portugal, region)"),
        (lisbon(name="Bay of Biscay", country="", feature="H"), "Bay of Biscay (water)"),
        (lisbon(country="XQ", feature=""), "Lisbon (XQ)"),
        (lisbon(country="", feature=""), "Lisbon"),
        (unresolved(), "no place found"),
    ],
)
def test_a_place_in_one_line(place: Place, line: str) -> None:
    assert place_line(place) == line


def test_region_kind_use_and_coordinates() -> None:
    assert region(LISBON) == "Lisbon District, Portugal"
    assert region(lisbon(admin1="Lisbon")) == "Portugal"
    assert kind(LISBON) == "city"
    assert kind(unresolved()) == ""
    assert coordinates(LISBON) == "38.72° N, 9.13° W"
    assert coordinates(lisbon(lat=-1.0, lon=2.5)) == "1.00° S, 2.50° E"
    assert coordinates(unresolved()) == ""
    assert use(LISBON) == ""
    assert use(replace(LISBON, use="metonym")) == "speaks or acts"


def test_countries_by_code() -> None:
    assert country("UA") == "Ukraine"
    assert country("XQ") == "XQ"
    assert country("") == ""


@pytest.mark.parametrize(
    ("type_", "value", "start", "end", "line"),
    [
        ("DATE", "2031-03-14", "2031-03-14", "2031-03-14", "14 March 2031"),
        ("DATE", "2029", "2029-01-01", None, "from 1 January 2029"),
        ("DATE", "PAST_REF", None, None, "PAST_REF"),
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
    assert time_line(Timex(Span(0, 1), type_, value, start, end, "")) == line


def test_mentions_are_gathered_by_what_they_mean() -> None:
    nowhere = unresolved()
    record = replace(
        talks(),
        places=(nowhere, LISBON, replace(LISBON, use="metonym"), lisbon(geonames=1)),
        times=(
            Timex(Span(0, 1), "DATE", "", None, None, "no anchor"),
            Timex(Span(1, 2), "DATE", "2031", "2031-01-01", "2031-12-31", "a year"),
            Timex(Span(2, 3), "DATE", "2031", "2031-01-01", "2031-12-31", "another reason"),
        ),
    )
    assert [len(group) for group in places(record)] == [2, 1, 1]
    assert places(record)[-1] == (nowhere,)
    assert [len(group) for group in times(record)] == [2, 1]
