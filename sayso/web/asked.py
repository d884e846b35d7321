"""What a page is made of, and how requests name what they ask for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request

from sayso.errors import UsageError
from sayso.store import Store

ON_A_PAGE = 30
BY = "sayso_by"  # the cookie with the name of whoever judges
_KEPT = re.compile(r"jd_[0-9a-f]{16}")
_MOST_PAGES = 1000


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: a template with values, or whole HTML with its policy; `form` makes the JSON."""

    title: str
    form: Callable[[], Any]
    template: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    html: str = ""
    policy: str = ""
    status: int = 200


def record_of(store: Store) -> str:
    """Return what readers are told that the record is called: not in which folder it lies."""
    return store.name.rpartition("/")[2]


def judging(request: Request) -> dict[str, str]:
    """Return what forms on a page hold: who judges, where to go back to, what was just kept."""
    kept = request.query_params.get("kept", "")
    return {
        "by": request.cookies.get(BY, ""),
        "back": request.url.path,
        "kept": kept if _KEPT.fullmatch(kept) else "",
    }


def number_of(request: Request, name: str = "page") -> int:
    """Return which page of a list is asked for, from 1 on. Raises UsageError for no number."""
    words = request.query_params.get(name, "1")
    if not (words.isascii() and words.isdigit() and 1 <= int(words[:6]) <= _MOST_PAGES):
        raise UsageError(f"{name} is a number from 1 to {_MOST_PAGES}")
    return int(words)


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in a list one is; `more` stand behind this page."""

    number: int
    more: int
