"""One statement of somebody -> the stance that it takes, on what, and on which condition.

The act tells the stance where it has one; of what is merely asserted the words do, if whoever they
speak of is the speaker's own side. Words of stance and conditions: `sayso/data/positions.toml`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sayso.english.function_words import auxiliaries, determiners, negations, owners
from sayso.english.pronouns import is_pronoun, subjects
from sayso.english.stems import WORD, stem, stems, weight
from sayso.english.tables import lists
from sayso.link.positions.conditions import parted
from sayso.link.positions.dropping import dropped

_TABLE = "positions.toml"
_DROPS = "drops"
_SIGN = 5  # letters by which a name and what is made of it are one: Ostrania, Ostranian
_NAMED = 4.0  # bits that a name tells at most
_HEAD = 4  # words within which a rejected accusation is named
_WORDS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement of an entity: what it does and says, and where; `words` are its content.

    `own` are names of the speaker and of its side, none where they are not known; `is_sided` tells
    whether any side is among them. `cue` are the reporting words.
    """

    statement: str
    article: str
    publisher: str
    date: str
    act: str
    polarity: str
    words: str
    condition: str
    own: tuple[str, ...] = ()
    cue: str = ""
    is_sided: bool = True


class Taken(NamedTuple):
    """A stance, the stems of what it is about with how much each tells, and its condition."""

    kind: str
    about: Mapping[str, float]
    condition: str


class _Phrase(NamedTuple):
    start: int
    end: int
    kind: str
    of_demand: bool = False  # gives it up, or does not


def taken(saying: Saying) -> Taken | None:
    """Return the stance that a statement takes, None where it takes none."""
    main, condition = parted(saying.words, saying.condition)
    level = _levelled(main)
    phrase = _dropped(level, saying) or _phrase(level, saying)
    kind = _kind(saying, level, phrase, condition)
    if not kind:
        return None
    rest = level[: phrase.start] + level[phrase.end - 1 :] if phrase else level
    about = _about(rest, main, saying.own)
    return Taken(kind, about, condition) if about else None


def _about(level: str, words: str, own: Iterable[str]) -> dict[str, float]:
    """Return the stems that tell what words are about, and how much each tells.

    A name tells where, or with whom, and little of what; that of the own side tells nothing.
    """
    named = {stem(word.lower()) for word in WORD.findall(words) if word[:1].isupper()}
    every = {each: weight(each) for each in stems(level)}
    return {
        each: min(bits, _NAMED) if each in named else bits
        for each, bits in every.items()
        if bits and not _is_sign(each, own) and each not in _stances()
    }


def _kind(saying: Saying, level: str, phrase: _Phrase | None, condition: str) -> str:
    if of_demand := _by_cue(saying) or (phrase.kind if phrase and phrase.of_demand else ""):
        return of_demand
    kind = _of_acts(saying.polarity).get(saying.act, "")
    if kind == "refuses" and _is_answer(level):
        return ""
    if kind or saying.act not in _acts()["by_words"]:
        return kind
    if phrase:
        return phrase.kind
    return "accepts" if condition and _would(level, saying.own) else ""


def _dropped(level: str, saying: Saying) -> _Phrase | None:
    """Return the words that give up a demand, or do not; of no kind where others' side does."""
    words = level.split()
    its = dropped(words)
    if its is None:
        return None
    start = len(" ".join(["", *words[: its.first]]))
    if saying.act in _acts()["of_others"]:
        is_own = _subject(level[:start])[-1:] in ([each] for each in subjects("first"))
    elif saying.is_sided or owners().isdisjoint(words[slice(*its[:2])]):
        is_own = _is_own(level[:start], saying)
    else:  # "Ostrania dropped its demand": of whoever nobody tells the side, his own
        is_own = True
    end = start + len(" ".join(["", *words[its.first : its.last]])) + 1
    kind = "demands" if its.kept else _DROPS
    return _Phrase(start, end, kind if is_own else "", of_demand=True)


def _by_cue(saying: Saying) -> str:
    """Return what the reporting words do to a demand: "dropped her demand", "backed down from"."""
    cue = _levelled(saying.cue).split()
    its = dropped([*cue, *_levelled(saying.words).split()]) if cue else None
    if its is None or its.first >= len(cue):
        return ""
    return "demands" if its.kept else _DROPS


