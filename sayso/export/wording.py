"""Text and numbers as people may safely see them: odd characters, shortened words, percentages."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from sayso.records import Moment, Span

LABELS = {"source": "who", "cue": "says", "content": "what"}
"""The everyday word for each part of a statement."""

_DIRECTION = "\u202a-\u202e\u2066-\u2069"
ODD = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_DIRECTION}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Characters that must not reach a screen as they are.

Controls can drive a terminal, HTML cannot carry them, and the embeddings, overrides and isolates
of the bidirectional algorithm show words in another order than they stand in the text. Tab and
line breaks are not among them; nor are the joiners and direction marks that honest text needs.
"""

_DIRECTION_ONLY = re.compile(f"[{_DIRECTION}]")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_DURATION = re.compile(
    r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)


def symbol(odd: str) -> str:
    """Return the one visible character that stands in for an odd one."""
    code = ord(odd)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if odd in "\u2028\u2029":
        return "\u2424"
    return "\u21c4" if _DIRECTION_ONLY.match(odd) else "\ufffd"


def visible(text: str) -> str:
    """Return the text with every odd character replaced by its symbol, one for one."""
    return ODD.sub(lambda found: symbol(found[0]), text)


def one_line(text: str) -> str:
    """Return the text with odd characters made visible and every run of spaces made one space."""
    return " ".join(visible(text).split())


def excerpt(text: str, spans: Sequence[Span], limit: int) -> str:
    """Return the words of the spans on one line of at most `limit` characters, cut at a space.

    An ellipsis marks what stands between two spans and what was cut.
    """
    # Twice the limit is enough to see whether a cut is needed, however long the span is.
    words = " … ".join(one_line(text[s.start : s.end][: 2 * limit]) for s in spans)
    if len(words) <= limit and all(s.end - s.start <= 2 * limit for s in spans):
        return words
    kept = words[: limit - 2]
    space = kept.rfind(" ")
    return (kept[:space] if space > limit // 2 else kept) + " …"


def percent(score: float) -> str:
    """Return a probability as a whole percentage that never rounds to certainty."""
    if score >= 1 or score <= 0:
        return f"{score:.0%}"
    return f"{min(99, max(1, round(score * 100)))}%"


def day(moment: Moment) -> str:
    """Return a moment in words: "3 March 2031", "March 2031", "3 to 5 March 2031"."""
    return interval(moment.start, moment.end)


def interval(start: str | None, end: str | None) -> str:
    """Return an interval of ISO 8601 days, both included, in words; None is no bound."""
    if not start or not end:
        return f"from {_day(start)}" if start else f"until {_day(end)}" if end else ""
    if start == end:
        return _day(start)
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return f"{start} to {end}"
    months = f"{_MONTHS[first.month - 1]} {first.year}", f"{_MONTHS[last.month - 1]} {last.year}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _whole_months(first, last, months)
    if months[0] == months[1]:
        return f"{first.day} to {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


def _whole_months(first: date, last: date, months: tuple[str, str]) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return months[0] if months[0] == months[1] else f"{months[0]} to {months[1]}"


def _day(iso: str) -> str:
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def duration(value: str) -> str:
    """Return a duration of ISO 8601 in words ("P3D" is "3 days"), or nothing for another value."""
    found = _DURATION.fullmatch(value)
    if not found:
        return ""
    parts = [(amount, unit) for amount, unit in zip(found.groups(), _UNITS, strict=True) if amount]
    return joined([f"{amount} {unit if amount == '1' else unit + 's'}" for amount, unit in parts])


def joined(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def within(sentence: str) -> str:
    """Return a sentence as it stands inside another: no full stop, no capital of its own."""
    words = sentence.strip().removesuffix(".")
    opens = words.split(maxsplit=1)[:1]
    own = any(not (c.islower() or c in "-’'") for c in "".join(opens)[1:])
    return words if own else words[:1].lower() + words[1:]
