"""Addresses -> answers, each host in its turn: one request at a time, with a pause, as it lets.

A host that does not answer, or says that it is asked too much, is left alone for a while; until
then whoever wants something of it is told to come later.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from sayso.errors import FetchError
from sayso.read.fetch import PORTS, PRIVATE, Answer, Request, ask
from sayso.settings import Settings
from sayso.store.watching import HostRow, at
from sayso.watch.manners import DAY, Clock, asked_to_wait, back_off, seconds_of
from sayso.watch.robots import AGENT, Robots

LATER = "later"  # kind of error: the host waits, and nothing is wrong with the page
FORBIDDEN = "robots"
USER_AGENT = f"{AGENT} (follows news feeds for its user; one request at a time)"
_ROBOTS_FOR = DAY  # seconds for which what a host lets be read is not asked again
_ROBOTS_LAST = 30 * DAY  # for which it holds where it cannot be had again
_ROBOTS_BYTES = 1024 * 1024
_ROBOTS_HOPS = 6
_BUSY = (429, 503)
_TIMEOUT = "timeout"
_UNREACHED = ("connect", _TIMEOUT, "dns", "tls")  # kinds of errors of a whole host


@dataclass(slots=True)
class _Host:
    """A host, what is kept of it, and when it may be asked again."""

    row: HostRow
    lock: threading.Lock = field(default_factory=threading.Lock)
    free: float = 0.0
    tried: float = 0.0  # when its robots.txt was asked for
    slow: str = ""  # the address that did not answer in time, if none has answered since
    robots: Robots | None = None
    changed: bool = False


class Hosts:
    """The hosts that are asked. Threads may share it; none holds the turn of two hosts."""

    def __init__(
        self, known: Iterable[HostRow], settings: Settings, clock: Clock, *, pause: float
    ) -> None:
        self._settings, self._clock, self._pause = settings, clock, pause
        self._hosts = {row.host: _Host(row) for row in known}
        self._lock = threading.Lock()

    def changed(self) -> list[HostRow]:
        """Return the hosts of which something else is known than when this was asked last."""
        with self._lock:
            some = [each for each in self._hosts.values() if each.changed]
            for each in some:
                each.changed = False
            return [each.row for each in some]

    def visit(self, address: str, request: Request) -> Answer:
        """Return what an address answers, redirects followed, each in the turn of its host.

        Raises FetchError as `fetch` does, of kind "robots" where the site does not let it be read,
        and of kind "later" where its host is left alone for now.
        """
        url = address
        for _ in range(self._settings.max_redirects + 1):
            answer = self._hop(url, request)
            if not answer.is_redirect:
                return answer
            url = answer.location
        limit = self._settings.max_redirects
        raise FetchError(address, "redirects", f"redirects more than {limit} times")

    def _hop(self, url: str, request: Request) -> Answer:
        host = self._host(url)
        with host.lock:
            self._check(host, url)
            if self._is_due(host):
                self._learn(host, url)
            if host.robots and not host.robots.allow(url):
                message = f"{host.row.host}/robots.txt does not let it be read"
                raise FetchError(url, FORBIDDEN, message)
            return self._ask(host, url, request)

    def _host(self, url: str) -> _Host:
        name = host_of(url)
        with self._lock:
            return self._hosts.setdefault(name, _Host(HostRow(name)))

    def _check(self, host: _Host, url: str) -> None:
        """Raise FetchError where a host is left alone."""
        if self._waits(host):
            raise FetchError(url, LATER, f"its host is not asked before {host.row.until}")

    def _ask(self, host: _Host, url: str, request: Request) -> Answer:
        """Ask a host in its turn; one that cannot answer is left alone from then on."""
        self._clock.wait(host.free - self._clock.now())
        if self._clock.stop.is_set():
            raise FetchError(url, LATER, "was stopped before it was asked")
        try:
            headers = {"User-Agent": USER_AGENT} | dict(request.headers)
            answer = ask(url, self._settings, replace(request, headers=headers))
        except FetchError as error:
            if error.kind in _UNREACHED and not _is_slow(host, url, error):
                self._leave(host, back_off(host.row.tries + 1))
            host.slow = url
            raise
        finally:
            pause = max(self._pause, host.robots.pause if host.robots else 0.0)
            host.free = self._clock.now() + pause
        host.slow = ""
        if answer.status in _BUSY:
            asked = asked_to_wait(answer, self._clock.now())
            self._leave(host, back_off(host.row.tries + 1) if asked is None else asked)
        elif host.row.tries:
            self._keep(host, replace(host.row, tries=0, until=""))
        return answer

    def _leave(self, host: _Host, seconds: float) -> None:
        until = at(self._clock.now() + seconds + 1)  # the tables keep whole seconds
        self._keep(host, replace(host.row, tries=host.row.tries + 1, until=until))

    def _keep(self, host: _Host, row: HostRow) -> None:
        host.row, host.changed = row, True

    def _waits(self, host: _Host) -> bool:
        return seconds_of(host.row.until) > self._clock.now()

    def _is_due(self, host: _Host) -> bool:
        """Tell whether the rules of a host are to be asked for, which is not tried all the time."""
        now = self._clock.now()
        if host.robots is None:
            return True
        return now - max(seconds_of(host.row.asked), host.tried) > _ROBOTS_FOR

    def _learn(self, host: _Host, url: str) -> None:
        """Learn what a host lets be read; where it cannot tell, what was known of late holds.

        Raises FetchError of kind "later" where nothing is known, and of kind "private" where the
        host is not to be asked.
        """
        age = self._clock.now() - seconds_of(host.row.asked)
        if host.row.asked and age < _ROBOTS_LAST:
            host.robots = Robots(host.row.robots)
            if age < _ROBOTS_FOR:
                return
        host.tried = self._clock.now()
        try:
            text = self._robots(host)
        except FetchError as error:
            if error.kind in _UNREACHED or _is_refused(error, host.row.host):
                raise FetchError(url, error.kind, error.message) from error
            if not self._waits(host):
                if host.robots:
                    return
                self._leave(host, back_off(host.row.tries + 1))
            message = f"what its host lets be read is not known: {error}"
            raise FetchError(url, LATER, message) from error
        self._keep(host, replace(host.row, robots=text, asked=at(self._clock.now())))
        host.robots = Robots(text)

    def _robots(self, host: _Host) -> str:
        """Return the robots.txt of a host: empty, which lets all be read, where it has none.

        Raises FetchError where the host does not answer, or with a failure of its own.
        """
        url = f"{host.row.host}/robots.txt"
        for _ in range(_ROBOTS_HOPS):
            answer = self._ask(host, url, Request(pages=False))
            if not answer.is_redirect:
                break
            url = answer.location
        if answer.status in _BUSY or answer.status >= 500:
            raise FetchError(url, "status", f"answers {answer.status}")
        return answer.body[:_ROBOTS_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")


def _is_slow(host: _Host, url: str, error: FetchError) -> bool:
    """Tell whether an address alone is slow, and not its host as far as is known.

    It is the first that did not answer in time, of a host that let itself be asked.
    """
    others = host.slow not in ("", url)
    return error.kind == _TIMEOUT and bool(host.robots) and not (others or host.row.tries)


def _is_refused(error: FetchError, host: str) -> bool:
    """Tell whether a host may not be asked at all, and not what it redirects to."""
    return error.kind == PRIVATE and host_of(error.source) == host


def host_of(url: str) -> str:
    """Return the host of an address with scheme and port, in small letters.

    Of what is no address it is the address itself: whoever asks it is told what is wrong.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme.lower()]
        name = (parts.hostname or "").lower()
    except (ValueError, KeyError):
        return url
    named = f"[{name}]" if ":" in name else name
    standard = port == PORTS[parts.scheme.lower()]
    return f"{parts.scheme.lower()}://{named}" + ("" if standard else f":{port}")
