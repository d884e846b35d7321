"""What a larger model read stands at the right tokens of another cut of the text."""

import numpy as np
import pytest

from corpora.documents import Labelled
from sayso.annotate.heads import NAME_LABELS
from sayso.annotate.windows import LABELS, Window
from sayso.records import Span
from train.acts import ActLabel
from train.distil.soft import Chances, Soft, load, unlabelled, write

TEXT = "Ruel denied it"
STARTS, ENDS = np.array([0, 5, 12]), np.array([4, 11, 14])
OPENING = [LABELS.index(f"B-{role}") for role in ("source", "cue", "content")]


def read():
    tags = np.eye(len(LABELS), dtype=np.float32)[OPENING]
    names = np.eye(len(NAME_LABELS), dtype=np.float32)[[1, 0, 0]]
    spans = [(Span(int(s), int(e)),) for s, e in zip(STARTS, ENDS, strict=True)]
    chances = np.linspace(0, 1, 27, dtype=np.float32)
    statement = ActLabel(Labelled(*spans), chances=chances)
    return Soft(STARTS, ENDS, Chances(tags, tags * 0 + 1 / len(LABELS), names), (statement,))


def window(starts, ends):
    zeros = np.zeros(len(starts), dtype=np.int64)
    columns = (zeros, zeros, np.array(starts), np.array(ends), zeros, zeros, zeros)
    return Window(*columns)


@pytest.mark.parametrize(
    ("starts", "begin", "tags", "known"),
    [
        ([0, 5, 12], 0, ["B-source", "B-cue", "B-content"], [0, 1, 2]),
        ([0, 2, 5, 9, 12], 0, ["B-source", "I-source", "B-cue", "I-cue", "B-content"], range(5)),
        ([10, 15, 22], 10, ["B-source", "B-cue", "B-content"], [0, 1, 2]),
        ([3, 10, 15, 22, 30], 10, [None, "B-source", "B-cue", "B-content", None], [1, 2, 3]),
    ],
)
def test_tokens_take_what_was_read_at_their_place(starts, begin, tags, known):
    chances, at = read().at(window(starts, [s + 1 for s in starts]), begin)
    assert at.tolist() == list(known)
    for number in at:
        assert LABELS[chances.tags[number].argmax()] == tags[number]
        assert chances.tags[number].sum() == pytest.approx(1)


def test_what_was_read_survives_being_written(tmp_path):
    write(tmp_path, {"aa": read(), "bb": read()})
    back = load(tmp_path)
    assert list(back) == ["aa", "bb"]
    soft = back["bb"]
    assert soft.starts.tolist() == STARTS.tolist()
    assert soft.chances.tags.argmax(1).tolist() == OPENING
    np.testing.assert_allclose(soft.chances.nested, 1 / len(LABELS), atol=0.003)
    assert unlabelled(soft) == (read().statements[0].statement,)
    np.testing.assert_allclose(soft.statements[0].chances, read().statements[0].chances, atol=6e-4)
