"""Bodies of one name."""

from sayso.link.entities.organisations import organisations
from tests.link.entities.making import card, setting


def body(name: str, article: str = "1", *, country: str = "", **more: str):
    return card(name, at=setting(article, country=country), type="organisation", **more)


def sizes(cards) -> list[int]:
    return sorted(len(each.cards) for each in organisations([[each] for each in cards]))


def test_courts_of_two_countries_are_two():
    cards = [body("Supreme Court", n, country=code) for n, code in [("1", "IN"), ("2", "BR")]]
    assert sizes(cards) == [1, 1]
    assert sizes([*cards, body("Indian Supreme Court", "3")]) == [1, 2]


def test_a_name_of_two_countries_without_one_joins_neither():
    cards = [
        body("Harbour Trust of Norway", "1"),
        body("Norwegian Harbour Trust", "2"),
        body("Danish Harbour Trust", "3"),
        body("Harbour Trust", "4"),
    ]
    assert sizes(cards) == [1, 1, 2]
    assert sizes([cards[0], cards[3]]) == [2]


def test_an_acronym_joins_the_long_form_by_what_stands_beside():
    police = body("Harbour Police Complaints Board", "1", country="HK", also="HPCB")
    short = body("HPCB", "2")
    assert sizes([police, short]) == [2]
    band = body("Hill Park City Band", "3", also="HPCB")
    assert sizes([police, short, band]) == [1, 1, 1]
