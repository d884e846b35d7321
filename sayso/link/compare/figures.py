"""Words -> the figures in them, as ranges with what they count, and whether two can both hold.

"at least 20 people" is 20 and more, "nearly $8 trillion" a little under that, "23 dead" is 23, "not
one soldier" none.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from math import inf

from sayso.english.function_words import (
    auxiliaries,
    determiners,
    owners,
    prepositions,
    sequels,
)
from sayso.english.numbers import number_words, zeros
from sayso.english.stems import stem, stems, weight
from sayso.english.tables import either, listed, lists

_SCALES = {**number_words("scale"), "bn": 10**9, "m": 10**6, "k": 1000, "tn": 10**12}
_WORDS = number_words("cardinal", "tens")
# How much less, and how much more, than the number given may be meant: shares of it.
_QUALIFIERS: dict[str, tuple[float, float]] = {
    **dict.fromkeys(("at least", "more than", "over", "no fewer than", "upwards of"), (0, inf)),
    **dict.fromkeys(("as many as", "up to", "at most", "fewer than", "less than", "under"), (1, 0)),
    **dict.fromkeys(("nearly", "almost", "close to", "just under"), (0.15, 0)),
    **dict.fromkeys(("about", "around", "some", "roughly", "approximately"), (0.2, 0.2)),
}
_APART = r"(?<!\d)(?<!\d[.,])(?<![A-Za-z]-)"  # no number begins inside one, nor in "SA-15"
_NUMBER = rf"{_APART}\d[\d,]*(?:\.\d+)?|\b{either(_WORDS)}\b(?:[- ]{either(_WORDS)}\b)?"
# "at least 20", "between 20 and 30", "$1.2 billion", "40%", "20-30", "twenty-three thousand"
_FIGURE = re.compile(
    rf"(?:\b(?P<less_more>{either(_QUALIFIERS)}) )?(?P<money>[$€£] ?)?(?P<low>{_NUMBER})"
    rf"(?:(?: to |-|–| and )(?P<high>{_NUMBER}))?"
    rf"(?:[ -]?(?P<scale>{either(_SCALES)})\b)?(?P<share>%| per ?cent\b)?",
    re.IGNORECASE,
)
# "not one soldier", "none of our men", "no civilian", but not "not one but two"
_NOT_ONE = {phrase for phrase in zeros() if phrase.startswith("not ")}
_NONE = re.compile(
    rf"\b(?:{either(_NOT_ONE)}|none(?= of)|(?P<bare>{either(zeros() - _NOT_ONE)}))\b"
    r"(?: of)?(?! but\b|,? only\b)",
    re.IGNORECASE,
)
_ANY_FATE = ("casualties", "affected")  # what says no more than that something became of them
_HARM = ("killed", "wounded")  # neither of which they came to of whom there are "no casualties"
_ZERO = "zero"
LISTS = "compare.toml"
# "two conscripts told prosecutors": who speaks is no number of what is told
_SPEAKING = re.compile(r"(?: [\w-]+){1,3} (?:told|said|says?|testified|confessed|reported)\b")
_PHRASE = re.compile(rf"(?: of (?:{either(determiners() | owners())}))?(?: [\w'’-]+){{1,3}}")
_UNITS = 3  # words after a number among which what it counts stands
_FATED = 6  # words after it among which it stands what became of them
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 60  # characters in which they stand
_ROUNDED = 0.02  # by which a number may be rounded


Figures = tuple["Figure", ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as a range, both ends included, and the stems of what it may count.

    `people` are the kinds of people that are counted, as far as a list has them: see `people`.
    `fates` are what became of them: killed, wounded, captured; empty where that is not told nearby.
    `heads` are the stems of the words right behind it, up to the next phrase: "Skerran soldiers".
    """

    low: float
    high: float
    counts: frozenset[str]
    people: frozenset[str] = frozenset()
    fates: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Tell whether it is a bound alone: "at least 20", "up to 20"."""
        return self.high == inf or self.low == 0 < self.high

    def meets(self, other: "Figure") -> bool:
        """Tell whether both can be true of one thing."""
        slack = _slack(self, other)
        return self.low <= other.high + slack and other.low <= self.high + slack

    def is_of(self, other: "Figure") -> bool:
        """Tell whether both may count the same: soldiers are no civilians, nor wounded killed."""
        fate = self.fates & other.fates & _of_people()
        shared = bool(self.counts & other.counts or fate)
        return shared and _meet(self.people, other.people) and _meet(self.fates, other.fates)

    def excludes(self, other: "Figure") -> bool:
        """Tell whether both cannot hold. Of people killed some may have been soldiers, not more."""
        if self.people == other.people:
            return not self.meets(other)
        part, whole = (self, other) if self.people > other.people else (other, self)
        return part.people > whole.people and part.low > whole.high + _slack(self, other)


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two sets share something, or one tells nothing."""
    return not some or not others or not some.isdisjoint(others)


