"""The description of a destination in a file of rules -> what delivers alerts there."""

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from sayso.errors import UsageError
from sayso.settings import Settings
from sayso.store.watching import Delivery
from sayso.watch.manners import Clock
from sayso.watch.telling.lines import Lines
from sayso.watch.telling.mail import Mail, Server
from sayso.watch.telling.webhook import Webhook

_KINDS = {
    "lines": {"lines"},
    "webhook": {"webhook", "token_from", "private"},
    "mail": {"mail", "from", "server", "user", "password_from"},
}
_PORTS = {"smtp": 25, "smtps": 465}


class Destination(Protocol):
    """Whoever takes alerts, `at_once` so many at most."""

    @property
    def at_once(self) -> int: ...  # noqa: D102

    def deliver(self, some: Sequence[Delivery]) -> None:
        """Deliver alerts. Raises DeliveryError where they do not get there."""


def destination(
    name: str, given: Mapping[str, Any], settings: Settings, clock: Clock
) -> Destination:
    """Return what delivers to a destination.

    Raises UsageError with its name and the reason where its description is none.
    """
    kinds = [kind for kind in _KINDS if kind in given]
    if len(kinds) != 1:
        raise UsageError(f"[to.{name}] needs one of {', '.join(_KINDS)}")
    _check(name, given, _KINDS[kinds[0]])
    if kinds == ["lines"]:
        return Lines(Path(_text(name, given, "lines")))
    if kinds == ["webhook"]:
        return _webhook(name, given, settings, clock)
    return _mail(name, given, settings)


def _webhook(name: str, given: Mapping[str, Any], settings: Settings, clock: Clock) -> Webhook:
    address = _text(name, given, "webhook")
    if urlsplit(address).scheme not in ("http", "https"):
        raise UsageError(f"[to.{name}]: a webhook is an http or https address")
    private = settings.allow_private or given.get("private") is True
    token = _secret(name, given, "token_from")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return Webhook(address, replace(settings, allow_private=private), clock, headers)


def _mail(name: str, given: Mapping[str, Any], settings: Settings) -> Mail:
    to = given["mail"] if isinstance(given["mail"], list) else [given["mail"]]
    sender, address = _text(name, given, "from"), _text(name, given, "server")
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise UsageError(f"[to.{name}]: server is like smtp://host:587 or smtps://host") from None
    if not parts.hostname or parts.password is not None:
        raise UsageError(f"[to.{name}]: server names a host, and no password: use password_from")
    if any(not isinstance(each, str) or "@" not in each for each in (*to, sender)):
        raise UsageError(f"[to.{name}]: mail and from are addresses of mail")
    if any(sign in each for each in (*to, sender) for sign in "\r\n"):
        raise UsageError(f"[to.{name}]: an address of mail is one line")
    user = str(given.get("user", ""))
    password = _secret(name, given, "password_from")
    server = Server(parts.hostname, port, parts.scheme == "smtps", user, password)
    return Mail(tuple(to), sender, server, settings.timeout)


def _text(name: str, given: Mapping[str, Any], key: str) -> str:
    value = given.get(key)
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise UsageError(f"[to.{name}] needs {key}, in quotation marks")
    return value


def _secret(name: str, given: Mapping[str, Any], key: str) -> str:
    """Return what an environment variable holds: secrets stand in no file of rules."""
    if key not in given:
        return ""
    variable = _text(name, given, key)
    if not (value := os.environ.get(variable, "")):
        raise UsageError(f"[to.{name}]: {key} names {variable}, which is not set")
    return value


def _check(name: str, given: Mapping[str, Any], known: Collection[str]) -> None:
    if unknown := sorted(given.keys() - known):
        raise UsageError(f"[to.{name}] has {unknown[0]!r}; there are {', '.join(sorted(known))}")
