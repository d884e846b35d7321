"""PROV-JSON: read by the library of the standard, and each statement leads to how it was made."""

from io import StringIO

from prov.model import ProvDocument


def document(data):
    return ProvDocument.deserialize(StringIO(data.decode("utf-8")), format="json")


def names(records):
    return {str(record.identifier) for record in records}


def relations(bundle, kind):
    return [tuple(map(str, r.args[:2])) for r in bundle.get_records() if type(r).__name__ == kind]


def test_every_statement_is_generated_and_derived(written, articles):
    made = document(written("prov", *articles))
    bundles = list(made.bundles)
    assert len(bundles) == len(articles)
    for bundle, article in zip(bundles, articles, strict=True):
        its = names(bundle.get_records())
        statements = {f"rec:{row.statement.id}" for row in article.rows()}
        assert statements <= its
        generated = dict(relations(bundle, "ProvGeneration"))
        derived = relations(bundle, "ProvDerivation")
        assert statements <= set(generated)
        assert statements <= {entity for entity, _ in derived}
        ends = {end for pair in derived for end in pair}
        assert ends <= its


def test_what_people_judged_is_theirs(written, articles):
    judged = [article for article in articles if article.judgements]
    assert judged
    for bundle, article in zip(document(written("prov", *judged)).bundles, judged, strict=True):
        influenced = relations(bundle, "ProvInfluence")
        assert {judging for _, judging in influenced} == {
            f"rec:{each.id}" for each in article.judgements
        }
        agents = {
            str(next(iter(record.get_attribute("prov:label"))))
            for record in bundle.get_records()
            if type(record).__name__ == "ProvAgent"
        }
        assert "mira" in agents


def test_whether_it_was_said_is_told(written, hostile):
    assert '"sayso:said": "no"' in written("prov", hostile).decode()
    assert len(list(document(written("prov", hostile)).bundles)) == 1
