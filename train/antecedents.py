"""Chains and holders -> the weights that rank antecedents: `python -m train.antecedents`.

Reads the training documents of GUM with their gold mentions and chains, the sources of PolNeAR's
training part with whom they stand for, and the speakers of frontline's, as `resolve` would meet
them, one reference after the other. Fits a conditional logit for each kind of reference, those that
are named on the command line or all, and writes `sayso/data/antecedents.csv`.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click
import numpy as np
from numpy.typing import NDArray

from bench.given import who_is_who
from bench.tasks.speaker_names import fits
from corpora import chains, gum, polnear
from corpora.gum import CorefDocument
from corpora.polnear import holders
from sayso.annotate import Annotator
from sayso.english.tables import rows
from sayso.pipeline import Engine
from sayso.records import Article, Span, Spans, Statement, statement_id
from sayso.resolve import Resolver
from sayso.resolve.actors import antecedents
from sayso.resolve.actors.antecedents import KINDS, NAMES, Choice, Cluster, candidates, kind_of
from sayso.resolve.actors.entities import add
from sayso.resolve.actors.references import Reference, reference, trimmed
from sayso.resolve.layout import Layout
from sayso.resolve.resolver import WhoIsWho

OUT = Path(__file__).resolve().parent.parent / "sayso" / "data" / "antecedents.csv"
RIDGE = 1.0
FEW = {"description": 5.0}  # the ridge of kinds with few examples of what is expected
STEPS = 20  # of Newton's method, which is there after about eight
HALVED = 12  # times that a step which goes too far is halved
TINY = 1e-300  # no chance is less, so that it has a logarithm
RECENT = 40
CHAINS = 0.3  # what a pronoun of GUM counts: half of it are tales and talks, not news
# Where descriptions are seen seldom, what is known of them weighs: whoever has another side or
# another office is not the one, who had that office before is.
EXPECTED = {
    "sentences": -0.3, "opens": 0.3, "source": 0.5, "often": 0.2, "nominal": -0.3, "head": 3.0,
    "alike": 1.5, "exact": 1.0, "shared": 0.7, "sides": 0.5, "extra": -1.0, "new_side": -1.0,
    "other_side": -4.0, "other_office": -3.0, "rank": -2.0, "fresh_words": -1.5, "fresh_side": -0.5,
    "fresh_owned": -2.0, "unnamed": -0.5, "clash": -1.5, "spoken": -1.0, "within": -0.5,
    "nobody": 0.5,
}  # fmt: skip
# Of what GUM describes most is new, and of what speaks in news little: these learn from frontline.
OF_NEWS = ("description", "body")
_CLUSTER_TYPES = {"person": "person", "organization": "organisation", "place": "place"}

Numbers = NDArray[np.float64]


class Example(NamedTuple):
    """The candidates' numbers, which of them is right, or -1, and how much it counts."""

    numbers: Numbers
    right: int
    weight: float = 1.0


Examples = dict[str, list[Example]]  # by kind of reference


def of_chains(document: CorefDocument, who: WhoIsWho) -> Iterator[tuple[str, Example]]:
    """Yield each pronoun of a document of GUM with its candidates, among the gold clusters."""
    clusters: dict[str, Cluster] = {}
    for entity in sorted(document.entities, key=lambda e: (e.span.start, -e.span.end)):
        made = reference(document.text, entity.span, who.names.inside(entity.span))
        kind = kind_of(made, document.text)
        recent = sorted(clusters.values(), key=lambda c: -c.references[-1].span.start)[:RECENT]
        right = clusters.get(entity.cluster)
        if kind and kind not in OF_NEWS:
            means = partial(_is, right)
            if example := _example(made, recent, means, who.layout, anew=right is None):
                yield kind, example._replace(weight=CHAINS)
        if right is None:
            type_ = _CLUSTER_TYPES.get(entity.type, made.type or "document")
            clusters[entity.cluster] = Cluster(len(clusters), type=type_)
        add(clusters[entity.cluster], made)


def _is(right: Cluster | None, cluster: Cluster) -> bool:
    return cluster is right


