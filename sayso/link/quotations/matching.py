"""Two wordings -> whether they report one act of saying, with the reason, or None.

Words in the same order decide, by how many bits they tell and how much of the shorter wording
they are; then the speaker and the time. A stock phrase needs a speaker and a day, a long passage
neither. Indirect reports are joined by what they tell in whatever order, where speaker and day
are the same. All weights are at the top.
"""

from collections.abc import Sequence
from math import exp, log2
from typing import NamedTuple

from sayso.link.quotations.alignment import chains
from sayso.link.quotations.keys import SHORT, TELLING
from sayso.link.quotations.wordings import Wording, surname
from sayso.link.quotations.words import light, negative, stemmed, weight

LEAST_SCORE = 0.5
SPEAKERS = ("same", "unknown", "different")
UNDATED = 30  # days taken to lie between wordings of which one has no date
# Tuned on every second cluster of quote_variants.jsonl.gz and on the stories of dev_claims.
_BIAS = -16.6
_BITS = 2.0  # a doubling of the bits that both share in order
_COVERAGE = 6.0  # of the shorter wording, by bits
_LONGEST = 1.0  # a doubling of the longest row
_SPEAKER = {"same": 3.5, "unknown": 1.0, "different": -1.5}
_DAYS = -0.75  # a doubling of the days between
_PHRASE = 2.5  # a short quotation that is word for word the same, by the same speaker
_SHORTEST = 3  # words in a row
# An indirect report.
_RETOLD_DAYS = 3
_RETOLD_WORDS = 3
_RETOLD_BITS = 20.0
_RETOLD_COVERAGE = 0.6
_RETOLD_SCORE = (0.5, 0.25)  # at the least coverage, and what full coverage adds


class Match(NamedTuple):
    """That two wordings report one utterance; `how` is words, or retold."""

    how: str
    score: float
    why: str


class Evidence(NamedTuple):
    """What two wordings share: bits in order, as a share of the shorter, the longest row."""

    bits: float
    coverage: float
    longest: int


def decide(a: Wording, b: Wording, *, same: bool = False) -> Match | None:
    """Return how two wordings report one utterance, None where they do not, or it is not clear.

    `same` tells that their speakers are known to be one entity; else names decide.
    """
    if a.number in b.within or b.number in a.within:
        return None  # the same words of one article, one told in the other
    if b.pieces < a.pieces:
        a, b = b, a
    speaker = "same" if same else speakers(a, b)
    days = days_between(a, b)
    if a.direct and b.direct:
        match = _by_words(a, b, speaker, days)
        if match is not None:
            return match
    return _retold(a, b, speaker, days)


def speakers(a: Wording, b: Wording) -> str:
    """Tell whether two wordings have a speaker in common, by names: one of `SPEAKERS`."""
    if not a.names or not b.names:
        return "unknown"
    for one in a.names:
        for other in b.names:
            if one == other or _called(one, other) or _called(other, one):
                return "same"
    return "different" if a.person and b.person else "unknown"


def _called(name: str, whole: str) -> bool:
    """Tell whether a name may be a part of another: its words, and its last one the surname."""
    parts = name.split()
    return set(parts) <= set(whole.split()) and surname(name) == surname(whole)


def days_between(a: Wording, b: Wording) -> int:
    """Return how many days lie between the times at which two wordings may have been said."""
    if a.said is None or b.said is None:
        return UNDATED
    return max(0, a.said[0] - b.said[1], b.said[0] - a.said[1])


def evidence(a: Sequence[str], b: Sequence[str]) -> Evidence:
    """Return what two rows of words share in order; words far from all others do not count."""
    one, other = [stemmed(form) for form in a], [stemmed(form) for form in b]
    shared = chains(one, other, [form in light() for form in a])
    blocks = [block for chain in shared for block in chain]
    bits = sum(weight(form) for block in blocks for form in a[block.a : block.a + block.size])
    least = min(sum(map(weight, a)), sum(map(weight, b)))
    longest = max((block.size for block in blocks), default=0)
    return Evidence(bits, min(1.0, bits / least) if least else 0.0, longest)


def _by_words(a: Wording, b: Wording, speaker: str, days: int) -> Match | None:
    shared = evidence(a.forms, b.forms)
    if shared.longest < _SHORTEST:
        return None
    total = (
        _BIAS
        + _BITS * log2(1 + shared.bits)
        + _COVERAGE * shared.coverage
        + _LONGEST * log2(shared.longest)
        + _SPEAKER[speaker]
        + _DAYS * log2(1 + days)
        + _PHRASE * (speaker == "same" and len(a.words) <= SHORT and a.forms == b.forms)
    )
    score = 1 / (1 + exp(-total))
    if score < LEAST_SCORE:
        return None
    why = (
        f"{shared.longest} words in a row and {shared.coverage:.0%} of the shorter wording are the "
        f"same, {_SPOKEN[speaker]}, {_apart(a, b, days)}."
    )
    return Match("words", round(score, 4), why)


_SPOKEN = {
    "same": "by the same speaker",
    "unknown": "by a speaker who is not named in both",
    "different": "though attributed to different persons",
}


def _apart(a: Wording, b: Wording, days: int) -> str:
    if a.said is None or b.said is None:
        return "with no date known"
    return "on the same day" if days == 0 else f"{days} day{'s' * (days > 1)} apart"


def _retold(a: Wording, b: Wording, speaker: str, days: int) -> Match | None:
    """Return the match of two wordings of which one at least does not give the words as spoken."""
    if speaker != "same" or days > _RETOLD_DAYS:
        return None
    if a.direct and b.direct and not foreign(a, b):
        return None
    one, other = _telling(a), _telling(b)
    both = one.keys() & other.keys()
    least = min(sum(one.values()), sum(other.values()))
    bits = sum(one[each] for each in both)
    if len(both) < _RETOLD_WORDS or bits < _RETOLD_BITS or bits < _RETOLD_COVERAGE * least:
        return None
    if negative(a.every) != negative(b.every) or _numbers(a) ^ _numbers(b):
        return None
    base, more = _RETOLD_SCORE
    coverage = bits / least
    score = base + more * (coverage - _RETOLD_COVERAGE) / (1 - _RETOLD_COVERAGE)
    why = (
        f"{len(both)} telling words and {coverage:.0%} of what the shorter report tells are the "
        f"same, by the same speaker, {_apart(a, b, days)}."
    )
    return Match("retold", round(score, 4), why)


def foreign(a: Wording, b: Wording) -> bool:
    """Tell whether two wordings may be translations of what was said in another language."""
    return a.translated or b.translated or bool(a.lang and b.lang and a.lang != b.lang)


def _telling(wording: Wording) -> dict[str, float]:
    """Return the stems of the words that tell something, with the bits of each."""
    return {
        stemmed(word.form): bits for word in wording.every if (bits := weight(word.form)) >= TELLING
    }


def _numbers(wording: Wording) -> frozenset[str]:
    return frozenset(word.form for word in wording.every if word.form[0].isdigit())
