"""Which rivals are firm enough to be shown."""

import pytest

from sayso.link.claims.decide import RIVALS
from sayso.link.claims.features import Pair
from sayso.link.claims.firm import is_firm
from sayso.link.claims.opposites import POLARITY
from tests.link.claims.notation import point

SAILS, NOT = (
    "the ferry to Almis would sail on Monday",
    "the ferry to Almis would not sail on Monday",
)


def firm(a, b, name=POLARITY, **fields):
    return is_firm(Pair.of(point(a, **fields), point(b, "bo")), name)


def test_what_is_told_so_and_not_so_is_firm():
    assert firm(SAILS, NOT)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (SAILS, {"act": "demands"}),
        (SAILS, {"modality": "possible"}),
        (SAILS.replace("would", "should"), {}),
        (f"if {SAILS}", {}),
        (f"Would {SAILS}?", {}),
    ],
)
def test_what_is_wished_or_asked_is_not(text, fields):
    assert not firm(text, NOT, **fields)


def test_one_speaker_changes_his_mind_only_in_the_same_words():
    one = point(
        "the ferry of Lomax would sail to Almis on Monday with flour and salt for the islands"
    )
    other = point("the ferry of Lomax would not sail to Almis on Monday")
    assert not is_firm(Pair.of(one, other), POLARITY)


def test_figures_of_two_things_are_no_rivals():
    a, b = (
        "the new tunnel of Almis would cost 4 billion crowns",
        "the new port of Almis would cost",
    )
    assert not firm(a, f"{b} 6 billion crowns", RIVALS)
    assert firm(a, a.replace("4", "6"), RIVALS)
