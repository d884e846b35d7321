"""Windows, weights and scores made by hand, so that decoding is tested without a model."""

import numpy as np

from sayso.annotate.confidence import FEATURES
from sayso.annotate.heads import ACT_PARTS, LINK_PARTS, WIDTHS, Heads
from sayso.annotate.linking import NONE_FEATURES, PAIR_FEATURES
from sayso.annotate.naming import SIZES
from sayso.annotate.weights import Layers, Linker, Weights
from sayso.annotate.windows import LABELS, ROLES, windows
from sayso.networks import load_tokenizer
from tests.notation import read

TOKENIZER = load_tokenizer()
LINK = 2  # width of one projection


def window_of(text):
    (window,) = windows(text, TOKENIZER)
    return window


def nearest():
    """Return a linker that takes the nearest column, and nothing when there is none."""
    first = np.zeros((PAIR_FEATURES, 1), dtype=np.float32)
    first[1:17, 0] = np.tile(np.arange(8, 0, -1), 2)  # the buckets of distance, near ones first
    pair = Layers(first, np.zeros(1, np.float32), np.ones(1, np.float32), 0.0)
    none = Layers(
        np.zeros((NONE_FEATURES, 1), np.float32),
        np.zeros(1, np.float32),
        np.ones(1, np.float32),
        0.5,
    )
    return Linker(pair, none)


def weights(**changes):
    """Return weights with flat transitions and the nearest-column linkers."""
    values = {
        "transitions": np.zeros((len(LABELS) + 1, len(LABELS)), np.float32),
        "content_to_cue": nearest(),
        "cue_to_source": nearest(),
        "bias": np.zeros(len(LABELS), np.float32),
        "confidence": np.zeros(len(FEATURES) + 1, np.float32),
        "min_score": 0.0,
        "sizes": np.zeros(len(SIZES), np.float32),
        "nested": np.zeros((len(LABELS) + 1, len(LABELS)), np.float32),
        "acts": np.zeros(sum(ACT_PARTS[1:]), np.float32),
    }
    return Weights(**values | changes)


def scored(marked):
    """Return the article of a marked text, its window, and scores in which the parts are tagged."""
    article, annotation = read(marked)
    window = window_of(article.text)
    scores = silent(window)
    scores.tags[:, 0] = 5
    for statement in annotation.statements:
        for role in ROLES:
            for span in getattr(statement, role):
                places = tokens_of(window, *span)
                scores.tags[places, LABELS.index(f"I-{role}")] = 10
                scores.tags[places[0], LABELS.index(f"B-{role}")] = 15
    return article, window, scores


def silent(window):
    """Return scores for a window that speak for nothing."""
    names, entities, acts, nested = WIDTHS[2:]
    widths = (len(LABELS), LINK * LINK_PARTS, names, entities, acts, nested)
    return Heads(*(np.zeros((len(window), width), np.float32) for width in widths))


def tokens_of(window, start, end):
    """Return the numbers of the tokens that stand inside a range of the text."""
    return np.flatnonzero((window.starts >= start) & (window.ends <= end))
