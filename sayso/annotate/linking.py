"""Spans of a block -> numbers that say which belong together, and the choice made by them.

A content piece looks for its cue, a cue for its source. The numbers are the same in training
and serving; the weights that turn them into scores come with the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from sayso.annotate.heads import softmax
from sayso.annotate.tagging import Marks
from sayso.annotate.weights import Linker
from sayso.annotate.windows import Block, Flags, Floats, Ints

# Tokens that tell how two spans stand to each other, as ids; every vocabulary has them so.
JOINTS = {
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
_JOINT_NUMBER = np.zeros(1 << 16, dtype=np.int64)  # more than a vocabulary has
_JOINT_NUMBER[list(JOINTS)] = np.arange(1, len(JOINTS) + 1)
_BUCKETS = np.asarray([0, 1, 2, 4, 8, 16, 32, 64])  # tokens between two spans, lower bounds

PAIR_FEATURES = 1 + 2 * len(_BUCKETS) + 7 * 3 + 6 + 2 * (len(JOINTS) + 1)
NONE_FEATURES = 11


@dataclass(frozen=True, slots=True)
class Pairs:
    """Every row, a span that looks for another, with every column of its window.

    `rows` and `columns` are spans `[first, last + 1)` of tokens in text order; `row` and `column`
    are the numbers of each pair's two; `first` is, for each row, the first column of its window.
    """

    rows: Ints
    columns: Ints
    row: Ints
    column: Ints
    first: Ints


def paired(block: Block, rows: Ints, columns: Ints) -> Pairs:
    """Return the pairs of rows and columns, row by row."""
    window = block.window(rows[:, 0])
    first, end = np.searchsorted(columns[:, 0], [block.edges[window], block.edges[window + 1]])
    counts = end - first
    row = np.repeat(np.arange(len(rows)), counts)
    column = np.arange(len(row)) + (first - np.cumsum(counts) + counts)[row]
    return Pairs(rows, columns, row, column, first)


class Choice(NamedTuple):
    """The number of the column that a row belongs to, -1 for none, and how likely that is."""

    column: int
    chance: float


def choices(
    block: Block, marks: Marks, pairs: Pairs, projections: Sequence[Floats], linker: Linker
) -> list[Choice]:
    """Return the choice of each row.

    `projections` are those by which rows and columns look for each other, `[tokens, LINK]` each.
    """
    queries, keys = projections
    scores = _dots(pairs, queries, keys) + linker.pair(pair_features(block, marks, pairs))
    place = pairs.column - pairs.first[pairs.row]
    widest = int(place.max(initial=-1)) + 1
    every = np.full((len(pairs.rows), widest + 1), -np.inf, dtype=np.float32)
    every[pairs.row, place] = scores
    every[:, widest] = linker.none(none_features(block, pairs))
    chances = softmax(every)
    best = chances.argmax(axis=1)
    columns = np.where(best == widest, -1, pairs.first + best)
    return list(map(Choice, columns.tolist(), chances.max(axis=1).tolist()))


def _dots(pairs: Pairs, queries: Floats, keys: Floats) -> Floats:
    """Return the product of each pair's projections, a span's being the mean of its two ends."""
    rows, columns = (
        (projection[spans[:, 0]] + projection[spans[:, 1] - 1]) * np.float32(0.5)
        for projection, spans in ((queries, pairs.rows), (keys, pairs.columns))
    )
    dots: Floats = np.einsum("pd,pd->p", rows[pairs.row], columns[pairs.column])
    return dots / np.float32(queries.shape[1] ** 0.5)


def pair_features(block: Block, marks: Marks, pairs: Pairs) -> Floats:
    """Return `[pairs, PAIR_FEATURES]`: how each row's span stands to each column's."""
    tokens, rows, columns = block.tokens, pairs.rows[pairs.row], pairs.columns[pairs.column]
    row_first = rows[:, 0] <= columns[:, 0]
    gap_start = np.where(row_first, rows[:, 1], columns[:, 1])
    gap_end = np.maximum(np.where(row_first, columns[:, 0], rows[:, 0]), gap_start)
    gap = gap_end - gap_start
    last = block.edges[block.window(rows[:, 0]) + 1] - 1
    before, after = gap_start - 1, np.minimum(gap_end, last)
    bucket = np.searchsorted(_BUCKETS, gap, side="right") - 1
    counts = [
        tokens.sentence[after] - tokens.sentence[before],
        tokens.paragraph[after] - tokens.paragraph[before],
        *(_between(m, gap_start, gap_end) for m in (marks.source, marks.cue, marks.content)),
        _rank(gap, 2 * pairs.row + row_first),
        _rank(gap, pairs.row),
    ]
    parts = [
        row_first[:, None],
        _one_hot(bucket + len(_BUCKETS) * row_first, 2 * len(_BUCKETS)),
        _few(np.stack(counts, axis=1)),
        _shape_of(block, pairs.rows)[pairs.row],
        _shape_of(block, pairs.columns)[pairs.column],
        _one_hot(_joint(block, np.minimum(gap_start, last)), len(JOINTS) + 1),
        _one_hot(_joint(block, gap_end - 1), len(JOINTS) + 1),
    ]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def none_features(block: Block, pairs: Pairs) -> Floats:
    """Return `[rows, NONE_FEATURES]`: what speaks for a span that belongs to no column."""
    sentence, paragraph = block.tokens.sentence, block.tokens.paragraph
    first, end = pairs.rows[:, 0], pairs.rows[:, 1]
    window = block.window(first)
    begin, stop = block.edges[window], block.edges[window + 1]
    opens = (first == begin) | (sentence[first] != sentence[first - 1])
    closes = (end == stop) | (sentence[np.minimum(end, stop - 1)] != sentence[first])
    row, column = pairs.row, pairs.columns[pairs.column, 0]
    near = sentence[first][row] <= sentence[column]
    near &= sentence[end - 1][row] >= sentence[column]
    close_by = paragraph[first][row] == paragraph[column]
    counts = [np.bincount(row[each], minlength=len(first)) for each in (near, close_by)]
    parts = [
        opens[:, None],
        closes[:, None],
        _few(np.stack(counts, axis=1)),
        _shape_of(block, pairs.rows),
    ]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _one_hot(index: Ints, size: int) -> Flags:
    hot: Flags = index[..., None] == np.arange(size)
    return hot


def _few(counts: Ints) -> Flags:
    """Return each count of `[n, counts]` as one of three (none, one, more), side by side."""
    return _one_hot(np.clip(counts, 0, 2), 3).reshape(len(counts), 3 * counts.shape[1])


def _between(spans: Ints, start: Ints, end: Ints) -> Ints:
    """Return how many of `spans` begin in each range `[start, end)` of tokens."""
    begins = spans[:, 0]
    return np.searchsorted(begins, end) - np.searchsorted(begins, start)


def _rank(gap: Ints, group: Ints) -> Ints:
    """Return, for each pair, how many pairs of its group have a smaller gap."""
    order = np.lexsort((gap, group))
    gap, group = gap[order], group[order]
    opens = np.append(True, group[1:] != group[:-1])[: len(gap)]
    grows = opens | np.append(True, gap[1:] != gap[:-1])[: len(gap)]
    at = np.arange(len(gap))
    rank = np.empty(len(gap), dtype=np.int64)
    rank[order] = np.maximum.accumulate(at * grows) - np.maximum.accumulate(at * opens)
    return rank


def _shape_of(block: Block, spans: Ints) -> Floats:
    """Return `[spans, 3]`: length (log), whether it begins quoted, whether it ends quoted."""
    length = np.log1p(spans[:, 1] - spans[:, 0]) / 4
    quoted = block.tokens.quoted
    begins, ends = quoted[spans[:, 0]], quoted[spans[:, 1] - 1]
    return np.stack([length, begins, ends], axis=-1).astype(np.float32)


def _joint(block: Block, at: Ints) -> Ints:
    """Return the number of the joining token that stands at each place, 0 for any other token."""
    number: Ints = _JOINT_NUMBER[block.tokens.ids[at]]
    return number
