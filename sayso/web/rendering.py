"""Templates of the reader, and the choice between a page and JSON."""

from functools import cache
from importlib import resources
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sayso.export.across.pages import SHEETS, furnished
from sayso.export.templating import Environment, environment
from sayso.packing import as_json
from sayso.view.characters import one_line
from sayso.web.asked import PAGES, Page, Pager, judging, record_of, state_of
from sayso.web.tables import has_table

STYLE = "/static/sayso.css"
SCRIPTS = ("/static/select.js", "/static/live.js")
_FOLDERS = (
    ("sayso.web", "templates"),
    ("sayso.web", "templates/forms"),
    ("sayso.export", "templates/across"),
)


@cache
def templates() -> Environment:
    """Return what renders pages: the reader's own templates before those of pages in files."""
    return furnished(environment(*_FOLDERS))


@cache
def style() -> str:
    """Return the style sheet of all pages but those of articles, which bring their own."""
    names = (*SHEETS, "web.css")
    return "\n".join(templates().get_template(name).render() for name in names)


@cache
def script(path: str) -> str:
    """Return one of our scripts, by its path: of SCRIPTS."""
    return (resources.files("sayso.web") / path[1:]).read_text("utf-8")


def answered(request: Request, page: Page) -> Response:
    """Return a page, or its values as JSON where that is asked for."""
    if wants_json(request):
        headers = _paged(request, page)
        return Response(as_json(page.form()), page.status, headers, media_type="application/json")
    if page.html:
        headers = {"content-security-policy": page.policy}
        return HTMLResponse(_bytes(page.html), page.status, headers)
    return HTMLResponse(_bytes(_rendered(request, page)), page.status)


def _paged(request: Request, page: Page) -> dict[str, str]:
    """Return the headers of a list: of how many pages it is, and where the others are."""
    pager = page.values.get("pager")
    if not isinstance(pager, Pager):
        return {}
    at, last = pager.number, pager.pages
    others = {"first": 1, "prev": at - 1, "next": at + 1, "last": last}
    url = request.url.replace(path=request.url.path + (".json" if is_by_ending(request) else ""))
    links = [
        f'<{url.include_query_params(page=number)}>; rel="{name}"'
        for name, number in others.items()
        if 1 <= number <= last
    ]
    return {PAGES: str(pager.pages), "link": ", ".join(links)}


def _bytes(page: str) -> bytes:
    """Return a page as it is sent; older records may hold halves of characters."""
    return page.encode("utf-8", "replace")


def _rendered(request: Request, page: Page) -> str:
    its = state_of(request)
    shared: dict[str, object] = {
        "style": STYLE,
        "title": page.title,
        "path": request.url.path,
        "query": request.url.query,
        "here": _here(request),
        "asked": one_line(request.query_params.get("q", "")),
        "record": record_of(request.app.state.store),
        "has_table": has_table(request.url.path),
        "unlinked": its.unlinked if its else 0,
        "mark": its.mark if its else "",
        **judging(request),
    }
    return templates().get_template(page.template).render({**shared, **page.values})


def _here(request: Request) -> str:
    """Return the address of a list without which page of it is shown, and what was just kept."""
    asked = request.query_params.multi_items()
    kept = urlencode([(name, value) for name, value in asked if name not in ("page", "kept")])
    return f"{request.url.path}?{kept}" if kept else request.url.path


def is_by_ending(request: Request) -> bool:
    """Tell whether the address of a request ends in `.json`; its path is without that."""
    return bool(request.scope.get("sayso.json"))


def wants_json(request: Request) -> bool:
    """Tell whether a request is for JSON: by the end of its address, or what it accepts."""
    if is_by_ending(request):
        return True
    accepted = request.headers.get("accept", "")
    places = [accepted.find(kind) for kind in ("application/json", "text/html")]
    return places[0] >= 0 and (places[1] < 0 or places[0] < places[1])
