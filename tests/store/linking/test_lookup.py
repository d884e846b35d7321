"""Groups by an id, by how it begins, or by a statement."""

from sqlalchemy import select

from sayso.store import Store
from sayso.store.linking.schema import ROOMS, link_groups


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


def test_what_is_said_but_once_is_no_quotation_by_any_name(linked_record):
    with Store.open(linked_record) as store:
        made = {each.id for each in store.quotations()}
        with store.linking() as ledger:
            query = select(link_groups.c.id, link_groups.c.value).where(
                link_groups.c.room == ROOMS.index("quotations")
            )
            groups = {row.id: row.value for row in ledger.connection.execute(query)}
        lone = {name for name, value in groups.items() if value == b""}
        assert lone
        assert lone.isdisjoint(made)
        assert [name for name in lone if store.named("quotations", name)] == []
        assert set(store.named("quotations", "qu_")) <= made
        articles = [row.id for row in store.articles()]
        inside = {i for a in articles for i in store.linked_in("quotations", a).values()}
        assert inside == made


def test_statements_belong_to_their_claims(linked_record):
    with Store.open(linked_record) as store:
        claims = {name: each.id for each in store.claims() for name in each.statements}
        some = dict(list(claims.items())[:50])
        assert store.belonging("claims", [*some, "nobody"]) == some
        assert store.belonging("claims", []) == {}