def _example(
    made: Reference,
    clusters: Sequence[Cluster],
    means: Callable[[Cluster], bool],
    layout: Layout,
    *,
    anew: bool,
) -> Example | None:
    """Return the candidates' numbers and which is meant, or None where there are none.

    A pronoun whose holder is not among them had better stand for nobody; a description whose
    holder is not, and who is not somebody new, teaches nothing.
    """
    pairs = list(candidates(made, clusters, layout))
    numbers = np.array([[n.get(name, 0.0) for name in NAMES] for _, n in pairs])
    at = next((i for i, (c, _) in enumerate(pairs) if means(c)), -1)
    unclear = at < 0 and not anew and made.kind == "nominal"
    return Example(numbers, at) if pairs and not unclear else None


class Label(NamedTuple):
    """Which actor a source stands for, and whether it is somebody new where none of them is."""

    means: Callable[[Cluster], bool]
    anew: bool


@dataclass(slots=True)
class Taught:
    """Chooses what the labels of one document say, and keeps what it chose from.

    `labels` tell of each labelled source who its holder is. All other references, and those whose
    holder is not among the candidates, are ranked by the weights that are there.
    """

    labels: dict[Span, "Label"]
    seen: dict[Span, tuple[str, Example]] = field(default_factory=dict)

    @property
    def examples(self) -> list[tuple[str, Example]]:
        """Return what was chosen from, each reference once: an article may be resolved twice."""
        return list(self.seen.values())

    def __call__(self, made: Reference, clusters: Sequence[Cluster], layout: Layout) -> Choice:
        """Return the choice for a reference."""
        label = self.labels.get(made.span)
        if label is None:
            return antecedents.choose(made, clusters, layout)
        fitting = (c for c, _ in candidates(made, clusters, layout))
        meant = next((c for each in (fitting, clusters) for c in each if label.means(c)), None)
        anew = label.anew and meant is None
        if example := _example(made, clusters, label.means, layout, anew=anew):
            self.seen[made.span] = (kind_of(made, layout.text) or "description", example)
        if meant is None and not label.anew:
            return antecedents.choose(made, clusters, layout)
        return Choice(meant, 1.0, "labelled so")


def _mentioned(mentions: Spans, cluster: Cluster) -> bool:
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
        labels = {
            trimmed(text, h.source): Label(partial(_mentioned, h.mentions), not h.mentions)
            for h in labelled[document.id]
        }
        taught = Taught(labels)
        article = Article(text, document.id)
        statements = [
            Statement(statement_id(article.id, parts), "indirect", 1.0, *parts, why="gold")
            for s in document.statements
            for parts in [(s.source, s.cue, s.content)]
        ]
        resolver.choose = taught
        who_is_who(Engine(annotator, resolver), article, statements)
        yield from taught.examples


def of_speakers(annotator: Annotator) -> Iterator[tuple[str, Example]]:
    """Yield whoever speaks in frontline's training part without a name, with the candidates.

    The labels give names: a description is somebody new where the speaker is called by its words.
    """
    resolver = Resolver()
    for case in chains.frontline("train"):
        text = case.article.text
        labels = {}
        for statement, chain in zip(case.statements, case.chains, strict=True):
            if len(statement.source) == len(chain.speakers) == 1:
                span, (name,) = trimmed(text, statement.source[0]), chain.speakers
                labels[span] = Label(partial(_called, name, text), fits(span.of(text), name))
        taught = Taught(labels)
        resolver.choose = taught
        who_is_who(Engine(annotator, resolver), case.article, case.statements)
        yield from taught.examples


def _called(name: str, text: str, cluster: Cluster) -> bool:
    """Tell whether an actor is called by a labelled name, or described so where it has none."""
    return any(fits(known, name) for known in _names(cluster, text))


def _names(cluster: Cluster, text: str) -> list[str]:
    if cluster.government:
        return [cluster.government]
    return cluster.names or [r.span.of(text) for r in cluster.references if r.kind == "nominal"]


