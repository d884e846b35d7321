"""Words -> the figures in them, as ranges with what they count, and whether two can both hold.

"at least 20 people" is 20 and more, "nearly $8 trillion" a little under that, "23 dead" is 23.
"""

import re
from dataclasses import dataclass
from math import inf

from sayso.english.numbers import number_words
from sayso.english.stems import stems, weight
from sayso.english.tables import either

_SCALES = {**number_words("scale"), "bn": 10**9, "m": 10**6, "k": 1000, "tn": 10**12}
_WORDS = number_words("cardinal", "tens")
# How much less, and how much more, than the number given may be meant: shares of it.
_QUALIFIERS: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("at least", "more than", "over", "no fewer than", "upwards of"), (0, inf)),
    **dict.fromkeys(("as many as", "up to", "at most", "fewer than", "less than", "under"), (1, 0)),
    **dict.fromkeys(("nearly", "almost", "close to", "just under"), (0.15, 0)),
    **dict.fromkeys(("about", "around", "some", "roughly", "approximately"), (0.2, 0.2)),
}
_NUMBER = rf"\d[\d,]*(?:\.\d+)?|\b{either(_WORDS)}\b(?:[- ]{either(_WORDS)}\b)?"
# "at least 20", "between 20 and 30", "$1.2 billion", "40%", "20-30", "twenty-three thousand"
_FIGURE = re.compile(
    rf"(?:\b(?P<less_more>{either(_QUALIFIERS)}) )?(?P<money>[$€£] ?)?(?P<low>{_NUMBER})"
    rf"(?:(?: to |-|–| and )(?P<high>{_NUMBER}))?"
    rf"(?:[ -]?(?P<scale>{either(_SCALES)})\b)?(?P<share>%| per ?cent\b)?",
    re.IGNORECASE,
)
_UNITS = 3  # words after a number among which what it counts stands
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 60  # characters in which they stand
_ROUNDED = 0.02  # by which a number may be rounded


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a range, both ends included, and the stems of what it may count."""

    low: float
    high: float
    counts: frozenset[str]

    def meets(self, other: "Figure") -> bool:
        """Tell whether both can be true of one thing."""
        slack = _ROUNDED * max(abs(self.low), abs(other.low))
        return self.low <= other.high + slack and other.low <= self.high + slack


def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures in a text in order; years and "one" are none."""
    return tuple(figure for match in _FIGURE.finditer(text) if (figure := _figure(text, match)))


def rivals(some: tuple[Figure, ...], others: tuple[Figure, ...]) -> bool:
    """Tell whether some figure counts what another does, and no such pair can both hold."""
    pairs = [(a, b) for a in some for b in others if a.counts & b.counts]
    return bool(pairs) and not any(a.meets(b) for a, b in pairs)


def agree(some: tuple[Figure, ...], others: tuple[Figure, ...]) -> bool:
    """Tell whether a figure of each counts the same thing and both can hold."""
    return any(a.counts & b.counts and a.meets(b) for a in some for b in others)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    plain = match["low"].lower()
    bare = not (match["money"] or match["scale"] or match["share"] or match["high"])
    if bare and (plain == "one" or _YEAR.fullmatch(plain)):
        return None
    scale = _SCALES.get((match["scale"] or "").lower(), 1)
    low = _value(plain) * scale
    high = max(low, _value(match["high"].lower()) * scale) if match["high"] else low
    less, more = _QUALIFIERS.get((match["less_more"] or "").lower(), (0, 0))
    counts = {"$"} if match["money"] else {"%"} if match["share"] else set()
    if not counts:
        after = stems(text[match.end() : match.end() + _REACH])[:_UNITS]
        counts = {"$"} if "dollar" in after else set(filter(weight, after))
    return Figure(low * (1 - less), high * (1 + more), frozenset(counts))


def _value(number: str) -> float:
    if number[0].isdigit():
        return float(number.replace(",", ""))
    return float(sum(_WORDS.get(word, 0) for word in re.split(r"[- ]", number)))
