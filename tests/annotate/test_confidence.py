"""Drafts get the numbers that their confidence is made of."""

import numpy as np
import pytest

from sayso.annotate.confidence import FEATURES, calibrated, confidences, features
from sayso.annotate.drafts import Draft, drafts
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded
from tests.annotate.building import scored, weights

SURE = "{S:Ana} {C:said} {T:“it was late.”}"


def of_one(marked, tagged=lambda tags: tags):
    """Return the numbers of the only draft by name, its tags changed by `tagged`."""
    article, window, scores = scored(marked)
    encoded = Encoded.of([window], [scores._replace(tags=tagged(scores.tags))])
    outer, _ = drafts(Ground.of(article), encoded, weights())
    (numbers,) = features(encoded, outer)
    return dict(zip(FEATURES, numbers.tolist(), strict=True))


@pytest.mark.parametrize(
    ("marked", "numbers"),
    [
        (SURE, {"cue_absent": 0, "source_absent": 0, "pieces": 0, "quoted": 1}),
        ("{T:“It was late.”}", {"cue_absent": 1, "source_absent": 1, "cue_mean": 0}),
        ("It {C:said} {T:it was late}.", {"cue_absent": 0, "source_absent": 1, "quoted": 0}),
        ("{T:“It is,”} {S:Ana} {C:said}, {T:“late.”}", {"pieces": np.log(2), "quoted": 1}),
    ],
)
def test_what_is_there_and_what_is_not(marked, numbers):
    measured = of_one(marked)
    assert {name: measured[name] for name in numbers} == pytest.approx(numbers)


def test_tags_that_waver_are_less_sure():
    steady, wavering = of_one(SURE), of_one(SURE, tagged=lambda tags: tags / 6)
    for name in ("content_mean", "content_start", "content_worst", "cue_mean", "source_start"):
        assert wavering[name] < steady[name], name


def test_every_draft_of_a_block_has_its_own_numbers():
    _, window, scores = scored(SURE + " And {T2:it had rained}.")
    one, two = Draft(((0, 1),), ((1, 2),), ((2, 4), (5, 7)), 0.9, 0.8), Draft((), (), ((9, 11),))
    size = len(window)
    moved = Draft((), (), ((9 + size, 11 + size),))
    last = Draft((), (), ((size - 2, size),))
    block, alone = Encoded.of([window] * 2, [scores] * 2), Encoded.of([window], [scores])
    together = features(block, [one, two, last, moved])
    apart = np.concatenate([features(alone, [each]) for each in (one, two, last, two)])
    assert np.array_equal(together, apart)


def test_confidence_is_a_probability():
    article, window, scores = scored(SURE)
    encoded = Encoded.of([window], [scores])
    outer, _ = drafts(Ground.of(article), encoded, weights())
    bias = np.append(np.zeros(len(FEATURES), np.float32), np.float32(2))
    assert confidences(encoded, outer, bias) == pytest.approx([0.886], abs=0.001)
    assert confidences(encoded, [], bias) == []


@pytest.mark.parametrize("chance", [0.05, 0.37, 0.5, 0.881, 0.99])
def test_a_threshold_moves_with_the_scores(chance):
    """What was as likely as the threshold still is: nothing more is left out, and nothing less."""
    article, window, scores = scored(SURE)
    encoded = Encoded.of([window], [scores])
    outer, _ = drafts(Ground.of(article), encoded, weights())
    bias = np.append(np.zeros(len(FEATURES)), np.log(chance / (1 - chance)))
    assert confidences(encoded, outer, bias) == pytest.approx([calibrated(chance)])


def test_no_threshold_stays_none():
    assert calibrated(0.0) == 0.0
