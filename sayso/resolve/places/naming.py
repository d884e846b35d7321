"""Mentions of an article -> the same, with names of places whole and told from those of people.

"Khan" and "Younis" side by side are one town, "Al" is half of "Al-Qa'im"; and a town that the
encoder takes for somebody is a town where the words around its mentions say so.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from sayso.english.given_names import sexes
from sayso.english.names import unowned
from sayso.english.sentences import ends, opens
from sayso.english.tables import listed, rows
from sayso.records import Mention, Span
from sayso.resolve.places.candidates import VANISHED
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.gazetteer import ADMIN1, CITY, Gazetteer, fold
from sayso.resolve.places.surroundings import (
    has_had,
    is_body,
    is_taken,
    speaking,
    speaks_against,
    speaks_for,
)
from sayso.resolve.places.toponyms import (
    BIG_CITY,
    LEADS_IN,
    VILLAGE,
    countries_named,
    runs,
    toponyms,
)

# Inhabitants from which a city needs no country named beside it, where it is said to say something
# in that country, and there without any.
HUGE_CITY, METROPOLIS = 400_000, 1_000_000
ALIKE = 0.7  # of the letters of two spellings of one name
ALONE = 0.9  # of the people in all towns of a name live in one country: a name of that country's
_FEWEST = 2  # such names by which a country is told that nothing else tells
_SHORTEST, _SMALLEST = 4, 10_000  # letters of such a name, inhabitants of the town
_SCORE = 0.7  # of a name that is put right here
# Where towns bear the names that people bear: there a town is not told by its size.
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
_NAMES = frozenset({"place", "person", "organisation"})
_OPENERS = listed("places.toml", "openers")
_ARTICLES = listed("places.toml", "articles")
_COMMON = listed("places.toml", "common")
_LANDS, _LANDS_OF = listed("places.toml", "lands"), listed("places.toml", "lands_of")
_SETTLED, _PARENTS = listed("places.toml", "settled"), listed("places.toml", "parents")
_STOP = re.compile(r"[ -][^\W\d_]+\.$")  # behind a name of several words: of the sentence
_WHOLE_WORD = re.compile(r"[^\W\d_]{3,}\.\Z")  # before a full stop that is no initial's
_AND = re.compile(r",? and |, ")
_LIST = re.compile(r",(?: and)? | and | or ")


@dataclass(slots=True)
class _Called:
    """All mentions of one word that may be a town, and what speaks for and against that."""

    spans: list[Span] = field(default_factory=list)
    placed: bool = False
    spoke: bool = False


def with_places(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, countries: Countries
) -> list[Mention]:
    """Return the mentions of an article with the names of places among them put right."""
    parted = [part for m in mentions for part in _parted(text, m)]
    whole = _whole(text, parted, gazetteer, countries)
    towns = _towns(text, whole, gazetteer, countries)
    towns |= {m.span for m in whole if m.type == "person" and _is_land(text, m)}
    cities = {
        m.span for m in whole if m.type == "place" and _is_city(text, m, gazetteer, countries)
    }
    towns |= _unlisted(text, whole, towns | cities)
    return [replace(m, type="place", score=_SCORE) if m.span in towns else m for m in whole]


def _parted(text: str, mention: Mention) -> Iterator[Mention]:
    """Yield the names in what the encoder takes for one person's: "Karsk and Almis".

    A name does not go on behind the end of a sentence: "Karsk. Almis".
    """
    if mention.form != "name":
        yield mention
        return
    start, end = mention.span
    joints = [m for m in ends(text, start, end) if _WHOLE_WORD.search(text, start, m.end)]
    joints += [Span(*m.span()) for m in _AND.finditer(text, start, end) if mention.type == "person"]
    edges = [start, *(edge for joint in sorted(joints) for edge in joint), end]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        first += len(text[first:last]) - len(text[first:last].lstrip())
        if first < last:
            yield replace(mention, span=Span(first, last))


def _is_land(text: str, name: Mention) -> bool:
    """Tell whether somebody is called as places alone are: "Wadi Sabit", "Tal al-Karsk"."""
    first, *rest = fold(name.span.of(text)).split(" ")
    if name.form != "name" or not rest or speaks_against(text, name.span):
        return False
    return first in _LANDS or (first in _LANDS_OF and rest[0] in _ARTICLES)


def _is_city(text: str, name: Mention, gazetteer: Gazetteer, countries: Countries) -> bool:
    """Tell whether a name is that of a town, and of none that stands for who rules there."""
    words = fold(unowned(name.span.of(text)))
    return words not in countries.rulers and _size(gazetteer, words) > 0


def homes(names: Iterable[str], gazetteer: Gazetteer) -> Counter[str]:
    """Return how many names of places lie in each country, going by the largest of each name."""
    codes: Counter[str] = Counter()
    for name in names:
        rows, _ = gazetteer.find(fold(name))
        if len(rows):
            largest = rows[int(gazetteer.population[rows].argmax())]
            codes[gazetteer.codes[int(gazetteer.country[largest])]] += 1
    return codes


def _whole(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, countries: Countries
) -> list[Mention]:
    """Return the mentions with parts of a longer name that is a place's made one."""
    names = sorted(
        (m for m in mentions if m.form == "name" and m.type in _NAMES), key=lambda m: m.span
    )
    gone: set[Span] = set()
    new: list[Mention] = []
    for span in _longer(text, gazetteer, countries):
        touched = _touching(names, span)
        within = [replace(m, span=_without_article(text, m.span)) for m in touched]
        if (new and span.start < new[-1].span.end) or not (type_ := _type_of(span, within)):
            continue
        body = [m for m in names if m.type == "organisation" and m.span.start == span.end + 1]
        if type_ != "place" and body:  # "Brigade" behind "Khan Younis"
            touched, type_ = [*touched, body[0]], "organisation"
            span = Span(span.start, body[0].span.end)
        gone.update(m.span for m in touched)
        new.append(Mention(span, type_, "name", max(m.score for m in touched)))
    kept = [m for m in mentions if m.form != "name" or m.type not in _NAMES or m.span not in gone]
    return sorted([*kept, *new], key=lambda m: (m.span.start, -m.span.end))


