"""Folded words -> PostgreSQL's tsvector and tsquery, written out, within their limits.

A tsvector keeps at most 255 places of a word and none behind the 16,383rd word, and is at most
1 MB long. So a text is cut into parts that each keep all places; neighbours share words, so that
every phrase stands whole in one of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.store.words import Phrase

# Words that two neighbouring parts share, and the longest phrase that is looked for whole.
SHARED = 50
_PLACES = 255
_WORDS = 10_000
_BYTES = 400_000
_LONGEST = 500  # code points of a word that count


def vectors(words: Sequence[str]) -> Iterator[str]:
    """Yield the parts of a text, each in the form of a tsvector."""
    start = 0
    while start < len(words):
        end, vector = _part(words, start)
        yield vector
        start = end if end == len(words) else end - SHARED


def _part(words: Sequence[str], start: int) -> tuple[int, str]:
    """Return where the part that begins at `start` ends, and its vector."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    size, end = 0, start
    for word in words[start : start + _WORDS]:
        key = word[:_LONGEST]
        if end - start > SHARED and (len(places[key]) == _PLACES or size > _BYTES):
            break
        size += 0 if places[key] else len(key.encode())
        end += 1
        places[key].append(end - start)
    each = (f"{_quoted(key)}:{','.join(map(str, its))}" for key, its in places.items() if its)
    return end, " ".join(each)


def queries(wanted: Sequence[Phrase]) -> list[str]:
    """Return phrases in the form of tsqueries that must all match somewhere in an article.

    A very long phrase is looked for in pieces that hang together.
    """
    return [
        " <-> ".join(_quoted(word[:_LONGEST]) for word in phrase[start : start + SHARED])
        for phrase in wanted
        for start in range(0, max(len(phrase) - 1, 1), SHARED - 1)
    ]


def _quoted(word: str) -> str:
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
