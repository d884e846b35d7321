"""The benchmark of chains: gold statements -> through whom each came, against the gold chains.

`own`, `own-test` and `own-kept` are sayso's own articles, labelled with spans; `conflict-dev`,
`frontline-dev`
(and, to tune on, `conflict-train` and `cases`) are labelled with names. Where chains are labelled
with names, the article's own dateline, byline and closing credits are in none of them, and are
left out.

The measures, of statements with gold source, cue and content, resolved by the product's own path
with mentions that are sayso's own:

- `chain_accuracy`: share of statements whose predicted links are the gold ones, in order, no more
  and no fewer. A link is right when its span overlaps the gold one, or names the same by its words
  (`bench.naming.same_name`); the kind does not count.
- `carried_chain_accuracy`: the same, over statements that have a link by gold or by prediction
  other than the article's dateline, byline or credits.
- `link_precision`, `link_recall`, `link_f1`: links paired one to one within a statement.
- `kind_accuracy`: share of paired links that have the gold kind.
- `addressee_accuracy`, `channel_accuracy`: of statements that have one by gold or by prediction,
  the share where both overlap.
- `speaker_recall`: where gold says that somebody else than the source speaks, the share found;
  `speaker_precision`: where the prediction says so, the share that gold confirms.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from bench import naming
from bench.given import who_is_who
from bench.loading import loaded
from corpora import chains as gold
from corpora.chains import ChainCase, GoldChain, Named
from sayso.pipeline import Engine
from sayso.records import Span, Spans
from sayso.resolve.chain.chain import Chain, NamedLink

DATA: dict[str, Callable[[], list[ChainCase]]] = {
    "own": partial(gold.own, "tune"),
    "own-test": partial(gold.own, "test"),
    "own-kept": partial(gold.own, "kept"),
    "conflict-dev": partial(gold.conflict, "dev"),
    "conflict-train": partial(gold.conflict, "train"),
    "frontline-dev": partial(gold.frontline, "dev"),
    "cases": gold.cases,
}

_ENDS = frozenset({"dateline", "byline", "credit"})


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one."""
        self.right += right
        self.of += 1

    @property
    def value(self) -> float:
        """Return the share, 1 of nothing."""
        return self.right / self.of if self.of else 1.0


@dataclass(frozen=True, slots=True)
class Wrong:
    """One statement whose chain is not the gold one, with both as words, for a reader."""

    document: str
    statement: int
    part: str
    gold: tuple[str, ...]
    predicted: tuple[str, ...]


@dataclass(slots=True)
class Scores:
    """The counts behind the measures that the module describes."""

    statements: int = 0
    counts: dict[str, Share] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)

    def add(self, name: str, right: bool) -> None:
        """Count one decision for the measure `name`."""
        self.counts.setdefault(name, Share()).add(right)

    def figures(self) -> dict[str, float]:
        """Return the measures by name."""
        shares = {name: share.value for name, share in sorted(self.counts.items())}
        precision, recall = shares.get("link_precision", 1.0), shares.get("link_recall", 1.0)
        both = precision + recall
        return shares | {"link_f1": 2 * precision * recall / both if both else 0.0}

    def table(self) -> str:
        """Return the measures as lines, with how many decisions stand behind each."""
        lines = [f"statements: {self.statements}"]
        for name, value in self.figures().items():
            share = self.counts.get(name)
            lines.append(f"{name}: {value:.3f}" + (f" ({share.right}/{share.of})" if share else ""))
        return "\n".join(lines)


def load(data: str) -> list[ChainCase]:
    """Return the gold called `data`.

    Raises ReadError, of the kind `absent` when it is not on this machine.
    """
    return loaded(data, DATA[data])


def run(engine: Engine, cases: Sequence[ChainCase]) -> Scores:
    """Return the scores of the engine's chains on `cases`."""
    scores = Scores()
    for case in cases:
        predicted = who_is_who(engine, case.article, case.statements).chains
        for n, (wanted, chain) in enumerate(zip(case.chains, predicted, strict=True)):
            scores.statements += 1
            _judge(scores, case, n, wanted, chain)
    return scores