def _longer(text: str, gazetteer: Gazetteer, countries: Countries) -> list[Span]:
    """Return names of more than one part that the gazetteer knows, the longest at each word."""
    candidates: list[tuple[Span, str]] = []
    for run in runs(text):
        first, start = run.readings[-1], run.start
        if len(first) == 1 or (first.lower() in _OPENERS and opens(text, start, after=LEADS_IN)):
            continue
        candidates += [
            (Span(start, end - bool(_STOP.search(reading))), fold(reading))
            for end, reading in zip(run.ends, run.readings, strict=True)
            if re.search(r"[ '’‘-]", unowned(reading))
        ]
    if not candidates:
        return []
    known = gazetteer.known([name for _, name in candidates])
    return [
        span
        for (span, name), listed_ in zip(candidates, known, strict=True)
        if listed_ or name in countries.names or name in VANISHED
    ]


def _touching(names: Sequence[Mention], span: Span) -> list[Mention]:
    first = bisect_left(names, span.start - 200, key=lambda m: m.span.start)
    near = []
    for mention in names[first:]:
        if mention.span.start >= span.end:
            break
        if mention.span.end > span.start:
            near.append(mention)
    return near


def _without_article(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + 4, span.end) if words.lower().startswith("the ") else span


def _type_of(span: Span, touched: Sequence[Mention]) -> str:
    """Return what a name that may be a place's is here, by the mentions in it; empty for no name.

    A name that the encoder broke into pieces is one, whosever it is.
    """
    beyond = not all(span.holds(m.span) for m in touched)
    if not touched or beyond:
        return ""
    types = {m.type for m in touched}
    taken = {m.type for m in touched if m.span == span}
    if "place" in taken or (not taken and "place" in types):
        return "place"
    if taken:
        return ""
    return "person" if "person" in types else "organisation"


