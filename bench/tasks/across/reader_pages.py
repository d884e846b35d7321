"""How long pages of the reader take, on a made corpus of any size that is linked.

Each page is asked for several times; its figure is the median of processor milliseconds, so that
others on the machine hardly change it. *slowest_page_ms* is that of the slowest page.
Linking asks no model of pairs: what it makes is as large, and pages ask for nothing of it.
"""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

from bench.tasks.across.linking_scale import fill
from sayso.link.copies.room import Copies
from sayso.link.linker import Linker
from sayso.link.rooms import Claims, Entities, Quotations
from sayso.pipeline import link
from sayso.store import Store
from sayso.web.app import make_app
from sayso.web.server import settle
from sayso.web.serving import Serving

DATA = ("120", "10000", "100000")
_TIMES = 5
_BASE = "http://127.0.0.1:8741"
_LISTS = ("/claims", "/disputes", "/quotations", "/entities", "/copies", "/articles")


def figures(data: str) -> dict[str, float]:
    """Return the figures on a made corpus of as many articles as `data` says."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        make(path, int(data))
        return measure(path)


def make(path: Path, size: int) -> None:
    """Make a record of so many articles, linked."""
    with Store.open(path) as store:
        fill(store, size)
        link(store, Linker((Copies(), Entities(), Quotations(), Claims())))


def measure(path: Path) -> dict[str, float]:
    """Return how long each page of a record takes, in milliseconds of a processor."""
    app = make_app(Store.open(path), Serving(str(path)))
    settle()  # as the reader does
    with TestClient(app, base_url=_BASE, raise_server_exceptions=False) as client:
        made = {page: _median(client, page) for page in _pages(client)}
    return {"slowest_page_ms": max(made.values())} | made


def _pages(client: TestClient) -> Iterator[str]:
    """Yield the addresses of one page of each kind, of lists the third page too."""
    yield "/"
    for path in _LISTS:
        yield path
        yield f"{path}?page=3"
    for path, one in (("/claims", "claim"), ("/quotations", "quotation"), ("/articles", "article")):
        id_ = client.get(f"{path}.json").json()[0]["id"]
        yield f"/{one}/{id_.removeprefix('sha256:')}"
    entity = client.get("/entities.json").json()[0]
    yield f"/entity/{entity['id']}"
    yield f"/search?who={entity['id']}"
    yield f"/search?q={entity['name'].split()[-1]}"
    yield from ("/search?q=the", "/timeline", "/timeline?act=denies")
    yield f"/timeline?entity={entity['id']}"
    yield from ("/network", f"/network?entity={entity['id']}", "/map", "/review")


def _median(client: TestClient, page: str) -> float:
    times = []
    for _ in range(_TIMES):
        begin = time.process_time()
        answer = client.get(page)
        times.append(1000 * (time.process_time() - begin))
        answer.raise_for_status()
    return statistics.median(times)
