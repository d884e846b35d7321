"""schema.org: types and properties of its vocabulary, no rating, nothing that was not said."""

import json

# Of the vocabulary (schema.org 29): the properties in use of each type, its parents' among them.
WORK = {
    *("@type", "@id", "text", "author", "isPartOf", "contentLocation", "keywords", "subjectOf"),
    *("creditText", "headline", "url", "datePublished", "inLanguage", "publisher"),
}
TYPES = {
    "Quotation": WORK | {"spokenByCharacter"},
    "Claim": WORK | {"appearance"},
    "NewsArticle": WORK,
    "CreativeWork": {"@type", "@id", "name"},
    "Person": {"@type", "@id", "name"},
    "Organization": {"@type", "@id", "name"},
    "GovernmentOrganization": {"@type", "@id", "name"},
    "Place": {"@type", "name"},
    "DefinedTerm": {"@type", "inDefinedTermSet", "termCode"},
}


def graph(data):
    made = json.loads(data)
    assert made["@context"] == "https://schema.org"
    assert set(made) == {"@context", "@graph"}
    for thing in made["@graph"]:
        check(thing)
    return made["@graph"]


def check(thing):
    if "@type" in thing:
        assert set(thing) <= TYPES[thing["@type"]]
    for value in thing.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                check(each)


def test_what_was_said_is_a_quotation_or_a_claim(written, rows):
    made = graph(written("schemaorg"))
    said = {f"urn:sayso:{row.statement.id}": row for row in rows if row.act.said == "yes"}
    there = {each["@id"]: each for each in made if each["@type"] in ("Quotation", "Claim")}
    assert set(there) == set(said)
    assert len(said) < len(rows)
    for name, row in said.items():
        direct = row.statement.kind == "direct"
        assert there[name]["@type"] == ("Quotation" if direct else "Claim")
        assert [who["name"] for who in there[name].get("author", [])] == [
            party.name for party in row.speakers
        ]


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
