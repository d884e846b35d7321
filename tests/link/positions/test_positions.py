"""What somebody demands, offers, refuses and accepts, and where that changed."""

import pytest

from sayso.link.positions.positions import positions, stance
from sayso.link.positions.stances import Saying


def saying(act: str, words: str, *, polarity: str = "pos", **more: str) -> Saying:
    given = {"date": "2031-03-14", "condition": "", "statement": f"st_{words}{more}"} | more
    return Saying(
        statement=given["statement"],
        article="sha256:a",
        publisher="Northwire",
        date=given["date"],
        act=act,
        polarity=polarity,
        words=words,
        condition=given["condition"],
    )


STANCES = [
    ("demands", "pos", "that the army leave", "demands"),
    ("promises", "pos", "to return the prisoners", "offers"),
    ("supports", "neg", "the plan", "refuses"),
    ("asserts", "pos", "that it is ready to talk", "accepts"),
    ("asserts", "pos", "that it won’t sign", "refuses"),
    ("asserts", "pos", "that every soldier must go", "demands"),
    ("asserts", "pos", "that it rained", ""),
    ("accuses", "pos", "them of lying, and it must stop", ""),
]


@pytest.mark.parametrize(("act", "polarity", "words", "wanted"), STANCES)
def test_stances(act, polarity, words, wanted):
    assert stance(saying(act, words, polarity=polarity)) == wanted


REFUSAL = saying("refuses", "to hand the pumping station at Hadrov to mediators", date="2031-03-14")
OFFER = saying(
    "offers",
    "to hand the pumping station at Hadrov to mediators",
    date="2031-04-11",
    condition="if the shelling stops",
)
OTHER = saying("demands", "a full list of the prisoners held in Torvesk", date="2031-03-20")


def test_a_changed_position_is_a_turn_with_both_statements():
    first, second = positions([OFFER, OTHER, REFUSAL])
    assert [each.kind for each in first.stances] == ["refuses", "offers"]
    (turn,) = first.turns
    assert (turn.was, turn.now) == (REFUSAL.statement, OFFER.statement)
    assert turn.why == "refuses on 2031-03-14, offers on 2031-04-11"
    assert "Hadrov" in first.topic
    assert [each.kind for each in second.stances] == ["demands"]
    assert second.turns == ()


def test_a_new_condition_is_a_turn():
    plain = saying("offers", OFFER.words, date="2031-03-14")
    (position,) = positions([plain, OFFER])
    assert position.turns[0].why.endswith("the condition is now “if the shelling stops”")


def test_the_order_of_reading_does_not_matter():
    assert positions([REFUSAL, OFFER, OTHER]) == positions([OTHER, OFFER, REFUSAL])


def test_what_was_said_on_one_day_is_no_turn():
    (position,) = positions([REFUSAL, saying("offers", REFUSAL.words, date="2031-03-14")])
    assert position.turns == ()


DEMAND = saying("demands", OFFER.words, date="2031-03-20")
THREAT = saying("threatens", "to shell the pumping station at Hadrov", date="2031-03-18")


def test_a_demand_in_between_hides_no_turn_and_a_threat_after_a_refusal_is_none():
    (position,) = positions([REFUSAL, THREAT, DEMAND, OFFER])
    assert [(turn.was, turn.now) for turn in position.turns] == [
        (THREAT.statement, OFFER.statement)
    ]


def test_a_condition_that_is_only_left_out_or_worded_otherwise_is_no_turn():
    bare = saying("offers", OFFER.words, date="2031-05-01")
    again = saying("offers", OFFER.words, date="2031-05-02", condition="once the shelling stops")
    (position,) = positions([OFFER, bare])
    assert position.turns == ()
    (position,) = positions([OFFER, again])
    assert position.turns == ()


def test_a_demand_that_is_dropped_is_a_turn_and_an_offer_in_between_hides_none():
    wanted = saying("demands", "the pumping station at Hadrov", date="2031-03-01")
    offer = saying("offers", "to share the pumping station at Hadrov", date="2031-03-05")
    gone = saying(
        "asserts", "we have dropped the demand for the pumping station at Hadrov", date="2031-04-01"
    )
    again = saying(
        "demands", "the pumping station at Hadrov", date="2031-05-01", statement="st_again"
    )
    (position,) = positions([wanted, offer, gone, again])
    assert [each.kind for each in position.stances] == ["demands", "offers", "drops", "demands"]
    assert [(turn.was, turn.now) for turn in position.turns] == [
        (wanted.statement, gone.statement),
        (gone.statement, again.statement),
    ]  # fmt: skip
