"""Scores of labels become spans by the best path under the transitions."""

from itertools import pairwise, product

import numpy as np

from sayso.annotate.tagging import best_paths, legal, spans_of
from sayso.annotate.windows import LABELS, block_of
from tests.annotate.building import window_of

FLAT = np.zeros((len(LABELS) + 1, len(LABELS)), np.float32)


def test_nothing_begins_in_the_middle():
    block = block_of([window_of("It was so.")])
    scores = np.zeros((1, len(block.tokens), len(LABELS)), dtype=np.float32)
    scores[..., LABELS.index("I-cue")] = 3  # would be the best label at each place by itself
    (path,) = best_paths(block, scores, FLAT[None])
    assert LABELS[path[0]] != "I-cue"


def test_the_best_path_is_the_best_of_all_paths():
    rng = np.random.default_rng(1)
    windows = [window_of(text) for text in ("It was so.", "No.", "He had left.")]
    block = block_of(windows)
    scores = rng.normal(size=(2, len(block.tokens), len(LABELS))).astype(np.float32)
    transitions = rng.normal(size=(2, len(LABELS) + 1, len(LABELS))).astype(np.float32)
    paths = best_paths(block, scores, transitions)
    for tagging, path in enumerate(paths):
        steps = legal(transitions[tagging])
        for start, end in pairwise(block.edges.tolist()):
            labels = product(range(len(LABELS)), repeat=end - start)
            best = max(labels, key=lambda ls: worth(ls, scores[tagging, start:end], steps))
            assert tuple(path[start:end].tolist()) == best


def worth(labels, scores, steps):
    begin = steps[-1, labels[0]]
    ways = sum(steps[a, b] for a, b in pairwise(labels))
    return begin + ways + scores[range(len(labels)), labels].sum()


def test_a_span_ends_with_its_paragraph():
    block = block_of([window_of("So it\n\nwas.")])
    scores = np.zeros((1, len(block.tokens), len(LABELS)), dtype=np.float32)
    scores[..., LABELS.index("I-cue")] = 3
    scores[0, 0, LABELS.index("B-cue")] = 9
    (path,) = best_paths(block, scores, FLAT[None])
    assert [LABELS[label] for label in path[:2]] == ["B-cue", "I-cue"]
    assert LABELS[path[2]] != "I-cue"


def test_transitions_that_break_a_span_are_ruled_out():
    steps = legal(FLAT)
    allowed = {
        (LABELS[i] if i < len(LABELS) else "start", LABELS[j])
        for i, j in np.argwhere(steps == 0).tolist()
    }
    assert ("B-cue", "I-cue") in allowed
    assert ("I-cue", "I-cue") in allowed
    assert not allowed & {("O", "I-cue"), ("B-source", "I-cue"), ("start", "I-content")}


def test_spans_of_neighbours_stay_apart():
    path = np.asarray([LABELS.index(x) for x in ("B-cue", "I-cue", "B-cue", "B-source", "O")])
    marks = spans_of(path)
    assert marks.cue.tolist() == [[0, 2], [2, 3]]
    assert marks.source.tolist() == [[3, 4]]
