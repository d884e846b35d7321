"""Scores of the model that ships, on the development sets -> the two numbers that make them truer.

Run `python -m train.confidence` after a release; it prints `SHARPER` and `FEWER` for
`sayso/annotate/confidence.py`. The model's own fit serves three sets at once, which were labelled
by different rules; of all pairs on a grid, this takes the one with which the worst of them is best.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import product

from bench.reliability import Judged, error
from bench.tasks import attribution, calibration
from sayso.annotate.confidence import FEWER, SHARPER
from sayso.annotate.statements import WHOLE
from sayso.pipeline import Engine

Pair = tuple[float, float]
SHARPERS = tuple(n / 20 for n in range(16, 29))  # 0.8 to 1.4
FEWERS = tuple(n / 20 for n in range(-8, 9))  # -0.4 to 0.4

Sets = Mapping[str, Sequence[Judged]]


def best(sets: Sets) -> tuple[float, Pair]:
    """Return the least error of the worst set, and the pair of numbers that gives it.

    The scores are those of the product, made with today's pair.
    """
    return min((worst(sets, pair), pair) for pair in product(SHARPERS, FEWERS))


def worst(sets: Sets, pair: Pair) -> float:
    """Return the greatest calibration error of the sets with a pair of numbers."""
    return max(error([_again(each, pair) for each in of]) for of in sets.values())


def _again(judged: Judged, pair: Pair) -> Judged:
    """Return what was judged with the score that another pair gives; quotations keep theirs."""
    if judged.score in {0.0, WHOLE, 1.0}:
        return judged
    log_odds = (math.log(judged.score / (1 - judged.score)) - FEWER) / SHARPER
    sharper, fewer = pair
    return Judged(1 / (1 + math.exp(-sharper * log_odds - fewer)), judged.right)


def main() -> None:
    """Print the error with today's numbers, and the best numbers with theirs."""
    engine = Engine.load()
    sets = {data: calibration.measure(engine, data)["statement"] for data in attribution.DATA}
    print(f"{(SHARPER, FEWER)}: {worst(sets, (SHARPER, FEWER)):.4f}")
    least, pair = best(sets)
    print(f"{pair}: {least:.4f}")


if __name__ == "__main__":
    main()
