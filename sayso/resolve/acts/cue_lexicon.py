"""The words of a cue -> the entry of the lexicon that decides what they do.

The lexicon is `sayso/data/acts.csv`: one cue a line, by lemma; `*` stands for up to three words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import product

from sayso.english.calendar import weekdays
from sayso.english.function_words import negations
from sayso.english.lemmas import derived, forms
from sayso.english.tables import listed, rows

# How far an entry counts when several stand in one cue: what states an act beats neutral words,
# and single function words and light verbs count only when there is nothing else.
_RANKS = {"weak": 0, "bare": 0, "deed": 1, "topic": 1, "open": 1}
_STRONG = 2

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|['’](?:s|d|m|ll|re|ve)\b|:", re.IGNORECASE)
_SHORT = {"'d": "would", "'ll": "will", "'ve": "have", "'re": "be", "'m": "be", "'s": "'s"}
_NEGATED = (("can't", "can not"), ("cannot", "can not"), ("won't", "will not"), ("n't", " not"))
_NEGATORS = negations("negator", "none", "lacking") | listed("acts.toml", "negators")
# "has yet to", "refused to", "failed to" negate the verb that follows.
_NEGATING = listed("acts.toml", "negating")
_AFFIRMING = listed("acts.toml", "affirming")
_REACH = 5
_GAP = 3
_ADVERBS = listed("acts.toml", "adverbs") | weekdays().keys()
_ALIKE = 0.86  # tuned by eye: misspelt reporting words pass, unrelated words do not


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon; `reads` tells how far the content has a say (see docs/acts.md)."""

    words: tuple[str, ...]
    act: str
    polarity: str
    modality: str
    reads: str


@dataclass(frozen=True, slots=True)
class Sense:
    """The entry that decides a cue, the words that matched, and whether they are negated.

    `level` is `lexicon`, `derived` (denial for deny) or `alike` (a similar word).
    """

    entry: Entry
    words: str
    negated: bool
    level: str


@dataclass(frozen=True, slots=True)
class _Token:
    surface: str
    lemmas: frozenset[str]
    level: str


@dataclass(frozen=True, slots=True)
class _Match:
    entry: Entry
    start: int
    end: int
    level: str

    @property
    def rank(self) -> tuple[int, int, int]:
        """Return what sorts the deciding match first: strength, then place, then length."""
        strength = _RANKS.get(self.entry.reads, _STRONG)
        if strength == _STRONG and self.level == "alike":
            strength = 0
        return (-strength, self.start, self.start - self.end)


def find(cue: str) -> Sense | None:
    """Return what decides `cue`, or None when no word of it is known or resembles a known one."""
    tokens = _tokens(cue)
    matches = _longest([m for i in range(len(tokens)) for m in _at(tokens, i)])
    if not matches:
        return None
    best = min(matches, key=lambda m: m.rank)
    words = " ".join(t.surface for t in tokens[best.start : best.end])
    return Sense(best.entry, words, _is_negated(tokens, best), best.level)


@cache
def lexicon() -> dict[str, tuple[Entry, ...]]:
    """Return the entries by their first word, longest first."""
    table: dict[str, list[Entry]] = {}
    for row in rows("acts.csv"):
        words = tuple(row.pop("cue").split())
        table.setdefault(words[0], []).append(Entry(words, **row))
    return {k: tuple(sorted(v, key=lambda e: -len(e.words))) for k, v in table.items()}


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    """Return the one-word entries that state an act or reporting, by their first three letters."""
    table: dict[str, list[str]] = {}
    for word, entries in lexicon().items():
        if len(word) > _REACH and any(len(e.words) == 1 and e.reads != "weak" for e in entries):
            table.setdefault(word[:3], []).append(word)
    return {k: tuple(v) for k, v in table.items()}


def _tokens(cue: str) -> list[_Token]:
    text = cue.lower().replace("’", "'")
    for short, full in _NEGATED:
        text = text.replace(short, full)
    return [_token(_SHORT.get(m[0], m[0])) for m in _WORD.finditer(text)]


@lru_cache(maxsize=1 << 14)  # the same words come back in every article
def _token(word: str) -> _Token:
    lemmas = forms(word)
    known = lexicon()
    if any(len(e.words) == 1 for lemma in lemmas for e in known.get(lemma, ())):
        return _Token(word, lemmas, "lexicon")
    for verb in derived(word):
        if any(len(e.words) == 1 and e.reads != "weak" for e in known.get(verb, ())):
            return _Token(word, lemmas | {verb}, "derived")
    if any(lemma in known for lemma in lemmas):
        return _Token(word, lemmas, "lexicon")
    alike = _most_alike(word)
    return _Token(word, lemmas | {alike} if alike else lemmas, "alike" if alike else "lexicon")


def _most_alike(word: str) -> str:
    candidates = _heads().get(word[:3], ()) if len(word) > _REACH else ()
    shapes = [f for f in sorted(forms(word)) if len(f) >= _REACH]
    scored = [
        (SequenceMatcher(None, shape, c, autojunk=False).ratio(), c)
        for shape, c in product(shapes, candidates)
    ]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else ""


def _at(tokens: Sequence[_Token], start: int) -> Iterator[_Match]:
    """Yield the entries that match from the token at `start` on."""
    known = lexicon()
    for lemma in sorted(tokens[start].lemmas):
        for entry in known.get(lemma, ()):
            if end := _end(tokens, start + 1, entry.words[1:]):
                yield _Match(entry, start, end, tokens[start].level)


def _end(tokens: Sequence[_Token], at: int, words: Sequence[str]) -> int:
    """Return where `words` end when they follow from `at` on, adverbs aside, else 0."""
    ends, gap = [at], 0
    for word in words:
        if word == "*":
            gap = _GAP
            continue
        following = (end for at in ends for end in _behind(tokens, at, word, gap))
        ends, gap = list(dict.fromkeys(following)), 0
    return ends[0] if ends else 0


def _behind(tokens: Sequence[_Token], at: int, word: str, gap: int) -> Iterator[int]:
    """Yield where a word ends when it follows from `at` on, behind a gap or adverbs."""
    for number, token in enumerate(tokens[at:]):
        if word in token.lemmas:
            yield at + number + 1
        if number >= gap and not _is_adverb(token.surface):
            return


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > _REACH)


def _longest(matches: Sequence[_Match]) -> list[_Match]:
    """Return the matches that no longer match contains."""
    return [
        m
        for m in matches
        if not any(
            o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start
            for o in matches
        )
    ]


def _is_negated(tokens: Sequence[_Token], match: _Match) -> bool:
    before = tokens[max(0, match.start - _REACH) : match.start]
    if any(t.surface in _NEGATORS for t in before):
        # "not only said" and "no doubt said" do not negate.
        return not any(t.surface in _AFFIRMING for t in before)
    return any(t.lemmas & _NEGATING for t in before)
