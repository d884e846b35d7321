"""Places: mentions of short articles about real places, resolved together; the fallback."""

import pytest

from sayso.records import NOWHERE
from sayso.resolve.places.places import Places
from tests.notation import read

PLACES = Places()


def resolved(marked, **article):
    """Return the places of a marked text."""
    made, annotation = read(marked, **article)
    return PLACES(made, annotation.mentions)


TOLD_BY_THE_WORDS = [
    ("The road from <l:Palestine>, <l:Texas>, is closed.", [(4717232, "US"), (4736286, "US")]),
    ("Rain fell on <l:Paris, Texas>.", [(4717560, "US")]),
    ("Trains to <l:Alexandria>, La., are late.", [(4314550, "US")]),
    ("The bridge at <l:Shakhty>, <l:Rostov Oblast>, reopened.", [(496015, "RU"), (501165, "RU")]),
    ("The bridge is in the <l:Donetsk> region of <l:Ukraine>.", [(709716, "UA"), (690791, "UA")]),
    ("Snow fell on <l:Donetsk> and <l:Mariupol>.", [(709717, "UA"), (701822, "UA")]),
    ("The river reached <l:Krasnohorivka> near <l:Donetsk>.", [(704393, "UA"), (709717, "UA")]),
    ("Roads in the <l:Kursk> region are icy.", [(538555, "RU")]),
    ("Floods in <l:Raqqa province>, and in <l:Al-Raqqa> itself.", [(172957, "SY"), (172955, "SY")]),
    ("A fair opened in <l:northern Syria>.", [(163843, "SY")]),
    ("<l:Kosovo>, <l:Taiwan>, <l:Palestine>", [(831053, "XK"), (1668284, "TW"), (6254930, "PS")]),
    ("A <g:Filipino> choir sang; a <g:Crimean> one came.", [(1694008, "PH"), (703883, "UA")]),
    ("Rain fell on <l:Mexico> and on <l:Mexico City>.", [(3996063, "MX"), (3530597, "MX")]),
    ("The <l:West Bank> was quiet.", [(285153, "PS")]),
    ("A tour of the <l:Kremlin>", [(524901, "RU")]),
]


@pytest.mark.parametrize(("marked", "expected"), TOLD_BY_THE_WORDS)
def test_words_beside_a_name_decide(marked, expected):
    assert [(p.location.geonames, p.location.country) for p in resolved(marked)] == expected


def test_a_name_has_the_senses_that_the_text_gives_it():
    two = (
        "It rained in <l:Tripoli>, <l:Lebanon>, and in <l:Tripoli>, <l:Libya>. <l:Tripoli> is dry."
    )
    assert [p.location.country for p in resolved(two)] == ["LB", "LB", "LY", "LY", "LY"]
    state = "Rain fell on <l:Lebanon>, <l:Pennsylvania>. It was dry in <l:Lebanon> and <l:Beirut>."
    assert [p.location.country for p in resolved(state)] == ["US", "US", "LB", "LB"]
    alone = "Rain fell on <l:Lebanon>, <l:Pennsylvania>. It was dry in <l:Philadelphia>."
    assert {p.location.country for p in resolved(alone)} == {"US"}
    spelt = "<l:Odessa>, <l:Texas>, is dry. <l:Odesa> is not."
    assert [p.location.country for p in resolved(spelt)] == ["US", "US", "UA"]


def test_names_in_a_row_are_of_the_kind_that_it_is_said_to_be_of():
    led = "Four regions: <l:Luhansk>, <l:Donetsk>, <l:Zaporizhzhia> and <l:Kherson>."
    ended = "Rain fell on <l:Luhansk> and <l:Donetsk> oblasts."
    assert {p.location.feature for text in (led, ended) for p in resolved(text)} == {"A"}
    towns = "Rain fell on three cities: <l:Luhansk>, <l:Donetsk> and <l:Kherson>."
    assert {p.location.feature for p in resolved(towns)} == {"P"}


@pytest.mark.parametrize("name", ["U.N.", "UN", "Un", "Congress", "I’ll"])
def test_what_is_no_name_of_a_place_has_no_point(name):
    assert resolved(f"Rain fell on <l:{name}>.")[0].location == NOWHERE


