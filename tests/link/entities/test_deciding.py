"""Whether two actors are one."""

from sayso.link.entities.deciding import decide
from tests.link.entities.making import card, setting

ONE, OTHER = setting("one", beside="Dovan Petrak"), setting("two", beside="Dovan Petrak")


def test_a_decision_is_the_same_in_either_order_and_says_why():
    a, b = card("Ilva Teren", "foreign minister", at=ONE), card("Ilva T. Teren", at=OTHER)
    edge = decide(a, b)
    assert edge == decide(b, a)
    assert edge.score > 0.5
    assert "one name stands beside both" in edge.why


def test_a_surname_alone_is_not_enough():
    edge = decide(card("Smith", at=setting("one")), card("John Smith", at=setting("two")))
    assert edge.score < 0.5


def test_names_that_contradict_each_other_are_never_one():
    assert decide(card("Bill Clinton", at=ONE), card("Hillary Clinton", at=OTHER)) is None
    assert decide(card("Ilva Teren", at=ONE), card("Teren", at=OTHER, type="organisation")) is None


def test_ministries_of_two_countries_are_two():
    a = card("Turkish foreign ministry", at=ONE, type="government")
    b = card("Syrian foreign ministry", at=OTHER, type="government")
    assert decide(a, b) is None
    assert decide(a, card("Turkey's Foreign Ministry", at=OTHER, type="government")).score > 0.5
