"""What a denial that names no content is aimed at, and what accuses somebody."""

import pytest

from sayso.link.claims.charges import (
    accuses,
    aim,
    is_flat,
    is_mishap,
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
