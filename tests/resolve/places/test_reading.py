"""What places lie in by the words around them, and which names are none."""

import pytest

from sayso.resolve.places.places import Places
from tests.notation import read

PLACES = Places()


def countries(marked):
    """Return the countries of the names of a marked text, in its order; empty where open."""
    article, annotation = read(marked)
    return [p.location.country for p in PLACES(article, annotation.mentions)]


LYING = [
    ("In <l:Libya>, the government in <l:Tripoli> agreed.", ["LY", "LY"]),
    ("In <l:Lebanon>, the port of <l:Tripoli> reopened.", ["LB", "LB"]),
    ("In <l:Canada>, police in <l:London> held a man.", ["CA", "CA"]),
    # Too small beside the one that everybody knows.
    ("In the <l:US>, officials said the talks in <l:Paris> had failed.", ["US", "FR"]),
    ("In <l:Lebanon>, shops shut. In <l:Tripoli> nobody did.", ["LB", "LB"]),
]


@pytest.mark.parametrize(("marked", "expected"), LYING)
def test_the_country_at_the_head_of_a_sentence_holds_its_towns(marked, expected):
    assert countries(marked) == expected


NONE = [
    "The treaty binds all <l:States>.",
    "Small <l:States> abstained.",
    "The <l:States> agreed.",
    "<l:Charles> de Gaulle left the port.",
    "The <l:Earth> is round.",
    "The <l:Obama> administration agreed.",
]


@pytest.mark.parametrize("marked", NONE)
def test_some_names_are_of_no_place(marked):
    assert countries(marked) == [""]


def test_the_states_are_america_behind_a_preposition():
    assert countries("He moved to the <l:States> in May.") == ["US"]


ROWS = [
    ("Four regions of <l:Ukraine> -- <l:Donetsk>, <l:Luhansk> and <l:Kherson> -- voted.", "A"),
    ("<l:Donetsk>, <l:Luhansk> and <l:Kherson>, the three regions, voted in <l:Ukraine>.", "A"),
    ("Three regions (<l:Donetsk>, <l:Luhansk> and <l:Kherson>) of <l:Ukraine> voted.", "A"),
    ("Three cities of <l:Ukraine>, <l:Donetsk>, <l:Luhansk> and <l:Kherson>, voted.", "P"),
]


@pytest.mark.parametrize(("marked", "feature"), ROWS)
def test_names_in_a_row_are_of_the_kind_that_it_is_of(marked, feature):
    article, annotation = read(marked)
    placed = PLACES(article, annotation.mentions)
    kinds = {p.location.feature for p in placed if p.location.name != "Ukraine"}
    assert kinds == {feature}
