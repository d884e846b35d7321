"""Who leads a country is known by his name, and by nothing else of him."""

import pytest

from sayso.english.role_nouns import heads
from sayso.english.tables import rows
from sayso.records import Span
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.leaders import held, leads_so
from sayso.resolve.actors.references import reference
from sayso.resolve.places.countries import shipped_countries


@pytest.mark.parametrize("name", ["Emmanuel Macron", "Macron", "Emmanuel MACRON"])
def test_a_leader_is_known_by_full_name_and_surname(name):
    assert held(Cluster(0, type="person", name=name)) == ({"=FR"}, {"president"})


@pytest.mark.parametrize(("type_", "name"), [("person", "Ana Ruel"), ("organisation", "Macron")])
def test_nobody_else_leads(type_, name):
    assert held(Cluster(0, type=type_, name=name)) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    ("words", "is_he"),
    [
        ("The French president", True),
        ("France's president", True),
        ("The German president", False),
        ("The president", False),
        ("The former French president", False),
        ("The French minister", False),
    ],
)
def test_a_description_fits_its_leader_by_country_and_office(words, is_he):
    described = reference(f"{words} said so.", Span(0, len(words)), [])
    assert leads_so(described, Cluster(0, type="person", name="Emmanuel Macron")) is is_he


def test_the_list_holds_countries_and_nouns_that_are_known():
    known = set(shipped_countries().codes.values())
    for row in rows("leaders.csv"):
        assert row["country"] in known, row
        assert row["office"] in heads(), row
