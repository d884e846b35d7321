"""Text -> spans that are names of places by the gazetteer alone, and which countries it names."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np

from sayso.english.calendar import date_names
from sayso.english.function_words import joints_inside
from sayso.english.names import POSSESSIVE
from sayso.english.sentences import opens
from sayso.english.tables import listed
from sayso.english.titles import is_title
from sayso.records import Span
from sayso.resolve.places.countries import LED_ONLY, Countries
from sayso.resolve.places.gazetteer import ADMIN1, ADMIN2, CITY, Gazetteer, fold

# Inhabitants from which a bare name is taken for the city: anywhere; in a country that the text
# names; there, and after a word such as "near". Chosen on the fitting halves of LGL and GeoVirus.
BIG_CITY, TOWN, VILLAGE = 150_000, 20_000, 500
LONGEST = 5  # words in a name
_SHORT = 3  # letters of a name that is too short for a town's


# With one of these a name of the second level counts too: "Rapides Parish".
_LEVELS = tuple(f" {word}" for word in listed("places.toml", "titled"))
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_CAPITAL = re.compile(r"(?:[^\W\d_]\.){2,}|[A-ZÀ-Þ][^\W\d_]*")
_ARTICLES, _HYPHENS = listed("places.toml", "articles"), frozenset("-'’‑")
_JOINING = joints_inside("places")
LEADS_IN = (":", "—", "–")  # behind these a word has its capital from its place, too
_PREPOSITIONS = listed("places.toml", "prepositions")
# Names of places that are mostly something else in the news, unless a preposition comes before.
_COMMON = listed("places.toml", "common")


@dataclass(frozen=True, slots=True)
class Run:
    """A capitalised word, and where names that begin there may end, longest first, as read."""

    start: int
    ends: tuple[int, ...]
    readings: tuple[str, ...]


def _capitalised(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text that begin with a capital, with the small ones that join them."""
    return [
        (m.start(), m.end(), m[0])
        for m in _WORD.finditer(text)
        if _is_capital(m[0]) or m[0].lower() in _JOINING
    ]


def _is_capital(word: str) -> bool:
    """Tell whether a word is written as a name is: "Balah", "al-Balah"."""
    if word[0].isupper():
        return True
    return word[3:4].isupper() and word[2:3] in _HYPHENS and word[:2].lower() in _ARTICLES


@lru_cache(maxsize=2)  # a text is asked about several times on end
def countries_named(text: str, countries: Countries) -> Mapping[str, int]:
    """Return how often a text names each country, or its people, by code."""
    named: Counter[str] = Counter()
    done = 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        if start < done or fold(match[0]) not in countries.first_words:
            continue
        ends = [m.end() for m in islice(_WORD.finditer(text, start), LONGEST)]
        for end in reversed(ends):
            folded = fold(POSSESSIVE.sub("", text[start:end]))
            if code := countries.names.get(folded) or countries.demonyms.get(folded):
                named[code] += 1
                done = end
                break
    return named


def needs_more(text: str, start: int, name: str) -> bool:
    """Tell whether a name stands bare that is a place's only behind a word such as "to the".

    Those who moved "to the States" went to America, "all States" and "the States agreed" are many.
    """
    if fold(name) not in LED_ONLY:
        return False
    before = text[max(0, start - 30) : start].lower().split()
    if name.lower().startswith("the "):
        before.append("the")
    return not (before[-1:] == ["the"] and before[-2:-1] and before[-2] in _PREPOSITIONS - {"of"})


def toponyms(
    text: str, gazetteer: Gazetteer, countries: Countries, around: Collection[str] = ()
) -> list[Span]:
    """Return names of countries, regions, big cities and towns of countries that the text names.

    `around` are codes of countries that it names in other ways. In text order. Only exact,
    capitalised names count, the longest first; a name that stands in a person's is left out. Many
    small places are not found: that takes a tagger.
    """
    sure, others = _known_in(text, gazetteer, countries)
    here = {*countries_named(text, countries), *around}
    near = {name: _people_in(gazetteer, name, here) for name in others}
    spans: list[Span] = []
    for run in runs(text):
        if spans and run.start < spans[-1].end:
            continue
        for end, reading in zip(run.ends, run.readings, strict=True):
            folded = fold(reading)
            people = near.get(folded, 0)
            if needs_more(text, run.start, reading):
                continue
            counts = folded in sure or people >= TOWN
            counts = counts or (people >= VILLAGE and _led(text, run.start))
            if counts and _stands_alone(text, run.start, end, reading):
                spans.append(Span(run.start, end))
                break
    return spans


