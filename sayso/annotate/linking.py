"""Spans of one window -> numbers that say which belong together, and the scores made of them.

A content piece looks for its cue, a cue for its source. The numbers are the same in training
and serving; the weights that turn them into scores come with the model.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.windows import VOCABULARY, Ints, Window

Floats = NDArray[np.float32]

# Tokens that tell how two spans stand to each other, as ids of BERT's uncased vocabulary.
_JOINTS = {
    1010: ",",
    1012: ".",
    1024: ":",
    1025: ";",
    1000: '"',
    1523: "“",
    1524: "”",
    1005: "'",
    1011: "-",
    1517: "—",
    2008: "that",
    1998: "and",
    2021: "but",
    2000: "to",
    2011: "by",
}
_JOINT_NUMBER = np.zeros(VOCABULARY, dtype=np.int64)
_JOINT_NUMBER[list(_JOINTS)] = np.arange(1, len(_JOINTS) + 1)
_BUCKETS = np.asarray([0, 1, 2, 4, 8, 16, 32, 64])  # tokens between two spans, lower bounds

PAIR_FEATURES = 1 + 2 * len(_BUCKETS) + 7 * 3 + 6 + 2 * (len(_JOINTS) + 1)
NONE_FEATURES = 11


@dataclass(frozen=True, slots=True)
class Marks:
    """The spans of one window as rows `[first, last + 1)` of token numbers, a role each."""

    source: Ints
    cue: Ints
    content: Ints


def pair_features(window: Window, marks: Marks, rows: Ints, columns: Ints) -> Floats:
    """Return `[rows, columns, PAIR_FEATURES]`: how each row's span stands to each column's."""
    shape = (len(rows), len(columns))
    row_first = rows[:, None, 0] <= columns[None, :, 0]
    gap_start = np.where(row_first, rows[:, None, 1], columns[None, :, 1])
    gap_end = np.maximum(np.where(row_first, columns[None, :, 0], rows[:, None, 0]), gap_start)
    gap = gap_end - gap_start
    last = len(window) - 1
    before, after = np.maximum(gap_start - 1, 0), np.minimum(gap_end, last)
    bucket = np.searchsorted(_BUCKETS, gap, side="right") - 1
    parts = [
        row_first[..., None],
        _one_hot(bucket + len(_BUCKETS) * row_first, 2 * len(_BUCKETS)),
        _few(window.sentence[after] - window.sentence[before]),
        _few(window.paragraph[after] - window.paragraph[before]),
        *(_few(_between(len(window), m, gap_start, gap_end)) for m in _roles(marks)),
        _few(_rank(gap, row_first)),
        _few(_rank(gap, None)),
        np.broadcast_to(_shape_of(window, rows)[:, None], (*shape, 3)),
        np.broadcast_to(_shape_of(window, columns)[None], (*shape, 3)),
        _one_hot(_joint(window, np.minimum(gap_start, last)), len(_JOINTS) + 1),
        _one_hot(_joint(window, np.maximum(gap_end - 1, 0)), len(_JOINTS) + 1),
    ]
    return np.concatenate([p.astype(np.float32) for p in parts], axis=-1)


def none_features(window: Window, rows: Ints, columns: Ints) -> Floats:
    """Return `[rows, NONE_FEATURES]`: what speaks for a span that belongs to no column."""
    first = rows[:, 0]
    previous = np.maximum(first - 1, 0)
    opens = (first == 0) | (window.sentence[first] != window.sentence[previous])
    following = np.minimum(rows[:, 1], len(window) - 1)
    closes = (rows[:, 1] >= len(window)) | (window.sentence[following] != window.sentence[first])
    near = np.zeros(len(rows), dtype=np.int64)
    close_by = np.zeros(len(rows), dtype=np.int64)
    if len(columns):
        same = window.sentence[rows[:, None, 0]] <= window.sentence[columns[None, :, 0]]
        same &= window.sentence[rows[:, None, 1] - 1] >= window.sentence[columns[None, :, 0]]
        near = same.sum(axis=1)
        paragraph = window.paragraph[rows[:, None, 0]] == window.paragraph[columns[None, :, 0]]
        close_by = paragraph.sum(axis=1)
    parts = [
        opens[:, None],
        closes[:, None],
        _few(near),
        _few(close_by),
        _shape_of(window, rows),
    ]
    return np.concatenate([p.astype(np.float32) for p in parts], axis=-1)


def _roles(marks: Marks) -> tuple[Ints, Ints, Ints]:
    return marks.source, marks.cue, marks.content


def _one_hot(index: NDArray[np.integer], size: int) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = index[..., None] == np.arange(size)
    return found


def _few(count: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Return a count as one of three: none, one, more."""
    return _one_hot(np.clip(count, 0, 2), 3)


def _between(length: int, spans: Ints, start: Ints, end: Ints) -> Ints:
    """Return how many of `spans` begin in each range `[start, end)` of tokens."""
    begins = np.zeros(length + 1, dtype=np.int64)
    np.add.at(begins, spans[:, 0] + 1, 1)
    total = np.cumsum(begins)
    count: Ints = total[end] - total[start]
    return count


def _rank(gap: Ints, side: NDArray[np.bool_] | None) -> Ints:
    """Return, for each pair, how many columns are nearer to the row (on the same side of it)."""
    nearer = gap[:, None, :] < gap[:, :, None]
    if side is not None:
        nearer &= side[:, None, :] == side[:, :, None]
    rank: Ints = nearer.sum(axis=2)
    return rank


def _shape_of(window: Window, spans: Ints) -> Floats:
    """Return `[spans, 3]`: length (log), whether it begins quoted, whether it ends quoted."""
    length = np.log1p(spans[:, 1] - spans[:, 0]) / 4
    begins, ends = window.quoted[spans[:, 0]], window.quoted[spans[:, 1] - 1]
    return np.stack([length, begins, ends], axis=-1).astype(np.float32)


def _joint(window: Window, at: Ints) -> Ints:
    """Return the number of the joining token that stands at each place, 0 for any other token."""
    number: Ints = _JOINT_NUMBER[window.ids[at]]
    return number
