"""A text -> its tokens, and a string with one character for the class of each."""

import re
import tomllib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from sayso.english.calendar import months, short_months, short_weekdays, weekdays
from sayso.english.numbers import number_words, uncounted
from sayso.english.sentences import last_mark
from sayso.records import Spans

OTHER, BREAK = ".", "|"
_FORMS = (
    *("YEAR", "DAYNUM", "FIGURE", "ORDNUM", "CLOCK", "DECADE", "SHORTYEAR", "FRACTION"),
    *("ISODATE", "SLASHDATE", "QNUM", "HOLIDAY", "DOT", "COMMA", "DASH", "PLUS"),
    *("LPAR", "RPAR", "POSS"),
)
_MARKS = dict.fromkeys("-‐‑–—", "DASH") | dict(
    zip(".,+()", ("DOT", "COMMA", "PLUS", "LPAR", "RPAR"), strict=True)
)
# One token, by what it may be: "p.m." is AMPM, "Easter Monday" a HOLIDAY, "o'clock" a WORD, "Q3" a
# QNUM, "2031-03-14" an ISODATE, "14/3/2031" a SLASHDATE, "1/2" a FRACTION, "18:30" a CLOCK, "1990s"
# a DECADE, "'31" a SHORTYEAR, "3rd" an ORDNUM, "1,200" a NUMBER and "'s" a POSS. What begins like a
# number stands together, so that words, which are most, are told apart at once.
_LEXEME = r"""
(?P<AMPM>[ap]\.\s?m\b\.?|[ap]m\b)
|(?P<HOLIDAY>(?=[{initials}])(?<!\w)(?:{holidays})\b)
|(?P<WORD>o['’]clock\b|[^\W\d_]++(?![\d_]))
|(?P<QNUM>q[1-4]\b)
|(?=\d|['’`]\d)(?:
  (?P<ISODATE>(?<![\w.-])\d{{4}}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w-])
    |(?<![\w./])\d{{4}}(?:\.\d\d\.|/\d\d/)\d\d(?![\w/]|\.\d))
  |(?P<SLASHDATE>(?<![\w/])(?:\d\d?/\d\d?/(?:\d{{4}}|\d\d)|9/11)(?![\w/])
    |(?<![\w.])\d\d?\.\d\d?\.(?:19|20)\d\d(?!\w|\.\d))
  |(?P<FRACTION>(?<![\w/])\d/\d(?![\w/]))
  |(?P<CLOCK>(?<![\w.:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])
    |(?<![\w.:])(?:1[0-2]|\d)\.[0-5]\d(?=\s?[ap]\.?m\b))
  |(?P<DECADE>(?<!\w)(?:(?:1[5-9]|20)\d0|['’`]?[1-9]0)['’]?s\b)
  |(?P<SHORTYEAR>(?<!\w)['’`]\d\d(?!\w))
  |(?P<ORDNUM>(?<!\w)\d{{1,2}}(?:st|nd|rd|th)\b)
  |(?P<NUMBER>(?<!\w)\d+(?:[.,]\d+)*(?=[ap]m\b|(?!\w)))
  |(?P<ODD>\w+)
)
|(?P<POSS>['’]s\b|(?<=s)['’](?=\s))
|(?P<MARK>[^\w\s])
|(?P<BREAK>\n[^\S\n]*\n\s*)
|(?P<REST>\w+)
"""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The data file as read: classes of words, macros, rules, holidays."""

    of: dict[str, str]
    codes: dict[str, str]
    capitals: frozenset[str]
    needs: frozenset[str]
    macros: dict[str, str]
    rules: tuple[dict[str, Any], ...]
    holidays: dict[str, str]
    tense: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    tables: dict[str, dict[str, str]]
    token: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where each begins and ends, and the characters of their classes.

    `stops` is where the marks stand that end a sentence.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    codes: str
    stops: frozenset[int]

    def word(self, i: int) -> str:
        """Return a token in lower case, or nothing where there is no such token."""
        if not 0 <= i < len(self.starts):
            return ""
        return self.text[self.starts[i] : self.ends[i]].lower()

    def shown(self, i: int) -> str:
        """Return a token as written, or nothing where there is no such token."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def words(self, start: int, end: int) -> list[str]:
        """Return a range of tokens in lower case."""
        bounds = zip(self.starts[start:end], self.ends[start:end], strict=True)
        return [self.text[at:stop].lower() for at, stop in bounds]


