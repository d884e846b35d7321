"""Namesakes of well-known towns, and two names of one town."""

import pytest

from sayso.resolve.places.places import Places
from tests.notation import read

PLACES = Places()


def lying(marked):
    """Return each name of a marked text with the country and the region that it lies in."""
    article, annotation = read(marked)
    placed = PLACES(article, annotation.mentions)
    every = [(p.mention.of(article.text), p.location) for p in placed]
    return {name: (location.country, location.admin1) for name, location in every}


def test_a_small_namesake_is_meant_beside_another_place_of_its_region():
    alone = "<g:American> envoys met in <l:Geneva>. The <l:US> and <l:Washington> were glad."
    assert lying(alone)["Geneva"] == ("CH", "Genève")
    beside = "A fair in <l:Geneva> drew farmers from <l:Ithaca> and <l:Syracuse>, <l:New York>."
    assert lying(beside)["Geneva"] == ("US", "New York")


def test_a_list_does_not_place_a_name():
    marked = "Envoys of the <l:US> met in <l:London>, <l:Washington>, <l:Paris> and <l:Rome>."
    assert lying(marked)["Washington"] == ("US", "District of Columbia")


def test_the_capital_is_meant_where_no_place_of_the_state_is_named():
    alone = "The <l:US> envoy flew home from <l:Geneva> to <l:Washington>."
    assert lying(alone)["Washington"] == ("US", "District of Columbia")
    beside = "Fires burned across <l:Washington>, and <l:Spokane> and <l:Tacoma> had no power."
    assert lying(beside)["Washington"] == ("US", "Washington")


REGIONS = [
    ("The <l:US> left the <l:Middle East>. <l:Maryland> and <l:Baltimore> took note.", None),
    ("Police of <l:Middle East>, <l:Maryland>, closed a street.", "US"),
    (
        "<l:Maryland> and the <l:US> spoke of the <l:Middle East>, <l:North Africa> and <l:Iran>.",
        None,
    ),
    ("Ships of the <l:US> crossed the <l:Pacific>.", None),
    ("<l:Pacific>, <l:Missouri>, lies by a river.", "US"),
]


@pytest.mark.parametrize(("marked", "country"), REGIONS)
def test_a_region_of_the_world_is_no_town_of_its_name(marked, country):
    name = "Middle East" if "Middle East" in marked else "Pacific"
    assert lying(marked)[name][0] == (country or "")
