"""Words -> the numbers that they write out: "1,200", "twenty-three", "2.5 million", "dozens"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.english.numbers import number_words, zeros
from sayso.english.tables import either
from sayso.records import Span

# Figures with their separators ("1,200", "2.5"; the "bn" of "2.5bn" is a word of its own), words
# with what is joined to them ("F-16", "10:30", "20-year-old": no numbers), and single signs.
TOKEN = re.compile(
    r"(?<![\w.])(?<![A-Za-z]-)\d+(?:,\d{3})*(?:\.\d+)?"
    r"(?!(?!(?:bn|mn|m|k|km|kg)\b)\w|:\d|-[A-Za-z]|[.,/]\d)"
    r"|(?<=\d)(?:bn|mn|m|k|km|kg)\b"
    r"|\w+(?:['’:./-]\w+)*|[^\w\s]"
)
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LEAST = {  # what a round word says at least
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
}
_MOST = 1e15  # of what is counted; whatever is larger is a code, or a figure of speech
_SHORT = {"bn": 1_000_000_000, "mn": 1_000_000, "k": 1_000}  # behind figures
_COUPLE, _FEW, _SEVERAL, _DOZEN, _HALF = "couple", "few", "several", "dozen", "half"
_VAGUE = {_FEW: 3, _SEVERAL: 3}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, figure or sign, in small letters, and where it stands."""

    word: str
    span: Span
    capital: bool


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that tokens `[first, last)` write; a bound is None where there is none."""

    first: int
    last: int
    low: float
    high: float | None


def tokens(text: str, span: Span) -> list[Token]:
    """Return the tokens of a stretch of text; a number in words ("twenty-three") is several."""
    cut = []
    for m in TOKEN.finditer(text, span.start, span.end):
        parts = m.group().lower().split("-")
        at = m.start()
        if len(parts) == 1 or not all(part in _small() for part in parts):
            parts = [m.group().lower()]
        for part in parts:
            cut.append(Token(part, Span(at, at + len(part)), m.group()[0].isupper()))
            at += len(part) + 1
    return cut


def numerals(given: Sequence[Token]) -> Iterator[Numeral]:
    """Yield the numbers among tokens in order; of a range ("20 to 30") both ends are one."""
    at = 0
    before: Numeral | None = None
    while at < len(given) or before:
        each = _numeral(given, at) if at < len(given) else None
        if each and before and _is_range(given, before, each):
            before = Numeral(before.first, each.last, before.low, each.high)
        elif each:
            if before:
                yield before
            before = each
        elif before and (at >= len(given) or at > before.last + 1):
            yield before
            before = None
        at = each.last if each else at + 1


def _is_range(given: Sequence[Token], one: Numeral, other: Numeral) -> bool:
    """Tell whether two numbers are the ends of one: "20 to 30", "20-30", "between 20 and 30"."""
    if other.first != one.last + 1 or one.high != one.low or other.low < one.low:
        return False
    joint = given[one.last].word
    if joint == "and":
        return one.first > 0 and given[one.first - 1].word == "between"
    if joint == "to":  # "rose from 20 to 30" tells two numbers
        return one.first == 0 or given[one.first - 1].word != "from"
    return joint in {"-", "–", "—", "or"}


def _numeral(given: Sequence[Token], at: int) -> Numeral | None:
    """Return the number that begins at a token, if one does."""
    word = given[at].word
    if word in _LEAST:
        return _round(given, at)
    if word in {"a", _HALF, _SEVERAL, _FEW}:
        return _vague(given, at)
    value, last = _counted(given, at)
    if value is None or not value <= _MOST:  # nor is it infinite, or none at all
        return None
    return Numeral(at, last, value, value)


def _round(given: Sequence[Token], at: int) -> Numeral | None:
    """Read "dozens", "hundreds of thousands", "tens of thousands"."""
    low = float(_LEAST[given[at].word])
    last = at + 1
    if last + 1 < len(given) and given[last].word == "of" and given[last + 1].word in _LEAST:
        low = low / 2 * _LEAST[given[last + 1].word]
        last += 2
    return Numeral(at, last, low, None) if given[at].word != "tens" or last > at + 1 else None


def _vague(given: Sequence[Token], at: int) -> Numeral | None:
    """Read "a dozen", "half a million", "a few hundred", "several thousand", "a couple of"."""
    words = [token.word for token in given[at : at + 4]]
    skip = 1 if words[0] == "a" else 0
    rest = words[skip:]
    first = rest[0] if rest else ""
    if first == _COUPLE:
        return Numeral(at, at + skip + (2 if rest[1:2] == ["of"] else 1), 2, 2)
    if first in _VAGUE:
        scale = _scale(rest[1]) if len(rest) > 1 else None
        return Numeral(at, at + skip + (2 if scale else 1), _VAGUE[first] * (scale or 1), None)
    if first == _HALF and rest[1:2] == ["a"] and len(rest) > 2 and (scale := _scale(rest[2])):
        return Numeral(at, at + skip + 3, scale / 2, scale / 2)
    if skip and (scale := _scale(first)):
        return Numeral(at, at + 2, scale, scale)
    return None


def _counted(given: Sequence[Token], at: int) -> tuple[float | None, int]:
    """Read a figure or the words of a number, with what multiplies it; and where it ends."""
    total, current, last = 0.0, _value(given[at].word), at + 1
    if current is None:
        return None, at
    in_words = not given[at].word[0].isdigit()
    while last < len(given):
        word = given[last].word
        scale, own = _scale(word), _value(word)
        if scale and scale >= 1000:
            total, current = total + current * scale, 0.0
        elif scale:
            current *= scale
        elif in_words and own is not None and not word[0].isdigit() and _fits(current, own):
            current += own
        elif in_words and word == "and" and _goes_on(given, last, current):
            pass
        else:
            break
        last += 1
    return total + current, last


def _goes_on(given: Sequence[Token], at: int, current: float) -> bool:
    """Tell whether a number goes on behind "and": "two hundred and five"."""
    own = _value(given[at + 1].word) if at + 1 < len(given) else None
    if own is None or given[at + 1].word[0].isdigit():
        return False
    return _fits(current, own) and (current >= 100 or current == 0)


def _fits(current: float, more: float) -> bool:
    """Tell whether so much may follow in one number: "twenty" "three", "two hundred" "five"."""
    if current == 0 or current % 100 == 0:
        return more < 100
    return current % 10 == 0 and current % 100 >= 20 and more < 10


@cache
def _small() -> dict[str, int]:
    return dict(number_words("cardinal", "tens"))


def _value(word: str) -> float | None:
    if _FIGURE.fullmatch(word):
        return float(word.replace(",", ""))
    return _small().get(word)


def _scale(word: str) -> float | None:
    return _scales().get(word)


@cache
def _scales() -> dict[str, int]:
    return {**number_words("scale"), **_SHORT, _DOZEN: 12}


@cache
def number_pattern() -> str:
    """Return a pattern that every number begins with, so that sentences without one are skipped."""
    words = {*_small(), *_scales(), *_LEAST, _HALF, _COUPLE, _FEW, _SEVERAL, *zeros()}
    return rf"\d|\b{either(words)}\b"
