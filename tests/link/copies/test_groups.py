"""Groups of copies, and what they tell of each other."""

from dataclasses import replace
from itertools import permutations

from sayso.link.copies.groups import by_given, groups, listed, settled
from sayso.linked import Copy


def copy(a, b, relation="same", origin=""):
    return Copy(a, b, ("", ""), relation, 1.0, 1.0, origin, 1.0, "why")


def test_one_text_is_one_group_and_parts_join_none():
    every = [copy("a", "b"), copy("c", "d"), copy("b", "e", "version"), copy("b", "c", "partial")]
    assert all(groups(order) == [["a", "b", "e"], ["c", "d"]] for order in permutations(every))


def test_what_one_pair_credits_holds_for_the_group():
    every = [
        copy("a", "b", origin="AP"),
        copy("b", "c", origin="Almis Post"),
        copy("c", "x", "partial"),
    ]
    assert [each.origin for each in settled(every)] == ["AP", "AP", "AP"]
    assert settled(every)[1].why.endswith("credit AP")
    assert settled(every)[0].why == "why"


def test_two_agencies_in_one_group_settle_nothing():
    every = [copy("a", "b", origin="AP"), copy("b", "c", origin="Reuters"), copy("a", "c")]
    assert settled(every) == every


def test_quotations_and_an_agency_named_stay():
    every = [
        copy("a", "b", origin="AP"),
        copy("b", "x", "quotes"),
        copy("b", "y", "partial", "AFP"),
    ]
    assert settled(every) == every


def test_no_copies_make_no_groups():
    assert groups([]) == []
    assert settled([]) == []


def test_what_the_printings_of_one_text_are_stands_for_what_the_record_knows():
    one, pair = copy("a", "a"), copy("a", "b", "partial", "AP")
    printings = [copy("a", "a", origin="AP"), copy("a", "a", origin="AP")]
    assert listed([one, pair, one], lambda _: printings) == [*printings, pair]


def test_every_sighting_of_a_text_is_paired_with_every_one_of_the_other():
    twice, pair = copy("a", "a"), copy("a", "b", "partial")
    every = [replace(twice, given=("1", "2")), replace(pair, given=("1", "3"))]
    assert [each.given for each in by_given(every)] == [("1", "2"), ("1", "3"), ("2", "3")]
