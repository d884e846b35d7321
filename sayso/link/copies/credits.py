"""An article -> whose text it says it is: an agency, a syndicate or another outlet.

Datelines, bylines, lines of credit and of rights, where it was first published, and the address.
That a reporter of an agency "contributed", or that somebody told it something, is only a hint.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from sayso.english.calendar import months, short_months
from sayso.english.tables import either
from sayso.link.copies.outlets import Outlet, names, outlet_in_table, outlet_of
from sayso.records import Article

_TOP = 1500  # characters from the top in which datelines and bylines stand, behind captions too
_BOTTOM = 1500  # and from the bottom, in which credits stand
_MONTH = rf"(?i:{either({**months(), **short_months()})})\.?"
_DASH = r"\s{0,2}(?:[-–—]{1,2}|:)\s"
_BY = r"(?:[Bb]y |BY |[Ss]ource: ?|[Ff]rom )"
# Any name in capitals: "the Karsk Beacon".
_CAPITALS = r"(?:[Tt]he )?(?P<name>[A-Z][\w'’&.-]*(?: (?:of |the |and )?[A-Z][\w'’&.-]*){0,4})"


# "(Reporting by Mira Tolland; editing by Jon Ask)" is how Reuters signs.
_REPORTING = r"\((?:Reporting|Writing|Additional reporting) by [^()]{3,200}\)"
_REPORTS = "Reuters"


# How sure a text is its publisher's: media of a government print agencies as others do.
_OWN = {"agency": 0.99, "syndicate": 0.99, "state": 0.6}


class Credit(NamedTuple):
    """Whose text an article is by its own word, how sure that is, 0 to 1, and the words."""

    outlet: Outlet
    score: float
    words: str


# "Details from Northwire:", "The Northwire reports: “", "Northwire, which obtained it, says"
_INTRODUCES = r"\b(?:according to |from |via )?NAME(?:'s|’s)?[^\n]{0,120}:?\W*$"


class _Sign(NamedTuple):
    """A pattern that names a supplier, where it is looked for, and how much it tells."""

    pattern: str
    place: str
    score: float


# The signs, the surest first; NAME stands for the name of a supplier, ANY for that of any outlet.
_SIGNS = (
    _Sign(rf"^[^\w\n]*[A-Z][^\n()]{{0,60}}\(NAME\){_DASH}", "all", 0.98),  # "KARSK (NWA) —"
    # "KARSK (NWA) —", of an agency that the table does not have
    _Sign(rf"^[^\w\n]*[A-Z][^\n()]{{0,60}}\((?P<name>[A-Z]{{2,6}})\){_DASH}", "top", 0.9),
    _Sign(rf"^[^\w\n]*[A-Z][^\n()]{{0,60}}\({_CAPITALS}\){_DASH}", "top", 0.9),
    _Sign(rf"[A-Z]{{3,}}, NAME{_DASH}", "top", 0.9),  # "KARSK, NWA —"
    # A line of its own: "By The Northwire", "/ Source: Northwire"
    _Sign(
        r"^[^\w\n]*(?:[Bb]y |BY |[Ss]ource: ?|[Ff]rom )?NAME(?: [Ss]taff)?[^\w:\n]*$", "top", 0.95
    ),
    _Sign(rf"^[^\w\n]*{_BY}ANY(?: [Ss]taff)?[^\w:\n]*$", "top", 0.9),
    # "By Mira Tolland, NWA", "Mira Tolland - NWA", "By NWA and Staff", "NWA March 3, 2031"
    _Sign(r"^[^\w\n]*(?:[Bb]y|BY) [^\n]{2,80}?[,|/–—-]+ ?NAME[^\w:\n]*$", "top", 0.93),
    _Sign(r"^[A-Z][^\n.!?]{2,60}?(?:,| [–—-]) ?ANY[^\w:\n]*$", "top", 0.9),
    _Sign(r"^[^\w\n]*(?:[Bb]y|BY) NAME (?:and|&)\b[^\n]{0,40}$", "top", 0.85),
    _Sign(rf"^[^\w\n]*NAME\W{{1,3}}{_MONTH} \d[^\n]{{0,40}}$", "top", 0.9),
    _Sign(r"(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)[^\n.]{0,40}?\bANY", "bottom", 0.95),
    # "This article first appeared in the Karsk Beacon", "Republished with permission of …"
    _Sign(
        r"\b(?:first|originally) (?:appeared|published|ran)\b(?: \w+ \d+)? (?:in|on|at|by|with) "
        + _CAPITALS,
        "ends",
        0.9,
    ),
    _Sign(r"\b[Rr]e(?:published|printed)\b[^.\n]{0,30}? (?:from|of|by) " + _CAPITALS, "ends", 0.9),
    _Sign(r"\b(?:[Dd]istributed|[Pp]rovided|[Ss]upplied) by NAME", "ends", 0.85),
    _Sign(_REPORTING, "bottom", 0.8),
    _Sign(r"^[^\w\n]*\(?NAME\)?[^\w:\n]*$", "bottom", 0.8),
    # "Northwire writer Mira Tolland contributed", "Tolland and Northwire contributed to this"
    _Sign(r"\bNAME (?:[\w ]{3,40} )?(?:writer|reporter|journalist)s? [A-Z]", "bottom", 0.7),
    _Sign(r"\bNAME[^.\n]{0,60} contributed (?:to )?this", "bottom", 0.5),
    _Sign(r"[Cc]ontribut(?:ed|ing|ors?)\b[^.\n]{0,120}\bNAME", "bottom", 0.45),
)
# How an agency speaks of itself: "told The Northwire", "Northwire has learned".
_ITSELF = (
    r"\b(?:told|obtained by|seen by|to|with|reviewed by) (?:an? )?NAME",
    r"\bNAME (?:has learned|review|tally|count|analysis|investigation|poll|found|reporter)\b",
)


def credit(article: Article) -> Credit | None:
    """Return whose text an article says it is, or None where it does not say.

    Its publisher's own name is none, unless that supplies others.
    """
    own = outlet_of(article.publisher) if article.publisher else None
    if own and own.supplies:
        return Credit(own, _OWN[own.kind], article.publisher)
    for name in article.byline:
        if (outlet := outlet_in_table(name)) and outlet != own:
            return Credit(outlet, 0.95, name)
    host = outlet_of(urlsplit(article.url).netloc) if article.url else None
    if host and host.supplies:
        return Credit(host, 0.95, article.url)
    return next(_signed(article, own), None)


def whose(article: Article) -> str:
    """Return the name of whoever's text an article is: by its own word, else its publisher."""
    signed = credit(article)
    return signed.outlet.name if signed else outlet_of(article.publisher).name


