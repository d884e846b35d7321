"""What people judged wins over the machine, whenever it was judged, and is taken back as well."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.judgements import Anchor, Judgement
from sayso.records import Record, Span, plain
from sayso.store import Store

from .samples import record
from .test_linker import linked, lists

COUNT = 10


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open record of which all is linked."""
    with Store.open(tmp_path / "record.db") as opened:
        opened.write(mentioned(record(n)) for n in range(COUNT))
        linked(opened)
        yield opened


def mentioned(made: Record) -> Record:
    """Return a record whose actors stand in the text, each at words of its own."""
    actors = tuple(
        replace(actor, mentions=(Span(n, n + 1),)) for n, actor in enumerate(made.actors)
    )
    return replace(made, actors=actors)


def of_statement(number: int, place: int = 0) -> Anchor:
    made = record(number)
    return Anchor.of(made.article.id, made.statements[place])


def of_actor(number: int, place: int) -> Anchor:
    return Anchor(record(number).article.id, "mention", Span(place, place + 1))


def judge(kind: str, subject: Anchor, other: Any, day: int = 1) -> Judgement:
    object_ = json.loads(json.dumps(plain(other))) if isinstance(other, Anchor) else other
    return Judgement(kind, subject, object_, "Ana Ruel", f"2031-05-{day:02}T10:00:00Z", "read")


def entity_of(store: Store, number: int, place: int) -> dict[str, Any]:
    wanted = (record(number).article.id, f"a{place + 1}")
    return next(e.to_json() for e in store.entities() if wanted in e.actors)


def claim_of(store: Store, number: int, place: int = 0) -> dict[str, Any]:
    wanted = record(number).statements[place].id
    return next(c.to_json() for c in store.claims() if wanted in c.statements)


def together(store: Store, kind: str) -> bool:
    if "entity" in kind:
        return entity_of(store, *A)["id"] == entity_of(store, *B)["id"]
    if "claim" in kind:
        return bool(claim_of(store, 1)["id"] == claim_of(store, 2)["id"])
    ids = {record(1).article.id, record(2).article.id}
    return any({copy.a, copy.b} == ids for copy in store.copies())


A, B = (1, 0), (2, 1)
OTHER = {"same_entity": of_actor(*B), "different_entity": of_actor(*B)}
OTHER |= {kind: of_statement(2) for kind in ("same_claim", "different_claim")}
OTHER |= {kind: Anchor(record(2).article.id) for kind in ("copy", "not_copy")}


def subject(kind: str) -> Anchor:
    if "entity" in kind:
        return of_actor(*A)
    return of_statement(1) if "claim" in kind else Anchor(record(1).article.id)


@pytest.mark.parametrize("kind", OTHER)
def test_two_are_together_or_apart_as_judged(store: Store, kind: str) -> None:
    before = lists(store)
    made = judge(kind, subject(kind), OTHER[kind])
    store.judge([made])
    linked(store)
    assert together(store, kind) == (kind in ("same_entity", "same_claim", "copy"))
    once = lists(store)
    linked(store, rebuild=True)
    assert lists(store) == once
    store.withdraw(made.id, by="Bo Sarn", at="2031-06-01")
    linked(store)
    assert lists(store) == before


@pytest.mark.parametrize(
    "kinds", [("same_entity", "different_entity"), ("same_claim", "different_claim")]
)
@pytest.mark.parametrize("turned", [False, True])
def test_of_two_judgements_the_latest_wins(
    store: Store, kinds: tuple[str, str], turned: bool
) -> None:
    first, last = reversed(kinds) if turned else kinds
    store.judge([judge(last, subject(last), OTHER[last], day=2)])
    store.judge([judge(first, subject(first), OTHER[first], day=1)])
    linked(store)
    assert together(store, last) == last.startswith("same")
    if "entity" in last:
        why = entity_of(store, *A)["why"]
        assert "judged by Ana Ruel on 2031-05-02" in why
        assert "against judged by Ana Ruel on 2031-05-01" in why


def test_a_denial_is_as_judged(store: Store) -> None:
    store.judge([judge("denies", of_statement(1), of_statement(2))])
    linked(store)
    if not together(store, "same_claim"):
        assert record(1).statements[0].id in claim_of(store, 2)["denied_by"]


def test_what_is_judged_of_a_statement_holds_for_links(store: Store) -> None:
    gone = record(3).statements[0].id
    store.judge([judge("not_statement", of_statement(3), {})])
    store.judge([judge("act", of_statement(4), {"act": "denies"})])
    linked(store)
    assert gone not in json.dumps([c.to_json() for c in store.claims()])
    others = {s.id for n in range(COUNT) for s in record(n).statements} - {gone}
    assert {s for c in store.claims() for s in c.statements} == others
    once = lists(store)
    linked(store, rebuild=True)
    assert lists(store) == once
