"""What is compared of a card, and which cards are never parted."""

from sayso.link.entities.likeness import likeness
from tests.link.entities.making import card, setting

ONE, OTHER = setting("1", beside="Mira Tolan"), setting("2", beside="Osk Varel")


def test_a_rare_name_in_one_field_is_one_whatever_stands_beside():
    for roles in ("minister", ""):
        a, b = card("Ilva Teren", roles, at=ONE), card("Ilva Teren", roles, at=OTHER)
        assert likeness(a) == likeness(b)
    assert likeness(card("Ilva Teren", "minister", at=ONE)) != likeness(card("Ilva Teren", at=ONE))


def test_a_surname_alone_and_a_common_name_are_told_by_what_stands_beside():
    for name in ("Teren", "John Smith"):
        assert likeness(card(name, at=ONE)) != likeness(card(name, at=OTHER))
        assert likeness(card(name, at=ONE)).company


def test_an_office_tells_enough_of_a_surname():
    a, b = (card("Teren", "French president", at=at) for at in (ONE, OTHER))
    assert likeness(a) == likeness(b)


def test_bodies_are_compared_by_words_and_country():
    a = card("Turkish foreign ministry", at=ONE, type="government")
    b = card("Turkey's Foreign Ministry", at=OTHER, type="organisation")
    assert likeness(a) == likeness(b)


def test_who_is_not_named_is_not_compared():
    assert likeness(card("a senior official", at=ONE, type="unnamed")) is None


def test_the_parts_of_a_name_come_back():
    name = card("Ilva M. Teren Jr.", at=ONE).person
    again = likeness(card("Ilva M. Teren Jr.", at=ONE)).person
    assert (again.words, again.generation) == (name.words, name.generation)
