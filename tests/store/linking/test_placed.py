"""Which articles mention a place, and where."""

import pytest

from sayso.store import Store
from tests.store.samples import article, records


@pytest.fixture
def filled(store: Store) -> Store:
    store.write(records(3))
    return store


@pytest.mark.parametrize("name", ["Karsk", "karsk", " KARSK "])
def test_a_place_is_found_by_name(filled: Store, name: str) -> None:
    meant = filled.placed(name)
    assert set(meant) == {article(n).id for n in range(3)}
    for article_id, numbers in meant.items():
        text = article(0).text and filled.article(article_id).text
        places = filled.record(article_id).places
        assert all("Karsk" in places[n].mention.of(text) for n in numbers)


@pytest.mark.parametrize("name", ["", "  ", "Nowhere at all", "99999999999999999999999"])
def test_what_is_not_there_is_in_no_article(filled: Store, name: str) -> None:
    assert filled.placed(name) == {}
