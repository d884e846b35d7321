"""Orders of groups: pages follow one another, and few are left out of an order for few."""

import pytest

from sayso.store import Store
from sayso.store.linking.schema import ORDERS

LISTS = [("entities", "articles"), ("quotations", "articles"), ("claims", "articles")]
FEW = [("claims", "opposed"), ("claims", "against"), ("claims", "origins"), ("entities", "said")]


@pytest.mark.parametrize("which", [*LISTS, *FEW])
def test_pages_follow_one_another(linked_record: str, which: tuple[str, str]) -> None:
    with Store.open(linked_record) as store:
        every = list(store.sizes(which))
        first = store.ranked(which, limit=3)
        second = store.ranked(which, limit=3, skip=3)
        rest = store.ranked(which, limit=1000, skip=2)
        beyond = store.ranked(which, limit=3, skip=100_000)
    assert [*first.rows, *second.rows] == every[:6]
    assert (first.more, second.more) == (len(every) - 3, len(every) - 6)
    assert (list(rest.rows), rest.more) == (every[2:], 0)
    assert (beyond.rows, beyond.more) == ((), 0)
    columns = [column.element.name for column in ORDERS[which[1]].by]  # type: ignore[attr-defined]
    keys = [tuple(getattr(row, name) for name in columns) for row in every]
    assert keys == sorted(keys, reverse=True)


@pytest.mark.parametrize("which", FEW)
def test_an_order_for_few_leaves_the_others_out(linked_record: str, which: tuple[str, str]) -> None:
    room, name = which
    with Store.open(linked_record) as store:
        every, few = list(store.sizes((room, "articles"))), list(store.sizes(which))
    least = 2 if name == "origins" else 1
    wanted = {row.id for row in every if (getattr(row, name) or 0) >= least}
    assert {row.id for row in few} == wanted
    assert 0 < len(wanted) < len(every)


def test_those_of_some_numbers_alone(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        every = list(store.sizes(("claims", "articles")))
        some = [row.number for row in every[10:50:3]]
        its = store.ranked(("claims", "articles"), some, limit=5, skip=1)
        assert [row.number for row in its.rows] == some[1:6]
        assert its.more == len(some) - 6
        assert store.ranked(("claims", "articles"), [], limit=5).rows == ()
        assert [row.number for row in store.sizes(("claims", "articles"), some)] == some
        names = store.names([row.id for row in store.sizes(("entities", "articles"))][:4])
        assert names == {each.id: each.name for each in store.entities(names)}
