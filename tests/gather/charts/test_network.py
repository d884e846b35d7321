"""Who answers, cites and carries whom in the linked sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.gather.charts.network import whole
from sayso.linked import AGAINST
from sayso.store import Store
from sayso.view.asking import NetworkQuestion
from sayso.view.charts.network import Edge


@pytest.fixture(scope="module")
def store(linked_record: Path) -> Iterator[Store]:
    """Return the linked sample."""
    with Store.open(linked_record) as opened:
        yield opened


def edges(store: Store, **asked: str) -> tuple[Edge, ...]:
    return whole(store, NetworkQuestion(**asked), limit=1, skip=0).view.edges


def test_each_statement_is_carried_by_one(store: Store) -> None:
    ids = [name for each in edges(store, kind="carries") for name in each.statements]
    assert len(ids) == len(set(ids)) > 100
    said = {each.statement.id: each for each in store.given(ids)}
    for each in edges(store, kind="carries")[:5]:
        for name in each.statements:
            its = said[name]
            carrier = its.chain[0].name if its.chain else its.publisher
            assert its.speaker
            assert carrier


def test_who_is_cited_stands_in_the_chain(store: Store) -> None:
    for each in edges(store, kind="cites"):
        for its in store.given(each.statements):
            assert [p for p in its.chain if p.kind not in ("dateline", "credit", "byline")]


def test_who_answers_denies_or_confirms_a_claim_of_the_other(store: Store) -> None:
    answering = {
        answer.statement
        for claim in store.claims()
        for answer in claim.answers
        if answer.is_plain and answer.kind in (*AGAINST, "confirms")
    }
    its = edges(store, kind="answers")
    assert {name for each in its for name in each.statements} <= answering
    pairs = {(each.source.name, each.target.name) for each in its}
    assert ("Irena Vasc", "the Velmark army") in pairs
    assert not any(source == target for source, target in pairs)


def test_one_in_the_middle_has_what_the_whole_has_of_him(store: Store) -> None:
    (voice,) = [each for each in store.voices("Tarsova") if each.entity]
    assert voice.entity
    me = voice.entity.id

    def mine(every: tuple[Edge, ...]) -> set[tuple[str, str, str, int]]:
        ends = ((e.source.name, e.kind, e.target.name, e.number, e) for e in every)
        return {each[:4] for each in ends if me in (each[4].source.id, each[4].target.id)}

    alone = edges(store, who=me)
    assert mine(alone) == mine(edges(store)) != set()
    assert len(mine(alone)) == len(alone)


def test_an_edge_leads_to_its_statements_page_by_page(store: Store) -> None:
    strongest = edges(store)[0]
    source = strongest.source.id or strongest.source.name
    question = NetworkQuestion(kind=strongest.kind, source=source, target=strongest.target.id)
    its = whole(store, question, limit=4, skip=0)
    assert its.edge
    assert its.edge.statements == strongest.statements
    assert (len(its.said), its.more) == (4, strongest.number - 4)
    rest = whole(store, question, limit=500, skip=4)
    assert len(rest.said) == strongest.number - 4
    assert {id_ for id_, _ in (*its.said, *rest.said)} == set(strongest.statements)


def test_a_period_and_an_act_narrow_it(store: Store) -> None:
    some = edges(store, since="2031-04-13", until="2031-04-14", act="denies")
    assert 0 < len(some) < len(edges(store))
    assert all("2031-04-13" <= each.first <= each.last <= "2031-04-14" for each in some)


def test_what_cannot_be_asked_is_said(store: Store) -> None:
    with pytest.raises(UsageError, match="no kind of edge"):
        edges(store, kind="sings")
    assert edges(store, who="Nobody at all") == ()
