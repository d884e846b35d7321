"""Statements of the linked sample as charts count them, against what lists tell of the same."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.judgements import Anchor, Judgement
from sayso.store import Asked, Store

MOST = 10_000
AT = "2031-05-01T10:00:00Z"


@pytest.fixture(scope="module")
def store(linked_record: Path) -> Iterator[Store]:
    """Return the linked sample."""
    with Store.open(linked_record) as opened:
        yield opened


def ids(store: Store, asked: Asked) -> set[str]:
    return {row.id for row in store.charted(asked, most=MOST).rows}


def test_all_that_was_said_is_there_newest_first_and_once(store: Store) -> None:
    rows = store.charted(Asked(), most=MOST).rows
    assert len(rows) == len({row.id for row in rows}) == store.counts().statements
    days = [row.day for row in rows]
    assert days == sorted(days, reverse=True)


def test_a_limit_is_told(store: Store) -> None:
    every, some = store.charted(Asked(), most=MOST), store.charted(Asked(), most=7)
    assert (every.cut, some.cut) == (False, True)
    assert some.rows == every.rows[:7]


def test_whoever_is_asked_for_says_it(store: Store) -> None:
    (voice,) = [v for v in store.voices("Tarsova") if v.entity]
    wanted = {said.statement.id for said in voice.said}
    assert voice.entity
    assert ids(store, Asked(who="Tarsova")) == ids(store, Asked(who=voice.entity.id)) == wanted
    row = next(iter(store.charted(Asked(who="Tarsova"), most=1).rows))
    assert row.speaker
    assert row.speaker.entity == voice.entity.id
    assert ids(store, Asked(who="Nobody at all")) == set()


@pytest.mark.parametrize("place", ["Karsk", "Port Almis", "almis", "Nowhere at all"])
def test_a_place_is_mentioned(store: Store, place: str) -> None:
    assert ids(store, Asked(place=place)) == {said.statement.id for said in store.mentioning(place)}


def test_acts_days_and_statements(store: Store) -> None:
    every = store.charted(Asked(), most=MOST).rows
    denied = frozenset([("denies", "neg")])
    assert ids(store, Asked(acts=denied)) == {row.id for row in every if row.act == "denies"}
    period = Asked(since="2031-03-20", until="2031-03-22")
    inside = {row.id for row in every if "2031-03-20" <= row.day <= "2031-03-22"}
    assert ids(store, period) == inside != set()
    three = frozenset(row.id for row in every[:3])
    assert ids(store, Asked(statements=three)) == three
    assert ids(store, Asked(statements=frozenset())) == set()


def test_links_and_places_are_those_of_the_lists(store: Store) -> None:
    rows = store.charted(Asked(), most=MOST, links=True, places=True).rows
    said = {each.statement.id: each for each in store.given([row.id for row in rows])}
    for row in rows:
        its = said[row.id]
        chain = [(each.name, each.kind) for each in its.chain]
        assert [(link.who.name, link.kind) for link in row.links] == chain
        assert {p.name or p.words for p in row.places} == {p.name for p in its.places}
    assert any(row.links for row in rows)


def test_the_claims_of_statements(store: Store) -> None:
    wanted = max(store.claims(), key=lambda each: each.articles)
    rows = store.charted(Asked(statements=frozenset(wanted.statements)), most=MOST).rows
    assert store.charted_claims(rows) == {wanted.id: len(wanted.statements)}
    assert store.charted_claims([]) == {}


def test_what_people_corrected_counts_as_corrected(linked_record: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(linked_record, tmp_path / "record.db"))
    with Store.open(path) as store:
        before = store.charted(Asked(who="Tarsova"), most=MOST).rows
        one, other = before[0], before[1]
        kinds = {
            one.id: ("speaker", {"name": "Doran Hesk"}),
            other.id: ("act", {"act": "threatens"}),
        }
        store.judge(
            Judgement(kind, Anchor.of(*store.statement(name)), object_, "Ada", AT)
            for name, (kind, object_) in kinds.items()
        )
        after = store.charted(Asked(who="Tarsova"), most=MOST).rows
        assert {row.id for row in before} - {row.id for row in after} == {one.id}
        assert {row.id: row.act for row in after}[other.id] == "threatens"
        assert one.id in ids(store, Asked(who="Doran Hesk"))
        assert other.id in ids(store, Asked(acts=frozenset([("threatens", other.polarity)])))
        assert store.charted(Asked(), most=MOST).rows[0].day >= one.day
        assert Counter(row.day for row in store.charted(Asked(), most=MOST).rows).total() == (
            store.counts().statements
        )
