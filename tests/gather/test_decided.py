"""What people decided of articles and of who somebody is, as pages show it."""

import shutil
from pathlib import Path

import pytest

from sayso.gather import judging
from sayso.gather.decided import of_article, of_copies, of_entity
from sayso.moments import now
from sayso.store import Store


@pytest.fixture
def store(linked_record: Path, tmp_path: Path) -> Store:
    """Return a copy of the linked sample, to write to."""
    with Store.open(Path(shutil.copy(linked_record, tmp_path / "record.db"))) as opened:
        yield opened


def keep(store: Store, kind: str, subject: str, object_: str | None) -> str:
    (kept,) = judging.keep(store, [judging.decided(store, kind, subject, object_)], "Ada")
    return kept.id


def test_all_that_was_decided_of_an_article_is_told(store: Store) -> None:
    one, other, *_ = store.articles()
    record = store.record(one.id)
    first, second, *_ = record.statements
    ids = [
        keep(store, "not_statement", first.id, None),
        keep(store, "act", second.id, "denies"),
        keep(store, "not_copy", one.id, other.id),
        keep(store, "different_entity", f"{one.id}/a1", f"{one.id}/a2"),
    ]
    lines = {each.id: each for each in of_article(store, one.id)}
    assert set(lines) == set(ids)
    assert lines[ids[0]].about == (first.id,)
    assert lines[ids[0]].words.endswith("is no statement")
    assert set(lines[ids[2]].about) == {one.id, other.id}
    assert "no copies" in lines[ids[2]].words
    assert record.actors[0].name in lines[ids[3]].words
    assert {each.id for each in of_copies(store, {one.id, other.id})} == {ids[2]}
    assert of_article(store, other.id)[0].id == ids[2]


def test_of_an_entity_only_what_says_who_it_is(store: Store) -> None:
    its, other, *_ = store.entities()
    kept = keep(store, "same_entity", its.id, other.id)
    keep(store, "act", store.record(its.actors[0][0]).statements[0].id, "denies")
    assert [each.id for each in of_entity(store, its.id)] == [kept]
    assert [each.id for each in of_entity(store, other.id)] == [kept]
    store.withdraw(kept, by="Bo", at=now(), why="two people")
    (line,) = of_entity(store, its.id)
    assert (line.holds, line.stands) == (False, False)
    assert "taken back" in line.state
