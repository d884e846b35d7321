"""What open pages ask of now and then: whether the record is still the one that they show."""

from starlette.requests import Request
from starlette.responses import JSONResponse

from sayso.store import Store
from sayso.web.team.work import Works

CHANGES = "/changes"


def changes(request: Request) -> JSONResponse:
    """Return the mark of the record, which changes with it, and how much work is not over."""
    store: Store = request.app.state.store
    works: Works = request.app.state.works
    its = store.state()
    form = {
        "mark": its.mark,
        "articles": its.articles,
        "unlinked": its.unlinked,
        "running": sum(not each.is_over for each in works.all()),
    }
    return JSONResponse(form, headers={"cache-control": "no-store"})
