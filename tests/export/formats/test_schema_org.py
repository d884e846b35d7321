"""schema.org: checked by its own vocabulary; no rating, nothing that was not said."""

import json
from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph

# Of rdflib's own parser.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

VOCABULARY = Path(__file__).with_name("schema_org.ttl")
# As the context of schema.org 30.0 has it, of what is used; no test asks the network for it.
AN_ADDRESS = {"@type": "@id"}
CONTEXT = {
    "@vocab": "http://schema.org/",
    **dict.fromkeys(("isPartOf", "url", "inDefinedTermSet", "isBasedOn"), AN_ADDRESS),
    "datePublished": {"@type": "Date"},
}
PREFIXES = """
PREFIX schema: <http://schema.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
# What is there of a type, and by a property, that the vocabulary does not give it.
STRANGE = {
    "types": """
        ?thing a ?what. FILTER NOT EXISTS { ?what a rdfs:Class }
        FILTER (?what NOT IN (rdfs:Class, rdf:Property, schema:DataType))
    """,
    "properties": """
        ?thing ?what ?value; a/rdfs:subClassOf* schema:Thing. FILTER (?what != rdf:type)
        FILTER NOT EXISTS { ?what schema:domainIncludes ?of. ?thing a/rdfs:subClassOf* ?of }
    """,
    "values": """
        ?thing ?property ?what; a/rdfs:subClassOf* schema:Thing. FILTER (?property != rdf:type)
        FILTER NOT EXISTS { ?property schema:rangeIncludes ?of. ?what a/rdfs:subClassOf* ?of }
        FILTER NOT EXISTS {
            ?property schema:rangeIncludes ?of. FILTER (isLiteral(?what))
            FILTER (datatype(?what) = ?of || (datatype(?what) = xsd:string && ?of = schema:Text))
        }
        FILTER NOT EXISTS {
            ?property schema:rangeIncludes schema:URL. FILTER (isIRI(?what))
            FILTER NOT EXISTS { ?what a ?type }
        }
    """,
}


@cache
def vocabulary():
    return VOCABULARY.read_text("utf-8")


def strange(things):
    """Return what of some things the vocabulary does not know, by what it is."""
    there = Graph().parse(data=vocabulary(), format="turtle")
    there.parse(data=json.dumps({"@context": CONTEXT, "@graph": things}), format="json-ld")
    odd = {
        name: {str(row[0]) for row in there.query(f"{PREFIXES} SELECT ?what {{ {query} }}")}
        for name, query in STRANGE.items()
    }
    return {name: what for name, what in odd.items() if what}


def graph(data):
    made = json.loads(data)
    assert made["@context"] == "https://schema.org"
    assert set(made) == {"@context", "@graph"}
    return made["@graph"]


def test_all_of_it_is_of_the_vocabulary(written):
    made = graph(written("schemaorg"))
    # Of things with the same properties one: each is looked at with all that it has.
    alike = {(each["@type"], *each, *kinds(each)): each for each in made}
    articles = [each for each in made if each["@type"] == "NewsArticle"]
    assert len(alike) > 20
    assert strange([*alike.values(), *articles]) == {}


def kinds(thing):
    """Return the types of what a thing has as its properties."""
    every = [each for value in thing.values() if isinstance(value, list) for each in value]
    return sorted({each["@type"] for each in every if isinstance(each, dict)})


SOMEBODY = {"@type": "Person", "name": "Ana Ruel"}
ODD = {
    "an unknown type": ({"@type": "Denial"}, "types"),
    "an unknown property": ({"@type": "Claim", "truth": "no"}, "properties"),
    "a property of others": ({"@type": "Claim", "spokenByCharacter": SOMEBODY}, "properties"),
    "a value of another type": ({"@type": "Claim", "isPartOf": SOMEBODY}, "values"),
    "words for a thing": ({"@type": "Claim", "author": "Ana Ruel"}, "values"),
    "a thing for words": ({"@type": "Claim", "text": SOMEBODY}, "values"),
    "an address for a thing": ({"@type": "Claim", "author": {"@id": "urn:x"}}, "values"),
}


@pytest.mark.parametrize("name", ODD)
def test_what_the_vocabulary_does_not_know_is_seen(name):
    thing, kind = ODD[name]
    assert kind in strange([{"@id": "urn:a", **thing}])
    assert strange([{"@id": "urn:a", "@type": "Claim", "author": SOMEBODY, "text": "No."}]) == {}


def test_what_was_said_is_a_quotation_or_a_claim(written, rows):
    made = graph(written("schemaorg"))
    said = {f"urn:sayso:{row.statement.id}": row for row in rows if row.act.said == "yes"}
    there = {each["@id"]: each for each in made if each["@type"] in ("Quotation", "Claim")}
    assert set(there) == set(said)
    assert len(said) < len(rows)
    for name, row in said.items():
        direct = row.statement.kind == "direct"
        assert there[name]["@type"] == ("Quotation" if direct else "Claim")
        by = {"isBasedOn": [], "author": []}
        for party in row.speakers:
            by["isBasedOn" if party.type == "document" else "author"].append(party.name)
        for key, names in by.items():
            assert [who["name"] for who in there[name].get(key, [])] == names


def test_nobody_is_rated(written):
    assert "ating" not in written("schemaorg").decode()


def test_a_claim_in_other_words_has_the_words_that_report_it(written, rows):
    there = {each["@id"]: each for each in graph(written("schemaorg"))}
    for row in rows:
        if row.act.said == "yes" and row.statement.kind == "indirect":
            text = there[f"urn:sayso:{row.statement.id}"]["text"]
            assert all(row.words((span,)) in text for span in row.statement.cue)


def test_what_is_denied_leads_to_the_denial(written, rows):
    there = {each["@id"]: each for each in graph(written("schemaorg"))}
    denied = [row for row in rows if row.answers and row.act.said == "yes"]
    assert denied
    for row in denied:
        leads = there[f"urn:sayso:{row.statement.id}"]["subjectOf"]
        assert {each["@id"] for each in leads} == {f"urn:sayso:{a.statement}" for a in row.answers}


def test_what_was_not_said_is_left_out(written, hostile):
    assert graph(written("schemaorg", hostile)) == []
