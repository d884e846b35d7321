"""Who printed a text first, and by what that is known."""

from dataclasses import replace
from itertools import permutations

import pytest

from sayso.link.copies.printings import printed, printing, reprints
from sayso.records import Moment, Sighting
from tests.link.copies.notation import STORY, article

DAY = "2031-03-14"
TEXT = article(*STORY, publisher="")
WIRE = article(f"KARSK (North Water Agency) — {STORY[0]}", *STORY[1:], publisher="")
SHORT = article(f"KARSK (NWA) — {STORY[0]}", *STORY[1:], publisher="")


def seen(publisher, clock="", day=DAY, **more):
    """Return a sighting at an outlet, at some time of a day."""
    moment = Moment(day, day, "day", f"{day}T{clock}:00Z" if clock else "") if day else None
    return Sighting(f"{publisher}.html", publisher, published=moment, **more)


BEACON, POST = seen("Karsk Beacon", "09:30"), seen("Almis Post", "08:10")
AGENCY = seen("North Water Agency", "11:00")
FIRST = {
    "by the hour": (TEXT, (BEACON, POST), "Almis Post"),
    "by the day": (TEXT, (seen("Beacon", day="2031-03-13"), seen("Post", "08:10")), "Beacon"),
    "by the credit, whatever the hour": (WIRE, (BEACON, POST, AGENCY), "North Water Agency"),
    "by the credit in initials": (SHORT, (BEACON, AGENCY), "North Water Agency"),
    "by the credit, undated": (
        WIRE,
        (seen("North Water Agency", day=""), POST),
        "North Water Agency",
    ),
    "by a byline": (TEXT, (seen("Reuters"), seen("Post", byline=("Reuters",))), "Reuters"),
    "by who supplies others": (TEXT, (seen("Karsk Beacon"), seen("AFP")), "AFP"),
}
UNKNOWN = {
    "one hour": (TEXT, (seen("Beacon", "08:10"), seen("Post", "08:10"))),
    "one day": (TEXT, (seen("Beacon"), seen("Post"))),
    "an hour against a day": (TEXT, (seen("Beacon", "08:10"), seen("Post"))),
    "no date": (TEXT, (seen("Beacon", day=""), seen("Post", "08:10"))),
    "two that supply others": (TEXT, (seen("AFP"), seen("Reuters"))),
    "the credit is of neither": (WIRE, (BEACON, POST)),
    "one outlet": (TEXT, (seen("Beacon", "08:10"), seen("Beacon", "09:30"))),
}


@pytest.mark.parametrize(("text", "sightings", "first"), FIRST.values(), ids=FIRST)
def test_who_was_first_is_known(text, sightings, first):
    for order in permutations(sightings):
        its = printed(text, order)
        assert its.known
        assert its.first.publisher == first
        assert its == printed(text, sightings)


@pytest.mark.parametrize(("text", "sightings"), UNKNOWN.values(), ids=UNKNOWN)
def test_who_was_first_is_not_known(text, sightings):
    its = {printed(text, order) for order in permutations(sightings)}
    assert len(its) == 1
    assert not its.pop().known


def test_the_publisher_of_the_article_that_was_read_tells_nothing():
    for name in ("Karsk Beacon", "Almis Post"):
        assert printed(replace(TEXT, publisher=name), (BEACON, POST)).first == POST


def test_the_printings_of_a_text_are_copies():
    copy = printing(WIRE, (BEACON, POST, AGENCY))
    assert (copy.from_, copy.origin) == (WIRE.id, "North Water Agency")
    assert copy.sightings == (AGENCY, POST, BEACON)
    assert copy.to_json()["first"] == 0
    pairs = reprints(WIRE, (BEACON, POST, AGENCY))
    assert [each.from_ for each in pairs] == [WIRE.id, WIRE.id, ""]
    assert pairs[2].why.endswith("North Water Agency, Almis Post before the others")
    assert [each.sightings for each in pairs] == [(AGENCY, POST), (AGENCY, BEACON), (POST, BEACON)]


def test_one_sighting_is_first():
    assert printed(TEXT).first == TEXT.sighting


def test_those_may_be_first_whom_none_is_known_to_be_before():
    later = seen("Courier", "12:00")
    assert printed(TEXT, (BEACON, POST)).may_be_first == ("Almis Post",)
    one_time = seen("Beacon", "08:10"), seen("Post", "08:10"), later
    assert printed(TEXT, one_time).may_be_first == ("Beacon", "Post")
    undated = seen("Beacon", day=""), seen("Post", "08:10"), later
    assert printed(TEXT, undated).may_be_first == ("Beacon", "Post")
