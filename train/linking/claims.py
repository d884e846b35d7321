"""Stories labelled whole -> `sayso/data/claims-weights.csv`: `python -m train.linking.claims DB`.

Logistic regressions: whether two statements say the same, by features, and by these with what the
model of pairs of texts says where it was asked. Pairs are those that share a key. The second is
fitted on the fold of the stories that this model has not learnt from.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.link.claims.decide import COMPARED, Weighed, compared, weigh_pair
from sayso.link.claims.features import SAME, Pair
from sayso.link.compare.comparer import Shipped
from sayso.link.compare.weights import BIAS
from train.linking.stories import OPEN, ReadStory, load

T = TypeVar("T")
Floats = NDArray[np.float64]
Row = tuple[T, str]  # something with its label
OUT = Path(__file__).resolve().parents[2] / "sayso" / "data" / "claims-weights.csv"
COMMENT = """\
# Made by train/linking/claims.py. model: which of the regressions. feature: what is told of a pair,
# bias for none. weight: what it adds to the logarithm of the odds. Answers and against are as they
# were fitted on the two development sets of claims: what the stories label as denials is wider."""
RIDGE = 3.0  # how strongly weights are held down
STEPS = 25
NEAR = 2.0  # how much a near miss counts
HELD = 4  # the fold of the stories that the model of pairs of texts has not learnt from


def pairs(stories: Iterable[ReadStory]) -> Iterator[Row[Pair]]:
    """Yield the pairs of statements that share a key, with what the labels say."""
    for story in stories:
        for (a, b), label in story.pairs():
            if label != OPEN:
                yield Pair.of(story.points[a], story.points[b]), label


def weighed(stories: Iterable[ReadStory], comparer: Shipped) -> list[Row[Weighed]]:
    """Return the pairs that features leave open, with what a model of pairs of texts says."""
    rows = [(weigh_pair(pair.a, pair.b), label) for pair, label in pairs(stories)]
    open_ = [(each, label) for each, label in rows if each.is_open]
    asked = compared([each for each, _ in open_], comparer)
    return [(each, label) for each, (_, label) in zip(asked, open_, strict=True)]


def fitted(
    features: Mapping[str, Callable[[T], float]], rows: Sequence[Row[T]], right: str
) -> Floats:
    """Return the bias and the weights of a regression by Newton's method."""
    x = np.array([[f(each) for f in features.values()] for each, _ in rows])
    y = np.array([label == right for _, label in rows], float)
    counts = np.array([NEAR if label == "near" else 1.0 for _, label in rows])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    ridge = np.diag([1e-6] + [RIDGE] * x.shape[1])
    weights = np.zeros(z.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ (counts * (likely - y)) + ridge @ weights
        bend = (z.T * (counts * likely * (1 - likely))) @ z + ridge
        weights = weights - np.linalg.solve(bend, slope)
    plain = weights[1:] / spread
    return np.concatenate([[weights[0] - (plain * mean).sum()], plain])


def lines(model: str, features: Iterable[str], weights: Floats) -> list[str]:
    """Return the lines of a model in the table."""
    named = zip([BIAS, *features], weights, strict=True)
    return [f'{model},"{name}",{weight:.3f}' for name, weight in named]


def write(own: Iterable[str]) -> None:
    """Write the models that were fitted, and those of the table that were not, as they are."""
    made = list(own)
    models = {line.split(",")[0] for line in made}
    old = OUT.read_text("utf-8").splitlines() if OUT.exists() else []
    kept = [each for each in old if '"' in each and each.split(",")[0] not in models]
    OUT.write_text("\n".join([COMMENT, "model,feature,weight", *made, *kept]) + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    """Fit the weights with records kept in the store that is named, and write them.

    With `compare` as a further word those are fitted that weigh what the model of pairs of texts
    says, by the features as the table has them. That takes minutes.
    """
    stories = list(load(Path(arguments[0])))
    if "compare" in arguments:
        held = weighed([s for s in stories if s.fold == HELD], Shipped())
        write(lines("same compared", COMPARED, fitted(COMPARED, held, "same")))
        return
    write(lines("same", SAME, fitted(SAME, list(pairs(stories)), "same")))


if __name__ == "__main__":
    main(sys.argv[1:])
