"""Who may ask, and what a browser may do with an answer.

A page of any other site can make a browser on this machine send requests here. So the name by which
the browser knows the server must be one that the server was started under (DNS rebinding), and
nothing that is sent may be framed, guessed at, or made to load anything from elsewhere. What
changes the record is taken from pages of the server's own alone: browsers tell whence it comes.
"""

import asyncio
import re
import time
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web import LOOPBACK

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
READING = ("GET", "HEAD")
_LARGEST = 64 * 1024  # bytes of what is sent, but for what is to be read
_LENGTH = re.compile(r"[0-9]{1,12}")
_LONGEST = 8000  # bytes of an address
_PATIENCE, _SLOWEST = 30.0, 50_000  # seconds, and bytes a second, in which a request must arrive
LARGEST_AT = {"/read": 32 * 1024 * 1024}
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-cache",
}


def is_own(headers: Headers) -> bool:
    """Tell whether a request that changes something comes from a page of the server's own.

    Browsers say so in Sec-Fetch-Site, older ones by Origin; a program must give the latter.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    scheme, _, rest = headers.get("origin", "").partition("://")
    return scheme in ("http", "https") and rest == headers.get("host")


def host_of(name: str) -> str:
    """Return the host that a Host header names, without its port, empty where it names none."""
    try:
        return urlsplit(f"//{name}").hostname or ""
    except ValueError:
        return ""


class Guard:
    """Refuses requests to names that are not the server's own, and adds headers to all answers."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOOPBACK) -> None:
        self._app = app
        self._hosts = frozenset(each.casefold() for each in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        largest = LARGEST_AT.get(scope["path"], _LARGEST)
        refusal = self._refusal(scope, Headers(scope=scope), largest)
        await (refusal or self._app)(scope, _measured(receive, largest), guarded)

    def _refusal(self, scope: Scope, headers: Headers, largest: int) -> PlainTextResponse | None:
        if host_of(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("This server does not go by that name.\n", 421)
        if len(scope["raw_path"]) + len(scope["query_string"]) > _LONGEST:
            return PlainTextResponse(f"An address has at most {_LONGEST} bytes.\n", 414)
        if scope["method"] in READING:
            return None
        if scope["method"] != "POST":
            return PlainTextResponse("This is not how to ask.\n", 405, {"allow": "GET, HEAD, POST"})
        if not is_own(headers):
            return PlainTextResponse("Only pages of this server may change the record.\n", 403)
        length = headers.get("content-length", "")
        if not _LENGTH.fullmatch(length) or int(length) > largest or "transfer-encoding" in headers:
            return PlainTextResponse(f"At most {largest} bytes may be sent.\n", 413)
        return None


def _measured(receive: Receive, largest: int) -> Receive:
    """Return what receives a request, as long as it is neither too large nor too slow."""
    left = largest
    until = time.monotonic() + _PATIENCE + largest / _SLOWEST
    complete = False

    async def measured() -> Message:
        nonlocal left, complete
        if complete:  # what comes now is that whoever asked is gone
            return await receive()
        try:
            async with asyncio.timeout(max(0.0, until - time.monotonic())):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, "this took too long to arrive") from None
        complete = not message.get("more_body", False)
        left -= len(message.get("body", b""))
        if left < 0:
            raise HTTPException(413, f"at most {largest} bytes may be sent")
        return message

    return measured
