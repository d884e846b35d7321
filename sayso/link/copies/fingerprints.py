"""The words of an article -> the numbers by which articles that share a passage are found.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) of word 8-grams: of each 8 that follow one
another the smallest is kept, so that two texts that share 15 words in a row share a key, whatever
else there is in the record.
"""

import numpy as np
from numpy.typing import NDArray

from sayso.english.stems import stem, weight
from sayso.link.copies.words import Words

GRAM = 8  # words
WINDOW = 8  # grams of which one is kept
QUOTED = 4  # words of a gram of what somebody said
_BITS = 12.0  # how much such a gram tells, at least; tuned by bench/tasks/across/copies.py
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SHIFTS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))


def grams(hashes: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """Return one number for each `size` words that follow one another."""
    if len(hashes) < size:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(len(hashes) - size + 1, dtype=np.uint64)
    for at in range(size):
        total = total * _FACTOR + hashes[at : at + len(total)]
    for shift, factor in _SHIFTS:
        total = (total ^ (total >> np.uint64(shift))) * np.uint64(factor)
    mixed: NDArray[np.uint64] = total ^ (total >> np.uint64(31))
    return mixed


def winnowed(numbers: NDArray[np.uint64], window: int) -> NDArray[np.uint64]:
    """Return the smallest of each `window` numbers that follow one another, each once."""
    if len(numbers) == 0:
        return numbers
    views = np.lib.stride_tricks.sliding_window_view(numbers, min(window, len(numbers)))
    return np.unique(views.min(axis=1))


def keys(words: Words) -> set[int]:
    """Return the keys of an article: 63 bits each, of what it says alone.

    One that is shorter than a gram has one key, of all its words. Beside the winnowed ones there
    are those of short quotations, which are too short for these.
    """
    if len(words) == 0:
        return set()
    chosen = winnowed(grams(words.hashes, min(GRAM, len(words))), WINDOW)
    return {int(key) for key in np.concatenate((chosen, _quoted(words))) >> np.uint64(1)}


def _quoted(words: Words) -> NDArray[np.uint64]:
    """Return the 4-grams of what is said that tell enough for few articles to have them."""
    if len(words) < QUOTED:
        return np.empty(0, dtype=np.uint64)
    text, said = words.article.text, words.speech
    bits = np.zeros(len(words))
    for at in np.flatnonzero(said):
        bits[at] = weight(stem(text[words.starts[at] : words.ends[at]].lower()))
    telling = np.convolve(bits, np.ones(QUOTED), "valid") >= _BITS
    whole = np.lib.stride_tricks.sliding_window_view(said, QUOTED).all(axis=1)
    return grams(words.hashes, QUOTED)[telling & whole]
