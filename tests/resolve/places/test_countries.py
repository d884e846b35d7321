"""Countries by name, demonym, capital and seat: tables of look-ups."""

import pytest

from sayso.resolve.places.countries import Countries

COUNTRIES = Countries()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russia", "RU"),
        ("Russian Federation", "RU"),
        ("the U.S.", "US"),
        ("U. S.", "US"),
        ("UK", "GB"),
        ("Burma", "MM"),
        ("Türkiye", "TR"),
        ("Taiwan", "TW"),
        ("Palestine", "PS"),
        ("Kosovo", "XK"),
        ("South Sudan", "SS"),
        ("Georgia", "GE"),
        ("Congo", "CD"),
        ("Côte d’Ivoire", "CI"),
        ("Holy See", "VA"),
    ],
)
def test_by_name(name, code):
    assert COUNTRIES.by_name(name).code == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Ukrainian", "UA"),
        ("Ukrainians", "UA"),
        ("Saudi", "SA"),
        ("Filipino", "PH"),
        ("Philippine", "PH"),
        ("French", "FR"),
        ("Frenchwoman", "FR"),
        ("Korean", "KR"),
        ("North Korean", "KP"),
        ("Chinese", "CN"),
        ("Irish", "IE"),
        ("Palestinians", "PS"),
        ("Kazakh", "KZ"),
        ("British", "GB"),
    ],
)
def test_by_demonym(word, code):
    assert COUNTRIES.by_demonym(word).code == code


@pytest.mark.parametrize("word", ["Velmarkian", "Karsk", "", "said", "Texas"])
def test_what_is_no_country(word):
    assert COUNTRIES.by_name(word) is None
    assert COUNTRIES.by_demonym(word) is None
    assert COUNTRIES.seat(word) is None


@pytest.mark.parametrize(
    ("code", "capital"), [("UA", "Kyiv"), ("RU", "Moscow"), ("XK", "Pristina")]
)
def test_capitals(code, capital):
    assert COUNTRIES.get(code).capital == capital


def test_an_unknown_code():
    assert COUNTRIES.get("VM") is None


@pytest.mark.parametrize(
    ("name", "code", "actor"),
    [
        ("Moscow", "RU", "government of Russia"),
        ("the Kremlin", "RU", "government of Russia"),
        ("Kremlin", "RU", "government of Russia"),
        ("The White House", "US", "government of the United States"),
        ("Washington", "US", "government of the United States"),
        ("Kiev", "UA", "government of Ukraine"),
        ("Kyiv", "UA", "government of Ukraine"),
        ("Downing Street", "GB", "government of the United Kingdom"),
        ("Brussels", "", "European Union"),
        ("Manila", "PH", "government of the Philippines"),
        ("Kingston", "JM", "government of Jamaica"),
    ],
)
def test_seat(name, code, actor):
    assert COUNTRIES.seat(name) == (code, actor)


def test_every_country_has_a_name_and_most_a_demonym():
    countries = COUNTRIES.all.values()
    assert len(countries) > 240
    assert all(c.name and c.geonames and len(c.code) == 2 for c in countries)
    assert sum(bool(c.demonyms) for c in countries) > 220


def test_every_seat_is_of_a_country_or_of_many():
    assert {code for code, _ in COUNTRIES._seats.values()} <= {"", *COUNTRIES.all}


def test_region_adjectives():
    assert COUNTRIES.adjectives["crimean"] == ("Crimea", 703883)
    assert COUNTRIES.adjectives["kurdish"] == ("Kurdistan", None)
