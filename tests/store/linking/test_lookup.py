"""Groups by an id, by how it begins, or by a statement."""

from sayso.store import Store


def test_a_group_is_known_by_its_id_and_its_statements(linked_record):
    with Store.open(linked_record) as store:
        claim = max(store.claims(), key=lambda each: len(each.statements))
        assert store.named("claims", claim.id) == [claim.id]
        assert store.named("claims", claim.id[:14]) == [claim.id]
        assert store.named("claims", claim.statements[-1]) == [claim.id]
        assert len(store.named("claims", "cl_")) > 1
        assert store.named("claims", "%") == store.named("claims", " ") == []
        assert store.named("quotations", claim.id) == []


def test_statements_are_given_by_their_ids(linked_record):
    with Store.open(linked_record) as store:
        claim = max(store.claims(), key=lambda each: len(each.statements))
        given = store.given([*claim.statements, "nobody"])
        assert {said.statement.id for said in given} == set(claim.statements)
        days = [said.published.start for said in given]
        assert days == sorted(days)
