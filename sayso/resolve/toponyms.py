"""Text -> spans that are names of places by the gazetteer alone, and which countries it names."""

import re
from collections import Counter

import numpy as np

from sayso.records import Span
from sayso.resolve.countries import Countries
from sayso.resolve.gazetteer import ADMIN1, ADMIN2, CITY, Gazetteer, fold

BIG_CITY = 150_000  # inhabitants from which a bare name is taken for the city
LONGEST = 5  # words in a name


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_JOINING = frozenset({"of", "and", "the", "de", "la", "el", "al", "on", "upon", "du", "del", "ez"})
_SENTENCE_END = frozenset('.!?:"“\n')
_TITLES = _set(
    "mr mrs ms dr gen sen rep gov lt col sgt capt maj prof president minister secretary senator"
    " judge officer detective sheriff chief king queen prince princess pope sir lady lord rev"
    " coach justice spokesman spokeswoman ambassador general colonel"
)
_PREPOSITIONS = _set(
    "in at near from to into outside around across through toward towards of over between"
)
# Names of places that are mostly something else in the news, unless a preposition comes before.
_COMMON = _set(
    "march may sunday monday friday reading nice mobile police bath most same split union male of"
    " university victoria jordan chad lincoln jackson madison hamilton florence charlotte houston"
    " austin dallas douglas paris clinton bush carter ford obama trump biden media hall center"
    " central north south east west northern southern eastern western district county city state"
    " church street road avenue park hospital school college court times post press news sun"
    " san santa los las saint fort port mount new old big best young christian santiago"
    " diego"
)


def capitalised(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text that begin with a capital, with the small ones that join them."""
    return [
        (m.start(), m.end(), m[0])
        for m in _WORD.finditer(text)
        if m[0][0].isupper() or m[0].lower() in _JOINING
    ]


def countries_named(text: str, countries: Countries) -> Counter[str]:
    """Return how often a text names each country, or its people, by code."""
    named: Counter[str] = Counter()
    words = capitalised(text)
    for n, (start, end, word) in enumerate(words):
        if not word[0].isupper():
            continue
        for last in range(min(n + 3, len(words) - 1), n - 1, -1):
            if words[last][1] - start > 40 or "\n" in text[end : words[last][0]]:
                continue
            folded = fold(text[start : words[last][1]].removesuffix("'s").removesuffix("’s"))
            code = countries.names.get(folded) or countries.demonyms.get(folded)
            if code:
                named[code] += 1
                break
    return named


def toponyms(text: str, gazetteer: Gazetteer, countries: Countries) -> list[Span]:
    """Return names of countries, capitals, first-level regions and big cities, in text order.

    Only exact, capitalised names count, the longest first; a name that stands in a person's is
    left out. Small places are never found: that takes a tagger.
    """
    words = capitalised(text)
    runs = _runs(text, words)
    names = sorted({fold(r) for run in runs for r in run[2]})
    if not names:
        return []
    sure = {n for n, known in zip(names, gazetteer.known(names), strict=True) if known}
    sure = {n for n in sure if _weighty(gazetteer, n)} | (sure & countries.names.keys())
    found: list[Span] = []
    for start, ends, readings in runs:
        if found and start < found[-1].end:
            continue
        for end, reading in zip(ends, readings, strict=True):
            if fold(reading) in sure and _stands_alone(text, start, end, reading):
                found.append(Span(start, end))
                break
    return found


def _runs(text: str, words: list[tuple[int, int, str]]) -> list[tuple[int, list[int], list[str]]]:
    """Return for each capitalised word where names that begin there may end, longest first."""
    runs = []
    for n, (start, _, word) in enumerate(words):
        if not word[0].isupper():
            continue
        ends: list[int] = []
        for last in range(n, min(n + LONGEST, len(words))):
            if last > n and text[words[last - 1][1] : words[last][0]] not in {" ", "-"}:
                break
            if words[last][2][0].isupper():
                ends.append(_end(text, words[last][1]))
        ends.reverse()
        runs.append((start, ends, [text[start:end] for end in ends]))
    return runs


def _end(text: str, end: int) -> int:
    """Return where a name ends without a closing possessive or the full stop of a sentence."""
    if text[end - 2 : end] in {"'s", "’s"}:
        return end - 2
    dots = text.rfind(" ", 0, end)
    if text[end - 1] == "." and text.count(".", dots + 1, end) == 1 and end - dots > 5:
        return end - 1
    return end


def _weighty(gazetteer: Gazetteer, folded: str) -> bool:
    """Tell whether a name is that of a country, region, capital or big city."""
    rows, by_name = gazetteer.find(folded)
    kind, people = gazetteer.kind[rows], gazetteer.population[rows]
    wide = ~np.isin(kind, (CITY, ADMIN2)) & ((by_name == 0) | (kind != ADMIN1) | (people > 0))
    big = (kind == CITY) & (people >= BIG_CITY) & ((by_name == 0) | (people >= 4 * BIG_CITY))
    return bool((wide | big).any()) and len(folded) > 2


def _stands_alone(text: str, start: int, end: int, name: str) -> bool:
    """Tell whether a name is not part of a person's, an organisation's or a longer one."""
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    previous = before.split()[-1] if before.strip() else ""
    followed = re.match(r" (\w[\w'’-]*)", after)
    place_like = previous.lower() in _PREPOSITIONS or after.startswith((", ", "'s ", "’s "))
    if previous.rstrip(".").lower() in _TITLES:
        return False
    if name.lower() in _COMMON and previous.lower() not in _PREPOSITIONS:
        return False
    if before.endswith(" ") and previous[:1].isupper() and previous[-1] not in _SENTENCE_END:
        return previous.endswith(",") or fold(previous) in {"northern", "southern", "the"}
    if followed and followed[1][0].isupper() and not place_like:
        return name.isupper() or " " in name or followed[1].lower() in {"province", "oblast"}
    return not name.isupper() or len(name) <= 4 or " " in name