def _slack(a: Figure, b: Figure) -> float:
    return _ROUNDED * max(abs(a.low), abs(b.low))


def figures(text: str) -> Figures:
    """Return the figures in a text in order; years and "one" are none."""
    made = [(m.start(), _figure(text, m)) for m in _FIGURE.finditer(text)]
    made += [(m.start(), _none(text, m)) for m in _NONE.finditer(text)]
    return tuple(figure for _, figure in sorted(made, key=lambda row: row[0]) if figure)


def rivals(some: Figures, others: Figures) -> bool:
    """Tell whether some figure counts what another does, and no such pair can both hold."""
    pairs = _of_one(some, others)
    return bool(pairs) and all(a.excludes(b) for a, b in pairs)


def excluding(
    some: Figures, others: Figures, are_alike: Callable[[str, str], bool], names: frozenset[str]
) -> bool:
    """Tell whether figures exclude each other that count one thing, as far as their nouns tell."""
    pairs = (two for two in _of_one(some, others) if two[0].excludes(two[1]))
    return any(not _are_other(a, b, are_alike, names) for a, b in pairs)


def agree(some: Figures, others: Figures) -> bool:
    """Tell whether a figure of each counts the same thing and both can hold."""
    return any(a.meets(b) for a, b in _of_one(some, others))


def none_meets(some: Figures, others: Figures) -> bool:
    """Tell whether both give figures, none of which may be one of the other, whatever it counts."""
    return bool(some and others) and not any(a.meets(b) for a in some for b in others)


def bounded(some: Figures, others: Figures) -> bool:
    """Tell whether figures agree only as a bound and a number do: "at least 20" and 20, or 23."""
    pairs = [(a, b) for a, b in _of_one(some, others) if a.meets(b)]
    return bool(pairs) and all(a.is_open != b.is_open for a, b in pairs)


def equal(some: Figures, others: Figures) -> bool:
    """Tell whether a number is given of the same by both, if only as a bound by one."""
    ends = [({a.low, a.high}, {b.low, b.high}) for a, b in _of_one(some, others) if a.meets(b)]
    return any((one & other) - {0, inf} for one, other in ends)


def same_of_else(
    some: Figures, others: Figures, are_alike: Callable[[str, str], bool], names: frozenset[str]
) -> bool:
    """Tell whether a number of both counts other things in each, or those that came to else.

    So it is where all numbers that both give do. `are_alike` tells whether two stems may name one
    thing, `names` are stems that name none.
    """
    pairs = [(a, b) for a in some for b in others if _is_one_number(a, b)]
    if any(a.is_of(b) and not _are_other(a, b, are_alike, names) for a, b in pairs):
        return False
    return any(_are_other(a, b, are_alike, names) for a, b in pairs)


def _is_one_number(a: Figure, b: Figure) -> bool:
    return bool(({a.low, a.high} & {b.low, b.high}) - {0, inf})


def _are_other(
    a: Figure, b: Figure, are_alike: Callable[[str, str], bool], names: frozenset[str]
) -> bool:
    if not _meet(a.fates, b.fates):
        return True
    if a.fates & b.fates & {*_HARM} or (_are_people(a) and _are_people(b)):
        return False
    if (a.counts & b.counts) - names - _outcomes().keys():
        return False
    one, other = a.heads - names, b.heads - names
    return bool(one and other) and not any(are_alike(x, y) for x in one for y in other)


def _are_people(figure: Figure) -> bool:
    return bool(figure.people) or not _persons().isdisjoint(figure.heads)


@cache
def _persons() -> frozenset[str]:
    """Return the stems of nouns for people of any kind."""
    words = lists("quantities.toml", "people")
    return frozenset(map(stem, words["many"] | words["one"]))


