"""Chains and holders -> the weights that rank antecedents: `python -m train.antecedents`.

Reads the training documents of GUM with their gold mentions and chains, and the sources of
PolNeAR's training part with whom they stand for, as `resolve` would meet them, one reference after
the other. Fits a conditional logit for each kind of reference and writes
`sayso/data/antecedents.csv`.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.given import who_is_who
from corpora import gum, polnear
from corpora.gum import CorefDocument
from corpora.polnear import holders
from sayso.annotate import Annotator
from sayso.pipeline import Engine
from sayso.records import Article, Span, Spans, Statement, statement_id
from sayso.resolve import Resolver
from sayso.resolve.actors import antecedents
from sayso.resolve.actors.antecedents import KINDS, NAMES, Choice, Cluster, candidates, kind_of
from sayso.resolve.actors.coref import add
from sayso.resolve.actors.references import Reference, reference, trimmed
from sayso.resolve.layout import Layout
from sayso.resolve.resolver import WhoIsWho

OUT = Path(__file__).resolve().parent.parent / "sayso" / "data" / "antecedents.csv"
RIDGE = 1.0
STEPS = 20  # of Newton's method, which is there after about eight
RECENT = 40
# In GUM most descriptions are of somebody new; those that speak in news seldom are. Set by hand,
# on the titles of `bench/gold/speakers.jsonl`.
DESCRIPTION = {
    "sentences": -0.55, "same_sentence": 0.1, "same_paragraph": 0.5, "opens": 0.7, "source": 0.9,
    "often": 0.35, "spoken": -1.3, "within": -0.7, "nominal": -0.5, "pronoun": 0.4, "head": 1.5,
    "clash": -0.3, "words": 0.6, "unnamed": -1.5,
}  # fmt: skip
NOBODY = {"he": -3.0, "his": -3.0, "it": -1.0, "they": -2.5, "description": -1.6}  # likewise
_CLUSTER_TYPES = {"person": "person", "organization": "organisation", "place": "place"}

Numbers = NDArray[np.float64]
Example = tuple[Numbers, int]  # candidates' numbers, and which is right, or -1
Examples = dict[str, list[Example]]  # by kind of reference


def of_chains(document: CorefDocument, who: WhoIsWho) -> Iterator[tuple[str, Example]]:
    """Yield each reference of a document of GUM with its candidates, among the gold clusters."""
    clusters: dict[str, Cluster] = {}
    for entity in sorted(document.entities, key=lambda e: (e.span.start, -e.span.end)):
        made = reference(document.text, entity.span, who.names.inside(entity.span))
        kind = kind_of(made, document.text)
        recent = sorted(clusters.values(), key=lambda c: -c.references[-1].span.start)[:RECENT]
        right = clusters.get(entity.cluster)
        if kind and (example := _example(made, recent, right, who.layout)):
            yield kind, example
        if right is None:
            type_ = _CLUSTER_TYPES.get(entity.type, made.type or "document")
            clusters[entity.cluster] = Cluster(len(clusters), type=type_)
        add(clusters[entity.cluster], made)


def _example(
    made: Reference, clusters: Sequence[Cluster], right: Cluster | None, layout: Layout
) -> Example | None:
    """Return the candidates' numbers, or None where there are none or the right one is missing."""
    pairs = list(candidates(made, clusters, layout))
    numbers = np.array([[n[name] for name in NAMES] for _, n in pairs])
    at = next((i for i, (c, _) in enumerate(pairs) if c is right), -1)
    return (numbers, at) if pairs and (right is None or at >= 0) else None


