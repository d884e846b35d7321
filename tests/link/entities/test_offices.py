"""What the words of a role say."""

import pytest

from sayso.link.entities.offices import agree, clash, office, unknown_land


@pytest.mark.parametrize(
    ("text", "noun", "words", "country"),
    [
        ("Kremlin spokesman", "spokesperson", "", "RU"),
        ("U.S. President", "president", "", "US"),
        ("Russia's foreign minister", "minister", "foreign", "RU"),
        ("driver accused of theft", "driver", "accused theft", ""),
        ("driver of the governor", "driver", "governor", ""),
        ("nurse from the mayor's town", "nurse", "from mayor town", ""),
        ("teacher known as a poet", "teacher", "known as poet", ""),
        ("banker living beside a judge", "banker", "living beside judge", ""),
        ("who runs a bakery in Upper Marn", "shopkeeper", "", ""),
        ("who drives a lorry", "shopkeeper", "", ""),
        ("Texas Gov.", "governor", "texas", ""),
        ("prime minister of Israel", "premier", "", "IL"),
        ("chief spokesman for the Treasury", "spokesperson", "treasury", ""),
    ],
)
def test_words_of_a_role_name_an_office(text: str, noun: str, words: str, country: str):
    made = office(text)
    assert (made.noun, made.words, made.country) == (noun, frozenset(words.split()), country)


def test_a_country_that_no_table_knows_is_one_for_what_only_states_have():
    land = unknown_land("Torvesk’s")
    assert office("Torvesk's fisheries minister", land).country == land
    assert office("mayor", land).country == ""
    assert office("German president", land).country == "DE"


def test_what_is_over_is_marked():
    assert office("former president").past
    assert not office("president").past


def test_words_without_a_noun_are_no_office():
    assert office("who lives nearby") is None


def test_an_office_agrees_with_itself_in_fewer_words():
    assert agree(office("Russian foreign minister"), office("foreign minister"))
    assert not agree(office("Russian foreign minister"), office("German foreign minister"))
    assert not agree(office("Texas governor"), office("Florida governor"))


def test_one_person_is_rarely_both_a_striker_and_a_general():
    assert clash("sport", "military")
    assert not clash("politics", "military")
    assert not clash("", "military")
