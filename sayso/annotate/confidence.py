"""Draft of a statement -> how likely it is right, by a logistic calibration."""

import math

import numpy as np

from sayso.annotate.decode import Draft
from sayso.annotate.linking import Floats
from sayso.annotate.windows import LABELS

FEATURES = (
    "content_mean",
    "content_start",
    "content_end",
    "content_worst",
    "cue_mean",
    "cue_start",
    "cue_absent",
    "source_mean",
    "source_start",
    "source_end",
    "source_absent",
    "cue_chance",
    "source_chance",
    "pieces",
    "length",
    "quoted",
)
_COLUMN = {label: i for i, label in enumerate(LABELS)}
_CEILING = 6.0  # logits beyond this say no more


def features(draft: Draft) -> Floats:
    """Return the numbers of `FEATURES` for one draft."""
    content = [_span_logits(draft, span, "content") for span in draft.content]
    cue = _span_logits(draft, draft.cue[0], "cue") if draft.cue else (0.0,) * 4
    source = _span_logits(draft, draft.source[0], "source") if draft.source else (0.0,) * 4
    tokens = [t for first, last in draft.content for t in range(first, last)]
    return np.asarray(
        [
            min(c[0] for c in content),
            min(c[1] for c in content),
            min(c[2] for c in content),
            min(c[3] for c in content),
            cue[0],
            cue[1],
            not draft.cue,
            source[0],
            source[1],
            source[2],
            not draft.source,
            _logit(draft.cue_chance),
            _logit(draft.source_chance) if draft.cue else 0.0,
            math.log(len(draft.content)),
            math.log(len(tokens)) - 2.5,
            float(draft.window.quoted[tokens].mean()),
        ],
        dtype=np.float32,
    )


def confidence(draft: Draft, weights: Floats) -> float:
    """Return the probability, 0 to 1, that the statement is right; `weights` has the bias last."""
    logit = float(features(draft) @ weights[:-1] + weights[-1])
    return 1 / (1 + math.exp(-logit))


def _span_logits(draft: Draft, span: tuple[int, int], role: str) -> tuple[float, ...]:
    """Return how sure the tags are of a span: its tokens on average, its start, end, worst."""
    first, last = span
    begin, inside = _COLUMN[f"B-{role}"], _COLUMN[f"I-{role}"]
    tags = draft.tags
    within = tags[first:last, begin] + tags[first:last, inside]
    after = 1.0 - tags[last, inside] if last < len(tags) else 1.0
    return (
        _logit(float(within.mean())),
        _logit(float(tags[first, begin])),
        _logit(float(after)),
        _logit(float(within.min())),
    )


def _logit(chance: float) -> float:
    chance = min(max(chance, 1e-6), 1 - 1e-6)
    return max(-_CEILING, min(_CEILING, math.log(chance / (1 - chance))))