def _phrase(level: str, saying: Saying) -> _Phrase | None:
    """Return the first words that take a stance, of several at one place the longest."""
    every = (
        _Phrase(start, start + len(phrase), kind)
        for phrase, kind in _phrases()
        if (start := level.find(phrase)) >= 0
    )
    fits = (each for each in every if _holds(each, level, saying))
    return min(fits, key=lambda each: (each.start, -each.end), default=None)


def _holds(phrase: _Phrase, level: str, saying: Saying) -> bool:
    """Tell whether words of stance are meant so: by the speaker's side, and not negated."""
    words = level[phrase.start : phrase.end].split()
    after = level[phrase.end :].split()
    if after and after[0] in _acts()["knowing"]:
        return False
    negative = not (negations() | _acts()["negatives"]).isdisjoint(words)
    if phrase.kind == "demands" and words[0] not in _acts()["demanding"]:
        return saying.polarity == "pos" or negative
    if phrase.kind != "refuses" and saying.polarity == "neg" and not negative:
        return False
    return _is_own(level[: phrase.start], saying)


def _is_own(before: str, saying: Saying) -> bool:
    """Tell whether the subject in front of words may be the speaker, or is of its side."""
    words = _subject(before)
    if not words or not saying.own or is_pronoun(words[-1]) or words[-1] in _acts()["joints"]:
        return True
    if any(_is_sign(word, saying.own) for word in words[-3:]):
        return True
    named = {word.lower() for word in WORD.findall(saying.words) if word[:1].isupper()}
    described = any(word in determiners() or is_pronoun(word) for word in words[-3:])
    return described and words[-1] not in named


def _subject(before: str) -> list[str]:
    """Return the words in front of a verb without what belongs to the verb: "has also"."""
    words = before.split()
    while words and (words[-1] in auxiliaries() | _acts()["adverbs"] or words[-1].endswith("ly")):
        words.pop()
    return words


def _would(level: str, own: Iterable[str]) -> bool:
    """Tell whether words tell what the speaker's side would or could do."""
    words = level.split()
    for number, word in enumerate(words[1:], 1):
        if word in _acts()["modals"]:
            before = words[number - 1]
            return before in _own_side() or _is_sign(before, own)
    return False


def _is_answer(level: str) -> bool:
    """Tell whether what is rejected is what somebody said, and no thing to be done."""
    words = level.split()
    first = words[:_HEAD]
    return not _acts()["answers"].isdisjoint(first) or (
        len(words) > 1 and words[1] == "as" and is_pronoun(words[0])
    )


def _is_sign(word: str, own: Iterable[str]) -> bool:
    """Tell whether a word is of a name of the speaker's side."""
    return any(_one(word, each) for name in own for each in _names(name))


def _one(word: str, name: str) -> bool:
    return word[:_SIGN] == name[:_SIGN] if min(len(word), len(name)) >= _SIGN else word == name


@cache
def _names(name: str) -> tuple[str, ...]:
    """Return the words of a name that are written as names are, in small letters."""
    return tuple(word.lower() for word in WORD.findall(name) if word[:1].isupper())


def _levelled(words: str) -> str:
    """Return words in small letters with one space between them, and around."""
    plain = words.lower().replace("’", "'")
    return f" {' '.join(_WORDS.findall(plain))} "


@cache
def _of_acts(polarity: str) -> dict[str, str]:
    every = lists(_TABLE, f"acts_{polarity}")
    return {act: kind for kind, acts in every.items() for act in acts}


@cache
def _acts() -> dict[str, frozenset[str]]:
    return lists(_TABLE, "reading")


@cache
def _stances() -> frozenset[str]:
    """Return the stems of verbs that take a stance whatever it is about."""
    return frozenset(map(stem, _acts()["stances"]))


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple(
        (f" {phrase} ", kind)
        for kind, phrases in lists(_TABLE, "words").items()
        for phrase in sorted(phrases)
    )


@cache
def _own_side() -> frozenset[str]:
    """Return the words for the speaker's own side: "we", "the government"."""
    return _acts()["own_side"] | subjects("first", "third")
