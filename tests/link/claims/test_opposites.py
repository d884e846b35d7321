"""What opposes two statements that read alike."""

import pytest

from sayso.link.claims.features import Pair
from sayso.link.claims.opposites import CONFLICTS, opposed
from tests.link.claims.notation import point


def why(a, b, **fields):
    one, other = point(a, **fields), point(b, "bo")
    assert opposed(Pair.of(one, other)) == opposed(Pair.of(other, one))
    return opposed(Pair.of(one, other))


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        ("the ferries of Almis would sail", "the ferries of Almis would not sail", CONFLICTS[0]),
        ("the minister owned a villa in Almis", "he owned no villa in Almis", CONFLICTS[0]),
        ("the price of bread rose in Almis", "the price of bread fell in Almis", CONFLICTS[1]),
        (
            "that Peru had fired the rockets at the market",
            "that Chile had fired the rockets at the market",
            CONFLICTS[2],
        ),
        (
            "The school was hit by a Skerran missile",
            "A Velmark missile hit the school",
            CONFLICTS[2],
        ),
        ("its men had captured Almis", "its men had recaptured Almis", "won and won back"),
        (
            "it would build a hospital in Almis",
            "it would build a prison in Almis",
            "another thing",
        ),
        (
            "that Skerra had cut the power line at Almis",
            "that the power line at Almis had broken in a storm",
            "another cause",
        ),
        (
            "The storm drowned 60 goats",
            "The storm sank 60 boats",
            "the same number of something else",
        ),
        (
            "the new tunnel of Almis would cost 4 billion crowns",
            "it would cost 4 billion crowns",
            "of one it is open what it is",
        ),
        ("the premier signed the treaty", "the premier refused to sign the treaty", CONFLICTS[0]),
    ],
)
def test_what_reads_alike_may_be_opposed(a, b, name):
    assert why(a, b) == name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the road to Almis would not open", "the road to Almis would stay closed"),
        ("the road would not open until Friday", "the road would open on Friday"),
        ("Skerran men burned the market", "The market was burned by Skerran men"),
        ("the accord with Chile was signed", "the agreement with Chile was signed"),
        ("Peru and Chile have agreed on the bay", "Chile and Peru have agreed on the bay"),
        ("the court decided not to review the ruling", "the court declined to review the ruling"),
        (
            "the Dorn regime had used gas at Almis",
            "that Skerran regime forces had used gas at Almis",
        ),
        (
            "We don't aim to judge. We aim to sing",
            "That's no aim. We don't aim to judge. We aim to sing",
        ),
        ("25 houses were destroyed in Almis", "Some 25 homes were destroyed in Almis"),
    ],
)
def test_what_only_is_worded_otherwise_is_not(a, b):
    assert why(a, b) == ""


def test_what_is_possible_is_not_certain():
    words = "Skerra leaves the fishing accord"
    assert why(words, words, modality="possible") == "one is possible, or on a condition"


def test_what_is_refused_is_negated():
    one, other = point("to sign the treaty", act="refuses"), point("it would not sign the treaty")
    assert opposed(Pair.of(one, other)) == ""


def test_we_did_none_of_it_is_not_what_they_did():
    a, b = '"They burned the mill and the granary"', '"We burned no mill and no granary at all"'
    assert opposed(Pair.of(point(a), point(b, "bo"))) == CONFLICTS[0]


def test_what_is_offered_is_not_what_will_be():
    one = point("to open the Almis tunnel in 2041", act="offers")
    other = point("the Almis tunnel would be opened in 2041", "bo")
    assert opposed(Pair.of(one, other)) == "one offers what the other says will be"
    speaks = point("Lomax made an offer to open the Almis tunnel in 2041", "bo")
    assert opposed(Pair.of(one, speaks)) == ""


def test_who_demands_does_not_offer():
    words = "to return the nine sailors"
    one, other = point(words, act="demands"), point(words, "bo", act="offers")
    assert opposed(Pair.of(one, other)) == "one demands what the other offers"
