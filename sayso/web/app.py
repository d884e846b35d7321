"""The application: addresses, the open record behind them, and how errors read."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.errors import MissingError, QuestionError, SaysoError, StoreError
from sayso.store import Store
from sayso.web import api, articles, charts, judging, live, naming, pages, searching, tables
from sayso.web.asked import Page, look_at
from sayso.web.rendering import SCRIPTS, STYLE, answered, script, style, wants_json
from sayso.web.safety import Guard
from sayso.web.serving import Serving
from sayso.web.team import sending
from sayso.web.team.signing import SIGN_IN, SIGN_OUT, Attempts, Signed, sign_in, sign_out
from sayso.web.team.work import Works

_log = logging.getLogger(__name__)
_JSON = ".json"
PAGES = {
    "/": pages.home,
    "/articles": pages.articles,
    "/article/{name}": articles.article,
    "/claims": pages.claims,
    "/claim/{name}": pages.claim,
    "/disputes": pages.disputes,
    "/dispute/{name}": pages.dispute,
    "/quotations": pages.quotations,
    "/quotation/{name}": pages.quotation,
    "/copies": pages.copies,
    "/entities": pages.entities,
    "/entity/{name}": pages.entity,
    "/entity/{name}/names": naming.names,
    "/entity/{name}/about": pages.about,
    "/place/{name:path}": pages.place,
    "/timeline": charts.timeline,
    "/network": charts.network,
    "/map": charts.map_,
    "/search": searching.search,
    "/review": judging.review,
    "/judgements": judging.judgements,
    "/work": sending.work,
    api.DOCUMENT: api.openapi,
}


def make_app(store: Store, serving: Serving) -> ASGIApp:
    """Return the reader of an open record."""
    routes = tables.routes()
    routes += [Route(path, _endpoint(question)) for path, question in PAGES.items()]
    routes += [
        Route("/statement/{name}", _statement),
        Route("/judge", judging.judge, methods=["POST"]),
        Route("/withdraw", judging.withdraw, methods=["POST"]),
        Route("/link", sending.link, methods=["POST"]),
        Route("/read", sending.read, methods=["POST"]),
        Route("/stop", sending.stop, methods=["POST"]),
        Route(STYLE, _style),
        *(Route(path, _script) for path in SCRIPTS),
        Route("/health", _health),
        Route(live.CHANGES, live.changes),
    ]
    handlers = {HTTPException: _not_there, SaysoError: _told, Exception: _failed}

    inside = []
    if serving.accounts:
        routes.append(Route(SIGN_IN, sign_in, methods=["GET", "POST"]))
        routes.append(Route(SIGN_OUT, sign_out, methods=["POST"]))
        inside.append(Middleware(Signed, store=store))
    works = Works(serving.address)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        works.close()
        store.close()

    made = Starlette(
        routes=routes, exception_handlers=handlers, lifespan=lifespan, middleware=inside
    )
    made.state.store, made.state.works, made.state.attempts = store, works, Attempts()
    made.state.may_fetch = serving.fetch
    return Guard(JsonEndings(made), serving.hosts)


class JsonEndings:
    """Lets every address that ends in `.json` be that of the page, answered as JSON."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"].endswith(_JSON):
            path = scope["path"].removesuffix(_JSON)
            path = "/" if path == "/index" else path
            scope = {**scope, "path": path, "raw_path": path.encode(), "sayso.json": True}
        await self._app(scope, receive, send)


def _endpoint(question: pages.Question) -> Callable[[Request], "Response"]:
    def endpoint(request: Request) -> Response:
        store: Store = request.app.state.store
        if not wants_json(request):
            look_at(request, store)
        return answered(request, question(store, request))

    return endpoint


def _statement(request: Request) -> Response:
    return articles.statement(request.app.state.store, request)


def _style(_: Request) -> Response:
    return Response(style(), media_type="text/css", headers={"cache-control": "max-age=300"})


def _script(request: Request) -> Response:
    words = script(request.url.path)
    return Response(words, media_type="text/javascript", headers={"cache-control": "max-age=300"})


def _health(request: Request) -> Response:
    counts = request.app.state.store.counts(checked=False)
    return JSONResponse({"articles": counts.articles, "statements": counts.statements})


async def _not_there(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    words = "There is no such page." if status == 404 else str(getattr(error, "detail", error))
    return await _error(request, words, status)


async def _told(request: Request, error: Exception) -> Response:
    """Answer an error that sayso raised on purpose with its own words."""
    is_ours = isinstance(error, StoreError) and not isinstance(error, MissingError)
    is_there = request.method != "GET" or isinstance(error, QuestionError)
    theirs = 400 if is_there and not isinstance(error, MissingError) else 404
    return await _error(request, str(error), 500 if is_ours else theirs)


async def _failed(request: Request, error: Exception) -> Response:
    _log.error("%s: %s", request.url.path, error)  # the server logs the traceback
    return await _error(request, "Something went wrong here; the server's log has it.", 500)


async def _error(request: Request, words: str, status: int) -> Response:
    page = Page(
        words,
        lambda: {"error": words},
        "error.html",
        {"words": words, "code": status},
        status=status,
    )
    return await run_in_threadpool(answered, request, page)
