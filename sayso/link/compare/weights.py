"""Features and their weights -> a score. The weights are in a table of `sayso/data`.

Each model is a logistic regression: a score is the logarithm of the odds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, fsum, log
from typing import Generic, TypeVar

from sayso.english.tables import rows

T = TypeVar("T")
BIAS = "bias"
_LEAST = 0.0001  # a probability that is held for none


@dataclass(frozen=True, slots=True)
class Feature(Generic[T]):
    """Something that can be told of a pair, as a number, with what it adds to the score."""

    name: str
    function: Callable[[T], float]
    weight: float


@dataclass(frozen=True, slots=True)
class Scorer(Generic[T]):
    """Features whose weighted sum is a score."""

    features: tuple[Feature[T], ...]
    bias: float

    @classmethod
    def of(
        cls, model: str, functions: Mapping[str, Callable[[T], float]], table: str
    ) -> "Scorer[T]":
        """Return the scorer of a model of a table; features without a weight count nothing."""
        weights = weights_of(model, table)
        features = (Feature(n, f, weights[n]) for n, f in functions.items() if n in weights)
        return cls(tuple(features), weights[BIAS])

    def score(self, pair: T) -> tuple[float, str]:
        """Return the score of a pair, and the name of the feature that adds most to it."""
        return self.weigh({each.name: each.function(pair) for each in self.features})

    def weigh(self, values: Mapping[str, float]) -> tuple[float, str]:
        """Return the same where the values of features are known, by their names."""
        parts = [(each.weight * values[each.name], each.name) for each in self.features]
        most = max(parts, default=(0.0, ""), key=lambda part: part[0])
        return self.bias + fsum(part for part, _ in parts), most[1]


def chance(score: float) -> float:
    """Return the probability that a score stands for."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def odds(chance_: float) -> float:
    """Return the logarithm of the odds of a probability, held where it is all but sure."""
    inside = min(1 - _LEAST, max(_LEAST, chance_))
    return log(inside / (1 - inside))


def weights_of(model: str, table: str) -> Mapping[str, float]:
    """Return the weights of a model of a table of `sayso/data`, by their features."""
    return _weights(table)[model]


@cache
def _weights(table: str) -> dict[str, dict[str, float]]:
    models: dict[str, dict[str, float]] = {}
    for row in rows(table):
        models.setdefault(row["model"], {})[row["feature"]] = float(row["weight"])
    return models
