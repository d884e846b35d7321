"""Bodies of one name."""

import pytest

from sayso.link.entities.institutions import country_of, institutions, is_alone
from tests.link.entities.making import card, setting


def body(name: str, article: str = "1", *, country: str = "", **more: str):
    return card(name, at=setting(article, country=country), type="organisation", **more)


@pytest.mark.parametrize(
    "name",
    ["the government", "the company", "its office", "a group of Northern senators", "police", "U",
     "the local police department and more"],
)  # fmt: skip
def test_what_no_other_article_could_name_is_alone(name: str):
    assert is_alone(body(name))


@pytest.mark.parametrize(
    "name", ["Harbour Trust", "the Petrak administration", "Turkish foreign ministry", "UN"]
)
def test_what_is_named_is_not(name: str):
    assert not is_alone(body(name))


def test_the_country_is_the_names_or_the_articles():
    assert country_of(body("Supreme Court", country="IN")) == "IN"
    assert country_of(body("Turkish supreme court", country="IN")) == "TR"
    assert country_of(body("the supreme court", country="IN")) == ""
    assert country_of(body("Harbour Trust", country="IN")) == ""


def test_courts_of_two_countries_are_two():
    cards = [body("Supreme Court", n, country=code) for n, code in [("1", "IN"), ("2", "BR")]]
    assert len(institutions(cards)) == 2
    assert len(institutions([*cards, body("Indian Supreme Court", "3")])) == 2


def test_a_name_of_two_countries_without_one_joins_neither():
    cards = [
        body("Harbour Trust of Norway", "1"),
        body("Norwegian Harbour Trust", "2"),
        body("Danish Harbour Trust", "3"),
        body("Harbour Trust", "4"),
    ]
    assert sorted(len(each.cards) for each in institutions(cards)) == [1, 1, 2]
    assert len(institutions([cards[0], cards[3]])) == 1
