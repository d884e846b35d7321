"""Drafts of statements -> how likely each is right, by a logistic calibration."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.drafts import Draft, Range
from sayso.annotate.heads import Encoded, softmax
from sayso.annotate.windows import LABELS, Block, Flags, Floats, Ints

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
    "inside",
)
_CEILING = 6.0  # logits beyond this say no more
# A score's odds are raised to this power, and then weighed by so much, as a logarithm: of PolNeAR,
# conflict and frontline dev, the calibration error of the worst is least with these, by
# `python -m train.confidence`.
SHARPER, FEWER = 1.05, -0.05
# Those inside others are right oftener than that, as a logarithm of the odds: their fit saw few.
INSIDE = 0.5
_USUAL_LENGTH = 2.5  # tokens of a content, as a logarithm


def confidences(encoded: Encoded, drafts: Sequence[Draft], weights: Floats) -> list[float]:
    """Return the probability, 0 to 1, that each statement is right; `weights` has the bias last."""
    logits = features(encoded, drafts) @ weights[:-1] + weights[-1]
    sharpened = SHARPER * logits.astype(np.float64) + FEWER + INSIDE * encoded.is_inside
    chances: list[float] = (1 / (1 + np.exp(-sharpened))).tolist()
    return chances


def calibrated(chance: float) -> float:
    """Return a threshold on the scale of the model's own fit, below 1, on that of the scores."""
    odds: float = (chance / (1 - chance)) ** SHARPER * math.exp(FEWER)
    return odds / (1 + odds)


def features(encoded: Encoded, drafts: Sequence[Draft]) -> Floats:
    """Return `[drafts, FEATURES]`, the numbers of each draft of a block."""
    if not drafts:
        return np.zeros((0, len(FEATURES)), dtype=np.float32)
    pieces = [len(draft.content) for draft in drafts]
    first_piece = np.cumsum([0, *pieces[:-1]])
    content = _spans([piece for draft in drafts for piece in draft.content])
    block, tags = encoded.block, softmax(encoded.heads.tags)
    of_content = np.minimum.reduceat(_span_logits(block, tags, content, "content"), first_piece)
    of_cue, with_cue = _of_one(block, tags, [draft.cue for draft in drafts], "cue")
    of_source, with_source = _of_one(block, tags, [draft.source for draft in drafts], "source")
    tokens = np.add.reduceat(content[:, 1] - content[:, 0], first_piece)
    quoted = np.add.reduceat(_reduced(np.add, block.tokens.quoted, content), first_piece)
    columns = [
        of_content,
        of_cue[:, :2],
        ~with_cue,
        of_source[:, :3],
        ~with_source,
        _logit(np.asarray([draft.cue_chance for draft in drafts])),
        _logit(np.asarray([draft.source_chance for draft in drafts])) * with_cue,
        np.log(pieces),
        np.log(tokens) - _USUAL_LENGTH,
        quoted / tokens,
        np.full(len(drafts), encoded.is_inside),
    ]
    return np.column_stack(columns).astype(np.float32)


def _of_one(
    block: Block, tags: Floats, parts: Sequence[tuple[Range, ...]], role: str
) -> tuple[Floats, Flags]:
    """Return the logits of a part that some drafts have, zeros for the others, and who has it."""
    present = np.asarray([bool(part) for part in parts])
    logits = np.zeros((len(parts), 4), dtype=np.float32)
    spans = _spans([part[0] for part in parts if part])
    logits[present] = _span_logits(block, tags, spans, role)
    return logits, present


def _span_logits(block: Block, tags: Floats, spans: Ints, role: str) -> Floats:
    """Return `[spans, 4]`, how sure the tags are of each: tokens on average, start, end, worst."""
    first, last = spans[:, 0], spans[:, 1]
    begins, inside = tags[:, LABELS.index(f"B-{role}")], tags[:, LABELS.index(f"I-{role}")]
    within = begins + inside
    following = np.minimum(last, len(tags) - 1)
    goes_on = (last < len(tags)) & (block.window(following) == block.window(last - 1))
    chances: list[NDArray[Any]] = [
        _reduced(np.add, within, spans) / (last - first).astype(np.float32),
        begins[first],
        1 - np.where(goes_on, inside[following], 0),
        _reduced(np.minimum, within, spans),
    ]
    return _logit(np.stack(chances, axis=1))


def _reduced(over: np.ufunc, values: NDArray[Any], spans: Ints) -> NDArray[Any]:
    """Return for each span what its values come to."""
    padded = np.append(values, values[:1])  # a span may end where the values do
    reduced: NDArray[Any] = over.reduceat(padded, spans.ravel())[::2]
    return reduced


def _logit(chances: NDArray[np.floating[Any]]) -> Floats:
    chances = np.clip(chances.astype(np.float64), 1e-6, 1 - 1e-6)
    return np.clip(np.log(chances / (1 - chances)), -_CEILING, _CEILING).astype(np.float32)


def _spans(ranges: Sequence[Range]) -> Ints:
    return np.asarray(ranges, dtype=np.int64).reshape(-1, 2)
