"""Claims, disputes and quotations of the linked sample, with all that is shown of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.gather import claims
from sayso.store import Store


@pytest.fixture(scope="module")
def store(linked_record: Path) -> Iterator[Store]:
    """Return the linked sample."""
    with Store.open(linked_record) as opened:
        yield opened


def test_a_claim_comes_by_its_id_how_it_begins_and_its_statements(store: Store) -> None:
    wanted = max(store.claims(), key=lambda each: each.articles)
    assert claims.claim(store, wanted.id).claim == wanted
    assert claims.claim(store, wanted.id[:14]).claim == wanted
    its = claims.claim(store, wanted.statements[-1])
    assert its.claim == wanted
    assert its.view.id == wanted.id
    form = its.to_json()
    assert {*wanted.statements} <= {each["statement"]["id"] for each in form["said"]}
    assert form["first_seen"]["date"] == wanted.first
    assert form["judged"] == []


@pytest.mark.parametrize(
    ("name", "words"), [("cl_none", "no claim in"), ("cl_", "may be cl_"), ("", "no claim in")]
)
def test_no_claim_or_several_is_said(store: Store, name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        claims.claim(store, name)


def test_disputes_count_what_they_leave_out(store: Store) -> None:
    every = claims.disputes(store, limit=1000)
    some = claims.disputes(store, limit=2)
    assert (every.more, len(some.views)) == (0, 2)
    assert some.more == len(every.views) - 2
    assert [each["id"] for each in some.to_json()] == [view.id for view in some.views]


def test_one_dispute(store: Store) -> None:
    first = claims.disputes(store, limit=1).views[0]
    assert [view.id for view in claims.dispute(store, first.id).views] == [first.id]
    calm = next(each for each in store.claims() if not each.answers)
    assert claims.dispute(store, calm.id).views == []


def test_a_quotation_has_its_speaker_and_wordings(store: Store) -> None:
    wanted = max(store.quotations(), key=lambda each: len(each.statements))
    its = claims.quotation(store, wanted.id)
    assert its.quotation == wanted
    assert its.view.speaker
    assert len(its.to_json()["said"]) == len(wanted.statements)
