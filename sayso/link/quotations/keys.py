"""A wording -> the fingerprints of its words, by which it meets other wordings of an utterance.

Rows of three words that tell something are fingerprints of a quotation, whoever says it: seven or
eight words in a row suffice, and a change of grammar does no harm. Rows of two count together with
the speaker's name and the week, and so do rows of three that tell a little less: "before the end of
the month".
"""

from collections.abc import Iterator, Sequence
from math import inf

import xxhash

from sayso.link.quotations.wordings import Wording, surname
from sayso.link.quotations.words import stemmed, weight

TELLING = 0.5  # bits of a word that fingerprints are made of
SHORT = 6  # words up to which a quotation is compared as a phrase
_LEAST_BITS = 7.0  # of a row: what tells less is no fingerprint
_PLAIN_BITS = 6.0  # of a row of three that one speaker says in one week
_NAMES = 2  # of a speaker: his own, and that of whom he speaks for
_WEEK = 7
_MASK = (1 << 63) - 1


def keys(wording: Wording) -> set[int]:
    """Return the fingerprints of a wording: two that share none are not compared."""
    stems = [(stemmed(form), bits) for form in wording.forms if (bits := weight(form)) >= TELLING]
    made: set[int] = set()
    if wording.direct:
        made |= {_hash("3", *row) for row in _rows(stems, 3)}
    plain = list(_rows(stems, 3, _PLAIN_BITS, _LEAST_BITS)) if wording.direct else []
    pairs = [sorted(row) for row in _rows(stems, 2)]
    for who in dict.fromkeys(map(surname, wording.names[:_NAMES])):
        for week in _weeks(wording):
            made |= {_hash("2", who, str(week), *row) for row in pairs}
            made |= {_hash("3", who, str(week), *row) for row in plain}
            if wording.direct and len(wording.words) <= SHORT:
                made.add(_hash("0", who, str(week), *wording.forms))
    return made


def _rows(
    stems: Sequence[tuple[str, float]], size: int, least: float = _LEAST_BITS, most: float = inf
) -> Iterator[list[str]]:
    """Yield the rows of so many stems that tell enough, and less than `most`."""
    for at in range(len(stems) - size + 1):
        row = stems[at : at + size]
        if least <= sum(bits for _, bits in row) < most:
            yield [stem for stem, _ in row]


def _weeks(wording: Wording) -> Iterator[int]:
    """Yield two weeks that a wording falls in, half a week apart, so that near days share one."""
    if wording.said is None:
        yield -1
        return
    yield wording.said[0] // _WEEK * 2
    yield (wording.said[0] + _WEEK // 2) // _WEEK * 2 + 1


def _hash(*parts: str) -> int:
    return xxhash.xxh3_64_intdigest("\t".join(parts).encode()) & _MASK