def figures(data: str) -> dict[str, float]:
    """Return the engine's figures on `data`, by the names that `bench/floors.json` uses."""
    return run(Engine.load(), load(data)).figures()


def _judge(scores: Scores, case: ChainCase, n: int, wanted: GoldChain, chain: Chain) -> None:
    text = case.article.text
    links = list(_counted(case, n, chain.links))
    _judge_links(scores, case, n, wanted.links, links)
    if not case.spans:
        return
    for part, one, other in (
        ("addressee", wanted.addressee, chain.addressee),
        ("channel", wanted.channel, chain.channel),
    ):
        if one or other:
            right = bool(one and other and _same(text, one, other))
            scores.add(f"{part}_accuracy", right)
            if not right:
                shown = other.of(text) if other else ""
                scores.wrong.append(_wrong(case, n, part, [one.name if one else ""], [shown]))
    _judge_speaker(scores, case, n, wanted, chain)


def _judge_links(
    scores: Scores, case: ChainCase, n: int, wanted: Sequence[Named], links: Sequence[NamedLink]
) -> None:
    text = case.article.text
    pairs = _paired(text, wanted, links)
    right = len(wanted) == len(links) and all(
        _same(text, w, link.span) for w, link in zip(wanted, links, strict=True)
    )
    scores.add("chain_accuracy", right)
    if any(w.kind not in _ENDS for w in wanted) or any(h.kind not in _ENDS for h in links):
        scores.add("carried_chain_accuracy", right)
    for w in range(len(wanted)):
        scores.add("link_recall", any(w == a for a, _ in pairs))
    for h in range(len(links)):
        scores.add("link_precision", any(h == b for _, b in pairs))
    for a, b in pairs:
        if wanted[a].kind:
            scores.add("kind_accuracy", wanted[a].kind == links[b].kind)
    kinds = all(wanted[a].kind in {None, links[b].kind} for a, b in pairs)
    if not right or not kinds:
        one = [f"{w.name} ({w.kind})" for w in wanted]
        other = [f"{h.span.of(text)} ({h.kind})" for h in links]
        scores.wrong.append(_wrong(case, n, "links" if not right else "kind", one, other))


def _judge_speaker(
    scores: Scores, case: ChainCase, n: int, wanted: GoldChain, chain: Chain
) -> None:
    source = case.statements[n].source
    moved = bool(source and wanted.speaker and not _touches(wanted.speaker, source))
    right = bool(moved and chain.speaker and wanted.speaker) and _touches(
        chain.speaker or Span(0, 0), (wanted.speaker or Span(0, 0),)
    )
    if moved:
        scores.add("speaker_recall", right)
    if chain.speaker:
        scores.add("speaker_precision", right)
    if (moved or chain.speaker) and not right:
        text = case.article.text
        shown = [s.of(text) if s else "" for s in (wanted.speaker, chain.speaker)]
        scores.wrong.append(_wrong(case, n, "speaker", [shown[0]], [shown[1]]))


def _counted(case: ChainCase, n: int, links: Sequence[NamedLink]) -> Iterator[NamedLink]:
    """Yield the links that the gold counts: where it has names only, not the article's own."""
    start = case.statements[n].extent.start
    for link in links:
        near = "\n" not in case.article.text[start : link.span.start]
        if case.spans or link.kind not in _ENDS or (link.kind == "credit" and near):
            yield link


def _paired(
    text: str, wanted: Sequence[Named], links: Sequence[NamedLink]
) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for a, w in enumerate(wanted):
        free = [b for b in range(len(links)) if all(b != used for _, used in pairs)]
        fitting = [b for b in free if _same(text, w, links[b].span)]
        if fitting:
            pairs.append((a, fitting[0]))
    return pairs


def _same(text: str, wanted: Named, span: Span) -> bool:
    if wanted.span and _touches(span, (wanted.span,)):
        return True
    return naming.same_name(span.of(text), wanted.name)


def _touches(span: Span, others: Spans) -> bool:
    return any(span.overlaps(other) for other in others)


def _wrong(
    case: ChainCase, n: int, part: str, wanted: Sequence[str], given: Sequence[str]
) -> Wrong:
    return Wrong(case.article.given_id, n, part, tuple(wanted), tuple(given))
