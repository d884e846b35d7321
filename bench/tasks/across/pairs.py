"""How well the pair model tells whether two texts say the same, or one denies the other.

Data: `conflict`, pairs of spans of the development set of that name, which the model has not
learnt from: mentions of one claim against mentions of others, near misses and denials; `msr`, the
validation part of the MSR paraphrase corpus.

- *average_precision*, *recall_at_90*: of pairs that say the same, ranked by how likely it is, all
  others below; the recall at a precision of 90 %.
- *denials_right*: of pairs that say the same or deny (or conflict with) each other, those that are
  told apart.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from bench.loading import loaded
from bench.ranking import average_precision, recall_at
from corpora.across import pairs as corpora
from corpora.across.pairs import Pair
from sayso.link.compare import Compared, Comparer

DATA = ("conflict", "msr")
PRECISION = 0.9
STRANGERS = 8  # of so many pairs of two stories one is shown: they are told apart easily


def figures(data: str) -> dict[str, float]:
    """Return the figures of the shipped model on the data named."""
    pairs = loaded(data, lambda: _pairs(data))
    read = _comparer().compare([(pair.claim, pair.text) for pair in pairs])
    return measured(pairs, read)


def _pairs(data: str) -> list[Pair]:
    return corpora.paraphrases("val") if data == "msr" else _shown(corpora.stories(data))


def measured(pairs: Sequence[Pair], read: Sequence[Compared]) -> dict[str, float]:
    """Return the figures of what was read of some pairs."""
    same = np.array([pair.sameness == {"same"} for pair in pairs])
    other = np.array(["same" not in pair.sameness for pair in pairs])
    likely = np.array([each.same for each in read])
    known = same | other
    out = {
        "average_precision": average_precision(likely[known], same[known]),
        "recall_at_90": recall_at(likely[known], same[known], precision=PRECISION),
    }
    denied = np.array([pair.sameness <= {"denies", "conflicts"} for pair in pairs])
    if denied.any():
        against = np.array([each.denies + each.conflicts > each.same for each in read])
        out["denials_right"] = float(np.mean((against == denied)[same | denied]))
    return out


def _shown(pairs: Sequence[Pair]) -> list[Pair]:
    apart = frozenset({"unrelated"})
    return [p for at, p in enumerate(pairs) if p.relation != apart or at % STRANGERS == 0]


@cache
def _comparer() -> Comparer:
    return Comparer.load()