def _signed(article: Article, own: Outlet | None) -> Iterator[Credit]:
    text = article.text
    top, bottom = text[:_TOP], text[-_BOTTOM:]
    places = {"all": text, "top": top, "bottom": bottom, "ends": f"{top}\n{bottom}"}
    for sign, pattern in _patterns():
        for match in pattern.finditer(places[sign.place]):
            outlet = _named(match)
            if outlet != own:
                yield Credit(outlet, sign.score, " ".join(match[0].split()))


def itself(text: str) -> Outlet | None:
    """Return the agency that a text names as one does that writes it, or None."""
    for pattern in _of_itself():
        if match := pattern.search(text):
            return _named(match)
    return None


def introduces(text: str) -> Outlet | None:
    """Return the outlet that the end of a text names as the source of what follows, or None."""
    match = _introduction().search(text)
    return _named(match) if match else None


def _named(match: re.Match[str]) -> Outlet:
    return outlet_of((match.groupdict().get("name") or _REPORTS).rstrip("."))


@cache
def _patterns() -> list[tuple[_Sign, re.Pattern[str]]]:
    return [(sign, re.compile(_filled(sign.pattern), re.MULTILINE)) for sign in _SIGNS]


@cache
def _of_itself() -> list[re.Pattern[str]]:
    return [re.compile(_filled(pattern)) for pattern in _ITSELF]


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(_filled(_INTRODUCES))


def _filled(pattern: str) -> str:
    """Return a pattern with the names of the table in the place of NAME and ANY."""
    for word, supplying in (("NAME", True), ("ANY", False)):
        name = rf"(?:[Tt]he )?(?P<name>{names(supplying=supplying)})(?![\w-])"
        pattern = pattern.replace(word, name)
    return pattern
