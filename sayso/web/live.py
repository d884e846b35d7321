"""What open pages ask of now and then: whether the record is still the one that they show."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from sayso.store import Store
from sayso.web.team.work import Works

CHANGES = "/changes"


def changes(request: Request) -> JSONResponse:
    """Return the mark of the record, which changes with it, and how much work is not over."""
    return JSONResponse(state(request), headers={"cache-control": "no-store"})


def state(request: Request) -> dict[str, Any]:
    """Return the state of the record and of its work."""
    store: Store = request.app.state.store
    works: Works = request.app.state.works
    its = store.state()
    return {
        "mark": its.mark,
        "articles": its.articles,
        "unlinked": its.unlinked,
        "running": sum(not each.is_over for each in works.all()),
    }
