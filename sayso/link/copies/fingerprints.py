"""The words of an article -> the numbers by which articles that share a passage are found.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) of word 8-grams: of each 8 that follow one
another the smallest is kept, so that two texts that share 15 words in a row share a key, whatever
else there is in the record. A gram of common words alone ("did not immediately respond to a
request for"), which any reporter writes, is none.
"""

import re

import numpy as np
from numpy.typing import NDArray

from sayso.english.stems import stem, weight
from sayso.link.copies.words import Words
from sayso.nodes import number_of

GRAM = 8  # words
WINDOW = 8  # grams of which one is kept
QUOTED = 4  # words of a gram of what somebody said
_BITS = 12.0  # how much such a gram tells, at least; tuned by bench/tasks/across/copies.py
# How much a gram of narration tells, at least: phrases of denied comment and of unnamed officials
# tell less. Tuned on how many copies and unrelated pairs of bench/tasks/across/copies.py meet.
_PLAIN = 18.0
_ADDRESS = re.compile(
    r"\w+://[^/?#\s]+/+[^/?#\s]"
)  # more than a host: "https://beacon.example/dam"
_NO_KEY = np.uint64(2**64 - 1)
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

    One that is no longer than a gram has one key, of all its words. Beside the winnowed ones there
    are those of short quotations, which are too short for these.
    """
    if len(words) == 0:
        return set()
    bits = _bits(words)
    chosen = winnowed(_telling(words, bits), WINDOW)
    every = np.concatenate((chosen[chosen != _NO_KEY], _quoted(words, bits)))
    return {int(key) for key in every >> np.uint64(1)}


def address_keys(url: str) -> set[int]:
    """Return the key of an address that leads to one article, so that its later states meet."""
    return {number_of("address", url)} if _ADDRESS.match(url) else set()


def _bits(words: Words) -> NDArray[np.float64]:
    """Return how much each word tells."""
    text = words.article.text
    at = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    return np.array([_weight(stem(text[start:end].lower())) for start, end in at])


def _weight(stem_: str) -> float:
    """Return how much a stem tells, of a British spelling no more than of the American one."""
    if not stem_.endswith("is"):
        return weight(stem_)
    return min(weight(stem_), weight(f"{stem_[:-1]}z"))  # "authoris", "authoriz"


def _telling(words: Words, bits: NDArray[np.float64]) -> NDArray[np.uint64]:
    """Return the 8-grams of a text; a number that is never chosen for one of common words.

    What somebody said is kept however common its words are: it is short, and told by others.
    """
    if len(words) <= GRAM:
        return grams(words.hashes, len(words))
    telling = (_sums(bits, GRAM) >= _PLAIN) | _all(words.speech, GRAM)
    return np.where(telling, grams(words.hashes, GRAM), _NO_KEY)


def _quoted(words: Words, bits: NDArray[np.float64]) -> NDArray[np.uint64]:
    """Return the 4-grams of what is said that tell enough for few articles to have them."""
    if len(words) < QUOTED:
        return np.empty(0, dtype=np.uint64)
    telling = (_sums(bits, QUOTED) >= _BITS) & _all(words.speech, QUOTED)
    return grams(words.hashes, QUOTED)[telling]


def _sums(bits: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    return np.convolve(bits, np.ones(size), "valid")


def _all(words: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    views = np.lib.stride_tricks.sliding_window_view(words, size)
    made: NDArray[np.bool_] = np.logical_and.reduce(views, axis=1)
    return made