def _of_one(some: Figures, others: Figures) -> list[tuple[Figure, Figure]]:
    return [(a, b) for a in some for b in others if a.is_of(b)]


def people(words: Iterable[str]) -> frozenset[str]:
    """Return the kinds of people that some stems name: fighters, civilians, children."""
    return frozenset(kind for word in words for kind in _kinds().get(word, ()))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, words in lists(LISTS, "people").items():
        for each in sorted({stem(word) for word in words}):
            kinds[each] = (*kinds.get(each, ()), kind)
    return kinds


@cache
def _of_people() -> frozenset[str]:
    """Return the fates that are people's alone: killed, wounded, captured."""
    return lists("quantities.toml", "people")["outcomes"]


@cache
def _casualties() -> frozenset[str]:
    """Return the stems of nouns for people of whom it is left open what became of them."""
    return frozenset(map(stem, listed(LISTS, "harmed")))


@cache
def _victims() -> frozenset[str]:
    """Return the stems of nouns of which "no" makes a number: people, and what they come to."""
    return frozenset({*_kinds(), *map(stem, listed(LISTS, "counted"))})


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    plain = match["low"].lower()
    if _SPEAKING.match(text, match.end()):
        return None
    bare = not (match["money"] or match["scale"] or match["share"] or match["high"])
    if bare and (plain == "one" or _YEAR.fullmatch(plain)):
        return None
    scale = _SCALES.get((match["scale"] or "").lower(), 1)
    low = _value(plain) * scale
    high = max(low, _value(match["high"].lower()) * scale) if match["high"] else low
    less, more = _QUALIFIERS.get((match["less_more"] or "").lower(), (0, 0))
    counts = {"$"} if match["money"] else {"%"} if match["share"] else set()
    after = _counted(text, match)
    if not counts:
        counts = {"$"} if "dollar" in after else set(filter(weight, after))
    low, high = low * (1 - less), high * (1 + more)
    fates = _fates_at(text, match)
    heads = frozenset[str]() if counts in ({"$"}, {"%"}) else _heads(text, match)
    return Figure(low, high, frozenset(counts), people(after), fates, heads)


def _none(text: str, match: re.Match[str]) -> Figure | None:
    """Return the figure that says that there is none of some people, if it does."""
    after = _counted(text, match)
    is_number = (match["bare"] or "").lower() == _ZERO
    if match["bare"] and not is_number and _victims().isdisjoint(after):
        return None
    counts = frozenset(filter(weight, after))
    harmed = frozenset(_HARM) if not _casualties().isdisjoint(after) else frozenset()
    return Figure(0, 0, counts, people(after), harmed or _fates_at(text, match))


def _fates_at(text: str, match: re.Match[str]) -> frozenset[str]:
    """Return what a text tells near a number to have become of whom it counts.

    "killed 20 and wounded 5": the word right before goes before those behind.
    """
    right_before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
    before = [] if right_before.endswith(",") else stems(right_before)[-1:]
    behind = stems(text[match.end() : match.end() + _REACH])[:_FATED]
    return _fates(before) or _fates(behind)


def _fates(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_outcomes()[word] for word in words if word in _outcomes())


@cache
def _outcomes() -> dict[str, str]:
    table = lists("quantities.toml", "outcomes")
    return {
        form: name
        for name, words in sorted(table.items())
        for word in sorted(words)
        for form in (stem(word), stem(f"{word}d"))  # "die" and "died" have two stems
        if name not in _ANY_FATE and " " not in word
    }


def _counted(text: str, match: re.Match[str]) -> list[str]:
    """Return the stems of the words after a number, among which what it counts stands."""
    return stems(text[match.end() : match.end() + _REACH])[:_UNITS]


def _heads(text: str, match: re.Match[str]) -> frozenset[str]:
    """Return the stems of what is counted: what follows, up to the next phrase."""
    phrase = _PHRASE.match(text, match.end())
    words = phrase[0].lower().split() if phrase else []
    ends = prepositions() | auxiliaries() | sequels()
    until = takewhile(lambda word: word not in ends, words)
    return frozenset(s for s in stems(" ".join(until)) if weight(s) and s not in _outcomes())


def _value(number: str) -> float:
    if number[0].isdigit():
        return float(number.replace(",", ""))
    return float(sum(_WORDS.get(word, 0) for word in re.split(r"[- ]", number)))
