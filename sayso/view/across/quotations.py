"""A quotation with its statements and texts -> its variants, with what each changed marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sayso.linked import Change, Quotation, Variant
from sayso.records import Span, Spans
from sayso.view.across.tellings import Telling, bare
from sayso.view.characters import visible
from sayso.view.leads import Lead
from sayso.view.words import counted, quoted

LABELS = {
    "cut": "cut",
    "ellipsis": "left out with a mark",
    "splice": "spliced",
    "person": "person shifted",
    "tense": "tense shifted",
    "added": "added",
    "replaced": "other word",
    "translation": "other translation",
    "misquotation": "misquoted",
}
"""What each kind of change is called."""

_LOST = (LABELS["cut"], LABELS["ellipsis"])
_KEPT = 4  # words at either end of a long passage that was lost

GAP = "gap"  # what stands between two parts of what was said: "she said"


class Run(NamedTuple):
    """Words of a wording, and the label of what was done to them: empty for nothing.

    What the text has between two parts is an ellipsis with the label `GAP`.
    """

    words: str
    label: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in words: what it is, what stood there, what stands there now.

    `first` is who made it first, empty where this wording does.
    """

    label: str
    was: str
    now: str
    first: str


@dataclass(frozen=True, slots=True)
class VariantView:
    """A wording, and all who give it so; `was` is the earliest with what is lost here marked."""

    tellings: tuple[Telling, ...]
    now: tuple[Run, ...]
    was: tuple[Run, ...]
    changes: tuple[ChangeLine, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the kinds of its changes, each once."""
        return tuple(dict.fromkeys(change.label for change in self.changes))

    @property
    def followed(self) -> str:
        """Return who made the same changes before, on one line."""
        lines = (f"{each.label} first by {each.first}" for each in self.changes if each.first)
        return "; ".join(dict.fromkeys(lines))


@dataclass(frozen=True, slots=True)
class QuotationView:
    """An utterance as people read it: the earliest attested wording, then each other one."""

    id: str
    who: Lead
    summary: str
    why: str
    earliest: Telling
    earliest_runs: tuple[Run, ...]
    faithful: tuple[Telling, ...]
    variants: tuple[VariantView, ...]

    @property
    def speaker(self) -> str:
        """Return who said it."""
        return self.who.words


def quotation_view(
    quotation: Quotation, known: Mapping[str, Telling], texts: Mapping[str, str], speaker: str
) -> QuotationView:
    """Return a quotation in words.

    `known` are its statements by their ids, `texts` the texts of their articles by theirs;
    `speaker` is the name of whoever said it.
    """
    earliest = known[quotation.earliest]
    marker = _Marker(earliest, known, texts)
    others = [each for each in quotation.variants
              if each.statement in known and each.statement != quotation.earliest]  # fmt: skip
    changed = [each for each in others if each.changes]
    return QuotationView(
        id=quotation.id,
        who=Lead("", speaker, "entity", quotation.speaker) if speaker else earliest.who,
        summary=_summary(quotation, known),
        why=visible(quotation.why),
        earliest=earliest,
        earliest_runs=marker.runs(earliest, ()),
        faithful=tuple(known[each.statement] for each in others if not each.changes),
        variants=tuple(marker.variants(changed)),
    )


@dataclass(frozen=True)
class _Marker:
    """What marks the changes of wordings against the earliest one."""

    earliest: Telling
    known: Mapping[str, Telling]
    texts: Mapping[str, str]

    def variants(self, changed: Iterable[Variant]) -> Iterator[VariantView]:
        """Yield wordings, those of the same words as one."""
        same: dict[tuple[tuple[str, str], ...], list[Variant]] = defaultdict(list)
        runs: dict[str, tuple[Run, ...]] = {}
        for each in changed:
            marks = [(span, LABELS.get(c.kind, c.kind)) for c in each.changes for span in c.is_]
            runs[each.statement] = self.runs(self.known[each.statement], marks)
            words = ((bare(run.words), run.label) for run in runs[each.statement])
            same[tuple(words)].append(each)
        for its in same.values():
            lost = [(span, LABELS.get(c.kind, c.kind)) for c in its[0].changes for span in c.was]
            yield VariantView(
                tellings=tuple(self.known[each.statement] for each in its),
                now=runs[its[0].statement],
                was=self.runs(self.earliest, lost),
                changes=tuple(self.line(change, its) for change in its[0].changes),
            )

    def line(self, change: Change, its: Sequence[Variant]) -> ChangeLine:
        """Return one change in words."""
        article = self.known[its[0].statement].article_id
        own = {each.statement for each in its}
        first = self.known.get(change.first) if change.first not in own else None
        return ChangeLine(
            label=LABELS.get(change.kind, change.kind),
            was=quoted(self.texts[self.earliest.article_id], change.was),
            now=quoted(self.texts[article], change.is_),
            first=f"{first.outlet}, {first.article.date}" if first else "",
        )

    def runs(self, of: Telling, marks: Sequence[tuple[Span, str]]) -> tuple[Run, ...]:
        """Return the words of a statement, cut where a mark begins or ends."""
        return tuple(_runs(self.texts[of.article_id], of.place.spans, marks))


def _runs(text: str, spans: Spans, marks: Sequence[tuple[Span, str]]) -> Iterator[Run]:
    for number, span in enumerate(spans):
        if number:
            yield Run("…", GAP)
        inside = [mark for mark, _ in marks if mark.overlaps(span)]
        edges = {span.start, span.end} | {edge for mark in inside for edge in mark}
        between = sorted(edge for edge in edges if span.start <= edge <= span.end)
        for start, end in pairwise(between):
            piece = Span(start, end)
            label = next((label for mark, label in marks if mark.overlaps(piece)), "")
            words = visible(piece.of(text)).replace("\n", " ")
            yield Run(_middle(words) if label in _LOST else words, label)


def _middle(words: str) -> str:
    """Return words that were lost, without the middle of a long passage."""
    every = words.split(" ")
    if len(every) <= 2 * _KEPT + 2:
        return words
    return " ".join([*every[:_KEPT], "…", *every[-_KEPT:]])


def _summary(quotation: Quotation, known: Mapping[str, Telling]) -> str:
    its = [known[each] for each in quotation.statements if each in known]
    changed = sum(bool(each.changes) for each in quotation.variants)
    parts = [
        counted(len(its), "report"),
        counted(len({each.article_id for each in its}), "article"),
        f"{changed} with other words" if changed else "all in the same words",
    ]
    if wrong := sum(
        any(c.kind == "misquotation" for c in each.changes) for each in quotation.variants
    ):
        parts.append(counted(wrong, "misquotation"))
    return ", ".join(parts)
