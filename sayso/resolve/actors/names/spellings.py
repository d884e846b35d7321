"""Words of names -> whether two are one, spelt alike or nearly so, and which of many are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

_SPELLING = (("kh", "h"), ("zh", "j"), ("ck", "k"), ("ph", "f"), ("ou", "u"), ("oo", "u"),
             ("ee", "i"), ("iy", "i"), ("yi", "i"), ("ii", "i"), ("ij", "i"), ("y", "i"),
             ("w", "v"), ("q", "k"), ("c", "k"), ("j", "i"), ("'", ""), ("`", ""))  # fmt: skip
_ALIKE = 0.86  # of letters, for two spellings of a long word to be one
# The letters that match in one row are never fewer than those that difflib finds in blocks.
_AT_LEAST = _ALIKE - 1e-9
_FEWEST = 6  # letters of such a word
MOST = 40  # letters of a word that may be spelt in two ways; a longer one is no name
_LONGER = 2  # letters that one of the two may have more


@lru_cache(maxsize=8192)
def spelt(word: str) -> str:
    """Return a word with the letters levelled that ways of writing in Latin differ in."""
    for many, one in _SPELLING:
        word = word.replace(many, one)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=8192)
def same_word(a: str, b: str) -> bool:
    """Tell whether two words are one name, spelt alike or nearly so."""
    if a == b:
        return True
    short, long = sorted((len(a), len(b)))
    if long > MOST:
        return False
    if len(a) > 3 and spelt(a) == spelt(b):
        return True
    if short < _FEWEST or long - short > _LONGER or a[0] != b[0]:
        return False
    return SequenceMatcher(None, spelt(a), spelt(b)).ratio() >= _ALIKE


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words that have come up, each with those that `same_word` takes for one with it."""

    _like: dict[str, set[str]] = field(default_factory=dict)
    _by_spelling: dict[str, list[str]] = field(default_factory=dict)
    # By first letter and length: words, and how each is spelt.
    _varying: dict[tuple[str, int], tuple[list[str], list[str]]] = field(default_factory=dict)

    def like(self, word: str) -> set[str]:
        """Return the words so far that are one with a word, which is one of them from now on."""
        known = self._like.get(word)
        if known is None:
            near = {*self._by_spelling.get(spelt(word), ()), *self._varied(word)}
            known = {w for w in near if same_word(word, w) or same_word(w, word)}
            for other in known:
                self._like[other].add(word)
            known.add(word)
            self._like[word] = known
            self._keep(word)
        return known

    def _keep(self, word: str) -> None:
        self._by_spelling.setdefault(spelt(word), []).append(word)
        if _FEWEST <= len(word) <= MOST:
            words, spellings = self._varying.setdefault((word[0], len(word)), ([], []))
            words.append(word)
            spellings.append(spelt(word))

    def _varied(self, word: str) -> Iterator[str]:
        """Yield the words that enough letters of a word stand in, in the same order."""
        if not _FEWEST <= len(word) <= MOST:
            return
        for length in range(len(word) - _LONGER, len(word) + _LONGER + 1):
            if near := self._varying.get((word[0], length)):
                words, spellings = near
                fitting = extract(
                    spelt(word),
                    spellings,
                    scorer=Indel.normalized_similarity,
                    score_cutoff=_AT_LEAST,
                    limit=None,
                )
                yield from (words[at] for _, _, at in fitting)