@pytest.mark.parametrize("ahead", ["U.S. Defense Secretary Ana Ruel", "US officials"])
def test_whoever_is_named_behind_a_comma_does_not_place_a_town(ahead):
    assert resolved(f"In <l:Paris>, {ahead} said so.")[0].location.country == "FR"


def test_a_state_that_is_no_more_is_in_no_country():
    places = resolved("He left <l:Yugoslavia> for <l:Ohio>, <l:Texas> and <l:Florida>.")
    assert places[0].location == NOWHERE
    assert places[0].why == "a state that is no more"


def test_two_letters_stand_for_a_region_in_capitals_alone():
    assert resolved("Rain fell on <l:Um>, Rabak.")[0].location == NOWHERE
    assert resolved("Rain fell on Boston, <l:MA>.")[0].location.name == "Massachusetts"


def test_other_places_decide():
    apart = "A library in <l:Athens> closed. So did those of <l:Watkinsville> and <l:Winterville>."
    assert resolved(apart)[0].location.admin1 == "Georgia"
    greek = "A library in <l:Athens> closed. So did those of <l:Piraeus> and <l:Thessaloniki>."
    assert resolved(greek)[0].location.country == "GR"


def test_dateline_decides():
    text = "The mill in <l:Paris> closed on Monday."
    assert resolved(text)[0].location.country == "FR"
    assert resolved(text, dateline="Paris, Texas")[0].location.admin1 == "Texas"


def test_namesakes_in_neighbouring_countries():
    place = resolved("The bridge at <l:Donetsk>, <l:Rostov Oblast>, reopened.")[0]
    assert (place.location.name, place.location.country) == ("Donetsk", "RU")


def test_one_sense_in_an_article():
    places = resolved("<l:Paris>, <l:Texas>, has a tower. The tower of <l:Paris> wears a hat.")
    assert {p.location.geonames for p in places if p.location.name == "Paris"} == {4717560}


def test_disputed_places_say_so_and_keep_the_gazetteers_code():
    place = resolved("The ferry to <l:Crimea> is full.")[0]
    assert place.location.country == "UA"
    assert "disputed" in place.why
    assert "disputed" not in resolved("The ferry to <l:Odesa> is full.")[0].why


def test_an_unknown_place_leaves_the_others_alone():
    first, second = resolved("The road from <l:Sarnholt-under-Almis> to <l:Aleppo> is open.")
    assert (first.location, first.score) == (NOWHERE, 0.0)
    assert "no place of this name" in first.why
    assert second.location.geonames == 170063


def test_only_names_of_places_and_demonyms_count():
    assert resolved("<p:Paris Tolan> of the <g:Karsk Rovers> went home to <b:Paris>.") == ()


def test_no_mentions():
    assert resolved("") == ()


def test_places_come_in_text_order_with_odd_input():
    marked = "<l:…> and <l: > <l:Aleppo's>, <l:\ud800> <l:the city> <l:U.S.> <l:Ünknown>"
    places = resolved(marked)
    assert [p.mention for p in places] == sorted(p.mention for p in places)
    assert [p.location.geonames for p in places] == [None, None, 170063, None, None, 6252001, None]


def test_an_open_place_lies_where_the_others_do():
    *_, place = resolved("Rain fell in <l:Lyon>, in <l:Marseille> and in <l:Qorvenburg>.")
    assert (place.location.geonames, place.location.country) == (None, "FR")
    assert "2 of the article's 2 other places lie in France" in place.why


@pytest.mark.parametrize("others", ["<l:Lyon>", "<l:Lyon>, <l:Oslo>, <l:Cairo>, <l:Osaka>"])
def test_too_few_others_leave_it_open(others):
    *_, place = resolved(f"Rain fell in {others} and <l:Qorvenburg>.")
    assert place.location.country == ""


def test_the_gazetteer_is_held_once_however_many_ask():
    assert Places().gazetteer is Places().gazetteer
    assert Places().countries is Places().countries
