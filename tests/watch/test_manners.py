"""How long is waited."""

from email.utils import formatdate

import pytest

from sayso.read.fetch import Answer
from sayso.watch.manners import DAY, Clock, asked_to_wait, back_off, seconds_of

NOW = 1.9e9


def test_each_failure_doubles_the_wait_up_to_some_hours():
    for tries, wait in ((1, 60), (2, 120), (5, 960), (40, 6 * 3600), (10_000, 6 * 3600)):
        assert all(0.75 * wait <= back_off(tries) <= 1.25 * wait for _ in range(50))
    assert len({back_off(3) for _ in range(9)}) > 1


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ("120", 120),
        (" 0 ", 1),
        (formatdate(NOW + 90, usegmt=True), 90),
        (formatdate(NOW - 90, usegmt=True), 1),
        ("9" * 500, DAY),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("١٢", None),
    ],
)
def test_what_a_server_asks_for(given, seconds):
    answer = Answer("https://x.example/", 429, "", {"retry-after": given})
    assert asked_to_wait(answer, NOW) == seconds


def test_times_of_the_record_in_seconds():
    assert seconds_of("2030-03-17T17:46:40Z") == NOW
    assert seconds_of("") == 0


def test_whoever_waits_goes_on_when_the_clock_is_stopped():
    clock = Clock()
    clock.stop.set()
    clock.wait(1000)
    clock.wait(-1)
