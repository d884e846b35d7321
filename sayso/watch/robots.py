"""A robots.txt -> which addresses it lets be read, and how fast (RFC 9309)."""

from functools import cached_property

from protego import Protego

AGENT = "sayso"
_LONGEST = 60.0  # seconds between two requests that a site may ask for; more is for no reader


class Robots:
    """The rules of one host, for whoever calls itself `AGENT`."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _rules(self) -> Protego:
        return Protego.parse(self._text)

    def allow(self, address: str) -> bool:
        """Tell whether an address may be read."""
        return bool(self._rules.can_fetch(address, AGENT))

    @property
    def pause(self) -> float:
        """Return how many seconds should lie between two requests, 0 where it does not say."""
        delay = self._rules.crawl_delay(AGENT) or 0.0
        rate = self._rules.request_rate(AGENT)
        each = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return min(max(float(delay), each), _LONGEST)
