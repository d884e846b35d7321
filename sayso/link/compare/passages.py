"""A long text -> the sentences of it that are most like a claim, by the words that both have."""

import itertools
from collections.abc import Iterator

from sayso.english.sentences import ends
from sayso.english.stems import stems, weigh

SENTENCES = 3  # of a long text that are read
LONG = 400  # characters from which on a text is long
_LONGEST = 1000  # characters of a sentence that are read


def passage(claim: str, text: str) -> str:
    """Return a short text as it is, of a long one the nearest sentences in their order."""
    if len(text) <= LONG:
        return text
    several = list(sentences(text))
    wanted = {*stems(claim)}
    shared = [weigh(wanted.intersection(stems(each))) for each in several]
    ranked = sorted(range(len(several)), key=lambda at: (-shared[at], at))
    return " ".join(several[at] for at in sorted(ranked[:SENTENCES]))


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; a line break ends one."""
    marks = [0, *(mark.end for mark in ends(text)), len(text)]
    for start, end in itertools.pairwise(marks):
        for line in text[start:end].split("\n"):
            if line := line.strip():
                yield line[:_LONGEST]
