"""Somebody of the linked sample with all that his page shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.gather import entities
from sayso.gather.charts import entities as charts
from sayso.store import Store


@pytest.fixture(scope="module")
def store(linked_record: Path) -> Iterator[Store]:
    """Return the linked sample."""
    with Store.open(linked_record) as opened:
        yield opened


@pytest.fixture(scope="module")
def most(store: Store) -> str:
    """Return who says most."""
    return store.speaking(limit=1)[0][0].entity.id


def test_what_somebody_says_comes_a_page_at_a_time(store: Store, most: str) -> None:
    (voice,) = store.voices(most)
    pages, more, skip = [], 1, 0
    while more:
        its = entities.whole(store, most, limit=7, skip=skip)
        pages, more, skip = [*pages, *its.said], its.more, skip + 7
    days = [each.published.start[:10] if each.published else "" for each in pages]
    assert days == sorted(days, reverse=True)
    assert {each.statement.id for each in pages} == {each.statement.id for each in voice.said}
    assert len(pages) == len(voice.said)
    assert f"{len(pages)} statements in " in its.view.card.summary
    assert not its.cut


def test_of_very_much_the_newest_is_looked_at_and_all_is_counted(
    store: Store, most: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = entities.whole(store, most, limit=99, skip=0)
    monkeypatch.setattr(charts, "MOST", 5)
    cut = entities.whole(store, most, limit=99, skip=0)
    assert cut.cut
    assert [each.statement.id for each in cut.said] == [
        each.statement.id for each in whole.said[:5]
    ]
    assert cut.view.card.summary == whole.view.card.summary


def test_its_form_has_what_its_page_shows(store: Store, most: str) -> None:
    its = entities.whole(store, most, limit=3, skip=0)
    form = its.to_json()
    assert len(form["said"]) == 3
    assert len(form["positions"]) == len(its.stands.positions) > 0
    assert form["id"] == most