def read(kinds: Collection[str]) -> Examples:
    """Return the examples of some kinds of references."""
    engine = Engine.load()
    by_kind: defaultdict[str, list[Example]] = defaultdict(list)
    for kind, example in of_speakers(engine.annotator):
        by_kind[kind].append(example)
    for document in gum.documents("gum", "train") if set(kinds) - set(OF_NEWS) else ():
        article = Article(document.text, document.id)
        (seen,) = engine.annotator([article])
        for kind, example in of_chains(document, engine.resolver.who_is_who(article, seen)):
            by_kind[kind].append(example)
    for kind, example in of_sources(engine.annotator) if set(kinds) - set(OF_NEWS) else ():
        if kind not in OF_NEWS:
            by_kind[kind].append(example)
    return by_kind


def fit(
    every: Sequence[Example], expected: Mapping[str, float], ridge: float = RIDGE
) -> tuple[Numbers, float]:
    """Return the weights, that of "nobody" last, and the share of right choices.

    Newton's method on the likelihood of a conditional logit with a ridge around what is expected.
    """
    numbers, there, right = _padded(every)
    counts = np.array([each.weight for each in every])
    prior = np.array([expected.get(name, 0.0) for name in (*NAMES, "nobody")])
    at = np.arange(len(right))

    def likelihood(w: Numbers) -> float:
        far = ridge / 2 * float(np.sum((w - prior) ** 2))
        chances = _chances(numbers @ w, there)[at, right]
        return float((counts * np.log(np.maximum(chances, TINY))).sum()) - far

    w = prior.copy()
    for _ in range(STEPS):
        chances = _chances(numbers @ w, there)
        mean = np.einsum("nc,ncf->nf", chances, numbers)
        slope = counts @ (mean - numbers[at, right]) + ridge * (w - prior)
        weighed = chances * counts[:, None]
        spread = np.einsum("nc,ncf,ncg->fg", weighed, numbers, numbers, optimize=True)
        spread -= (mean * counts[:, None]).T @ mean
        step, known = np.linalg.solve(spread + ridge * np.eye(len(w)), slope), likelihood(w)
        sizes = (0.5**halved for halved in range(HALVED))
        w -= next((size for size in sizes if likelihood(w - size * step) > known), 0.0) * step
    best = np.where(there, numbers @ w, -np.inf).argmax(1)
    return w, float(np.mean(best == right))


def _padded(
    every: Sequence[Example],
) -> tuple[Numbers, NDArray[np.bool_], NDArray[np.int64]]:
    """Return the numbers of all candidates in one block, nobody first, which of them are there."""
    most = max(len(each.numbers) for each in every) + 1
    block = np.zeros((len(every), most, len(NAMES) + 1))
    there = np.zeros((len(every), most), dtype=np.bool_)
    for n, (numbers, _, _) in enumerate(every):
        block[n, 0, -1] = 1  # the only number of "nobody" is its weight
        block[n, 1 : len(numbers) + 1, :-1] = numbers
        there[n, : len(numbers) + 1] = True
    return block, there, np.array([each.right + 1 for each in every])


def _chances(scores: Numbers, there: NDArray[np.bool_]) -> Numbers:
    scores = np.where(there, scores, -np.inf)
    odds: Numbers = np.exp(scores - scores.max(1, keepdims=True))
    return odds / odds.sum(1, keepdims=True)


@click.command()
@click.argument("kinds", nargs=-1, type=click.Choice(KINDS))
def main(kinds: tuple[str, ...]) -> None:
    """Read, fit and write the weights of some KINDS of references, or of all."""
    by_kind = read(kinds or KINDS)
    table: dict[str, dict[str, float | str]] = {
        row["kind"]: dict(row) for row in rows("antecedents.csv")
    }
    for kind in kinds or KINDS:
        weights, right = fit(
            by_kind[kind], EXPECTED if kind in OF_NEWS else {}, FEW.get(kind, RIDGE)
        )
        print(f"{kind}: {len(by_kind[kind])} references, {right:.1%} right")
        fitted = zip((*NAMES, "nobody"), (round(float(x), 3) for x in weights), strict=True)
        table[kind] = {"kind": kind} | dict(fitted)
    with OUT.open("w", newline="") as file:
        writer = csv.DictWriter(file, ["kind", *NAMES, "nobody"], restval=0.0, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table[kind] for kind in KINDS)


if __name__ == "__main__":
    main()
