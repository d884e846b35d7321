"""Writing records: once, again, under another model, in any order."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.errors import StoreError
from sayso.records import Article, ModelInfo, Record
from sayso.store import Counts, Store, WriteCounts
from sayso.store.writes import BATCH

from .samples import MODEL, article, plain, record, records


def test_records_come_back_as_they_went_in(store: Store) -> None:
    written = records(5)
    store.write(written)
    assert [store.record(r.article.id) for r in written] == written


def test_bare_articles_come_back_as_they_went_in(store: Store) -> None:
    bare = plain(Article(text="Nobody said anything.", source="-:1"))
    assert store.write([bare]) == WriteCounts(new=1)
    assert store.record(bare.article.id) == bare
    assert store.known([bare.article.id], MODEL) == {bare.article.id}


def test_writing_again_changes_nothing(store: Store, address: str) -> None:
    assert store.write(records(3)) == WriteCounts(new=3, statements=6)
    before = [store.record(r.article.id) for r in records(3)]
    with Store.open(address) as again:
        assert again.write(records(4)) == WriteCounts(new=1, known=3, statements=2)
    assert [store.record(r.article.id) for r in records(3)] == before
    assert store.counts() == Counts(articles=4, sightings=4, statements=8, publishers=3)


def test_an_article_twice_in_one_write_is_stored_once(store: Store) -> None:
    assert store.write([record(1), record(2), record(1)]) == WriteCounts(
        new=2, known=1, statements=4
    )


def test_another_model_replaces_the_statements(store: Store) -> None:
    store.write(records(3))
    assert store.write([record(1, version=2)]) == WriteCounts(replaced=1, statements=1)
    assert [store.record(article(n).id) for n in range(3)] == [record(0), record(1, 2), record(2)]
    assert store.counts().statements == 5
    assert len(store.search("corridor")) == 3


def test_the_last_model_wins_within_one_write_too(store: Store) -> None:
    counts = store.write([record(1, version=1), record(1, version=2)])
    assert counts == WriteCounts(new=1, replaced=1, statements=3)
    assert store.record(article(1).id) == record(1, 2)


def test_a_replaced_article_is_the_one_that_was_resolved(store: Store) -> None:
    other = replace(article(1), source="elsewhere", title="Another title", title_span=None)
    again = replace(record(1), article=other, model=ModelInfo("tests", "2"))
    store.write([record(1), again])
    assert store.record(article(1).id) == again
    assert [seen.source for seen in store.sightings(other.id)] == [article(1).source, "elsewhere"]


def test_known_is_by_model(store: Store) -> None:
    store.write([*records(2), record(2, version=2)])
    ids = [article(n).id for n in range(4)]
    assert store.known(ids, MODEL) == set(ids[:2])
    assert store.known(ids, ModelInfo("tests", "2")) == {ids[2]}
    assert store.known(ids, ModelInfo("other", "1")) == set()
    assert store.known([], MODEL) == set()


def test_other_rules_replace_what_was_concluded(store: Store) -> None:
    old, new = record(1), replace(record(1), model=replace(MODEL, rules="2"))
    store.write([old])
    assert store.known([article(1).id], new.model) == set()
    assert store.write([new]).replaced == 1
    assert store.record(article(1).id).model == new.model
    assert store.known([article(1).id], new.model) == {article(1).id}


def test_known_takes_more_ids_than_a_query(store: Store) -> None:
    store.write([record(1)])
    others = (f"sha256:{n:064}" for n in range(40_000))
    assert store.known((*others, article(1).id), MODEL) == {article(1).id}


def test_the_record_is_free_while_records_are_made(store: Store, address: str) -> None:
    def making(other: Store) -> Iterator[Record]:
        for number in range(BATCH + 2):
            if number in (1, BATCH + 1):
                other.write([record(1000 + number)])
            yield record(number)

    with Store.open(address) as other:
        assert store.write(making(other)).new == BATCH + 2
    assert store.counts().articles == BATCH + 4


def test_what_was_made_before_a_failure_stays(store: Store) -> None:
    def failing() -> Iterator[Record]:
        yield from records(BATCH + 3)
        raise ValueError("the model stumbled")

    with pytest.raises(ValueError, match="stumbled"):
        store.write(failing())
    assert store.counts().articles == BATCH


def test_a_batch_that_cannot_be_written_leaves_nothing(store: Store) -> None:
    first, *rest = record(2).statements
    broken = replace(record(2), statements=(replace(first, score=None), *rest))  # type: ignore[arg-type]
    with pytest.raises(StoreError, match=re.escape(store.name)):
        store.write([record(1), broken])
    assert store.counts() == Counts(0, 0, 0, 0)
    assert store.search("Karsk") == []
    assert store.write([record(1), record(2)]).new == 2
