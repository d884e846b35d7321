"""Statements that have words, and what facets tell of them."""

from sayso.store import Store
from tests.store.samples import records


def test_words_are_looked_for_in_the_content_alone(store: Store) -> None:
    store.write(records(3))
    corridor = store.worded("grain corridor", most=9)
    assert corridor is not None
    assert {each.content for each in store.given(corridor)} == {
        "the grain corridor would stay open"
    }
    assert len(corridor) == 3
    assert len(store.worded("grain corridor", most=1) or ()) == 1
    assert len(store.worded("grain corridor", most=9, enough=2) or ()) == 2
    assert store.worded("Teren corridor", most=9) == frozenset()
    assert store.worded("!", most=9) is None


def test_the_claims_of_statements_are_those_that_have_them(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        ids = store.worded("soldiers", most=99)
        assert ids
        numbers = store.claims_with(ids)
        assert numbers == store.with_words("soldiers", most=99)
        ranked = store.ranked(("claims", "articles"), numbers, limit=999)
        its = {each.id for each in store.claims() if ids & set(each.statements)}
    assert set(ranked.ids) == its != set()


def test_facts_of_statements(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        claim = next(each for each in store.claims() if (each.independent or 0) > 1)
        facts = store.facts(claim.statements)
        number = store.claims_with(claim.statements)
        said = {each.statement.id: each.statement for each in store.given(claim.statements)}
    assert facts.keys() == set(claim.statements)
    for id_, its in facts.items():
        assert its[:3] == (said[id_].kind, said[id_].score, claim.independent)
    assert {its.claim for its in facts.values()} == number