def _towns(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, countries: Countries
) -> set[Span]:
    """Return the names of somebody, by the encoder, that are those of towns."""
    called, people = _called(text, mentions, gazetteer)
    if not called:
        return set()
    places = [m.span for m in mentions if m.form == "name" and m.type == "place"]
    places += toponyms(text, gazetteer, countries, homes((p.of(text) for p in places), gazetteer))
    names = homes((p.of(text) for p in places), gazetteer)
    homely = Counter(code for words in called if (code := _home(gazetteer, words)))
    alone = {code for code, times in homely.items() if times >= _FEWEST}
    near = {*countries_named(text, countries), *names, *alone} - _ENGLISH
    for each in called.values():
        each.placed = any(speaks_for(text, span) or is_taken(text, span) for span in each.spans)
    listed_ = _beside_places(text, places, called)
    towns: set[Span] = set()
    for words, each in called.items():
        against = words in people or any(speaks_against(text, span) for span in each.spans)
        each.spoke = any(speaking(text, span) for span in each.spans)
        known = _well_known(gazetteer, words, near, spoke=each.spoke)
        known |= _is_region(gazetteer, words) and not each.spoke
        home = _home(gazetteer, words)
        several = " " in words and not each.spoke and _size(gazetteer, words, near) > 0
        lone = known or words in listed_ or several or (home != "" and home in near)
        usual = words in _COMMON or (_has_given_name(words) and not (several and _settles(words)))
        if not against and (each.placed or (lone and not usual)):
            towns.update(each.spans)
    return towns


def _has_given_name(words: str) -> bool:
    return any(word in sexes() for word in words.split() if word not in _ARTICLES)


def _is_called_as_people(words: str) -> bool:
    return _has_given_name(words) and not _settles(words)


def _settles(words: str) -> bool:
    """Tell whether a name opens as those of places do: "Bani Walid", "Umm Qasr".

    "Umm Salim" is the mother of Salim.
    """
    first, *rest = words.split() or [""]
    return first in _SETTLED and not (first in _PARENTS and rest and rest[0] in sexes())


