"""Datelines: the opening of a body ("KARSK, March 14 (NWA) —", "Karsk:") -> the place and the day.

The text itself is left as it is.
"""

import re
from collections.abc import Sequence

from sayso.english.calendar import date_names, months, short_months, weekdays
from sayso.english.function_words import definite
from sayso.english.numbers import number_words
from sayso.english.role_nouns import marked
from sayso.english.tables import either, listed
from sayso.read.dates import parse_date
from sayso.records import Moment

# What opens a body and looks like a place, but is none: "Exclusive: ", "Minister: ".
NOT_PLACES = frozenset().union(
    *(listed("read.toml", name) for name in ("labels", "agencies", "openers")),
    *(marked("label"), definite(), number_words("cardinal", "ordinal"), date_names()),
)

_WORD = r"[^\W\d_][\w.'’]{0,24}"
_PLACE = rf"{_WORD}(?:[ /-]{_WORD}){{0,3}}"
_REGIONS = rf"(?:, {_PLACE}){{0,2}}"
_MONTH = rf"{either({**months(), **short_months()})}\b\.?"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}"
    rf"|{either(weekdays())})(?:,? \d{{4}})?"
)
_DAY = re.compile(rf", ({_DATE})", re.IGNORECASE)
_AGENCY = r"\((?P<agency>[^()\d]{2,40})\)"
_DASH = r"(?:\s{1,2}[-–—]{1,2}\s{1,2}|\s?[–—]\s?)"

# A place with an agency behind it, with a date, or with both: "KARSK, March 14 (NWA) — ",
# "Karsk, Velmark, 14 March 2031: ".
_SHAPES = (
    re.compile(
        rf"(?P<place>{_PLACE}{_REGIONS}?)(?:, {_DATE})? {_AGENCY}(?:{_DASH}|: )", re.IGNORECASE
    ),
    re.compile(rf"(?P<place>{_PLACE}{_REGIONS}?), {_DATE}(?:{_DASH}|: |\.[-–—] ?)", re.IGNORECASE),
)
# A place alone, in capitals: "KARSK, Velmark — ", "PORT ALMIS. ".
_CAPITALS = re.compile(
    rf"(?P<place>{_PLACE}{_REGIONS})(?:{_DASH}|: )"
    r"|(?P<town>[^\W\d_]{4,24}(?:[ -][^\W\d_]{4,24}){0,2})\. (?=[^\W\d_])"
)
_COLON = re.compile(rf"(?P<place>{_PLACE}): (?=[^\W\d_])")
_SPACED_DASH = re.compile(rf"(?P<place>{_PLACE}) [-–—] (?=[^\W\d_])")
_TURN = re.compile(rf"{_PLACE}: ")
_SECOND_DASH = re.compile(r"\s[-–—]\s")
_OPENING = 160  # characters within which a dateline ends
_LEAD = 100  # characters; a first paragraph is seldom shorter, a headline seldom longer


def read_dateline(paragraphs: Sequence[str], *, headed: bool) -> str:
    """Return the place of the dateline that opens the body, as written, or "" without one.

    Without a headline above it (`headed`), a short first line with a colon may be one itself:
    "Vask: Velmark will stay" names a speaker, not a place.
    """
    if not paragraphs:
        return ""
    opening = paragraphs[0].lstrip()[:_OPENING]
    for shape in _SHAPES:
        match = shape.match(opening)
        if (
            match
            and _could_be_place(match["place"])
            and _is_agency(match.groupdict().get("agency"))
        ):
            return match["place"]
    match = _CAPITALS.match(opening)
    place = (match["place"] or match["town"]) if match else ""
    if place.split(",")[0].isupper() and not opening.isupper() and _could_be_place(place):
        return place
    if not headed and len(paragraphs[0]) < _LEAD:
        return ""
    return _in_small_letters(opening, paragraphs[1:])


def read_day(paragraphs: Sequence[str], place: str) -> Moment | None:
    """Return the day that the dateline with that place tells with its year, None without one."""
    opening = paragraphs[0].lstrip()[:_OPENING] if place else ""
    day = _DAY.match(opening, len(place)) if opening.startswith(place) else None
    return parse_date(day[1]) if day else None


def _in_small_letters(opening: str, rest: Sequence[str]) -> str:
    """Recognise "Karsk: Velmark said" and "Karsk – Velmark said", the shapes that mislead most."""
    match = _COLON.match(opening)
    if match and any(_TURN.match(paragraph[:_OPENING]) for paragraph in rest):
        return ""  # the turns of a conversation, not a dateline
    if not match:
        match = _SPACED_DASH.match(opening)
        if match and _SECOND_DASH.search(opening, match.end()):
            return ""  # "Karsk – The Old Town, that is – fell"
    if match and opening[match.end()].isupper() and _could_be_place(match["place"]):
        return match["place"]
    return ""


def _could_be_place(text: str) -> bool:
    words = re.split(r"[ ,/]+", text)
    return (
        all(word[:1].isupper() for word in words) and words[0].lower().strip(".") not in NOT_PLACES
    )


def _is_agency(text: str | None) -> bool:
    return text is None or (text[:1].isupper() and len(text.split()) <= 5)
