"""Addresses that end in `.csv` -> the whole list of the page, as a table that is streamed."""

from collections.abc import Callable
from itertools import chain

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route, compile_path

from sayso.export.csvlines import BOM, csv_lines
from sayso.gather import tables
from sayso.gather.charts import tables as drawn
from sayso.gather.tables import Table
from sayso.store import Store
from sayso.view.asking import NetworkQuestion, Question, of_address
from sayso.web import searching
from sayso.web.asked import filters_of

_ENDING = ".csv"
Asking = Callable[[Store, Request], Table]


def _name(request: Request) -> str:
    return str(request.path_params["name"])


_TABLES: dict[str, Asking] = {
    "/articles": lambda store, request: tables.articles(store, filters_of(request)),
    "/claims": lambda store, request: tables.claims(store, filters_of(request)),
    "/disputes": lambda store, request: tables.disputes(store, filters_of(request)),
    "/quotations": lambda store, request: tables.quotations(store, filters_of(request)),
    "/entities": lambda store, request: tables.entities(store, filters_of(request)),
    "/copies": lambda store, request: tables.copies(store, filters_of(request)),
    "/search": searching.table,
    "/judgements": lambda store, _: tables.judgements(store),
    "/entity/{name}": lambda store, request: tables.of_entity(store, _name(request)),
    "/timeline": lambda store, request: drawn.of_timeline(
        store, of_address(Question, request.query_params)
    ),
    "/network": lambda store, request: drawn.of_network(
        store, of_address(NetworkQuestion, request.query_params)
    ),
    "/map": lambda store, request: drawn.of_map(store, of_address(Question, request.query_params)),
    "/place/{name:path}": lambda store, request: tables.of_place(store, _name(request)),
}
TABLES = tuple(_TABLES)  # the addresses of pages whose list can be taken away
_PATHS = tuple(compile_path(path)[0] for path in _TABLES)


def has_table(path: str) -> bool:
    """Tell whether the list of a page can be taken away as a table."""
    return any(each.match(path) for each in _PATHS)


def routes() -> list[Route]:
    """Return the addresses of all tables; they stand before those of pages."""
    return [Route(f"{path}{_ENDING}", _endpoint(asking)) for path, asking in _TABLES.items()]


def _endpoint(asking: Asking) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        its = asking(request.app.state.store, request)
        name = request.url.path.split("/")[1].removesuffix(_ENDING)
        headers = {"content-disposition": f'attachment; filename="sayso-{name}.csv"'}
        lines = chain([BOM.encode()], csv_lines(its.header, its.rows))
        return StreamingResponse(lines, media_type="text/csv", headers=headers)

    return endpoint
