"""Tokens around an expression -> whether the clause it stands in looks ahead or back."""

from dataclasses import dataclass
from enum import Enum

from sayso.resolve.times.tokens import BREAK, OTHER, Tokens, lexicon

BACK, FORTH = 30, 14  # tokens that are looked at before and behind an expression
_PRESENT = frozenset({"be", "is", "are", "being"})  # before a participle: no past


class Way(Enum):
    """Which way from the day of publication a clause points."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cue:
    """A way, and the word that tells it; empty where nothing does."""

    way: Way
    word: str


def tense(read: Tokens, first: int, last: int) -> Cue:
    """Return the nearest cue before tokens `[first, last)` in their sentence, else behind them."""
    if _compares(read, first):
        return Cue(Way.PAST, "than")
    infinitive = False
    for i in range(first - 1, max(-1, first - BACK), -1):
        if _ends_sentence(read, i):
            break
        if _infinitive(read, i):
            if read.word(i - 1) in lexicon().tense["governs"]:
                return Cue(Way.FUTURE, f"{read.word(i - 1)} to {read.word(i + 1)}")
            infinitive = True
            continue
        if cue := _cue(read, i):
            return cue
    if infinitive:
        return Cue(Way.FUTURE, "to")
    return tense_behind(read, last)


def _compares(read: Tokens, first: int) -> bool:
    """Tell whether what a time dates is what something is compared with: "than planned in July"."""
    verb = read.word(first - 2)
    if read.word(first - 3) != "than" or read.codes[first - 2] == BREAK:
        return False
    return verb in lexicon().tense["compared"] or verb.endswith("ed")


def tense_behind(read: Tokens, last: int) -> Cue:
    """Return the nearest cue from token `last` on, in its sentence."""
    for i in range(last, min(len(read.codes), last + FORTH)):
        if _ends_sentence(read, i):
            break
        if cue := _cue(read, i):
            return cue
    return Cue(Way.NONE, "")


def ends_between(read: Tokens, first: int, last: int) -> bool:
    """Tell whether a sentence ends between two tokens; far apart counts as yes."""
    return last - first > BACK + FORTH or any(_ends_sentence(read, i) for i in range(first, last))


def _cue(read: Tokens, i: int) -> Cue | None:
    word, before = read.word(i), read.word(i - 1)
    lists = lexicon().tense
    if word in lists["future"]:
        if word == "would" and read.word(i + 1) == "have":
            return Cue(Way.PAST, "would have")
        if read.shown(i) == "May" or (word == "due" and read.word(i + 1) == "to"):
            return None
        return Cue(Way.FUTURE, word)
    if before in _PRESENT:
        return None
    if word in lists["past"] or _regular_past(read, i):
        return Cue(Way.PAST, word)
    return None


def _regular_past(read: Tokens, i: int) -> bool:
    word = read.word(i)
    if len(word) <= 3 or not word.endswith("ed") or word in lexicon().tense["nouns"]:
        return False
    return read.shown(i).islower() or i == 0 or _ends_sentence(read, i - 1)


def _infinitive(read: Tokens, i: int) -> bool:
    follows = read.shown(i + 1)
    return read.word(i) == "to" and follows.islower() and read.codes[i + 1] == OTHER


def _ends_sentence(read: Tokens, i: int) -> bool:
    """Tell whether a sentence, or the half of one before a semicolon, ends with a token."""
    start = read.starts[i]
    return read.codes[i] == BREAK or start in read.stops or read.text[start] == ";"