@cache
def lexicon() -> Lexicon:
    """Return the data file, checked: a word stands in one class alone."""
    raw = tomllib.loads(files("sayso").joinpath("data/times.toml").read_text("utf-8"))
    names = dict.fromkeys([*_FORMS, *raw["classes"], *_english()])
    codes = {name: chr(0xE000 + n) for n, name in enumerate(names)}
    of: dict[str, str] = {}
    for name, words in raw["classes"].items():
        for word in words.split():
            if of.setdefault(word, name) != name:
                raise ValueError(f"{word} stands in two classes, {of[word]} and {name}")
    for name, known in _english().items():
        for word in known:
            of.setdefault(word, name)
    lines = re.split(r"[|\n]", raw["names"]["holidays"])
    pairs = (line.split("=") for line in lines if "=" in line)
    holidays = {name.strip(): rule.strip() for name, rule in pairs}
    either = "|".join(re.escape(h).replace("'", "['’]").replace(r"\ ", r"\s") for h in holidays)
    return Lexicon(
        of=of,
        codes=codes,
        capitals=frozenset(raw["settings"]["capitals"].split()),
        needs=frozenset(codes[name] for name in raw["settings"]["needs"].split()),
        macros=raw["macros"],
        rules=tuple(raw["rules"]),
        holidays=holidays,
        tense=_sets(raw["tense"]),
        lists=_sets(raw["lists"]),
        tables=raw["tables"],
        token=re.compile(
            _LEXEME.format(holidays=either, initials="".join(sorted({h[0] for h in holidays}))),
            re.VERBOSE | re.IGNORECASE,
        ),
    )


def _english() -> dict[str, Iterable[str]]:
    """Return the classes whose words the language layer knows."""
    return {
        "MONTH": months(),
        "ABBR": short_months(),
        "WEEKDAY": weekdays(),
        "WEEKDAYS": [f"{day}s" for day in weekdays()],
        "DAYABBR": short_weekdays(),
        "NUM": number_words("cardinal"),
        "TENS": number_words("tens"),
        "HUNDRED": number_words("scale"),
        "HUNDREDS": uncounted(),
        "ORD": number_words("ordinal"),
    }


def _sets(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in lists.items()}


def tokens(text: str, sentences: Spans) -> Tokens:
    """Return the tokens of a text with such sentences; time and space grow with its length."""
    words = lexicon()
    starts, ends, codes = array("Q"), array("Q"), []
    for match in words.token.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        codes.append(_code(match.lastgroup or "", match.group()))
        led = text[max(match.start() - 4, 0) : match.start()].lower() == "the "
        if led and codes[-1] == words.codes["DAYABBR"]:
            codes[-1] = OTHER  # "told The Sun"
    stops = frozenset(last_mark(text, sentence) for sentence in sentences)
    return Tokens(text, starts, ends, "".join(codes), stops)


def runs(read: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the ranges of tokens that all have a class and hold a word that can tell a time."""
    needs = lexicon().needs
    for match in re.finditer(rf"[^{OTHER}{BREAK}]+", read.codes):
        if not needs.isdisjoint(match.group()):
            yield match.span()


@lru_cache(maxsize=1 << 14)  # the same words come back in every article
def _code(kind: str, shown: str) -> str:
    words = lexicon()
    if kind == "WORD":
        name = words.of.get(shown.lower().replace("’", "'"))
        if name is None or (name in words.capitals and not shown[0].isupper()):
            return OTHER
        return words.codes[name]
    if kind == "NUMBER":
        return words.codes[_number(shown)] if len(shown) <= 15 else OTHER
    if kind == "MARK":
        kind = _MARKS.get(shown, "")
    return BREAK if kind == "BREAK" else words.codes.get(kind, OTHER)


def _number(shown: str) -> str:
    if shown.isdecimal() and len(shown) <= 2 and 1 <= int(shown) <= 31:
        return "DAYNUM"
    if shown.isdecimal() and len(shown) == 4 and 1500 <= int(shown) < 2200:
        return "YEAR"
    return "FIGURE"
