"""An address -> the page at it. The only place where sayso touches the network.

Nothing is fetched unless an address is given. A name is resolved once, every address that it
resolves to is checked, and the connection goes to one of those, so that a name cannot point
somewhere else by the time it is used (DNS rebinding). Proxies of the environment are not used.
"""

import ipaddress
import re
import socket
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3 import exceptions as http

from sayso.errors import FetchError
from sayso.settings import Settings

USER_AGENT = "sayso (reads one news page that its user asked for)"
PAGE_TYPES = (
    *("text/html", "application/xhtml+xml", "text/plain", "application/rss+xml"),
    *("application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"),
    *("application/json", "application/pdf"),
)
HOW_TO_ALLOW = "; --allow-private lets it be fetched"  # which commands have, and a page has not
PRIVATE = "private"  # kind of error: the address is none of the public internet
PORTS = {"http": 80, "https": 443}
PATIENCE = 6  # a whole fetch may take this many times the timeout of one read
_TOO_LONG = "takes too long to send its page"
_CHUNK = 16 * 1024
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_REDIRECTS = {301, 302, 303, 307, 308}
_GZIP = 16 + zlib.MAX_WBITS
# IPv6 addresses that stand for an IPv4 address, where a network has only the former.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page: the address it came from after redirects, its bytes and declared charset."""

    url: str
    body: bytes
    media_type: str
    charset: str


@dataclass(frozen=True, slots=True)
class Request:
    """How an address is asked: with which headers beside our own, and what is sent to it.

    Something else than a page may come back where `pages` is false, and is for the caller to tell.
    """

    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    pages: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answers: `body` is empty unless the status is one of success.

    The names of headers are in small letters.
    """

    url: str
    status: int
    reason: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def ok(self) -> bool:
        """Tell whether it is what was asked for."""
        return 200 <= self.status < 300

    @property
    def is_redirect(self) -> bool:
        """Tell whether it leads to another address."""
        return self.status in _REDIRECTS

    @property
    def location(self) -> str:
        """Return the address that it leads to. Raises FetchError where it names none."""
        location = self.headers.get("location", "").strip()
        if not location:
            raise FetchError(self.url, "redirects", "redirects without saying where to")
        try:
            return urljoin(self.url, location)
        except ValueError:
            raise FetchError(self.url, "address", "redirects to an invalid address") from None

    @property
    def page(self) -> Page:
        """Return the page. Raises FetchError of kind "status" where there is none."""
        if not self.ok:
            raise FetchError(self.url, "status", f"answers {self.status} {self.reason}".strip())
        charset = _CHARSET.search(_content_type(self.headers))
        return Page(self.url, self.body, _media_type(self.headers), charset[1] if charset else "")


def fetch(address: str, settings: Settings) -> Page:
    """Return the page at an http or https address.

    Raises FetchError of kind "scheme", "address", "dns", "private", "connect", "tls", "timeout",
    "status", "redirects", "content-type", "content-encoding", "size" or "protocol".
    """
    with _patient(address, settings) as deadline:
        url = address
        for _ in range(settings.max_redirects + 1):
            answer = _answer(url, settings, Request(), deadline)
            if not answer.is_redirect:
                return answer.page
            url = answer.location
    raise FetchError(address, "redirects", f"redirects more than {settings.max_redirects} times")


def ask(address: str, settings: Settings, request: Request | None = None) -> Answer:
    """Return what an http or https address answers, whatever its status: redirects are for others.

    Raises FetchError of the kinds of `fetch`, but "status" and "redirects".
    """
    with _patient(address, settings) as deadline:
        return _answer(address, settings, request or Request(), deadline)


@contextmanager
def _patient(address: str, settings: Settings) -> Iterator["_Deadline"]:
    """Give a whole fetch its time; whatever goes wrong is told of its address."""
    deadline = _Deadline(PATIENCE * settings.timeout)
    try:
        yield deadline
    except http.HTTPError as error:
        if deadline.passed:
            raise FetchError(address, "timeout", _TOO_LONG) from error
        raise _failure(address, error) from error
    except FetchError as error:
        after = f" (redirected to {error.source})" if error.source != address else ""
        raise FetchError(address, error.kind, error.message + after) from error
    finally:
        deadline.close()


def _answer(url: str, settings: Settings, request: Request, deadline: "_Deadline") -> Answer:
    with ExitStack() as stack:
        response = _open(stack, _target(url), request, settings, deadline)
        deadline.check(url)  # headers that are cut off look as if they had ended
        headers = {name.lower(): value for name, value in response.headers.items()}
        bare = Answer(url, response.status, response.reason or "", headers)
        if not bare.ok:
            return bare
        if request.pages and (media_type := _media_type(headers)) not in PAGE_TYPES:
            raise FetchError(url, "content-type", f"is {media_type}, not a page")
        return replace(bare, body=_body(url, response, settings.max_bytes, deadline))


def _content_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "") or "text/html"


def _media_type(headers: Mapping[str, str]) -> str:
    return _content_type(headers).partition(";")[0].strip().lower()


class _Deadline:
    """The time that a whole fetch may take: at its end every connection is cut.

    The timeouts of a socket hold for one read each, and a server may send a byte a second.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    @property
    def left(self) -> float:
        return self._end - time.monotonic()

    @property
    def passed(self) -> bool:
        return self.left <= 0

    def check(self, url: str) -> None:
        """Raise FetchError once the time is over."""
        if self.passed:
            raise FetchError(url, "timeout", _TOO_LONG)

    def watch(self, connection: socket.socket) -> socket.socket:
        """Return the connection, which is cut when the time is over, encrypted or not."""
        with self._lock:
            self._sockets.append(connection.dup())  # encryption takes the first one over
        if self.passed:
            self._cut()
        return connection

    def close(self) -> None:
        self._timer.cancel()
        with self._lock:
            for each in self._sockets:
                each.close()
            self._sockets.clear()

    def _cut(self) -> None:
        with self._lock:
            for each in self._sockets:
                with suppress(OSError):  # closed by the server
                    each.shutdown(socket.SHUT_RDWR)


