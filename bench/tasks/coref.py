"""Who is who on GUM and OntoGUM: mentions, their types, and CoNLL coreference F1.

*Mention F1*: both ends right, on words; *typed* with the same type too (GUM alone has types:
person, place, organization, time, event, object, abstract, the rest as one). *CoNLL F1* is the
mean of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005) over
OntoGUM's chains, which have no singletons; chains of one mention are dropped from the answer.
Only news and interviews that were kept apart are scored: part `dev` to choose by, `test` to report.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.loading import loaded
from corpora.gum import CorefDocument, documents
from sayso.pipeline import Engine
from sayso.records import Annotation, Article, Span
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.references import trimmed

Chains = Sequence[frozenset[Span]]
DATA = ("dev", "test")
TYPES = {"organization": "organisation", "animal": "other", "plant": "other", "substance": "other"}


@dataclass(frozen=True, slots=True)
class Ratio:
    """Sums from which precision, recall and F1 are made."""

    hits: float = 0
    predicted: float = 0
    right: float = 0
    gold: float = 0

    def plus(self, other: "Ratio") -> "Ratio":
        """Return the sums of two."""
        return Ratio(
            self.hits + other.hits,
            self.predicted + other.predicted,
            self.right + other.right,
            self.gold + other.gold,
        )

    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        p = self.hits / self.predicted if self.predicted else 0.0
        r = self.right / self.gold if self.gold else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


def muc(gold: Chains, answer: Chains) -> Ratio:
    """Return MUC's sums: links kept within each chain."""
    return Ratio(*_links(answer, gold), *_links(gold, answer))


def _links(chains: Chains, others: Chains) -> tuple[float, float]:
    of = {m: i for i, chain in enumerate(others) for m in chain}
    kept = total = 0
    for chain in chains:
        parts = {of[m] for m in chain if m in of}
        loose = sum(m not in of for m in chain)
        kept += len(chain) - len(parts) - loose
        total += len(chain) - 1
    return kept, total


def b_cubed(gold: Chains, answer: Chains) -> Ratio:
    """Return B-cubed's sums: for each mention the share of its chain that is shared."""
    return Ratio(*_shares(answer, gold), *_shares(gold, answer))


def _shares(chains: Chains, others: Chains) -> tuple[float, float]:
    of = {m: chain for chain in others for m in chain}
    total = sum(len(chain) for chain in chains)
    shared = sum(len(chain & of[m]) / len(chain) for chain in chains for m in chain if m in of)
    return shared, total


def ceaf_e(gold: Chains, answer: Chains) -> Ratio:
    """Return entity-based CEAF's sums: chains paired one to one by their likeness."""
    if not gold or not answer:
        return Ratio(0, len(answer), 0, len(gold))
    like = np.array([[2 * len(g & a) / (len(g) + len(a)) for a in answer] for g in gold])
    best = best_pairs(like)
    return Ratio(best, len(answer), best, len(gold))


