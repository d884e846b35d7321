"""Whether another article could name a body."""

import pytest

from sayso.link.entities.institutions import country_of, is_alone, kind, ties
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


def test_a_ministry_is_of_the_land_that_owns_it_whether_a_table_knows_it_or_not():
    ministry = body("Health Ministry", also="Ostrania's Health Ministry")
    velmark = body("Health Ministry", also="Velmark's Health Ministry")
    assert country_of(ministry) not in ("", country_of(velmark))
    assert not is_alone(ministry)
    assert is_alone(body("Health Ministry"))


def test_one_article_ties_an_acronym_to_the_long_form():
    (tie,) = ties(body("Northwire Press Agency", also="NPA|Northwire"))
    assert tie[0] == "npa"
    assert not ties(body("Northwire Press Agency", also="NWA"))


def test_what_an_article_gives_letters_to_is_named():
    assert is_alone(body("Regional Police Council"))
    assert not is_alone(body("Regional Police Council", also="RPC"))


def test_governments_and_groups_are_bodies():
    kinds = [kind(card("X Y", at=setting("1"), type=t)) for t in ("government", "group", "person")]
    assert kinds == ["body", "body", "person"]
