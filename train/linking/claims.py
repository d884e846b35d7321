"""Labelled claims -> `sayso/data/claims-weights.csv`: `python -m train.linking.claims PART=STORE`.

Three logistic regressions: which statement of its article a denial answers; whether two statements
say the same; whether one turns against the other. Pairs are those that the labels speak of.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpora.across import claims as corpora
from corpora.across.claims import PARTS, claims, statement_at
from sayso.link.claims.answers import SIGNS, Answer, candidates, is_answer, sides
from sayso.link.claims.decide import COMPARED, Comparer, compared, weigh_pair
from sayso.link.claims.features import FEATURES, Pair
from sayso.link.claims.points import Point, points
from sayso.link.compare.comparer import Comparer as Compares
from sayso.link.compare.weights import BIAS
from sayso.records import Record
from sayso.store import Store

T = TypeVar("T")
Floats = NDArray[np.float64]
OUT = Path(__file__).resolve().parents[2] / "sayso" / "data" / "claims-weights.csv"
COMMENT = """\
# Made by train/linking/claims.py. model: which of the regressions. feature: what is told of a pair,
# bias for none. weight: what it adds to the logarithm of the odds."""
RIDGE = 3.0  # how strongly weights are held down
STEPS = 40


class Labelled(NamedTuple):
    """Statements of the labels, by id: those that mention a claim, deny it, or look like it."""

    mentions: tuple[str, ...]
    denials: tuple[str, ...]
    near: tuple[str, ...]


class Corpus(NamedTuple):
    """The labelled claims of a part, with the records that they speak of."""

    records: tuple[Record, ...]
    points: Mapping[str, Point]
    claims: tuple[Labelled, ...]


def load(part: str, path: Path) -> Corpus:
    """Return a part of the labels with the records kept in a store."""
    with Store.open(path, create=False) as store:
        records = {record.article.id: record for record in map(store.record, store.annotated())}
        named = {
            seen.given_id: record
            for record in records.values()
            for seen in store.sightings(record.article.id)
        }
    made = {
        statement.id: point
        for record in records.values()
        for statement, point in zip(record.statements, points(record), strict=True)
    }

    def ids(mentions: Iterable[corpora.Labelled]) -> tuple[str, ...]:
        each = (statement_at(m, named[m.article].statements) for m in mentions)
        return tuple(statement.id for statement in each if statement)

    labelled = tuple(
        Labelled(ids(claim.mentions), ids(claim.denials), ids(claim.near)) for claim in claims(part)
    )
    return Corpus(tuple(records.values()), made, labelled)


def pairs(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of statements with what the labels say: same, against, or apart."""
    labels: dict[tuple[str, str], str] = {}
    for claim, other in combinations(corpus.claims, 2):
        both = {*claim.mentions} & {*other.mentions}
        for pair in product({*claim.mentions} - both, {*other.mentions} - both):
            labels[min(pair), max(pair)] = "apart"
    for kind, of in (("apart", "near"), ("against", "denials"), ("same", "mentions")):
        for claim in corpus.claims:
            for pair in product(claim.mentions, getattr(claim, of)):
                labels[min(pair), max(pair)] = kind
    yield from ((a, b, kind) for (a, b), kind in sorted(labels.items()) if a != b)


def answers(corpus: Corpus) -> Iterator[tuple[Answer, bool]]:
    """Yield what each labelled denial may answer in its article, and whether it does."""
    answered: dict[str, set[str]] = {}
    for claim in corpus.claims:
        for denial in claim.denials:
            answered.setdefault(denial, set()).update(claim.mentions)
    for record in corpus.records:
        every = sides(record, points(record))
        for side in every:
            wanted = answered.get(side.statement.id, set())
            if not is_answer(side.point):
                continue
            answers = candidates(every, side)
            right = [answer.other.statement.id in wanted for answer in answers]
            if any(right):
                yield from zip(answers, right, strict=True)


def fitted(features: Mapping[str, Callable[[T], float]], rows: Iterable[tuple[T, bool]]) -> Floats:
    """Return the bias and the weights of a regression by Newton's method."""
    given = [([f(pair) for f in features.values()], right) for pair, right in rows]
    x, y = np.array([row for row, _ in given]), np.array([right for _, right in given], float)
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z = np.column_stack([np.ones(len(x)), (x - mean) / spread])
    ridge = np.diag([1e-6] + [RIDGE] * x.shape[1])
    weights = np.zeros(z.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-z @ weights))
        slope = z.T @ (likely - y) + ridge @ weights
        bend = (z.T * (likely * (1 - likely))) @ z + ridge
        weights = weights - np.linalg.solve(bend, slope)
    plain = weights[1:] / spread
    return np.concatenate([[weights[0] - (plain * mean).sum()], plain])


def compared_models(
    labelled: Sequence[tuple[Pair, str]], comparer: Comparer
) -> dict[str, tuple[Iterable[str], Floats]]:
    """Return the models that have the last word where the model of pairs of texts was asked."""
    weighed = compared([weigh_pair(pair.a, pair.b) for pair, _ in labelled], comparer)
    kinds = [kind for _, kind in labelled]
    asked = [(w, kind) for w, kind in zip(weighed, kinds, strict=True) if w.chances]
    return {
        f"{model} compared": (COMPARED, fitted(COMPARED, ((w, kind == model) for w, kind in asked)))
        for model in ("same", "against")
    }


def main(arguments: list[str]) -> None:
    """Fit the weights on the parts that are named as PART=STORE, and write them.

    With `compare` as a further word the pairs that features leave open are read by the model of
    pairs of texts too, which takes minutes; else what was fitted with it stays.
    """
    compares = "compare" in arguments
    arguments = [argument for argument in arguments if argument != "compare"]
    stores = dict(argument.split("=", 1) for argument in arguments)
    loaded = [load(part, Path(stores[part])) for part in PARTS if part in stores]
    labelled = [
        (Pair.of(corpus.points[a], corpus.points[b]), kind)
        for corpus in loaded
        for a, b, kind in pairs(corpus)
    ]
    models: dict[str, tuple[Iterable[str], Floats]] = {
        "answers": (SIGNS, fitted(SIGNS, (row for c in loaded for row in answers(c)))),
        "same": (FEATURES, fitted(FEATURES, ((p, kind == "same") for p, kind in labelled))),
        "against": (FEATURES, fitted(FEATURES, ((p, kind == "against") for p, kind in labelled))),
    }
    if compares:
        models |= compared_models(labelled, Compares.load())
    kept = [] if compares else [line for line in _lines() if " compared," in line]
    lines = [
        f'{model},"{name}",{weight:.3f}'
        for model, (features, weights) in models.items()
        for name, weight in zip([BIAS, *features], weights, strict=True)
    ]
    OUT.write_text("\n".join([COMMENT, "model,feature,weight", *lines, *kept]) + "\n", "utf-8")


def _lines() -> list[str]:
    return OUT.read_text("utf-8").splitlines() if OUT.exists() else []


if __name__ == "__main__":
    main(sys.argv[1:])
