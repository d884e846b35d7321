"""The attribution benchmark: labelled documents and a system -> scores, and its worst errors.

`polnear-dev` is the development part of PolNeAR, `conflict-dev` that of sayso's own labels,
`frontline-dev` that of conflict news labelled by reading.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench import peers, systems
from bench.loading import loaded
from bench.scorer import Item, Match, Scored, Scores, match, score
from corpora import conflict, frontline, polnear
from corpora.documents import Document, Labelled
from sayso.records import Article, Record, Spans, Statement
from sayso.settings import Settings

DATA: dict[str, Callable[[], list[Document]]] = {
    "polnear-dev": partial(polnear.documents, "dev"),
    "conflict-dev": partial(conflict.documents, "dev"),
    "frontline-dev": partial(frontline.documents, "dev"),
}
NESTED = frozenset({"frontline-dev"})  # data in which the statements inside others are labelled

System = Callable[[Sequence[Document]], list[list[Scored]]]


@dataclass(frozen=True, slots=True)
class Error:
    """One statement that a system got wrong.

    `fault` is `missed` (a gold statement without a partner), `spurious` (a predicted one without
    a partner) or `source` (contents fit, sources do not; `gold` is then the partner's source).
    `weight`, by which errors are ranked, is the number of words of the content times the score.
    """

    document: str
    fault: str
    weight: float
    score: float
    statement: Labelled
    gold: Spans = ()

    def to_json(self) -> dict[str, Any]:
        """Return the error as ids and offsets, without any text."""
        roles = {role: getattr(self.statement, role) for role in ("source", "cue", "content")}
        row = {"document": self.document, "fault": self.fault, "score": round(self.score, 4)}
        return row | roles | ({"gold_source": self.gold} if self.fault == "source" else {})


def load(data: str) -> list[Document]:
    """Return the labelled documents called `data`.

    Raises ReadError, of the kind `absent` when the corpus is not on this machine.
    """
    return loaded(data, DATA[data])


def engine(settings: Settings, *, nested: bool = False) -> System:
    """Return sayso itself as a system: the statements of its records, with their scores.

    Those inside others are left aside unless `nested`.
    """
    # Imported here so that other systems can be scored without the engine's dependencies.
    from sayso.pipeline import Engine

    made = Engine.load(settings)

    def system(documents: Sequence[Document]) -> list[list[Scored]]:
        read = [Article(text=d.text, source=d.id, given_id=d.id) for d in documents]
        return [list(_statements(record, nested=nested)) for record in made(read)]

    return system


def per_text(extract: Callable[[str], list[Scored]]) -> System:
    """Return a function from one text to statements as a system."""
    return lambda documents: [extract(document.text) for document in documents]


def system_of(name: str, settings: Settings, *, nested: bool = False) -> System:
    """Return the system called `name`: `sayso`, `textacy`, or else a JSON Lines file."""
    if name == "sayso":
        return engine(settings, nested=nested)
    if name == "textacy":
        return per_text(peers.textacy_direct_quotations())
    return partial(systems.read, Path(name))


def run(
    documents: Sequence[Document], system: System, *, errors: int = 0
) -> tuple[Scores, list[Error]]:
    """Return the scores of a system on `documents`, and its worst `errors` errors."""
    predictions = system(documents)
    scores = score(documents, predictions)
    if not errors:
        return scores, []
    worst = [
        error
        for document, predicted in zip(documents, predictions, strict=True)
        for error in _errors(document.id, match(document, predicted))
    ]
    worst.sort(key=lambda e: (-e.weight, e.document, e.statement.content))
    return scores, worst[:errors]


def figures(data: str) -> dict[str, float]:
    """Return the engine's figures on `data`, by the names that `bench/floors.json` uses."""
    documents = load(data)
    return run(documents, engine(Settings(), nested=data in NESTED))[0].figures()


def _statements(record: Record, *, nested: bool) -> Iterator[Scored]:
    """Yield the statements of a record, those that stand in others only if `nested`."""
    for statement, provenance in zip(record.statements, record.provenance, strict=True):
        if nested or not provenance.reports:
            yield scored(statement)


def scored(statement: Statement) -> Scored:
    """Return a statement of a record in the scorer's form."""
    return Scored(Labelled(statement.source, statement.cue, statement.content), statement.score)


def _errors(document: str, matched: Match) -> Iterator[Error]:
    paired_gold = {pair.gold for pair in matched.pairs}
    paired_predicted = {pair.predicted for pair in matched.pairs}
    for n, item in enumerate(matched.gold):
        if n not in paired_gold:
            yield _error(document, "missed", item)
    for n, item in enumerate(matched.predicted):
        if n not in paired_predicted:
            yield _error(document, "spurious", item)
    for pair in matched.pairs:
        if not pair.right:
            gold = matched.gold[pair.gold].scored.labelled.source
            yield _error(document, "source", matched.predicted[pair.predicted], gold)


def _error(document: str, fault: str, item: Item, gold: Spans = ()) -> Error:
    certainty = item.scored.score
    weight = len(item.content_words) * certainty
    return Error(document, fault, weight, certainty, item.scored.labelled, gold)