@dataclass(slots=True)
class Taught:
    """Chooses what the labels of one document say, and keeps what it chose from.

    `labels` are where each labelled source's holder is mentioned. All other references, and those
    whose holder is not among the candidates, are ranked by the weights that are there.
    """

    labels: dict[Span, Spans]
    examples: list[tuple[str, Example]] = field(default_factory=list)

    def __call__(self, made: Reference, clusters: Sequence[Cluster], layout: Layout) -> Choice:
        """Return the choice for a reference."""
        mentions = self.labels.get(made.span)
        if mentions is None:
            return antecedents.choose(made, clusters, layout)
        right = next((c for c in clusters if _mentioned(c, mentions)), None)
        if mentions and right is None:
            return antecedents.choose(made, clusters, layout)
        if example := _example(made, clusters, right, layout):
            self.examples.append((kind_of(made, layout.text) or "description", example))
        return Choice(right, 1.0, "labelled so")


def _mentioned(cluster: Cluster, mentions: Spans) -> bool:
    """Tell whether one of an actor's references is, by half of it, one of some mentions."""
    return any(
        2 * (min(r.span.end, m.end) - max(r.span.start, m.start))
        >= min(r.span.end - r.span.start, m.end - m.start)
        for m in mentions
        for r in cluster.references
    )


def of_sources(annotator: Annotator) -> Iterator[tuple[str, Example]]:
    """Yield the labelled sources of PolNeAR's training part with their candidates."""
    labelled, resolver = holders(), Resolver()
    for document in polnear.documents("train"):
        if document.id not in labelled:
            continue
        text = document.text
        taught = Taught({trimmed(text, h.source): h.mentions for h in labelled[document.id]})
        article = Article(text, document.id)
        statements = [
            Statement(statement_id(article.id, parts), "indirect", 1.0, *parts, why="gold")
            for s in document.statements
            for parts in [(s.source, s.cue, s.content)]
        ]
        resolver.choose = taught
        who_is_who(Engine(annotator, resolver), article, statements)
        yield from taught.examples


def read() -> Examples:
    """Return the examples of every kind of reference."""
    engine = Engine.load()
    by_kind: defaultdict[str, list[Example]] = defaultdict(list)
    for document in gum.documents("gum", "train"):
        article = Article(document.text, document.id)
        (seen,) = engine.annotator([article])
        for kind, example in of_chains(document, engine.resolver.who_is_who(article, seen)):
            by_kind[kind].append(example)
    for kind, example in of_sources(engine.annotator):
        by_kind[kind].append(example)
    return by_kind


def fit(every: Sequence[Example]) -> tuple[Numbers, float]:
    """Return the weights, that of "nobody" last, and the share of right choices.

    Newton's method on the likelihood of a conditional logit with a ridge.
    """
    numbers, there, right = _padded(every)
    w = np.zeros(numbers.shape[2])
    for _ in range(STEPS):
        chances = _chances(numbers @ w, there)
        mean = np.einsum("nc,ncf->nf", chances, numbers)
        slope = (mean - numbers[np.arange(len(right)), right]).sum(0) + RIDGE * w
        spread = np.einsum("nc,ncf,ncg->fg", chances, numbers, numbers) - mean.T @ mean
        w -= np.linalg.solve(spread + RIDGE * np.eye(len(w)), slope)
    best = np.where(there, numbers @ w, -np.inf).argmax(1)
    return w, float(np.mean(best == right))


def _padded(
    every: Sequence[Example],
) -> tuple[Numbers, NDArray[np.bool_], NDArray[np.int64]]:
    """Return the numbers of all candidates in one block, nobody first, which of them are there."""
    most = max(len(numbers) for numbers, _ in every) + 1
    block = np.zeros((len(every), most, len(NAMES) + 1))
    there = np.zeros((len(every), most), dtype=np.bool_)
    for n, (numbers, _) in enumerate(every):
        block[n, 0, -1] = 1  # the only number of "nobody" is its weight
        block[n, 1 : len(numbers) + 1, :-1] = numbers
        there[n, : len(numbers) + 1] = True
    return block, there, np.array([at + 1 for _, at in every])


def _chances(scores: Numbers, there: NDArray[np.bool_]) -> Numbers:
    scores = np.where(there, scores, -np.inf)
    odds: Numbers = np.exp(scores - scores.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


def main() -> None:
    """Read, fit and write; the weights of descriptions are set by hand."""
    by_kind = read()
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
