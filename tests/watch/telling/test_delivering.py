"""Alerts on their way to several destinations: what fails is tried again, what is killed too."""

from dataclasses import dataclass, field

import pytest

from sayso.errors import DeliveryError
from sayso.store import Store
from sayso.store.watching import Delivery, at
from sayso.watch.manners import DAY
from sayso.watch.telling import Delivering
from sayso.watch.telling.delivering import MOST_TRIES
from sayso.watch.telling.lines import Lines
from tests.watch.conftest import Later

from .alerts import alert


class KilledError(BaseException):
    """What ends a process wherever it is."""


@dataclass
class Desk:
    """Whoever takes alerts; `errors` come first."""

    errors: list[BaseException] = field(default_factory=list)
    got: list[str] = field(default_factory=list)
    at_once: int = 1

    def deliver(self, some: list[Delivery]) -> None:
        """Take alerts."""
        if self.errors:
            raise self.errors.pop(0)
        self.got += [each.alert.key for each in some]


@pytest.fixture
def noticed(store: Store, later: Later) -> Store:
    """Return a record with three alerts, two of them for the desk, two for a file."""
    ways = [(alert(1), ["desk", "file"]), (alert(2), ["desk"]), (alert(3), ["file"])]
    store.alerts.notice([], [], ways, at=at(later.seconds))
    return store


def test_each_gets_its_own_in_order(noticed: Store, later: Later) -> None:
    desk, file, errors = Desk(), Desk(at_once=9), []
    its = Delivering(noticed, {"desk": desk, "file": file}, later.clock())
    assert its(errors.append) == 4
    assert (desk.got, file.got) == (["denial-1", "denial-2"], ["denial-1", "denial-3"])
    assert its(errors.append) == 0
    assert errors == []
    assert noticed.alerts.undelivered() == {}


def test_one_that_fails_stops_no_other_and_is_tried_later(noticed: Store, later: Later) -> None:
    desk, file, errors = Desk([DeliveryError("answers 500")]), Desk(), []
    its = Delivering(noticed, {"desk": desk, "file": file}, later.clock())
    assert its(errors.append) == 2
    assert [str(each) for each in errors] == ["answers 500"]
    assert its(errors.append) == 1  # the other of the desk's was not tried
    later.seconds += 120
    assert its(errors.append) == 1
    assert sorted(desk.got) == ["denial-1", "denial-2"]


def test_one_that_asks_to_be_left_alone_is(noticed: Store, later: Later) -> None:
    desk = Desk([DeliveryError("answers 429", 600)])
    its = Delivering(noticed, {"desk": desk}, later.clock())
    its(lambda _: None)
    later.seconds += 300
    its(lambda _: None)
    assert desk.got == ["denial-2"]
    later.seconds += 400
    its(lambda _: None)
    assert desk.got == ["denial-2", "denial-1"]


def test_one_that_is_never_taken_is_given_up_and_that_is_said(noticed: Store, later: Later) -> None:
    desk, errors = Desk([DeliveryError("answers 500")] * 500), []
    its = Delivering(noticed, {"desk": desk}, later.clock())
    for _ in range(2 * MOST_TRIES + 4):
        its(errors.append)
        later.seconds += DAY
    assert noticed.alerts.undelivered() == {"file": 2}
    over = [str(each) for each in errors if "given up" in str(each)]
    assert len(over) == 2
    assert over[0].startswith("denial-1 is given up after 30 tries: answers 500")


def test_killed_in_the_middle_a_file_has_each_once(noticed: Store, later: Later, tmp_path) -> None:
    """Before it is written, in the middle of a line, and after it is written and not noted."""
    path = tmp_path / "alerts.jsonl"

    class Dying(Lines):
        places = iter(range(4))

        def deliver(self, some):
            place = next(self.places, None)
            if place == 0:
                raise KilledError
            super().deliver(some)
            if place == 1:
                path.write_bytes(path.read_bytes()[:-40])
            if place is not None:
                raise KilledError

    dying = Dying(path)
    for _ in range(6):
        its = Delivering(noticed, {"file": dying}, later.clock())
        try:
            its(lambda _: None)
        except KilledError:
            later.seconds += 7 * 3600
    keys = path.read_text("utf-8")
    assert [keys.count(f'"denial-{n}"') for n in (1, 3)] == [1, 1]
    assert noticed.alerts.undelivered() == {"desk": 2}
