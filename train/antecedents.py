"""GUM's chains -> the weights that rank antecedents: `python -m train.antecedents`.

Reads the training documents of GUM with their gold mentions and chains as `resolve` would meet
them, one reference after the other, and fits a conditional logit for each kind of reference: he
and she, it, they, and descriptions. Writes `sayso/data/antecedents.csv`.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpora.gum import CorefDocument, documents
from sayso.pipeline import Engine
from sayso.records import Article
from sayso.resolve.actors.antecedents import KINDS, NAMES, Cluster, candidates, kind_of
from sayso.resolve.actors.coref import add
from sayso.resolve.actors.mentions import Names
from sayso.resolve.actors.references import reference
from sayso.resolve.layout import Layout

OUT = Path(__file__).resolve().parent.parent / "sayso" / "data" / "antecedents.csv"
RIDGE = 1.0
STEPS = 3000
RATE = 0.05
# In GUM most descriptions are of somebody new; those that speak in news seldom are. Set by hand,
# on the titles of `bench/gold/speakers.jsonl`.
DESCRIPTION = {
    "sentences": -0.55, "same_sentence": 0.1, "same_paragraph": 0.5, "opens": 0.7, "source": 0.9,
    "often": 0.35, "spoken": -1.3, "within": -0.7, "nominal": -0.5, "pronoun": 0.4, "head": 1.5,
    "clash": -0.3, "words": 0.6, "unnamed": -1.5,
}  # fmt: skip
NOBODY = {"he": -3.0, "it": -1.0, "they": -2.5, "description": -1.6}  # likewise
_CLUSTER_TYPES = {"person": "person", "organization": "organisation", "place": "place"}

Numbers = NDArray[np.float64]
Choice = tuple[Numbers, int]  # candidates' numbers, and which is right, or -1


def choices(document: CorefDocument, names: Names, layout: Layout) -> Iterator[tuple[str, Choice]]:
    """Yield each reference of a document with its candidates."""
    clusters: dict[str, Cluster] = {}
    for entity in sorted(document.entities, key=lambda e: (e.span.start, -e.span.end)):
        made = reference(document.text, entity.span, names.inside(entity.span))
        kind = kind_of(made)
        recent = sorted(clusters.values(), key=lambda c: -c.references[-1].span.start)[:40]
        if kind:
            pairs = list(candidates(made, recent, layout))
            right = clusters.get(entity.cluster)
            numbers = np.array([[n[name] for name in NAMES] for _, n in pairs])
            at = next((i for i, (c, _) in enumerate(pairs) if c is right), -1)
            if len(pairs) and (right is None or at >= 0):
                yield kind, (numbers, at)
        if entity.cluster not in clusters:
            type_ = _CLUSTER_TYPES.get(entity.type, made.type or "document")
            clusters[entity.cluster] = Cluster(len(clusters), type=type_)
        add(clusters[entity.cluster], made)


def fit(every: list[Choice]) -> tuple[Numbers, float]:
    """Return the weights, that of "nobody" last, and the share of right choices."""
    w = np.zeros(len(NAMES) + 1)
    total = np.zeros_like(w)
    for step in range(STEPS):
        numbers, at = every[step * 7919 % len(every)]
        slope = _slope(w, numbers, at) + RIDGE * w / len(every)
        w -= RATE * (1 - step / STEPS) * slope
        total += w * (step >= STEPS // 2)
    w = total / (STEPS - STEPS // 2)
    right = [np.argmax([*(n @ w[:-1]), w[-1]]) == (at if at >= 0 else len(n)) for n, at in every]
    return w, float(np.mean(right))


def _slope(w: Numbers, numbers: Numbers, at: int) -> Numbers:
    scores = np.append(numbers @ w[:-1], w[-1])
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    chances[at if at >= 0 else len(numbers)] -= 1
    return np.append(chances[:-1] @ numbers, chances[-1])


def _read() -> dict[str, list[Choice]]:
    """Return the choices of every kind of reference in GUM's training documents."""
    engine = Engine.load()
    by_kind: defaultdict[str, list[Choice]] = defaultdict(list)
    for document in documents("gum", "train"):
        article = Article(document.text, document.id)
        (seen,) = engine.annotator([article])
        who = engine.resolver.who_is_who(article, seen)
        for kind, choice in choices(document, who.names, who.layout):
            by_kind[kind].append(choice)
    return by_kind


def main() -> None:
    """Read, fit and write; the weights of descriptions are set by hand."""
    by_kind = _read()
    with OUT.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", *NAMES, "nobody"])
        for kind in KINDS:
            if kind == "description":
                by_hand = [DESCRIPTION.get(name, 0.0) for name in NAMES]
                writer.writerow([kind, *by_hand, NOBODY[kind]])
                continue
            weights, right = fit(by_kind[kind])
            print(f"{kind}: {len(by_kind[kind])} references, {right:.1%} right")
            writer.writerow([kind, *(round(float(x), 3) for x in weights[:-1]), NOBODY[kind]])


if __name__ == "__main__":
    main()