@lru_cache(maxsize=2)  # a text is asked about several times on end
def _known_in(
    text: str, gazetteer: Gazetteer, countries: Countries
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded names in a text that are surely those of places, and of places too."""
    names = sorted({fold(reading) for run in runs(text) for reading in run.readings})
    if not names:
        return frozenset(), frozenset()
    known = {n for n, each in zip(names, gazetteer.known(names), strict=True) if each}
    sure = {n for n in known if n in countries.names or _weighty(gazetteer, n)}
    return frozenset(sure), frozenset(known - sure)


@lru_cache(maxsize=2)  # a text is asked about several times on end
def runs(text: str) -> tuple[Run, ...]:
    """Return for each capitalised word where names that begin there may end."""
    words, every = _capitalised(text), []
    for n, (start, _, word) in enumerate(words):
        if not word[0].isupper() or word == "The" or text[start - 1 : start] == "-":
            continue
        ends: list[int] = []
        for last in range(n, min(n + LONGEST, len(words))):
            if last > n and text[words[last - 1][1] : words[last][0]] not in {" ", "-"}:
                break
            if _is_capital(words[last][2]):
                ends.append(_end(text, words[last][1]))
        ends.reverse()
        every.append(Run(start, tuple(ends), tuple(text[start:end] for end in ends)))
    return tuple(every)


def _end(text: str, end: int) -> int:
    """Return where a name ends without a closing possessive or the full stop of a sentence."""
    if own := POSSESSIVE.search(text, end - 2, end):
        return own.start()
    dots = text.rfind(" ", 0, end)
    lone = text[end - 1] == "." and text.count(".", dots + 1, end) == 1
    return end - 1 if lone and (end - dots > 5 or text[dots + 1 : end - 1].isupper()) else end


@lru_cache(maxsize=1 << 15)  # the same names come back in every article
def _weighty(gazetteer: Gazetteer, folded: str) -> bool:
    """Tell whether a name is that of a country, region, capital or big city."""
    rows, by_name = gazetteer.find(folded)
    kind, people = gazetteer.kind[rows], gazetteer.population[rows]
    if folded.endswith(_LEVELS):
        return len(rows) > 0
    wide = ~np.isin(kind, (CITY, ADMIN2)) & ((by_name == 0) | (kind != ADMIN1) | (people > 0))
    big = (kind == CITY) & (people >= BIG_CITY) & ((by_name == 0) | (people >= 4 * BIG_CITY))
    return bool((wide | big).any()) and len(folded) > 2


def _people_in(gazetteer: Gazetteer, folded: str, codes: Collection[str]) -> int:
    """Return the inhabitants of the largest town of that own name in some countries."""
    towns = _towns_called(gazetteer, folded)
    return max((people for code, people in towns if code in codes), default=0)


@lru_cache(maxsize=1 << 15)
def _towns_called(gazetteer: Gazetteer, folded: str) -> tuple[tuple[str, int], ...]:
    """Return the countries of the towns of that own name, each with its inhabitants."""
    if len(folded) <= _SHORT:
        return ()
    rows, by_name = gazetteer.find(folded)
    towns = rows[(gazetteer.kind[rows] == CITY) & ((by_name == 0) | (" " in folded))]
    people = gazetteer.population[towns].tolist()
    codes = (gazetteer.codes[country] for country in gazetteer.country[towns].tolist())
    return tuple(zip(codes, people, strict=True))


def _led(text: str, start: int) -> bool:
    """Tell whether a word for where something is stands before a name."""
    before = text[max(0, start - 30) : start].split()
    return bool(before) and before[-1].lower() in _PREPOSITIONS


def _stands_alone(text: str, start: int, end: int, name: str) -> bool:
    """Tell whether a name is not part of a person's, an organisation's or a longer one."""
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    previous = before.split()[-1] if before.strip() else ""
    followed = re.match(r" (\w[\w'’-]*)", after)
    goes_on = bool(
        followed and followed[1][0].isupper() and followed[1].lower() not in date_names()
    )
    led = _led(text, start)
    common = name.lower() in _COMMON
    if is_title(previous) or after.startswith("$") or name.lower() in date_names():
        return False
    if common and (goes_on or not led):
        return False
    glued = (
        before.endswith(" ") and previous[:1].isupper() and not opens(text, start, after=LEADS_IN)
    )
    if glued and previous.lower() not in _PREPOSITIONS:
        return previous.endswith(",") or fold(previous) in {"northern", "southern", "the"}
    if goes_on and not (led or after.startswith((", ", "'s ", "’s "))):
        return name.isupper() or " " in name
    return not name.isupper() or len(name) <= 4 or " " in name
