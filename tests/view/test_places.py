"""What places were resolved to, in words, and gathered by that."""

from dataclasses import replace

import pytest

from sayso.records import NOWHERE, Location, Place, Span
from sayso.view.places import coordinates, country, kind, place_views, place_words, region
from tests.view.drafting import talks, unresolved

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
    assert place_words(place.location) == line


def test_region_kind_and_coordinates() -> None:
    assert region(LISBON.location) == "Lisbon District, Portugal"
    assert region(lisbon(admin1="Lisbon").location) == "Portugal"
    assert kind(LISBON.location) == "city"
    assert kind(NOWHERE) == ""
    assert coordinates(LISBON.location) == "38.72° N, 9.13° W"
    assert coordinates(lisbon(lat=-1.0, lon=2.5).location) == "1.00° S, 2.50° E"
    assert coordinates(NOWHERE) == ""


def test_countries_by_code() -> None:
    assert country("UA") == "Ukraine"
    assert country("XQ") == "XQ"
    assert country("") == ""


def test_mentions_are_gathered_by_their_place_and_those_of_none_come_last() -> None:
    places = (unresolved(), LISBON, replace(LISBON, use="metonym"), lisbon(geonames=1))
    views = place_views(replace(talks(), places=places))
    assert [(view.number, view.name, len(view.spans)) for view in views] == [
        (1, "Lisbon", 2),
        (2, "Lisbon", 1),
        (3, "", 1),
    ]
    assert [group.note for group in views[0].mentions.groups] == ["", "speaks or acts"]
    assert views[0].reasons == ("why (90%)",)
    assert views[2].short == "no place found"


def test_a_region_whose_status_is_disputed_has_no_country() -> None:
    city = Location(
        name="Sevastopol", country="UA", geonames=694423, admin1="Sevastopol", feature="P"
    )
    assert place_words(city) == "Sevastopol (status disputed, city)"
    assert region(city) == "status disputed"
    other = replace(city, geonames=1, admin1="Wisconsin", country="US")
    assert place_words(other) == "Sevastopol (United States, city)"
