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
from itertools import pairwise

from sayso.english.given_names import sexes
from sayso.english.names import unowned
from sayso.english.pronouns import plain_form, pronouns, sexes_of_pronouns
from sayso.english.sentences import opens
from sayso.english.tables import either, listed
from sayso.english.titles import is_title
from sayso.records import Mention, Span
from sayso.resolve.places.candidates import KIND_WORDS, VANISHED
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.gazetteer import CITY, Gazetteer, fold
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
_AROUND = 40  # characters beside a name that are looked at
_OPENERS = listed("places.toml", "openers")
_ARTICLES = listed("places.toml", "articles")
_COMMON = listed("places.toml", "common")
_LANDS, _LANDS_OF = listed("places.toml", "lands"), listed("places.toml", "lands_of")
_SETTLED = listed("places.toml", "settled")
_HAD = re.compile(rf"\b{either(listed('places.toml', 'having'))} of (?:the )?$", re.IGNORECASE)
_STOP = re.compile(r"[ -][^\W\d_]+\.$")  # behind a name of several words: of the sentence
_LYING = re.compile(
    rf"\b(?:{either(listed('places.toml', 'lying'))}|{either(listed('places.toml', 'having'))} of)"
    r" (?:the )?$",
    re.IGNORECASE,
)
_OWNING = re.compile(rf"['’]s? (?:\w+ )?{either(listed('places.toml', 'having'))}\b")
# Where a place lies or what it is, behind a comma: ", on the Danube", ", west of", ", a town".
_SET_OFF = re.compile(
    r", (?:on the [A-Z]|(?:north|south|east|west)(?:-?(?:east|west))? of |\d+ (?:km|kilomet|miles?)"
    rf"|(?:a|an|the) (?:[a-z-]+ ){{0,2}}(?:{either(KIND_WORDS)})\b)"
)
_FROM = re.compile(r"\b[Ff]rom [A-ZÀ-Þ][\w'’-]+ to $")
_OF_KIND = re.compile(rf"[ -](?:{either(KIND_WORDS)})\b")
_SPEAKING = re.compile(rf"(?: {either(listed('places.toml', 'adverbs'))})* "
                       rf"{either(listed('places.toml', 'verbs'))}\b")  # fmt: skip
_HIMSELF = {word for word in pronouns("reflexive") if plain_form(word) in sexes_of_pronouns()}
# What only somebody has or is: "'s wife", ", 34,", ", who", "himself".
_SOMEBODY = re.compile(
    rf"['’]s? {either(listed('places.toml', 'kin'))}\b|, \d\d\b"
    rf"|,? {either({'who', 'whose'} | _HIMSELF)}\b"
)
# What bodies have, and hardly a town: "'s commander", "-led", " fighters".
_BODY = re.compile(rf"['’]s? |-|(?: \w+)? {either(listed('places.toml', 'bodies'))}\b")
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
    return [replace(m, type="place", score=_SCORE) if m.span in towns else m for m in whole]


def _parted(text: str, mention: Mention) -> Iterator[Mention]:
    """Yield the names in what the encoder takes for one person's: "Karsk and Almis"."""
    joints = _AND.split(mention.span.of(text)) if mention.type == "person" else []
    if mention.form != "name" or len(joints) < 2:
        yield mention
        return
    at = mention.span.start
    for name in joints:
        at = text.index(name, at)
        yield replace(mention, span=Span(at, at + len(name)))
        at += len(name)


def _is_land(text: str, name: Mention) -> bool:
    """Tell whether somebody is called as places alone are: "Wadi Sabit", "Tal al-Karsk"."""
    first, *rest = fold(name.span.of(text)).split(" ")
    if name.form != "name" or not rest or _speaks_against(text, name.span):
        return False
    return first in _LANDS or (first in _LANDS_OF and rest[0] in _ARTICLES)


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
        each.placed = any(_speaks_for(text, span) for span in each.spans)
    listed_ = _beside_places(text, places, called)
    towns: set[Span] = set()
    for words, each in called.items():
        against = words in people or any(_speaks_against(text, span) for span in each.spans)
        each.spoke = any(_SPEAKING.match(text, span.end) for span in each.spans)
        known = _well_known(gazetteer, words, near, spoke=each.spoke)
        home = _home(gazetteer, words)
        several = " " in words and not each.spoke and _size(gazetteer, words, near) > 0
        lone = known or words in listed_ or several or (home != "" and home in near)
        usual = words in _COMMON or (_has_given_name(words) and not (several and _settles(words)))
        if not against and (each.placed or (lone and not usual)):
            towns.update(each.spans)
    return towns


def _has_given_name(words: str) -> bool:
    return any(word in sexes() for word in words.split() if word not in _ARTICLES)


def _settles(words: str) -> bool:
    """Tell whether a name opens as those of places do: "Bani Walid", "Umm Qasr"."""
    return words.split()[0] in _SETTLED


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
        before = text[max(mention.span.start - _AROUND, 0) : mention.span.start]
        somebody = mention.type == "person" and not name.isupper()
        body = mention.type == "organisation" and not _is_body(text, mention.span)
        town = somebody or _HAD.search(before) or (body and _home(gazetteer, words))
        if town and _size(gazetteer, words):
            called.setdefault(words, _Called()).spans.append(mention.span)
        elif somebody or " " in words or not _home(gazetteer, words):
            people.update(words.split())
    return called, people


def _is_body(text: str, span: Span) -> bool:
    """Tell whether a name is written as those of bodies are: "the Azov", "Azov fighters"."""
    led = text[max(span.start - 4, 0) : span.start].lower() == "the "
    behind = _BODY.match(text, span.end) or _SPEAKING.match(text, span.end)
    return led or span.of(text).isupper() or bool(behind)


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
    people = [
        int(gazetteer.population[row])
        for spelling in spellings
        for row, other in zip(*(each.tolist() for each in gazetteer.find(spelling)), strict=True)
        if gazetteer.kind[row] == CITY
        and gazetteer.codes[int(gazetteer.country[row])] in within
        and (not other or _spelt_alike(words, fold(gazetteer.name(row))))
    ]
    most = max(people, default=0)
    return most if most >= VILLAGE else 0


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


def _speaks_for(text: str, span: Span) -> bool:
    """Tell whether the words around a name are those around a place: "in Karsk", "Karsk's port"."""
    before = text[max(span.start - _AROUND, 0) : span.start]
    after = text[span.end : span.end + _AROUND]
    passed = before.lower().endswith("from ") and after.startswith(" to ")
    led = passed or _FROM.search(before) or _LYING.search(before)
    return bool(led or any(p.match(after) for p in (_OWNING, _OF_KIND, _SET_OFF)))


def _speaks_against(text: str, span: Span) -> bool:
    """Tell whether the words around a name are those around somebody: "Mr Karsk", "Karsk, 34,"."""
    before = text[max(span.start - _AROUND, 0) : span.start]
    previous = before.split()[-1] if before.strip() else ""
    glued = before.endswith(" ") and previous[:1].isupper() and previous[-1:].isalpha()
    named = glued and not opens(text, span.start - 1 - len(previous), after=LEADS_IN)
    follows = re.match(r" [A-ZÀ-Þ]\w", text[span.end : span.end + 3])
    somebody = _SOMEBODY.match(text, span.end)
    return bool(is_title(previous) or named or follows or somebody)
