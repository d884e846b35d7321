"""What tokens say of an act becomes a reading, and the most telling word of it is named."""

import numpy as np
import pytest

from sayso.annotate.heads import ACT_PARTS
from sayso.annotate.reading import reading
from sayso.annotate.windows import ROLES
from sayso.records import ACTS, MODALITIES
from tests.annotate.building import silent, tokens_of, weights, window_of

TEXT = "Ana Ruel said the raid was a disgrace."
WIDTH = sum(ACT_PARTS)
PARTS = {"source": "Ana Ruel", "cue": "said", "content": "the raid was a disgrace"}


def read(bias=None, parts=PARTS, **said):
    """Return the reading where words say, each (role, column, how much, how much it counts)."""
    window = window_of(TEXT)
    scores = silent(window).acts
    for word, (role, column, much, counts) in said.items():
        start = TEXT.index(word)
        at = tokens_of(window, start, start + len(word))
        scores[at, ROLES.index(role) * WIDTH + 1 + column] = much
        scores[at, ROLES.index(role) * WIDTH] = counts
    ranges = {
        role: [window.tokens(TEXT.index(words), TEXT.index(words) + len(words))] if words else []
        for role, words in parts.items()
    }
    return reading(TEXT, window, scores, ranges, weights().acts if bias is None else bias)


def best(found):
    return ACTS[int(np.argmax(found.acts))]


def test_the_word_that_counts_decides_and_is_named():
    found = read(disgrace=("content", ACTS.index("criticises"), 6.0, 5.0))
    assert best(found) == "criticises"
    assert found.words.of(TEXT) == "disgrace"
    assert sum(found.acts) == pytest.approx(1, abs=0.01)


def test_a_word_that_hardly_counts_does_not_decide():
    found = read(
        disgrace=("content", ACTS.index("criticises"), 6.0, -5.0),
        said=("cue", ACTS.index("asserts"), 3.0, 0.0),
    )
    assert best(found) == "asserts"
    assert found.words.of(TEXT) == "said"


def test_a_token_says_nothing_in_a_role_that_it_does_not_have():
    assert best(read(said=("content", ACTS.index("denies"), 9.0, 9.0))) != "denies"


def test_polarity_and_modality_are_read_beside_the_act():
    found = read(
        raid=("content", len(ACTS), 9.0, 9.0),
        said=("cue", len(ACTS) + 1 + MODALITIES.index("possible"), 5.0, 0.0),
    )
    assert found.negative > 0.9
    assert MODALITIES[int(np.argmax(found.modalities))] == "possible"


def test_a_statement_without_source_and_cue_is_read_by_its_content():
    found = read(
        parts=PARTS | {"source": "", "cue": ""},
        disgrace=("content", ACTS.index("criticises"), 6.0, 5.0),
    )
    assert best(found) == "criticises"


def test_without_telling_words_the_bias_decides():
    bias = weights().acts.copy()
    bias[ACTS.index("asserts")] = 2.0
    assert best(read(bias)) == "asserts"
