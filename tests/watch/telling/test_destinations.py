"""Destinations as a file of rules describes them."""

import pytest

from sayso.errors import UsageError
from sayso.settings import Settings
from sayso.watch.manners import Clock
from sayso.watch.telling import destination
from sayso.watch.telling.lines import Lines
from sayso.watch.telling.mail import Mail
from sayso.watch.telling.webhook import Webhook

KEPT = "kept apart"
HOOK = {"webhook": "https://x.example/", "private": True, "token_from": "DESK"}
USER = {"user": "ada", "password_from": "DESK"}
MAIL = {"mail": "desk@x.example", "from": "sayso@x.example", "server": "smtp://x.example:587"}


def made(**given):
    return destination("desk", given, Settings(timeout=7), Clock())


def test_each_kind(monkeypatch):
    monkeypatch.setenv("DESK", KEPT)
    assert isinstance(made(lines="alerts.jsonl"), Lines)
    hook = made(**HOOK)
    assert isinstance(hook, Webhook)
    assert hook.settings.allow_private
    assert hook.headers == {"Authorization": f"Bearer {KEPT}"}
    assert not made(webhook="https://x.example/").settings.allow_private
    mail = made(**MAIL | USER)
    assert isinstance(mail, Mail)
    assert (mail.to, mail.timeout, mail.server.port) == (("desk@x.example",), 7, 587)
    assert mail.server.password == KEPT
    assert KEPT not in repr(mail)
    assert KEPT not in repr(hook)
    assert made(**MAIL | {"server": "smtps://x.example"}).server.encrypted


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({}, "needs one of lines, webhook, mail"),
        ({"lines": "a", "webhook": "b"}, "needs one of"),
        ({"lines": 7}, "needs lines"),
        ({"lines": "a", "color": "red"}, "has 'color'"),
        ({"webhook": "ftp://x.example"}, "is an http or https address"),
        ({"webhook": "https://x.example", "token_from": "NOT_SET_ANYWHERE"}, "is not set"),
        ({"mail": "desk@x.example"}, "needs from"),
        (MAIL | {"server": "x.example"}, "server is like"),
        (MAIL | {"server": "smtp://x.example:port"}, "server is like"),
        (MAIL | {"server": "smtp://ada:word@x.example"}, "no password"),
        (MAIL | {"mail": ["desk"]}, "are addresses of mail"),
        (MAIL | {"mail": ["desk@x.example\r\nBcc: eve@x.example"]}, "is one line"),
    ],
)
def test_what_describes_none(given, reason):
    with pytest.raises(UsageError, match=reason) as error:
        made(**given)
    assert "[to.desk]" in str(error.value)
    assert "word@" not in str(error.value)
