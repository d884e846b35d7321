"""What a page is made of, and how requests name what they ask for."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request

from sayso.accounts import Account
from sayso.errors import QuestionError
from sayso.gather.decided import of_ids
from sayso.store import WAS_SAID, Filters, State, Store
from sayso.view.asking import Listing, of_address
from sayso.view.characters import one_line

ON_A_PAGE = 30
PAGES = "sayso-pages"  # the header that tells of how many pages a list is
BY = "sayso_by"  # the cookie with the name of whoever judges
ACCOUNT = "sayso.account"  # in the scope of a request: who is signed in
MOST_KEPT = 200  # judgements of one decision that an address names
_STATE = "sayso.state"  # there too: the state of the record that a page is made of
_KEPT = re.compile(r"jd_[0-9a-f]{16}")
_NUMBER = re.compile(r"[1-9][0-9]{0,6}")  # no list is so long


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


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges: where they are signed in, no form asks for a name; who `may` not gets no form.

    Of what others decided, those alone take something back who `may_all`.
    """

    name: str
    is_signed_in: bool
    may: bool
    may_all: bool

    def may_undo(self, by: str) -> bool:
        """Tell whether they may take back what somebody of a name decided."""
        return self.may and (self.may_all or by == self.name)


def record_of(store: Store) -> str:
    """Return what readers are told that the record is called: not in which folder it lies."""
    return store.name.rpartition("/")[2]


def look_at(request: Request, store: Store) -> None:
    """Note the state of the record before a page is made of it; what comes in between is told."""
    request.scope[_STATE] = store.state()


def state_of(request: Request) -> State | None:
    """Return the state of the record that a page is made of; None for pages about no record."""
    its: State | None = request.scope.get(_STATE)
    return its


def account_of(request: Request) -> Account | None:
    """Return who is signed in; None where the reader has no accounts."""
    account: Account | None = request.scope.get(ACCOUNT)
    return account


def judging(request: Request) -> dict[str, Any]:
    """Return what forms on a page hold: who judges, where to go back to, what was just kept."""
    ids = request.query_params.getlist("kept")[:MOST_KEPT]
    kept = {each for each in ids if _KEPT.fullmatch(each)}
    account = account_of(request)
    return {
        "by": _judge(request, account),
        "account": account,
        "back": request.url.path,
        "kept": of_ids(request.app.state.store, kept),
    }


def _judge(request: Request, account: Account | None) -> Judge:
    if account:
        may, may_all = account.may("judge"), account.may("admin")
        return Judge(account.name, is_signed_in=True, may=may, may_all=may_all)
    remembered = one_line(unquote(request.cookies.get(BY, "")))
    return Judge(remembered, is_signed_in=False, may=True, may_all=True)


def filters_of(request: Request) -> Filters:
    """Return the filters of a list that an address asks for, as commands take them.

    Raises QuestionError where one is something that it cannot be.
    """
    its = of_address(Listing, request.query_params)
    return Filters(
        entity=its.who,
        outlet=its.outlet,
        place=its.place,
        acts=tuple(filter(None, its.act.split(","))),
        since=its.since,
        until=its.until,
        min_score=its.score,
        words=its.words,
        said=its.said or WAS_SAID.said,
    )


def number_of(request: Request, name: str = "page") -> int:
    """Return which page of a list is asked for, from 1 on. Raises QuestionError for no number."""
    words = request.query_params.get(name, "1")
    if not _NUMBER.fullmatch(words):
        raise QuestionError(f"{name} is a number from 1 on")
    return int(words)


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in a list one is; `more` stand behind this page, or more still if not `whole`."""

    number: int
    more: int
    whole: bool = True

    @property
    def pages(self) -> int:
        """Return how many pages there are, as far as is counted."""
        return self.number + -(-self.more // ON_A_PAGE)

    @property
    def before(self) -> int:
        """Return how many stand on the pages before this one."""
        return (self.number - 1) * ON_A_PAGE
