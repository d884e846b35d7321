"""What a denial that names no content is aimed at, and what accuses somebody."""

import pytest

from sayso.link.claims.charges import (
    accuses,
    aim,
    is_flat,
    is_in_first_person,
    is_mishap,
    is_of_offer,
    is_to_come,
    points_at,
    scorns,
)
from tests.link.claims.notation import point


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("the charge", "charge"),
        ("any wrongdoing", "charge"),
        ("the offer", "offer"),
        ("Skerra's ultimatum", "call"),
        ("the report", "claim"),
        ("it", "claim"),
    ],
)
def test_the_noun_tells_what_a_denial_is_aimed_at(text, at):
    assert aim(point(text, act="denies")) == at


def test_whoever_tells_a_deed_accuses():
    assert accuses(point("that the ballots had been burned"))
    assert accuses(point("Velmark of it", act="accuses"))
    assert not accuses(point("that the ballots had been counted"))


def test_what_is_to_come_is_no_deed():
    assert is_to_come(point("that counting would end on Friday"))
    assert is_to_come(point("to burn the ballots", act="threatens"))
    assert is_to_come(point("Even if it rained, Skerra could attack the port"))
    assert not is_to_come(point("that the ballots had been burned"))


@pytest.mark.parametrize(
    ("text", "fields", "pointing"),
    [
        ("it", {"act": "denies"}, True),
        ("any wrongdoing", {"act": "denies"}, True),
        ("the offer", {"act": "rejects"}, True),
        ("Ruel's appointment", {"act": "rejects"}, False),
        ("there was no connection", {"polarity": "neg"}, False),
    ],
)
def test_a_denial_points_at_what_was_said(text, fields, pointing):
    assert points_at(point(text, **fields)) == pointing


@pytest.mark.parametrize(
    ("cue", "text", "scornful"),
    [
        ("called", "it a provocation", True),
        ("called", "the claim obscene", True),
        ("called", "the missile test a provocation by a neighbour who wants war", False),
        ("said", "it was a provocation", False),
    ],
)
def test_what_somebody_calls_a_charge_denies_it(cue, text, scornful):
    assert scorns(point(text, cue=cue)) == scornful


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ('"Not one shell fell on Almis,"', True),
        ('"There was no raid,"', True),
        ('"Our men never set foot in Almis,"', True),
        ("that the army had not yet counted the shells that fell", False),
        ("no shell would fall on Almis", False),
    ],
)
def test_a_flat_no_opens_with_it(text, flat):
    assert is_flat(point(text, polarity="neg")) == flat


def test_a_mishap_is_by_no_ones_hand():
    assert is_mishap(point("that the helicopter had crashed because of fog"))
    assert not is_mishap(point("that fog was expected"))
    assert not is_mishap(point("that the helicopter had been shot down"))


def test_who_does_not_back_a_deed_points_at_no_charge():
    assert not points_at(point("this attack", act="rejects", cue="does not endorse"))
    assert points_at(point("the attack", act="rejects", cue="denied"))


def test_we_and_i_open_in_the_first_person():
    assert is_in_first_person('"We have not burned it"')
    assert not is_in_first_person("Wells were poisoned")


def test_an_offer_is_spoken_of_by_its_noun_or_verb():
    assert is_of_offer(point("Lomax made an offer to dredge the port"))
    assert not is_of_offer(point("the port would be dredged"))