def best_pairs(gains: NDArray[np.float64]) -> float:
    """Return the most that rows and columns can gain when paired one to one.

    Kuhn 1955 (the Hungarian method): row by row, along the cheapest way to a free column.
    """
    costs = -gains if len(gains) <= gains.shape[1] else -gains.T
    rows, columns = costs.shape
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    owner = np.full(columns, -1)
    for row in range(rows):
        dist = costs[row] - row_price[row] - column_price
        came_by, done = np.full(columns, -1), np.zeros(columns, dtype=np.bool_)
        at = int(dist.argmin())
        while owner[at] >= 0:
            done[at] = True
            other = owner[at]
            through = dist[at] + costs[other] - row_price[other] - column_price
            nearer = ~done & (through < dist)
            dist[nearer], came_by[nearer] = through[nearer], at
            at = int(np.where(done, np.inf, dist).argmin())
        row_price[row] += dist[at]
        row_price[owner[done]] += dist[at] - dist[done]
        column_price[done] -= dist[at] - dist[done]
        while came_by[at] >= 0:
            owner[at], at = owner[came_by[at]], int(came_by[at])
        owner[at] = row
    taken = np.flatnonzero(owner >= 0)
    return -float(costs[owner[taken], taken].sum())


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one part."""

    mentions: Ratio
    typed: Ratio
    by_type: Mapping[str, Ratio]
    muc: Ratio
    b_cubed: Ratio
    ceaf_e: Ratio

    def conll(self) -> float:
        """Return the mean of the three F1."""
        return (self.muc.f1() + self.b_cubed.f1() + self.ceaf_e.f1()) / 3

    def table(self) -> str:
        """Return the figures as lines."""
        rows = [("mentions (GUM)", self.mentions), ("with type", self.typed)]
        rows += [(f"  {name}", ratio) for name, ratio in sorted(self.by_type.items())]
        rows += [("MUC (OntoGUM)", self.muc), ("B³", self.b_cubed), ("CEAF-e", self.ceaf_e)]
        lines = [f"{name:18} F1 {ratio.f1():6.1%}" for name, ratio in rows]
        return "\n".join([*lines, f"{'CoNLL':18} F1 {self.conll():6.1%}"])


def figures(data: str) -> dict[str, float]:
    """Return the figures that may have a floor. Raises ReadError when the corpus is absent."""
    measured = measure(Engine.load(), data)
    return {
        "mention_f1": measured.mentions.f1(),
        "typed_mention_f1": measured.typed.f1(),
        "conll_f1": measured.conll(),
    }


def measure(engine: Engine, part: str) -> Figures:
    """Read the news and interviews of a part, and compare."""
    gum, onto = (_news(corpus, part) for corpus in ("gum", "ontogum"))
    sums: defaultdict[str, Ratio] = defaultdict(Ratio)
    for typed, chained in zip(gum, onto, strict=True):
        (seen,) = engine.annotator([Article(typed.text, typed.id)])
        for name, ratio in _mention_sums(typed, seen):
            sums[name] = sums[name].plus(ratio)
        gold = chains_of((e.cluster, _edges(chained.text, e.span)) for e in chained.entities)
        who = engine.resolver.who_is_who(Article(chained.text, chained.id), seen)
        answer = _answer(engine.resolver.what_is_what(who, who.annotation.mentions))
        for name, measured in (("muc", muc), ("b³", b_cubed), ("ceaf", ceaf_e)):
            sums[name] = sums[name].plus(measured(gold, answer))
    by_type = {name[1:]: ratio for name, ratio in sums.items() if name.startswith("=")}
    return Figures(sums["mentions"], sums["typed"], by_type, sums["muc"], sums["b³"], sums["ceaf"])


def _news(corpus: str, part: str) -> list[CorefDocument]:
    """Return the news and interviews of a part."""
    every = loaded(f"{corpus}-{part}", lambda: documents(corpus, part))
    return [document for document in every if document.genre in {"news", "interview"}]


def chains_of(pairs: Iterable[tuple[str, Span]]) -> Chains:
    """Return mentions with the name of their chain as chains of two or more."""
    chains: defaultdict[str, set[Span]] = defaultdict(set)
    for name, span in pairs:
        chains[name].add(span)
    return [frozenset(chain) for chain in chains.values() if len(chain) > 1]


def _edges(text: str, span: Span) -> Span:
    """Return the span without a possessive ending and punctuation at its edges."""
    return trimmed(text, span)


def _mention_sums(document: CorefDocument, seen: Annotation) -> list[tuple[str, Ratio]]:
    gold = {(_edges(document.text, e.span), TYPES.get(e.type, e.type)) for e in document.entities}
    answer = {(_edges(document.text, m.span), m.type) for m in seen.mentions}
    spans = {s for s, _ in gold}, {s for s, _ in answer}
    pairs: list[tuple[str, set[object], set[object]]] = [
        ("mentions", set(spans[0]), set(spans[1])),
        ("typed", set(gold), set(answer)),
    ]
    pairs += [
        (f"={kind}", {g for g in gold if g[1] == kind}, {a for a in answer if a[1] == kind})
        for kind in {t for _, t in gold}
    ]
    return [(name, Ratio(len(g & a), len(a), len(g & a), len(g))) for name, g, a in pairs]


def _answer(entities: Entities) -> Chains:
    return chains_of((str(c.number), r.span) for c in entities.clusters for r in c.references)
