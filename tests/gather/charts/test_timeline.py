"""Who said what about what by day, of the linked sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.gather.charts.timeline import whole
from sayso.store import Store
from sayso.view.asking import Question


@pytest.fixture(scope="module")
def store(linked_record: Path) -> Iterator[Store]:
    """Return the linked sample."""
    with Store.open(linked_record) as opened:
        yield opened


def test_the_columns_count_every_statement(store: Store) -> None:
    its = whole(store, Question(), limit=30, skip=0)
    assert sum(each.total for each in its.view.stacked) == its.statements
    assert its.statements == store.counts().statements
    assert (len(its.said), its.more) == (30, its.statements - 30)
    form = its.to_json()
    points = [p["number"] for s in form["series"][: len(its.view.stacked)] for p in s["points"]]
    assert sum(points) == its.statements


def test_pages_follow_each_other(store: Store) -> None:
    two = [whole(store, Question(who="Tarsova"), limit=5, skip=skip) for skip in (0, 5)]
    assert two[0].more == two[1].more + 5
    assert not {id_ for id_, _ in two[0].said} & {id_ for id_, _ in two[1].said}


def test_what_was_first_is_told(store: Store) -> None:
    its = whole(store, Question(), limit=1, skip=0)
    dates = [each.date for each in its.events]
    assert dates == sorted(dates)
    known = {f"/claim/{each.id}": each for each in store.claims()}
    firsts = [each for each in its.events if each.kind == "first"]
    assert firsts
    assert all(known[each.address].first[:10] == each.date for each in firsts)
    assert {"first", "denies", "turn"} == {each.kind for each in its.events}


def test_a_claim_alone_has_its_statements_and_answers(store: Store) -> None:
    wanted = max(store.claims(), key=lambda each: each.articles)
    its = whole(store, Question(claim=wanted.id), limit=500, skip=0)
    answers = {each.statement for each in wanted.answers if each.is_plain}
    assert {id_ for id_, _ in its.said} == {*wanted.statements} | answers
    assert its.claim == wanted
    assert [each.date for each in its.events if each.kind == "first"] == [wanted.first[:10]]


def test_every_cell_leads_to_as_many_as_it_counts(store: Store) -> None:
    its = whole(store, Question(act="denies"), limit=1, skip=0)
    (denied,) = its.view.stacked
    slot, cell = max(denied.cells.items(), key=lambda each: each[1].number)
    start, end, _ = its.view.axis.slots[slot]
    there = whole(store, Question(act="denies", since=start, until=end), limit=1, skip=0)
    assert cell.number == there.statements > 1


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Question(act="sings"), "there is no act"),
        (Question(since="soon"), "since is a day"),
        (Question(until="2031-02-30"), "until is a day"),
        (Question(until="2031-03-14T10"), "until is a day"),
        (Question(claim="cl_none"), "no claim in"),
    ],
)
def test_what_cannot_be_asked_is_said(store: Store, asked: Question, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        whole(store, asked, limit=1, skip=0)


def test_nothing_is_nothing(store: Store) -> None:
    its = whole(store, Question(who="Nobody at all"), limit=30, skip=0)
    assert (its.statements, its.view.series, list(its.events), its.said) == (0, (), [], [])
