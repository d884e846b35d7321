"""Pairs of statements that `train.linking.stories` wrote -> what is trained on, and what is held.

They are what linking asks of: statements of one story that share a key, most of them near misses.
"""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.across.pairs import ANY_RELATION, ANY_SAMENESS
from sayso.link.compare.tokens import RELATIONS, SAMENESS, in_order, tokens_of
from sayso.networks import load_tokenizer
from train.pairs.data import Example

# What the labels of pairs leave open of both heads; what is not here is open altogether.
LABELS = {
    "same": (frozenset({"for", "observing"}), frozenset({"same"})),
    "denies": (frozenset({"against"}), frozenset({"denies"})),
    "conflicts": (frozenset({"against"}), frozenset({"conflicts"})),
    "near": (ANY_RELATION - {"for"}, frozenset({"conflicts", "unrelated"})),
    "apart": (ANY_RELATION - {"for"}, ANY_SAMENESS - {"same"}),
}
WEIGHTS = {"same": 1.5, "denies": 1.5, "conflicts": 1.5, "near": 1.5}
WEIGHT = 0.5  # of all others
TEST = "test"  # the label of pairs that are never trained on
FOLDS = 5  # of the labelled stories, by their numbers
NONE = -1


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs as a file has them, as examples in its order; `folds` are -1 without a story."""

    rows: list[Example]
    labels: np.ndarray
    folds: np.ndarray

    def learnt(self, hold: int, *, unread: bool) -> list[int]:
        """Return the numbers of the rows to learn from, those without labels too if `unread`."""
        known = np.isin(self.labels, [*LABELS])
        taken = (self.labels != TEST) if unread else known
        return [int(n) for n in np.flatnonzero(taken & ((self.folds != hold) | (hold == NONE)))]

    def held(self, hold: int) -> list[Example]:
        """Return the labelled rows that are held."""
        known = np.isin(self.labels, [*LABELS])
        return [self.rows[n] for n in np.flatnonzero(known & (self.folds == hold))]


def candidates(path: Path, limit: int | None = None) -> Candidates:
    """Return the pairs of a file; with `limit` so many of them, from all its parts."""
    held = json.loads(gzip.decompress(path.read_bytes()))
    texts, rows = held["texts"], held["rows"]
    rows = rows[:: len(rows) // limit] if limit else rows
    pairs = [in_order(texts[a], texts[b]) for a, b, *_ in rows]
    tokens = tokens_of(load_tokenizer(), pairs)
    labels = [label for _, _, label, *_ in rows]
    examples = [
        Example(its, _allowed(label), WEIGHTS.get(label, WEIGHT))
        for its, label in zip(tokens, labels, strict=True)
    ]
    return Candidates(examples, np.array(labels), np.array([_fold(row[3]) for row in rows]))


def _allowed(label: str) -> tuple[bool, ...]:
    relation, sameness = LABELS.get(label, (ANY_RELATION, ANY_SAMENESS))
    return (*(n in relation for n in RELATIONS), *(n in sameness for n in SAMENESS))


def _fold(story: str) -> int:
    return int(story[1:]) % FOLDS if story[1:].isdigit() else NONE
