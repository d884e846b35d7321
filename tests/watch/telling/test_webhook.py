"""A webhook that takes alerts, late, or not at all."""

import json

import pytest

from sayso.errors import DeliveryError
from sayso.settings import Settings
from sayso.watch.manners import Clock
from sayso.watch.telling import webhook as seam
from sayso.watch.telling.webhook import Webhook
from tests.watch.sites import Served, site

from .alerts import delivery

OPEN = Settings(allow_private=True, timeout=30)


@pytest.fixture
def desk(monkeypatch):
    monkeypatch.setattr(seam, "_PAUSE", 0.01)
    with site() as its:
        its.pages["/alerts"] = Served(status=204)
        yield its


def post(desk, **more):
    Webhook(f"{desk.address}/alerts", OPEN, Clock(), **more).deliver([delivery()])


def failure(desk):
    with pytest.raises(DeliveryError) as error:
        post(desk)
    return error.value


def test_an_alert_is_posted(desk):
    post(desk, headers={"Authorization": "Bearer secret"})
    (asked,) = desk.asked
    assert json.loads(asked.body)["key"] == asked.headers["Idempotency-Key"] == "denial-1"
    assert asked.headers["Content-Type"] == "application/json"
    assert asked.headers["Authorization"] == "Bearer secret"


def test_one_that_fails_first_is_asked_again(desk):
    answers = [Served(status=500), Served(status=502), Served(status=200)]
    desk.pages["/alerts"] = lambda _: answers.pop(0)
    post(desk)
    assert len(desk.asked) == 3
    assert {each.headers["Idempotency-Key"] for each in desk.asked} == {"denial-1"}


def test_one_that_goes_on_failing_is_left(desk):
    desk.pages["/alerts"] = Served(status=500)
    error = failure(desk)
    assert str(error).startswith(f"{desk.address}/alerts: answers 500")
    assert error.wait is None
    assert len(desk.asked) == 3


@pytest.mark.parametrize(
    ("status", "headers", "wait"),
    [(429, {"Retry-After": "77"}, 77), (404, {}, 3600), (401, {}, 3600), (302, {}, 3600)],
)
def test_one_that_refuses_is_not_pressed(desk, status, headers, wait):
    desk.pages["/alerts"] = Served(status=status, headers=headers)
    assert failure(desk).wait == wait
    assert len(desk.asked) == 1


def test_private_addresses_are_refused_unless_allowed(desk):
    with pytest.raises(DeliveryError, match="private network"):
        Webhook(f"{desk.address}/alerts", Settings(), Clock()).deliver([delivery()])
    assert desk.asked == []
