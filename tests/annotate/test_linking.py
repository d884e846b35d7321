"""The numbers by which spans find each other."""

import numpy as np
import pytest

from sayso.annotate.linking import (
    NONE_FEATURES,
    PAIR_FEATURES,
    choices,
    none_features,
    pair_features,
    paired,
)
from sayso.annotate.tagging import Marks
from sayso.annotate.windows import block_of
from tests.annotate.building import nearest, window_of

TEXT = "Ana said it rained. Bo denied that, and Cy left.\n\nHe knew."
WINDOW = window_of(TEXT)
BLOCK = block_of([WINDOW])


def span(phrase):
    start = TEXT.index(phrase)
    inside = (WINDOW.starts >= start) & (WINDOW.ends <= start + len(phrase))
    places = np.flatnonzero(inside)
    return [int(places[0]), int(places[-1]) + 1]


def spans(*phrases):
    return np.asarray([span(p) for p in phrases], dtype=np.int64).reshape(-1, 2)


MARKS = Marks(spans("Ana", "Bo"), spans("said", "denied"), spans("it rained", "that"))


def numbers(rows, columns, block=BLOCK, marks=MARKS):
    """Return the numbers of each pair, row by row, and those of each row that has no column."""
    pairs = paired(block, rows, columns)
    return pair_features(block, marks, pairs), none_features(block, pairs)


def test_every_pair_has_its_numbers():
    pairs, none = numbers(MARKS.content, MARKS.cue)
    assert (pairs.shape, none.shape) == ((4, PAIR_FEATURES), (2, NONE_FEATURES))
    assert pairs.dtype == none.dtype == np.float32
    assert np.isfinite(pairs).all()
    assert np.isfinite(none).all()


def test_order_and_distance_differ_by_side():
    pairs, _ = numbers(MARKS.content, MARKS.cue)
    assert pairs[:, 0].tolist() == [0, 1, 0, 0]  # whether the content comes first
    assert pairs[0, 1:17].tolist() != pairs[1, 1:17].tolist()


def test_what_belongs_to_nothing_has_its_numbers_too():
    _, alone = numbers(spans("He knew"), spans())
    assert alone.shape == (1, NONE_FEATURES)
    assert alone[0, 0] == 1  # opens its sentence


@pytest.mark.parametrize(("rows", "columns"), [((), ("said",)), (("said",), ())])
def test_no_rows_and_no_columns_are_fine(rows, columns):
    pairs, none = numbers(spans(*rows), spans(*columns))
    assert (pairs.shape, none.shape) == ((0, PAIR_FEATURES), (len(rows), NONE_FEATURES))


def test_windows_of_a_block_keep_to_themselves():
    size = len(WINDOW)
    twice = block_of([WINDOW, WINDOW])
    marks = Marks(
        *(np.concatenate([m, m + size]) for m in (MARKS.source, MARKS.cue, MARKS.content))
    )
    alone = numbers(MARKS.content, MARKS.cue)
    both = numbers(marks.content, marks.cue, twice, marks)
    for one, two in zip(alone, both, strict=True):
        assert np.array_equal(np.concatenate([one, one]), two)


def test_a_row_that_scores_a_pair_highest_chooses_it():
    projections = np.zeros((len(WINDOW), 2), dtype=np.float32)
    pairs = paired(BLOCK, MARKS.content, MARKS.cue)
    near = choices(BLOCK, MARKS, pairs, (projections, projections), nearest())
    assert [choice.column for choice in near] == [0, 1]
    assert all(0.5 < choice.chance < 1 for choice in near)
    projections[MARKS.content[0]] = projections[MARKS.cue[1]] = [9, 0]
    far = choices(BLOCK, MARKS, pairs, (projections, projections), nearest())
    assert far[0].column == 1
    none = choices(BLOCK, MARKS, paired(BLOCK, MARKS.cue, spans()), (projections,) * 2, nearest())
    assert [choice.column for choice in none] == [-1, -1]
