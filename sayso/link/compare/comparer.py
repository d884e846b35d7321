"""Pairs of texts -> the probabilities of what the second is to the first, by a model that ships."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.link.compare.tokens import RELATIONS, SAMENESS, Tokens, in_order, tokens_of
from sayso.link.compare.weights import weights_of
from sayso.networks import Network, cores, load_network, load_tokenizer

FORMAT = 1  # of what the model file carries
TABLE = "compare-weights.csv"  # of the calibration, and of what words say beside the model
MODEL, STATEMENTS = "model.onnx", "statements.onnx"
BATCH = 256  # pairs that are tokenised at once
KEPT = 10_000  # pairs of which is kept what was read

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Compared:
    """What two texts are to each other, as probabilities: the first four add up to one.

    `for_`, `against` and `observing` say what the second text does with the first as a claim:
    asserts it, denies it, or only reports that it is said; they add up to one too. `same`,
    `denies`, `conflicts` and `unrelated` have no direction.
    """

    same: float
    denies: float
    conflicts: float
    unrelated: float
    for_: float
    against: float
    observing: float


class Comparer:
    """The pair model, loaded once and held. Every pair runs alone: others never change it."""

    def __init__(self, network: Network, *, threads: int = 0) -> None:
        self._network = network
        self.info = network.info
        self._relation = calibration_of("relation", RELATIONS[:3])
        self._sameness = calibration_of("sameness", SAMENESS)
        self._tokenizer = load_tokenizer()
        self._pool = ThreadPoolExecutor(threads or cores(), thread_name_prefix="sayso-pairs")

    @classmethod
    def load(cls, model: str = MODEL, *, threads: int = 0) -> "Comparer":
        """Return the comparer with a model of the package. Raises ModelError when it is not there.

        `STATEMENTS` has learnt from pairs that linking asks of, with who says what; `MODEL` tells
        better what a text does with a claim.
        """
        return cls(load_network("pairs", model, format_=FORMAT), threads=threads)

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """Return what each second text is to the first, the claim."""
        return [self._compared(scores) for scores in self.scores(pairs)]

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """Return what two texts are to each other; which comes first makes no difference.

        Both orders are read and the scores' mean is taken, so a pair takes twice as long.
        """
        there = self.scores(pairs)
        back = self.scores([(other, one) for one, other in pairs])
        return [self._compared((a + b) / 2) for a, b in zip(there, back, strict=True)]

    def scores(self, pairs: Sequence[tuple[str, str]]) -> list[Floats]:
        """Return the scores of each pair: of `RELATIONS`, then of `SAMENESS`."""
        rows: list[Floats] = []
        for start in range(0, len(pairs), BATCH):
            tokens = tokens_of(self._tokenizer, pairs[start : start + BATCH])
            rows.extend(self._pool.map(self._run, tokens))
        return rows

    def _run(self, tokens: Tokens) -> Floats:
        feed = {"ids": tokens.ids[None], "segments": tokens.segments[None]}
        return self._network(feed).astype(np.float64)

    def _compared(self, scores: Floats) -> Compared:
        relation, sameness = scores[: len(RELATIONS)], scores[len(RELATIONS) :]
        same = chances(sameness, self._sameness)
        return Compared(*same, *chances(relation[:3], self._relation))


class Shipped:
    """The comparer of statements that ships, loaded when it is first asked.

    Copies of one article make the same pair many times: what was read is kept for a while.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Compared] = {}

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """Return what two texts are to each other: each pair is read once, in one order."""
        ordered = [in_order(*pair) for pair in pairs]
        known = self._known if len(self._known) <= KEPT else {}
        new = list(dict.fromkeys(pair for pair in ordered if pair not in known))
        if new:
            known.update(zip(new, _shipped()(new), strict=True))
        self._known = known
        return [known[pair] for pair in ordered]


@cache
def _shipped() -> Comparer:
    return Comparer.load(STATEMENTS)


def calibration_of(head: str, classes: Sequence[str]) -> Floats:
    """Return the factor and the shifts by which a head's scores become probabilities."""
    weights = weights_of(head, TABLE)
    return np.array([weights["factor"], *(weights.get(each, 0.0) for each in classes)])


def chances(scores: Floats, calibration: Floats) -> list[float]:
    """Return probabilities by scores and a calibration: a factor for all, then a shift for each."""
    scaled = scores * calibration[0] + calibration[1:]
    powers = np.exp(scaled - scaled.max())
    return [float(each) for each in powers / powers.sum()]
