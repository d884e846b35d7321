"""Who may ask, and what a browser may do with an answer.

A page of any other site can make a browser on this machine send requests here. So the name by which
the browser knows the server must be one that the server was started under (DNS rebinding), and
nothing that is sent may be framed, guessed at, or made to load anything from elsewhere.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
POLICY = (
    "default-src 'none'; {styles}img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY.format(styles="style-src 'self'; "),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-cache",
}


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

        asked = Headers(scope=scope).get("host", "")
        if host_of(asked) in self._hosts:
            await self._app(scope, receive, guarded)
        else:
            refusal = PlainTextResponse("This server does not go by that name.\n", 421)
            await refusal(scope, receive, guarded)
