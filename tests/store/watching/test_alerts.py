"""What is noticed once is not noticed again, and what is told is told once, on both databases."""

import pytest

from sayso.pipeline import link
from sayso.store import Store
from sayso.store.watching import Alert, Delivery, Fact, at
from tests.store.samples import article, record

NOW, LATER = at(2e9), at(2e9 + 60)
ALERT = Alert("denial-1", "denial", {"words": "“No,” he said", "list": [1, {"a": None}]})
OTHER = Alert("denial-2", "denial", {})


def read(store: Store, *numbers: int) -> list[str]:
    store.write([record(number) for number in numbers])
    link(store)
    return [article(number).id for number in numbers]


def test_what_is_there_before_is_old(store: Store) -> None:
    (old,) = read(store, 0)
    assert store.alerts.begin(everything=False)
    assert not store.alerts.begin(everything=False)
    new, quiet = read(store, 1, 2)
    store.alerts.quieten([quiet])
    assert list(store.alerts.unnoticed(9)) == [new]
    assert store.alerts.old([old, new, quiet]) == {old, quiet}
    assert not store.alerts.begin(everything=True)
    assert list(store.alerts.unnoticed(9)) == [old, new, quiet]
    assert store.alerts.old([old, new, quiet]) == set()


def test_an_article_is_noticed_once_and_only_once_it_is_linked(store: Store) -> None:
    store.alerts.begin(everything=False)
    ids = read(store, 1, 2)
    store.write([record(3)])
    numbers = store.alerts.unnoticed(9)
    assert list(numbers) == ids
    assert list(store.alerts.unnoticed(1)) == ids[:1]
    store.alerts.notice(numbers.values(), [], [], at=NOW)
    assert store.alerts.unnoticed(9) == {}
    assert store.alerts.old(ids) == set()


def test_of_a_fact_the_larger_number_stays(store: Store) -> None:
    facts = [Fact("origin", "a", 2), Fact("origin", "a", 3), Fact("denial", "b")]
    store.alerts.notice([], facts, [], at=NOW)
    store.alerts.notice([], [Fact("origin", "a", 1), Fact("origin", "c", 5)], [], at=NOW)
    assert store.alerts.known("origin", ["a", "b", "c"]) == {"a": 3, "c": 5}
    assert store.alerts.known("denial", ["a", "b"]) == {"b": 0}


def test_an_alert_is_told_once_to_each_destination(store: Store) -> None:
    both = [(ALERT, ["terminal", "desk"]), (OTHER, ["desk"])]
    assert store.alerts.notice([], [], both, at=NOW) == [ALERT, OTHER]
    assert store.alerts.notice([], [], [(ALERT, ["late"]), (OTHER, ["late"])], at=LATER) == []
    assert store.alerts.undelivered() == {"terminal": 1, "desk": 2}
    first, second = store.alerts.due("desk", at=NOW, most=9)
    assert first == Delivery(ALERT, NOW, "desk", 0)
    store.alerts.delivered([first], at=NOW)
    assert store.alerts.due("desk", at=NOW, most=9) == [second]
    assert store.alerts.undelivered() == {"terminal": 1, "desk": 1}


def test_what_failed_is_tried_again_when_it_is_due(store: Store) -> None:
    store.alerts.notice([], [], [(ALERT, ["desk"])], at=NOW)
    for tries in (0, 1):
        (delivery,) = store.alerts.due("desk", at=LATER, most=9)
        assert delivery.tries == tries
        store.alerts.tried([delivery], due=LATER)
        store.alerts.failed([delivery], due=LATER, why="answers 500")
        assert store.alerts.due("desk", at=NOW, most=9) == []
    store.alerts.failed([delivery], due="", why="given up")
    assert store.alerts.undelivered() == {}


def test_of_two_that_see_the_same_due_one_tries_it(store: Store) -> None:
    store.alerts.notice([], [], [(ALERT, ["desk"]), (OTHER, ["desk"])], at=NOW)
    first, second = (store.alerts.due("desk", at=NOW, most=most) for most in (1, 2))
    assert store.alerts.tried(first, due=LATER) == first
    assert store.alerts.tried(second, due=LATER) == second[1:]
    assert store.alerts.tried(second, due=LATER) == []


@pytest.mark.parametrize("ids", [[], ["sha256:none"]])
def test_nothing_is_known_of_what_is_not_there(store: Store, ids: list[str]) -> None:
    assert store.alerts.old(ids) == set()
    assert store.alerts.known("denial", ids) == {}
    store.alerts.quieten(ids)
    store.alerts.delivered([], at=NOW)
