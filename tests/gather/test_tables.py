"""Lists of the linked sample as tables: each row has all cells, and all values are there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.gather import lists, tables
from sayso.store import Filters, Store

Rows = list[dict[str, object]]


def rows(table: tables.Table) -> Rows:
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]


MADE: dict[str, tuple[Callable[[Store], tables.Table], Callable[[Store], int]]] = {
    "claims": (tables.claims, lambda store: len(list(store.claims()))),
    "quotations": (tables.quotations, lambda store: len(list(store.quotations()))),
    "entities": (tables.entities, lambda store: len(list(store.entities()))),
    "copies": (tables.copies, lambda store: len(list(store.copies()))),
    "articles": (tables.articles, lambda store: len(store.articles())),
    "judgements": (tables.judgements, lambda store: len(store.judgements())),
}


@pytest.mark.parametrize("name", MADE)
def test_a_table_has_all_values(linked_record: Path, name: str) -> None:
    table, number = MADE[name]
    with Store.open(linked_record) as store:
        assert len(rows(table(store))) == number(store)


def test_the_order_is_that_of_the_list(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        claims, entities = rows(tables.claims(store)), rows(tables.entities(store))
        listed, who = lists.claims(store, 30), lists.entities(store, 30)
        worded = rows(tables.claims(store, Filters(words="army", said="yes")))
    assert [row["id"] for row in claims[:30]] == [each.id for each in listed.values]
    assert [row["claim"] for row in claims[:30]] == [each.words for each in listed.values]
    assert [row["name"] for row in entities[:30]] == [each.name for each in who.values]
    assert 0 < len(worded) < len(claims)


def test_disputes_and_what_somebody_says(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        disputes = rows(tables.disputes(store))
        (most, _), *_ = [(each.entity.id, each) for each in store.speaking(limit=1)[0]]
        said = rows(tables.of_entity(store, most))
        (voice,) = store.voices(most)
        placed = rows(tables.of_place(store, "Karsk"))
        about = store.mentioning("Karsk")
    assert all(row["opposed"] for row in disputes)
    assert disputes
    assert [row["id"] for row in said] == [each.statement.id for each in voice.said]
    assert [row["words"] for row in placed] == [each.content for each in about]
