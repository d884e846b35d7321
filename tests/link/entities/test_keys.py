"""What brings actors together."""

from sayso.link.entities.keys import keys
from tests.link.entities.making import card, setting

AT = setting("one")


def test_ways_of_writing_a_name_share_a_key():
    assert keys(card("Muammar Gaddafi", at=AT)) & keys(card("Moammar Qadhafi", at=AT))
    assert keys(card("Ilva Teren", at=AT)) & keys(card("Ms. Teren", at=AT))
    assert keys(card("Orban Viktor", at=AT)) & keys(card("Viktor Orban", at=AT))


def test_an_acronym_shares_a_key_with_who_is_called_by_both():
    both = card("Northwire Press Agency", at=AT, type="organisation", also="NPA")
    assert keys(both) & keys(card("NPA", at=AT, type="organisation"))


def test_who_is_not_named_has_no_key():
    for words in ("a senior official", "the president"):
        assert not keys(card(words, at=AT, type="unnamed"))
    for words in ("the government", "the company", "a group of Northern senators"):
        assert not keys(card(words, at=AT, type="organisation"))


def test_keys_fit_every_database():
    assert all(0 <= key < 1 << 63 for key in keys(card("Ilva Teren", at=AT)))
