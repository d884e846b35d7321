"""What is picked to show what linking is good for."""

from dataclasses import replace

from sayso.view.across.tour import misquoted, telling_claim, turn

from .making import answer, claim, known, said
from .test_quotations import QUOTATION


def test_the_denied_claim_of_most_articles_and_fewest_origins() -> None:
    denied = (answer("st_9"),)
    two = replace(claim("st_1", "st_2", "st_3", answers=denied), independent=2)
    one = replace(claim("st_4", "st_5", "st_6", answers=denied), independent=1)
    undisputed = replace(claim("st_7", "st_8", "st_10", "st_11"), independent=1)
    assert telling_claim([two, one, undisputed]) is one
    assert telling_claim([undisputed]) is None


def test_a_quotation_that_is_misquoted() -> None:
    faithful = replace(QUOTATION, variants=QUOTATION.variants[:2])
    assert misquoted([faithful, QUOTATION]) is QUOTATION
    assert misquoted([faithful]) is None


def test_a_refusal_and_a_later_offer_of_one_speaker() -> None:
    refusal = said(1, "foreign observers at the crossings", act="refuses")
    offer = said(5, "to admit observers at the crossings", act="offers")
    earlier = said(1, "to admit observers at the crossings", act="offers")
    other = said(6, "observers at the crossings", act="offers", who="Doran Hesk")
    made = turn(known(refusal, offer, other).values())
    assert made is not None
    assert (made.refusal.id, made.offer.id) == ("st_1", "st_5")
    assert turn(known(refusal, other).values()) is None
    assert (
        turn(known(earlier, said(2, "observers at the crossings", act="refuses")).values()) is None
    )
