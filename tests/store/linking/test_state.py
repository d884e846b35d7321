"""The mark of a record is another one whenever pages may show something else."""

from dataclasses import replace

from sayso.accounts import Account
from sayso.judgements import Judgement
from sayso.link.copies.room import Copies
from sayso.link.linker import Linker
from sayso.pipeline import link
from sayso.store import Store
from tests.store.samples import article, record, records
from tests.store.test_judging import DENIES


def linked(store: Store) -> None:
    link(store, Linker((Copies(),), tuple(store.judgements())))


def withdrawn(store: Store) -> None:
    store.withdraw(DENIES.id, by="Bo Sarn", at="2031-05-01T10:00:00Z")


CHANGES = [  # one after the other
    lambda store: store.write(records(3)),
    linked,
    lambda store: store.see([replace(article(0), source="elsewhere")]),
    lambda store: store.judge([DENIES]),
    linked,
    withdrawn,
    lambda store: store.write(records(1, version=2)),  # by another model
    linked,
    lambda store: store.judge([Judgement("not_copy", DENIES.subject, {}, "Ada", "2031-06-01")]),
]


def test_each_change_has_a_mark_of_its_own(store: Store) -> None:
    marks = [store.state().mark]
    for change in CHANGES:
        change(store)
        marks.append(store.state().mark)
    assert len(set(marks)) == len(marks)


def test_what_leaves_the_record_as_it_is_leaves_the_mark(store: Store) -> None:
    store.write([record(1)])
    before = store.state()
    store.write([record(1)])
    store.accounts.add(Account("ada", "reader", "2031-03-01T10:00:00Z"), "hash")
    assert store.state() == before


def test_what_is_not_linked_is_counted(store: Store) -> None:
    store.write(records(3))
    assert (store.state().articles, store.state().unlinked) == (3, 3)
    linked(store)
    assert store.state().unlinked == store.unlinked() == 0