def _called(
    text: str, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> tuple[dict[str, _Called], set[str]]:
    """Return who is called as a town is, and the words of all other names of several words."""
    called: dict[str, _Called] = {}
    people: set[str] = set()
    for mention in mentions:
        if mention.form != "name" or mention.type not in {"person", "organisation"}:
            continue
        name = unowned(mention.span.of(text))
        words = fold(name)
        somebody = mention.type == "person" and not name.isupper()
        body = mention.type == "organisation" and not is_body(text, mention.span)
        town = somebody or has_had(text, mention.span) or (body and _home(gazetteer, words))
        if town and (_size(gazetteer, words) or _is_region(gazetteer, words)):
            called.setdefault(words, _Called()).spans.append(mention.span)
        elif somebody or " " in words or not _home(gazetteer, words):
            people.update(words.split())
    return called, people


def _home(gazetteer: Gazetteer, words: str) -> str:
    """Return the country in which alone a town bears a name, nothing where others do as well."""
    if len(words) < _SHORTEST or " " in words:
        return ""
    rows = [each.tolist() for each in gazetteer.find(words)]
    people: Counter[str] = Counter()
    for row, other in sorted(zip(*rows, strict=True), key=lambda each: each[1]):
        if other and people:
            break  # a name of its own goes before the other names of places
        if not other or _spelt_alike(words, fold(gazetteer.name(row))):
            people[gazetteer.codes[int(gazetteer.country[row])]] += int(gazetteer.population[row])
    code, most = max(people.items(), key=lambda each: each[1], default=("", 0))
    alone = most >= ALONE * people.total() and code not in _ENGLISH
    return code if alone and _size(gazetteer, words, [code]) >= _SMALLEST else ""


def _size(gazetteer: Gazetteer, words: str, codes: Iterable[str] | None = None) -> int:
    """Return the inhabitants of the largest town of a name, in some countries or anywhere."""
    head, _, rest = words.partition(" ")
    spellings = [words, rest, f"al {rest}"] if head in _ARTICLES and rest else [words]
    within = set(gazetteer.codes if codes is None else codes)
    listed_ = [
        each_row
        for spelling in spellings
        for each_row in zip(*(each.tolist() for each in gazetteer.find(spelling)), strict=True)
    ]
    people = [
        int(gazetteer.population[row]) or VILLAGE
        for row, other in listed_ or ((row, 1) for row in gazetteer.spelt_otherwise(words).tolist())
        if gazetteer.kind[row] == CITY
        and gazetteer.codes[int(gazetteer.country[row])] in within
        and (not other or _spelt_alike(words, fold(gazetteer.name(row))))
    ]
    most = max(people, default=0)
    return most if most >= VILLAGE else 0


def _is_region(gazetteer: Gazetteer, words: str) -> bool:
    """Tell whether a first-level region bears a name, and hardly anybody does."""
    rows_, by_name = gazetteer.find(words)
    own = gazetteer.is_kind(rows_, (ADMIN1,)) & (by_name == 0)
    return len(words) >= _SHORTEST and bool(own.any()) and words not in _surnames()


def _spelt_alike(one: str, other: str) -> bool:
    """Tell another spelling ("kostiantynivka") from a short form ("chen" of Chenzhou)."""
    pairs = ((one.split(" ")[-1], other.split(" ")[-1]), (_joined(one), _joined(other)))
    return any(
        a[:1] == b[:1] and SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE
        for a, b in pairs
    )


def _joined(words: str) -> str:
    return words.replace(" ", "")


def _well_known(gazetteer: Gazetteer, words: str, near: Iterable[str], *, spoke: bool) -> bool:
    """Tell whether a town is so large that its name needs no more; larger where "it" says so."""
    here, anywhere = (HUGE_CITY, METROPOLIS) if spoke else (BIG_CITY, HUGE_CITY)
    return _size(gazetteer, words, near) >= here or _size(gazetteer, words) >= anywhere


def _beside_places(text: str, places: Sequence[Span], called: Mapping[str, _Called]) -> set[str]:
    """Return the words that stand in a row with places: "Karsk, Almis and Velm"."""
    words_at = {span: words for words, each in called.items() for span in each.spans}
    row = sorted({*places, *words_at})
    pairs = [(a, b) for a, b in pairwise(row) if _LIST.fullmatch(text[a.end : b.start])]
    beside = {words for words, each in called.items() if each.placed}
    for one, other in [*pairs, *((b, a) for a, b in reversed(pairs))]:
        if words_at.get(one, "") in beside | {""} and other in words_at:
            beside.add(words_at[other])
    return beside


def _unlisted(text: str, mentions: Sequence[Mention], towns: set[Span]) -> set[Span]:
    """Return the names of somebody, by the encoder, that are a town's though none is listed so.

    Something is done to them that is done to towns, or they stand in a row with one: "Karsk and
    Almis were shelled". `towns` are those that are listed.
    """
    names = sorted((m for m in mentions if m.form == "name"), key=lambda m: m.span)
    full = {fold(m.span.of(text)) for m in names if m.type == "person"}
    held = Counter(word for name in full if " " in name for word in {*name.split()})
    free = [m for m in names if not speaks_against(text, m.span) and _may_be_town(text, m, held)]
    new = towns | {m.span for m in free if is_taken(text, m.span)}
    listed_ = {m.span for m in free if not _is_called_as_people(fold(m.span.of(text)))}
    row = [*pairwise(m.span for m in names)]
    for beside, name in [*row, *((b, a) for a, b in reversed(row))]:
        first, last = (beside, name) if beside < name else (name, beside)
        if name in listed_ and beside in new and _LIST.fullmatch(text[first.end : last.start]):
            new.add(name)
    return new - towns


def _may_be_town(text: str, name: Mention, held: Mapping[str, int]) -> bool:
    """Tell whether nothing in a name of somebody speaks against its being a town's.

    `held` tells how many full names of persons in the article hold a word, this one included.
    """
    own = fold(name.span.of(text))
    words = [word for word in fold(unowned(name.span.of(text))).split() if word not in _ARTICLES]
    body = name.type == "organisation" and _settles(own)
    if name.type != "person" and not body:
        return False
    itself = int(name.type == "person" and " " in own)
    return not any(held.get(word, 0) > itself or word in _surnames() for word in words)


@cache
def _surnames() -> frozenset[str]:
    """Return surnames that many people, or somebody who leads or led a country, bear."""
    leaders = (fold(row["name"]).split()[-1] for row in rows("leaders.csv"))
    return frozenset(row["name"] for row in rows("english/surnames.csv")) | frozenset(leaders)
