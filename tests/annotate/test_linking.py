"""The numbers by which spans find each other."""

import numpy as np

from sayso.annotate.linking import (
    NONE_FEATURES,
    PAIR_FEATURES,
    Marks,
    none_features,
    pair_features,
)
from tests.annotate.building import window_of

TEXT = "Ana said it rained. Bo denied that, and Cy left.\n\nHe knew."
WINDOW = window_of(TEXT)


def span(phrase):
    start = TEXT.index(phrase)
    inside = (WINDOW.starts >= start) & (WINDOW.ends <= start + len(phrase))
    places = np.flatnonzero(inside)
    return [int(places[0]), int(places[-1]) + 1]


def spans(*phrases):
    return np.asarray([span(p) for p in phrases], dtype=np.int64).reshape(-1, 2)


MARKS = Marks(spans("Ana", "Bo"), spans("said", "denied"), spans("it rained", "that"))


def test_every_pair_has_its_numbers():
    numbers = pair_features(WINDOW, MARKS, MARKS.content, MARKS.cue)
    assert numbers.shape == (2, 2, PAIR_FEATURES)
    assert numbers.dtype == np.float32
    assert np.isfinite(numbers).all()


def test_order_and_distance_differ_by_side():
    numbers = pair_features(WINDOW, MARKS, MARKS.content, MARKS.cue)
    content_first = numbers[:, :, 0]
    assert content_first.tolist() == [[0, 1], [0, 0]]
    assert numbers[0, 0, 1:17].tolist() != numbers[0, 1, 1:17].tolist()


def test_what_belongs_to_nothing_has_its_numbers_too():
    numbers = none_features(WINDOW, MARKS.content, MARKS.cue)
    assert numbers.shape == (2, NONE_FEATURES)
    alone = none_features(WINDOW, spans("He knew"), spans())
    assert alone.shape == (1, NONE_FEATURES)
    assert alone[0, 0] == 1  # opens its sentence


def test_no_rows_and_no_columns_are_fine():
    assert pair_features(WINDOW, MARKS, spans(), MARKS.cue).shape == (0, 2, PAIR_FEATURES)
    assert pair_features(WINDOW, MARKS, MARKS.cue, spans()).shape == (2, 0, PAIR_FEATURES)
