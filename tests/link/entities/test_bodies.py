"""Names of bodies, and the form in which they are compared."""

import pytest

from sayso.link.entities.bodies import body, stands_for


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the Russian Foreign Ministry", "Ministry of Foreign Affairs of Russia"),
        ("Defence Ministry", "Ministry of Defense"),
        ("U.N.", "United Nations"),
        ("Hizbullah", "Hezbollah"),
        ("the Kremlin", "Government of Russia"),
        ("Acme Corp.", "Acme"),
    ],
)
def test_one_body_has_the_same_words_and_country(a: str, b: str):
    one, other = body(a), body(b)
    assert (one.words, one.country) == (other.words, other.country)


def test_the_same_ministry_of_two_countries_is_two():
    assert body("the Turkish foreign ministry").words == body("Syria's foreign ministry").words
    assert body("the Turkish foreign ministry").country != body("Syria's foreign ministry").country


def test_what_many_countries_have_is_generic():
    assert body("the foreign ministry").generic
    assert not body("Harbour Trust").generic


def test_a_known_name_of_common_words_is_another_one_elsewhere():
    assert body("Justice Department").country == "US"
    assert body("Justice Department", "CA").country == ""
    assert body("FBI", "CA").country == "US"


def test_letters_stand_for_a_longer_name():
    full = "Northwire Press Agency"
    assert stands_for("npa", body(full), full)
    assert not stands_for("nwa", body(full), full)


@pytest.mark.parametrize(
    ("letters", "full", "fits"),
    [
        ("nwa", "Northwire Agency", True),
        ("skean", "Skerran Anglers", True),
        ("skta", "Skerran Telegraph Agency", True),
        ("vtvr", "Velmark Television and Radio", True),
        ("nwa", "Northern Provinces Alliance", False),
        ("nwa", "Agency Northwire", False),
        ("nxa", "Northwire Agency", False),
        ("na", "Northwire Agency", True),
        ("bank", "Bank", False),
    ],
)
def test_several_letters_of_a_word_may_stand_for_it(letters: str, full: str, fits: bool) -> None:
    assert stands_for(letters, body(full), full) == fits
