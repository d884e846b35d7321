"""What the tables of watching hold, as values."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


def at(seconds: float) -> str:
    """Return a time, in seconds since 1970, as the tables have it: 2031-03-14T09:30:00Z."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def page_key(address: str) -> str:
    """Return by what an address is found: it may be longer than what an index takes."""
    return hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class PageRow:
    """An address that is followed: a source, or a page that one names.

    `source` is the address of what names it, empty for what the user named; a sitemap may name
    others, each of which `is_source` itself. `etag` and `modified`
    are what its server gave to ask by for changes, `stamp` what its source last said of it, `day`
    when it was published by that. It was read first `since`, and is asked for again when it is
    `due`: never, if that is empty. `tries` failed since it was read last, and `why` is the reason
    of the last. What is `quiet` was there when its source was first seen.
    """

    address: str
    source: str = ""
    is_source: bool = False
    etag: str = ""
    modified: str = ""
    stamp: str = ""
    day: str = ""
    since: str = ""
    due: str = ""
    tries: int = 0
    why: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class HostRow:
    """What is known of a host: its robots.txt, when that was `asked`, and until when it waits.

    `tries` is how often it failed since it answered last.
    """

    host: str
    robots: str = ""
    asked: str = ""
    until: str = ""
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Alert:
    """What is told, once: `value` is plain data for JSON."""

    key: str
    kind: str
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Delivery:
    """An alert that is to get to a destination, noticed `at`, after so many `tries`."""

    alert: Alert
    at: str
    destination: str
    tries: int = 0