def _watched(kind: Any, deadline: _Deadline) -> Any:
    """Return a kind of connection that is cut at the deadline, from before it is encrypted on."""

    class Watched(kind):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            return deadline.watch(super()._new_conn())

    return Watched


@dataclass(frozen=True, slots=True)
class _Target:
    """An address taken apart."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def _target(url: str) -> _Target:
    try:
        parts = urlsplit(url.strip())
        if parts.scheme.lower() not in PORTS:
            raise FetchError(url, "scheme", "only http and https addresses are fetched")
        host = (parts.hostname or "").encode("idna").decode("ascii")
        parsed = urllib3.util.parse_url(parts._replace(netloc="host", fragment="").geturl())
        port = parts.port
    except (ValueError, http.LocationParseError):
        raise FetchError(url, "address", "is not a valid address") from None
    if not host or parts.username is not None:
        raise FetchError(url, "address", "has no host, or names a user")
    scheme = parts.scheme.lower()
    return _Target(url, scheme, host, port or PORTS[scheme], parsed.request_uri)


def _resolve(target: _Target, *, allow_private: bool) -> list[str]:
    """Return the IP addresses of a host, none of which may be private unless that is allowed."""
    try:
        entries = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(target.url, "dns", f"the host {target.host} is not known") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in entries))
    for address in addresses:
        if not allow_private and not is_public(address):
            host = "" if target.host == address else f"{target.host} has "
            refused = "an address of this machine or of a private network, is refused"
            message = f"{host}{address}, {refused}{HOW_TO_ALLOW}"
            raise FetchError(target.url, PRIVATE, message)
    return addresses


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner or ip.is_site_local:
            return bool(inner) and is_public(str(inner))
    special = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback
    return ip.is_global and not (special or ip.is_private or ip.is_link_local)


def _open(
    stack: ExitStack, target: _Target, request: Request, settings: Settings, deadline: _Deadline
) -> urllib3.BaseHTTPResponse:
    """Ask the first IP address of a host that can be connected to."""
    headers = {
        "Host": target.host_header,
        "User-Agent": USER_AGENT,
        "Accept": "text/html,application/xhtml+xml;q=0.9,application/xml;q=0.8,*/*;q=0.5",
        "Accept-Encoding": "gzip",
    } | dict(request.headers)
    failure: http.HTTPError | None = None
    for address in _resolve(target, allow_private=settings.allow_private):
        deadline.check(target.url)
        pool = stack.enter_context(_pool(target, address, min(settings.timeout, deadline.left)))
        pool.ConnectionCls = _watched(pool.ConnectionCls, deadline)
        try:
            response = pool.urlopen(
                *(request.method, target.path),
                body=request.body,
                headers=headers,
                redirect=False,
                assert_same_host=False,
                preload_content=False,
                decode_content=False,
            )
        except (http.NewConnectionError, http.ConnectTimeoutError) as error:
            failure = error
        else:
            stack.callback(response.close)
            return response
    raise failure or FetchError(target.url, "dns", f"the host {target.host} has no address")


def _pool(target: _Target, address: str, timeout: float) -> urllib3.HTTPConnectionPool:
    patience = urllib3.Timeout(connect=timeout, read=timeout)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(address, target.port, timeout=patience, retries=False)
    # The certificate must be the host's, though the connection goes to one of its IP addresses.
    return urllib3.HTTPSConnectionPool(
        *(address, target.port),
        timeout=patience,
        retries=False,
        cert_reqs="CERT_REQUIRED",
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _failure(url: str, error: http.HTTPError) -> FetchError:
    if isinstance(error, http.SSLError):
        return FetchError(url, "tls", f"its certificate or encryption is refused: {error}")
    if isinstance(error, http.NewConnectionError):
        return FetchError(url, "connect", "cannot be connected to")
    if isinstance(error, http.TimeoutError):
        return FetchError(url, "timeout", "does not answer in time")
    return FetchError(url, "protocol", f"answers in a way that cannot be understood: {error}")


def _body(url: str, response: urllib3.BaseHTTPResponse, limit: int, deadline: _Deadline) -> bytes:
    """Read a body, unpacked, and no further than the limit; both sizes are held to it."""
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(url, "content-encoding", f"is packed in an unknown way ({coding})")
    unpacker = zlib.decompressobj(_GZIP) if "gzip" in coding else None
    body, received = bytearray(), 0
    while packed := response.read1(_CHUNK):
        received += len(packed)
        try:
            body += unpacker.decompress(packed, limit + 1 - len(body)) if unpacker else packed
        except zlib.error as error:
            raise FetchError(url, "content-encoding", f"is broken: {error}") from None
        if max(len(body), received) > limit:
            raise FetchError(url, "size", f"is over the size limit of {limit} bytes")
        deadline.check(url)
    deadline.check(url)
    if unpacker and not unpacker.eof and received:
        raise FetchError(url, "content-encoding", "ends in the middle of its packed text")
    return bytes(body)
