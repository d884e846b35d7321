"""Whether headlines and articles assert a claim, deny it, or only report that it is said.

Data: a fifth of the claims of Emergent, `emergent-kept`, that nothing was trained or tuned on, and
`fnc-kept`, articles of the Fake News Challenge on the same claims (headline against body).

- *accuracy*: the share of right answers; *macro_f1*: the mean F1 of for, against and observing.
"""

from functools import cache

from bench.loading import loaded
from bench.ranking import macro_f1
from corpora.across import pairs as corpora
from corpora.across.pairs import Pair
from sayso.link.compare import Comparer, relations
from sayso.link.compare.relation import STANCES

DATA = ("emergent-kept", "emergent-tune", "fnc-kept", "fnc-tune")


def figures(data: str) -> dict[str, float]:
    """Return the figures of the shipped model on the data named."""
    pairs = loaded(data, lambda: _pairs(data))
    gold = [STANCES.index(next(iter(pair.relation))) for pair in pairs]
    read = relations([(pair.claim, pair.text) for pair in pairs], _comparer())
    answers = [STANCES.index(each.relation) for each in read]
    right = sum(a == b for a, b in zip(gold, answers, strict=True))
    return {"accuracy": right / len(gold), "macro_f1": macro_f1(gold, answers, classes=3)}


def _pairs(data: str) -> list[Pair]:
    corpus, part = data.split("-")
    pairs = {"emergent": corpora.emergent, "fnc": corpora.fnc}[corpus](part)
    return [pair for pair in pairs if pair.relation <= {*STANCES}]


@cache
def _comparer() -> Comparer:
    return Comparer.load()
