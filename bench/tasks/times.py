"""The benchmark of time expressions: labelled documents -> how well they are found and resolved.

The measures are those of TempEval-3, task A (UzZaman et al., 2013):

- strict precision, recall and F1: an expression is right when both of its ends are;
- relaxed: it is right when it overlaps a gold one, each partner taken once, in text order, an
  exact partner first;
- value and type F1: the relaxed F1 counting only pairs that agree in value, or in type, as
  precision times and recall times the share of pairs that agree.

The document creation time is given as the publication date and not scored: its own extent, what
is predicted in it, TIMEX3s without any words, and what stands behind the annotated part of a text
are left out. Gold expressions inside others (MEANTIME has a few) count like all others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bench.loading import loaded
from corpora import meantime, timebank
from corpora.timebank import GoldTime, TimesDocument
from sayso.pipeline import Engine
from sayso.records import Article, Moment, Span, Timex

DATA: dict[str, Callable[[], list[TimesDocument]]] = {
    "timebank": partial(timebank.documents, "TimeBank"),
    "aquaint": partial(timebank.documents, "AQUAINT"),
    "meantime": meantime.documents,
}


@dataclass(frozen=True, slots=True)
class Error:
    """One wrong expression, by offsets; `fault` is missed, spurious, extent, type or value."""

    document: str
    fault: str
    span: Span
    gold: str
    predicted: str

    def to_json(self) -> dict[str, Any]:
        """Return the error without any text of the corpus but what is normalised."""
        return {
            "document": self.document,
            "fault": self.fault,
            "span": list(self.span),
            "gold": self.gold,
            "predicted": self.predicted,
        }


@dataclass(slots=True)
class Counts:
    """How many expressions there are, and how many pairs agree in what."""

    gold: int = 0
    predicted: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    type: int = 0

    def figures(self) -> dict[str, float]:
        """Return the measures by name, 0 to 1."""
        extents = {"strict": self.strict, "relaxed": self.relaxed}
        right = extents | {"value": self.value, "type": self.type}
        figures = {}
        for name, n in extents.items():
            figures[f"{name}_precision"] = n / self.predicted if self.predicted else 0.0
            figures[f"{name}_recall"] = n / self.gold if self.gold else 0.0
        total = self.gold + self.predicted
        return figures | {
            f"{name}_f1": 2 * n / total if total else 0.0 for name, n in right.items()
        }


def load(data: str) -> list[TimesDocument]:
    """Return the labelled documents called `timebank`, `aquaint` or `meantime`.

    Raises ReadError, of the kind `absent` when the corpus is not on this machine.
    """
    return loaded(data, DATA[data])


def measure(
    documents: Sequence[TimesDocument], engine: Engine
) -> tuple[dict[str, float], list[Error]]:
    """Return the figures of the engine on documents, and all its errors in text order."""
    counts, errors = Counts(), []
    records = engine([_article(document) for document in documents])
    for document, record in zip(documents, records, strict=True):
        predicted = [t for t in record.times if _judged(document, t.mention)]
        pairs = _pairs(document.times, predicted)
        _count(counts, document, predicted, pairs)
        errors += _errors(document, predicted, pairs)
    return counts.figures(), errors


def figures(data: str) -> dict[str, float]:
    """Return the engine's figures on `data`, by the names that `bench/floors.json` uses."""
    return measure(load(data), Engine.load())[0]


def _article(document: TimesDocument) -> Article:
    """Return a text of the corpus as a reader would hand it on."""
    moment = Moment(document.published, document.published, "day")
    return Article(document.text, document.id, published=moment if document.published else None)


def _judged(document: TimesDocument, span: Span) -> bool:
    inside = span.end <= document.judged.end
    return inside and not any(_overlap(span, given) for given in document.unscored)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _pairs(gold: Sequence[GoldTime], predicted: Sequence[Timex]) -> dict[int, int]:
    """Return which prediction each gold expression is paired with: exact ones, then overlapping."""
    pairs: dict[int, int] = {}
    by_mention = {t.mention: n for n, t in enumerate(predicted)}
    for g, time in enumerate(gold):
        if time.span in by_mention and by_mention[time.span] not in pairs.values():
            pairs[g] = by_mention[time.span]
    taken = set(pairs.values())
    for g, time in enumerate(gold):
        if g in pairs:
            continue
        overlapping = (n for n, t in enumerate(predicted) if _overlap(t.mention, time.span))
        partner = next((n for n in overlapping if n not in taken), None)
        if partner is not None:
            pairs[g] = partner
            taken.add(partner)
    return pairs


def _count(
    counts: Counts, document: TimesDocument, predicted: Sequence[Timex], pairs: dict[int, int]
) -> None:
    counts.gold += len(document.times)
    counts.predicted += len(predicted)
    counts.relaxed += len(pairs)
    for g, p in pairs.items():
        counts.strict += document.times[g].span == predicted[p].mention
        counts.value += document.times[g].value == predicted[p].value
        counts.type += document.times[g].type == predicted[p].type


def _errors(
    document: TimesDocument, predicted: Sequence[Timex], pairs: dict[int, int]
) -> list[Error]:
    errors = []
    for g, time in enumerate(document.times):
        wanted = f"{time.type} {time.value}"
        if g not in pairs:
            errors.append(Error(document.id, "missed", time.span, wanted, ""))
            continue
        other = predicted[pairs[g]]
        answer = f"{other.type} {other.value}"
        if other.mention != time.span:
            errors.append(Error(document.id, "extent", time.span, wanted, f"{list(other.mention)}"))
        if other.value != time.value:
            errors.append(Error(document.id, "value", time.span, wanted, answer))
        elif other.type != time.type:
            errors.append(Error(document.id, "type", time.span, wanted, answer))
    paired = set(pairs.values())
    for n, other in enumerate(predicted):
        if n not in paired:
            answer = f"{other.type} {other.value}"
            errors.append(Error(document.id, "spurious", other.mention, "", answer))
    return sorted(errors, key=lambda e: e.span)
