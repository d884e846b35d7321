"""Where, when, to whom and of which side."""

from dataclasses import replace

import pytest

from sayso.link.claims import circumstances
from sayso.link.claims.points import points
from sayso.records import Location, Place, Span, Timex
from tests.link.claims.notation import record


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("20 Velmark soldiers were killed", {"velmark"}),
        ("Velmark's badly wounded soldiers", {"velmark"}),
        ("the soldiers of Velmark", {"velmark"}),
        ("the soldiers held Velmark", set()),
    ],
)
def test_whose_people_a_text_speaks_of(text, wanted):
    assert circumstances.whose(text) == wanted


def test_sides_that_begin_alike_are_one():
    assert not circumstances.other_side(frozenset({"velmark"}), frozenset({"velmarkian"}))
    assert circumstances.other_side(frozenset({"velmark"}), frozenset({"torvesk"}))


def test_kinds_of_people_differ_where_none_is_of_both():
    fighters, civilians, children = map(
        circumstances.kinds, ("20 soldiers", "the civilians", "five children")
    )
    assert circumstances.other_people(fighters, civilians)
    assert not circumstances.other_people(civilians, children)
    assert not circumstances.other_people(fighters, circumstances.kinds("20 people"))


@pytest.mark.parametrize(
    ("some", "others", "wanted"),
    [
        (["2031-03-10"], ["2031-03-13"], True),
        (["2031-03-10"], ["2031-03-11"], False),
        (["2031-03-10", "2031-03-13"], ["2031-03-13"], False),
        (["2031-03-10"], [], False),
    ],
)
def test_days_differ_by_more_than_a_night(some, others, wanted):
    assert circumstances.other_day(some, others) is wanted


def test_towns_and_days_are_those_of_the_record_inside_a_content():
    made = record(("Ruel", "asserts", "that Almis in Ostrania was shelled on Monday, not today"))
    text = made.article.text

    def at(words):
        start = text.index(words)
        return Span(start, start + len(words))

    places = (
        Place(at("Almis"), "literal", Location(feature="P"), 0.9, ""),
        Place(at("Ostrania"), "literal", Location(feature="A"), 0.9, ""),
        Place(at("Ruel"), "literal", Location(feature="P"), 0.9, ""),
    )
    days = ("2031-03-10", "2031-03-14")
    times = tuple(
        Timex(at(words), "DATE", day, day, day, "")
        for words, day in zip(("Monday", "today"), days, strict=True)
    )
    (point,) = points(replace(made, places=places, times=times))
    assert point.spots == (("almis",),)
    assert point.days == ("2031-03-10",)


def test_a_night_between_days_counts_where_it_is_asked_to():
    assert circumstances.other_day(["2031-03-10"], ["2031-03-11"], night=0)
    assert not circumstances.other_day(["2031-03-10"], ["2031-03-10"], night=0)


@pytest.mark.parametrize(
    ("some", "others", "wanted"),
    [
        ("karsk", "tavik", True),
        ("karsk", "karsko", False),
        ("karsk", "karsk tavik", False),
        ("karsk tavik", "karsk velin", True),
        ("karsk", "", False),
    ],
)
def test_places_differ_where_each_names_one_of_its_own(some, others, wanted):
    one, other = (
        ([(town,) for town in towns.split()], frozenset({"tank", *towns.split()}))
        for towns in (some, others)
    )
    assert circumstances.other_place(one, other) is wanted
    assert circumstances.other_place(other, one) is wanted


def test_a_town_that_the_other_one_names_in_other_words_keeps_nothing_apart():
    one, other = ([("karsk",)], frozenset({"karsk"})), ([("tavik",)], frozenset({"tavik", "karsk"}))
    assert not circumstances.other_place(one, other)
