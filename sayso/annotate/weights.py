"""What the model knows beside the encoder: transitions, link networks and the calibration."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.annotate.windows import Floats

# Rows multiplied at once: products so small stay on this thread, beside those of the encoder.
_ROWS = 32


@dataclass(frozen=True, slots=True)
class Layers:
    """A network of two layers with a rectifier between: numbers in, one score out."""

    first: Floats  # [inputs, hidden]
    first_bias: Floats  # [hidden]
    second: Floats  # [hidden]
    second_bias: float

    def __call__(self, numbers: Floats) -> Floats:
        """Return the score of each row of `[rows, inputs]`."""
        scores = np.empty(len(numbers), dtype=np.float32)
        for start in range(0, len(numbers), _ROWS):
            part = slice(start, start + _ROWS)
            hidden = np.maximum(numbers[part] @ self.first + self.first_bias, 0)
            scores[part] = hidden @ self.second + self.second_bias
        return scores


@dataclass(frozen=True, slots=True)
class Linker:
    """Scores pairs of spans, and spans that belong to nothing."""

    pair: Layers
    none: Layers


@dataclass(frozen=True, slots=True)
class Weights:
    """All numbers that decoding needs; they travel inside the model file.

    `transitions` is `[labels + 1, labels]`, the last row for a window's first token.
    `bias` is added to the scores of the labels: how readily each role is encoded.
    `confidence` is the logistic calibration over `confidence.FEATURES`, the bias last.
    `min_score` is the default threshold. `sizes` is added to the scores of mentions, by length.
    `nested` are the transitions of statements inside others, `acts` the bias of acts, polarity
    and modalities.
    """

    transitions: Floats
    content_to_cue: Linker
    cue_to_source: Linker
    bias: Floats
    confidence: Floats
    min_score: float
    sizes: Floats
    nested: Floats
    acts: Floats


def from_json(data: Mapping[str, Any]) -> Weights:
    """Return the weights from the form in which the model file carries them."""
    return Weights(
        transitions=_floats(data["transitions"]),
        content_to_cue=_linker(data["content_to_cue"]),
        cue_to_source=_linker(data["cue_to_source"]),
        bias=_floats(data["bias"]),
        confidence=_floats(data["confidence"]),
        min_score=float(data["min_score"]),
        sizes=_floats(data["sizes"]),
        nested=_floats(data["nested"]),
        acts=_floats(data["acts"]),
    )


def _linker(data: Mapping[str, Any]) -> Linker:
    return Linker(_layers(data["pair"]), _layers(data["none"]))


def _layers(data: Mapping[str, Any]) -> Layers:
    return Layers(
        _floats(data["first"]),
        _floats(data["first_bias"]),
        _floats(data["second"]),
        float(data["second_bias"]),
    )


def _floats(data: Any) -> Floats:
    return np.asarray(data, dtype=np.float32)
