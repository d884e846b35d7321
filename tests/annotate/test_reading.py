"""What tokens say of an act becomes a reading, and the most telling word of it is named."""

import numpy as np
import pytest

from sayso.annotate.drafts import Draft
from sayso.annotate.heads import ACT_PARTS, Encoded
from sayso.annotate.reading import readings
from sayso.annotate.windows import ROLES
from sayso.records import ACTS, MODALITIES, UNREAD
from tests.annotate.building import silent, tokens_of, weights, window_of

TEXT = "Ana Ruel said the raid was a disgrace."
WIDTH = sum(ACT_PARTS)
PARTS = {"source": "Ana Ruel", "cue": "said", "content": "the raid was a disgrace"}


def read(bias=None, parts=PARTS, **said):
    """Return the reading where words say, each (role, column, how much, how much it counts)."""
    window = window_of(TEXT)
    heads = silent(window)
    scores = heads.acts
    for word, (role, column, much, counts) in said.items():
        start = TEXT.index(word)
        at = tokens_of(window, start, start + len(word))
        scores[at, ROLES.index(role) * WIDTH + 1 + column] = much
        scores[at, ROLES.index(role) * WIDTH] = counts
    ranges = (
        (window.tokens(TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()
        for words in (parts[role] for role in ROLES)
    )
    encoded = Encoded.of([window], [heads])
    (reading,) = readings(TEXT, encoded, [Draft(*ranges)], weights().acts if bias is None else bias)
    return reading


def best(reading):
    return ACTS[int(np.argmax(reading.acts))]


def test_the_word_that_counts_decides_and_is_named():
    reading = read(disgrace=("content", ACTS.index("criticises"), 6.0, 5.0))
    assert best(reading) == "criticises"
    assert reading.words.of(TEXT) == "disgrace"
    assert sum(reading.acts) == pytest.approx(1, abs=0.01)


def test_a_word_that_hardly_counts_does_not_decide():
    reading = read(
        disgrace=("content", ACTS.index("criticises"), 6.0, -5.0),
        said=("cue", ACTS.index("asserts"), 3.0, 0.0),
    )
    assert best(reading) == "asserts"
    assert reading.words.of(TEXT) == "said"


def test_a_token_says_nothing_in_a_role_that_it_does_not_have():
    assert best(read(said=("content", ACTS.index("denies"), 9.0, 9.0))) != "denies"


def test_polarity_and_modality_are_read_beside_the_act():
    reading = read(
        raid=("content", len(ACTS), 9.0, 9.0),
        said=("cue", len(ACTS) + 1 + MODALITIES.index("possible"), 5.0, 0.0),
    )
    assert reading.negative > 0.9
    assert MODALITIES[int(np.argmax(reading.modalities))] == "possible"


def test_a_statement_without_source_and_cue_is_read_by_its_content():
    reading = read(
        parts=PARTS | {"source": "", "cue": ""},
        disgrace=("content", ACTS.index("criticises"), 6.0, 5.0),
    )
    assert best(reading) == "criticises"


def test_without_telling_words_the_bias_decides():
    bias = weights().acts.copy()
    bias[ACTS.index("asserts")] = 2.0
    assert best(read(bias)) == "asserts"


def test_every_draft_of_a_block_has_its_own_reading():
    window = window_of(TEXT)
    size, rng = len(window), np.random.default_rng(1)
    noise = rng.normal(size=(2, *silent(window).acts.shape)).astype(np.float32)
    heads = [silent(window)._replace(acts=acts) for acts in noise]
    one = Draft(((0, 2),), ((2, 3),), ((3, 5), (6, 8)))
    two = Draft((), (), ((4, 7),))
    nowhere = Draft((), (), ())
    moved = Draft((), (), ((4 + size, 7 + size),))
    bias = weights().acts
    block = Encoded.of([window, window], heads)
    first, second = (Encoded.of([window], [each]) for each in heads)
    assert readings(TEXT, block, [two, nowhere, one, moved], bias) == [
        *readings(TEXT, first, [two], bias),
        UNREAD,
        *readings(TEXT, first, [one], bias),
        *readings(TEXT, second, [two], bias),
    ]
