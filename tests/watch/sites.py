"""A news site on this machine, whose pages a test puts there, changes and breaks."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

FEED, PAGE = "application/rss+xml", "text/html; charset=utf-8"


@dataclass
class Served:
    """What stands at a path: a body with its type and headers, or a status; slow if it is so."""

    body: bytes = b""
    kind: str = PAGE
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    cut: int = 0  # bytes at the end that are promised and never come


@dataclass
class Asked:
    """A request: when it came and went, and what was sent with it."""

    path: str
    headers: Mapping[str, str]
    body: bytes
    start: float
    end: float = 0.0


class Site:
    """A site: `pages` by their paths; `asked` are the requests in their order."""

    def __init__(self) -> None:
        self.pages: dict[str, Served | Callable[[Asked], Served]] = {}
        self.asked: list[Asked] = []
        self.address = ""

    def put(self, path: str, body: str | bytes, kind: str = PAGE, **more: Any) -> None:
        """Put something at a path, with an ETag of its content."""
        data = body.encode() if isinstance(body, str) else body
        tag = {"ETag": f'"{abs(hash(data)):x}"'}
        self.pages[path] = Served(data, kind, headers=tag, **more)

    def paths(self) -> list[str]:
        """Return the paths that were asked for, but for robots.txt."""
        return [each.path for each in self.asked if each.path != "/robots.txt"]

    def counts(self) -> Counter[str]:
        """Return how often each path was asked for."""
        return Counter(each.path for each in self.asked)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        asked = Asked(self.path, dict(self.headers), self.rfile.read(length), time.monotonic())
        self.site.asked.append(asked)
        its = self.site.pages.get(self.path, Served(status=404))
        served = its(asked) if callable(its) else its
        time.sleep(served.seconds)
        tag = served.headers.get("ETag")
        same = tag is not None and tag == self.headers.get("If-None-Match")
        try:
            self._send(Served(status=304, headers=served.headers) if same else served)
        except OSError:
            self.close_connection = True
        asked.end = time.monotonic()

    do_POST = do_GET  # noqa: N815 - the name that the library knows

    def _send(self, served: Served) -> None:
        self.send_response(served.status)
        headers = {
            "Content-Type": served.kind,
            "Content-Length": str(len(served.body) + served.cut),
        }
        for name, value in (headers | dict(served.headers)).items():
            self.send_header(name, value)
        self.end_headers()
        if served.status != 304:
            self.wfile.write(served.body)
        self.close_connection = bool(served.cut)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def site(host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve a site until the end."""
    its = Site()
    handler = type("Handler", (_Handler,), {"site": its})
    server = ThreadingHTTPServer((host, 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    its.address = f"http://{host}:{server.server_port}"
    try:
        yield its
    finally:
        server.shutdown()
        server.server_close()


def rss(*items: str, title: str = "Skerra Courier") -> str:
    """Return a feed of items."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title>{''.join(items)}</channel></rss>"
    )


def item(address: str, title: str, *, day: float | None = None, more: str = "") -> str:
    """Return an item of a feed, published now or at a time."""
    date = formatdate(day if day is not None else time.time())
    return (
        f"<item><title>{title}</title><link>{address}</link><pubDate>{date}</pubDate>{more}</item>"
    )


def article(
    title: str, *paragraphs: str, day: str = "2031-03-14", outlet: str = "Skerra Courier"
) -> str:
    """Return the page of an article."""
    inside = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>'
        f'<meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{day}T09:00:00Z"></head>'
        f"<body><article><h1>{title}</h1>{inside}</article></body></html>"
    )
