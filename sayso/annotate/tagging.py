"""Scores of labels, a row a token -> the spans of each role: the best path of each window."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.annotate.windows import LABELS, ROLES, Block, Floats, Ints

NEVER = -1e4
_BEGINS = [LABELS.index(f"B-{role}") for role in ROLES]
_INSIDE = [LABELS.index(f"I-{role}") for role in ROLES]


@dataclass(frozen=True, slots=True)
class Marks:
    """The spans of a block as rows `[first, last + 1)` of token numbers in order, a role each."""

    source: Ints
    cue: Ints
    content: Ints


def best_paths(block: Block, scores: Floats, transitions: Floats) -> Ints:
    """Return `[taggings, tokens]`: the best label of each token under the transitions (Viterbi).

    `scores` is `[taggings, tokens, labels]`, `transitions` is `[taggings, labels + 1, labels]`, as
    in `Weights`. All windows of all taggings go forward together, as columns.
    """
    lengths = np.tile(np.diff(block.edges), len(scores))
    padded = _columns(block, _within_paragraphs(block, scores))
    steps = np.repeat([legal(each) for each in transitions], len(block.edges) - 1, axis=0)
    best = np.empty_like(padded)  # the best way to each label
    best[0] = padded[0] + steps[:, -1]
    # What each way is worth: [longest, label before, column, label].
    ways = padded[:, None] + steps[:, :-1].swapaxes(0, 1)
    for before, way, here in zip(best[:-1], ways[1:], best[1:], strict=True):
        np.add(before.T[:, :, None], way, out=way)
        np.maximum.reduce(way, axis=0, out=here)
    before_it = ways.argmax(axis=1)
    paths: list[int] = []
    for column, length in enumerate(lengths.tolist()):
        last = int(best[length - 1, column].argmax())
        paths += _traced(last, before_it[1:length, column].tolist())
    return np.asarray(paths, dtype=np.int64).reshape(len(scores), -1)


def _traced(last: int, before_it: Sequence[Sequence[int]]) -> list[int]:
    """Return the path that ends in the label `last`, told for each label the one before it."""
    backwards = [last]
    for labels in reversed(before_it):
        backwards.append(labels[backwards[-1]])
    return backwards[::-1]


def legal(transitions: Floats) -> Floats:
    """Return the transitions, ruling out that a span goes on which has not begun."""
    steps = transitions.copy()
    for begins, inside in zip(_BEGINS, _INSIDE, strict=True):
        ruled_out = [i for i in range(len(LABELS) + 1) if i not in (begins, inside)]
        steps[ruled_out, inside] = NEVER
    return steps


def spans_of(path: Ints) -> Marks:
    """Return the spans that a sequence of labels stands for."""
    begins = np.flatnonzero(np.isin(path, _BEGINS))
    stops = np.append(np.flatnonzero(~np.isin(path, _INSIDE)), len(path))
    ends = stops[np.searchsorted(stops, begins, side="right")]
    spans = np.stack([begins, ends], axis=1)
    return Marks(*(spans[path[begins] == label] for label in _BEGINS))


def _within_paragraphs(block: Block, scores: Floats) -> Floats:
    """Return the scores of the labels, ruling out that a span goes on into a new paragraph."""
    scores = scores.copy()
    opens = np.flatnonzero(np.diff(block.tokens.paragraph)) + 1
    scores[:, opens[:, None], _INSIDE] = NEVER
    return scores


def _columns(block: Block, scores: Floats) -> Floats:
    """Return `[longest, taggings * windows, labels]`: a column a window, zeros behind its end."""
    lengths = np.diff(block.edges)
    window = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(window)) - block.edges[window]
    columns = np.zeros((lengths.max(), len(scores), len(lengths), len(LABELS)), dtype=np.float32)
    columns[place, :, window] = scores.swapaxes(0, 1)
    return columns.reshape(len(columns), -1, len(LABELS))
