"""Pages of long work: what is sent to be read, how far it is, and how to stop it."""

import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.errors import SaysoError, UsageError
from sayso.store import Store
from sayso.view.characters import one_line
from sayso.web.asked import Page, account_of
from sayso.web.forms import field
from sayso.web.safety import LARGEST_AT
from sayso.web.team.tasks import Sources
from sayso.web.team.work import Work, Works

MOST_FILES = 50
MOST_ADDRESSES = 20
_TEXT = 1024 * 1024  # bytes of a field that is no file
_NOBODY = "somebody at this machine"


def work(store: Store, request: Request) -> Page:
    """Return what long work there is, and forms to begin some."""
    works: Works = request.app.state.works
    every = works.all()
    account = account_of(request)
    values = {
        "works": every,
        "running": not all(each.is_over for each in every),
        "still": bool(request.query_params.get("still")),
        "may_read": account is None or account.may("admin"),
        "addresses": request.app.state.may_fetch,
        "most": MOST_FILES,
        "largest": LARGEST_AT["/read"] // 2**20,
        "unapplied": store.unapplied(),
    }
    return Page("Reading and linking", lambda: [_form(each) for each in every], "work.html", values)


def _form(its: Work) -> dict[str, Any]:
    return {name: value for name, value in asdict(its).items() if name != "sources"}


async def link(request: Request) -> Response:
    """Begin to link what is new, and lead to how far it is."""
    request.app.state.works.link(_by(request))
    return RedirectResponse("/work", 303)


async def stop(request: Request) -> Response:
    """End a piece of work, and lead to what there is."""
    form = await request.form()
    number = field(form, "number")
    if not (number.isascii() and number.isdigit()):
        raise UsageError("no work has such a number")
    request.app.state.works.stop(int(number[:9]))
    return RedirectResponse("/work", 303)


async def read(request: Request) -> Response:
    """Take files, a text or addresses, begin to read them, and lead to how far that is."""
    async with request.form(max_files=MOST_FILES, max_fields=10, max_part_size=_TEXT) as form:
        addresses = field(form, "addresses").split()
        if addresses and not request.app.state.may_fetch:
            raise UsageError("this reader fetches nothing: it was started without --fetch")
        if len(addresses) > MOST_ADDRESSES:
            raise UsageError(f"at most {MOST_ADDRESSES} addresses at once")
        if not all(each.lower().startswith(("http://", "https://")) for each in addresses):
            raise UsageError("an address begins with http:// or https://")
        given = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
        files = [each for each in given if each.filename]
        text = field(form, "text")
        if not (files or text or addresses):
            raise UsageError("nothing was sent: choose files, or paste a text")
        sources = await run_in_threadpool(_kept, files, text, addresses)
    request.app.state.works.read(sources, _by(request))
    return RedirectResponse("/work", 303)


def _kept(files: Sequence[UploadFile], text: str, addresses: Sequence[str]) -> Sources:
    """Write what was sent to a folder of its own, which nobody else may read."""
    names = [_name(each.filename or "") for each in files]
    pasted = ["pasted text.txt"] if text else []
    sources = Sources(Path(mkdtemp(prefix="sayso-")), (*names, *pasted), tuple(addresses))
    try:
        for number, each in enumerate(files):
            with sources.path(number).open("xb") as file:
                shutil.copyfileobj(each.file, file)
        if text:
            sources.path(len(files)).write_text(text, "utf-8", "replace")
    except OSError as error:
        sources.remove()
        raise SaysoError(f"what was sent cannot be kept: {error.strerror}") from None
    return sources


def _name(given: str) -> str:
    """Return what a file was called on the machine that sent it, without its folders."""
    return one_line(given.replace("\\", "/").rpartition("/")[2])[:200] or "unnamed"


def _by(request: Request) -> str:
    account = account_of(request)
    return account.name if account else _NOBODY
