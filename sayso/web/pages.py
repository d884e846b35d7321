"""Each address of the reader -> what it shows: a page, and the same as JSON.

A question takes the open record and the request; what it cannot find it says by UsageError.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from starlette.requests import Request

from sayso.errors import UsageError
from sayso.gather import claims as claims_of
from sayso.gather import copies as copies_of
from sayso.gather import entities as entities_of
from sayso.gather import lists
from sayso.gather import positions as positions_of
from sayso.gather.charts.timeline import first_denials, latest_turns
from sayso.gather.decided import of_copies as copies_decided
from sayso.gather.decided import of_entity as decided_of
from sayso.gather.facing import spoken_of
from sayso.store import WAS_SAID, Store
from sayso.view.across.claims import ClaimView
from sayso.view.across.lists import claim_line
from sayso.view.across.standing import KINDS, holding_lines
from sayso.view.asking import Listing, of_address
from sayso.view.characters import one_line
from sayso.view.lists import article_line, statement_line
from sayso.web.asked import ON_A_PAGE, Page, Pager, filters_of, number_of
from sayso.web.narrowing import narrowing
from sayso.web.others import others

Question = Callable[[Store, Request], Page]

_NEW = 6  # of each kind, on the first page
_MOST = 2000  # statements of one entity or place


class _List(NamedTuple):
    """How a list is headed, what stands in it, and in which order."""

    title: str
    noun: str
    order: str = ", those of most articles first"


_LISTS = {
    "claims": _List("What is claimed", "claim"),
    "quotations": _List("What was said, and how it is quoted", "quotation"),
    "copies": _List("Who reprints whom", "pair", " of articles that share text"),
    "entities": _List("Who is who", "name"),
}


def home(store: Store, request: Request) -> Page:  # noqa: ARG001
    """Return what is new and much told: disputes, claims, denials, turns, who says most."""
    counts = store.counts(checked=False)
    several = [each for each in lists.largest(store, _NEW) if each.articles > 1]
    denied = lists.largest(store, _NEW, order="against")
    denials = {each.claim: each for each in first_denials(store, denied)}
    turns = latest_turns(store)[:_NEW]
    disputed = claims_of.disputes(store, limit=_NEW, count=False)
    newest = [article_line(row, row.id, row.source) for row in store.articles(limit=_NEW)]
    values = {
        "counts": counts,
        "disputes": disputed.views,
        "shared": [claim_line(each) for each in several],
        "denied": [claim_line(each) for each in denied],
        "denials": denials,
        "turns": turns,
        "cards": lists.speakers(store, _NEW),
        "articles": newest,
    }

    def form() -> dict[str, Any]:
        return {
            "articles": counts.articles,
            "statements": counts.statements,
            "disputes": disputed.to_json(),
            "claims": _forms(several),
            "denied": _forms(denied),
            "first_denials": [each.to_json() for each in denials.values()],
            "turns": [each.to_json() for each in turns],
        }

    return Page("What is on the record", form, "home.html", values)


def articles(store: Store, request: Request) -> Page:
    """Return the articles that fit, newest first."""
    at, which = number_of(request), filters_of(request)
    if which != WAS_SAID:
        choice = store.choice(which)
        rows, every = choice.rows(limit=ON_A_PAGE, skip=_before(at)), choice.counts()[0]
    else:
        rows = store.articles(limit=ON_A_PAGE, offset=_before(at))
        every = store.counts(checked=False).articles
    lines = [(article_line(row, row.id, row.source), row.statements) for row in rows]
    values = {"lines": lines, "number": every, "pager": Pager(at, _left(every, at))}
    values |= _narrow(store, request)
    return Page("Articles", lambda: [_row(each) for each in rows], "articles.html", values)


def claims(store: Store, request: Request) -> Page:
    """Return what is claimed, most told first, those of which a statement fits."""
    at = number_of(request)
    numbers = lists.fitting(store, "claims", filters_of(request))
    its = lists.claims(store, ON_A_PAGE, skip=_before(at), numbers=numbers)
    return _list(store, request, "claims", its)


def quotations(store: Store, request: Request) -> Page:
    """Return what was said once and is reported several times."""
    at = number_of(request)
    numbers = lists.fitting(store, "quotations", filters_of(request))
    its = lists.quotations(store, ON_A_PAGE, skip=_before(at), numbers=numbers)
    return _list(store, request, "quotations", its)


def copies(store: Store, request: Request) -> Page:
    """Return which articles share their text, and whose text it is."""
    at = number_of(request)
    which = filters_of(request)
    some, lines, more = copies_of.first(store, ON_A_PAGE, skip=_before(at), which=which)
    values = _listed(store, request, "copies", lines, more)
    values |= {"decided": copies_decided(store, {end for each in some for end in (each.a, each.b)})}

    def form() -> list[Any]:
        return _forms(copies_of.with_changes(store, some))

    return Page(_LISTS["copies"].title, form, "listed.html", values)


def entities(store: Store, request: Request) -> Page:
    """Return the persons and bodies of the record, those of most articles first."""
    at = number_of(request)
    numbers = lists.fitting(store, "entities", filters_of(request))
    its = lists.entities(store, ON_A_PAGE, skip=_before(at), numbers=numbers)
    return _list(store, request, "entities", its)


def claim(store: Store, request: Request) -> Page:
    """Return one claim: who says it, who denies it, in which words, and where it comes from."""
    its = claims_of.claim(store, _named(request))
    view: ClaimView = its.view
    values = {"view": view, "course": its.course, "timeline": its.timeline}
    values |= others(store, request, "claim", view.id)
    return Page(view.words, its.to_json, "claim.html", values)


def disputes(store: Store, request: Request) -> Page:
    """Return what the articles do not agree on, the two sides face to face."""
    at, which = number_of(request), filters_of(request)
    its = claims_of.disputes(store, which=which, limit=ON_A_PAGE, skip=_before(at))
    values = {
        "views": its.views,
        "rivals": its.rival_views,
        "more": its.more,
        "before": _before(at),
        "whole": its.whole,
        "pager": Pager(at, its.more, its.whole),
        **_narrow(store, request),
    }
    return Page("Disputes", its.to_json, "dispute-list.html", values)


def dispute(store: Store, request: Request) -> Page:
    """Return one dispute: two sides, and their figures as ranges."""
    its = claims_of.dispute(store, _named(request))
    if not its.views:
        raise UsageError(f"nothing on the record turns against {_named(request)}")
    values = {"views": its.views, "rivals": (), "more": 0, "alone": True, "pager": Pager(1, 0)}
    return Page(its.views[0].words, lambda: its.to_json()[0], "disputes.html", values)


def quotation(store: Store, request: Request) -> Page:
    """Return one quotation: its earliest wording, and what each other one made of it."""
    its = claims_of.quotation(store, _named(request))
    title = f"{its.view.speaker}: one quotation"
    return Page(title, its.to_json, "quotation.html", {"view": its.view})


def entity(store: Store, request: Request) -> Page:
    """Return one person or body: names, roles by date, where it stands, and a page of its words."""
    at = number_of(request)
    its = entities_of.whole(store, _named(request), limit=ON_A_PAGE, skip=_before(at))
    values = {
        "its": its,
        "view": its.view,
        "decided": decided_of(store, its.entity.id),
        "pager": Pager(at, its.more),
        **others(store, request, "entity", its.entity.id),
    }

    def form() -> dict[str, Any]:
        (whole,) = store.entities([its.entity.id])
        return its.to_json() | {"actors": [list(each) for each in whole.actors]}

    return Page(its.entity.name, form, "entity.html", values)


def about(store: Store, request: Request) -> Page:
    """Return what others say of one person or body, the newest first."""
    (its,) = store.entities([claims_of.only(store, "entities", _named(request))], actors=False)
    at = number_of(request)
    said, more, cut = spoken_of(store, its.id, limit=ON_A_PAGE, skip=_before(at))
    lines = [(each.statement.id, statement_line(each)) for each in said]
    values = {"entity": its, "lines": lines, "cut": cut, "pager": Pager(at, more)}
    title = f"What is said about {one_line(its.name)}"
    return Page(title, lambda: _forms(said), "about.html", values)


def place(store: Store, request: Request) -> Page:
    """Return one place: who is said to hold or to claim it, and what is said about it."""
    name = _named(request)
    held = positions_of.held(store, name)
    said = store.mentioning(name, limit=_MOST)
    if not said and not held.articles:
        raise UsageError(f"no article on the record names {name!r}")
    values = {
        "number": len(held.holdings),
        "articles": held.articles,
        "kinds": KINDS,
        "lines": holding_lines(held.holdings),
        "said": [(each.statement.id, statement_line(each)) for each in said],
    }

    def form() -> dict[str, Any]:
        holdings = [each.to_json() for each in held.holdings]
        return {"place": name, "control": holdings, "said": [each.to_json() for each in said]}

    return Page(name, form, "place.html", values)


def _list(store: Store, request: Request, kind: str, its: lists.Listed[Any, Any]) -> Page:
    shown = _listed(store, request, kind, its.lines, its.more)
    return Page(_LISTS[kind].title, lambda: _forms(its.values), "listed.html", shown)


def _listed(
    store: Store, request: Request, kind: str, lines: Sequence[Any], more: int
) -> dict[str, Any]:
    """Return what a page of a list shows; `more` stand on the pages behind it."""
    shown: dict[str, Any] = {"kind": kind, "noun": _LISTS[kind].noun, "order": _LISTS[kind].order}
    shown |= {"lines": lines, "more": more, "pager": Pager(number_of(request), more)}
    return shown | _narrow(store, request)


def _narrow(store: Store, request: Request) -> dict[str, Any]:
    """Return what the form shows by which a list is narrowed."""
    asked = of_address(Listing, request.query_params)
    return {"narrow": narrowing(store, asked, request.url.path)}


def _forms(values: Iterable[Any]) -> list[Any]:
    return [each.to_json() for each in values]


def _before(at: int) -> int:
    """Return how many values of a list stand on the pages before one."""
    return (at - 1) * ON_A_PAGE


def _left(every: int, at: int) -> int:
    return max(0, every - at * ON_A_PAGE)


def _named(request: Request) -> str:
    return str(request.path_params["name"])


def _row(row: Any) -> dict[str, Any]:
    published = row.published.start if row.published else None
    return {
        "id": row.id,
        "title": row.title,
        "publisher": row.publisher,
        "published": published,
        "url": row.url,
        "statements": row.statements,
        "sightings": [each.to_json() for each in row.sightings],
    }
