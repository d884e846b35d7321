"""Numbers of statements, in either database."""

from sayso.store import Store
from tests.store.samples import record


def test_numbers_come_by_their_statements(store: Store) -> None:
    records = [record(n) for n in range(3)]
    store.write(records)
    wanted = {q.statement: [q] for each in records for q in each.quantities if q.statement}
    assert wanted
    every = [statement.id for each in records for statement in each.statements]
    assert store.numbers([*every, "st_none"]) == wanted
    some = list(wanted)[:1]
    assert store.numbers(some) == {name: wanted[name] for name in some}
    assert store.numbers([]) == {}
