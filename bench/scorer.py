r"""Gold statements and predicted ones -> precision, recall, F1 and calibration, counted in words.

Words
    The words of a text are its runs of `\w+`; marks and spaces never count. A span becomes a
    piece: the pair (index of the first word, index of the last word) that it touches, even in
    part. A span that touches no word vanishes, and so does a statement whose content does. The
    words of several spans are the union of the words of their pieces.

Measures, all summed over documents before dividing (micro-average)
    source, cue, content: span F1. The gold pieces of a role in a document are a set, the
        predicted ones another (a piece that two statements share counts once); a piece is right
        when it is in both, so both its ends must be right. Neighbouring spans are not joined.
    content_half: contents at half overlap. The overlap of two contents is intersection over
        union of all their words. Gold and predicted statements of a document are paired one to
        one, greedily, the largest overlap first (of equal ones the pair whose sources overlap
        most, then text order); no pair is made below one half. A paired statement is right.
    statement: a statement is right when it is so paired and its source fits: the sources' words
        overlap by at least half too, or neither statement has a source.
    token: the words of all gold contents of a document against those of all predicted contents.

Ratios
    Precision is right / predicted, recall right / gold, F1 their harmonic mean. A ratio over
    nothing is 1: who predicts nothing is never wrong, and where nothing was said none is missed.

Classes
    kind: direct when all words of the content stand in quotation marks, mixed when some do,
        indirect when none does (`sayso.annotate.quotes` says which do). Told from the text for
        gold and predicted alike, whatever a system says itself.
    form of the source: none; pronoun, when every word is in `PRONOUNS`; name, when some word
        begins with a capital letter; nominal otherwise. A word in `FUNCTION_WORDS` makes no name,
        nor does the first word of a sentence that the text has in lower case elsewhere.
    inside: at least 0.8 of the words of the content stand in a larger content of the same side.
    In a class, recall is over the gold pieces, words or statements of the class and precision
    over the predicted ones; each is right under the same rule as without classes, whatever the
    class of its partner. A piece or word of two statements belongs to the classes of both.

Calibration (of statements, from the scores that a system gives)
    Pairing is done once, with all predictions. At a threshold, what scores below it is left out
    of precision and counts as missed in recall. `recall_at_precision(p)` is the highest recall
    among thresholds whose precision is at least p, and 0 when there is none. The expected
    calibration error is the mean over predictions, in ten bins of equal width, of the distance
    between a bin's mean score and the share of it that is right.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bench import reliability
from bench.reliability import Judged
from bench.words import Pieces, Words, words_of
from corpora.documents import Document, Labelled
from sayso.records import KINDS, Spans

FORMS = ("name", "nominal", "pronoun", "none")
INSIDE = 0.8  # share of the words of a statement inside another that stand there
MEASURES = ("statement", "content_half", "content", "source", "cue", "token")


@dataclass(frozen=True, slots=True)
class Scored:
    """A predicted statement and the score, 0 to 1, that its system gives it."""

    labelled: Labelled
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Item:
    """A statement reduced to words; `scored` is what it was made of, gold with a score of 1."""

    source: Pieces
    cue: Pieces
    content: Pieces
    source_words: frozenset[int]
    content_words: frozenset[int]
    kind: str
    form: str
    scored: Scored
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold and a predicted statement whose contents fit; `right` when their sources fit too."""

    gold: int
    predicted: int
    right: bool


@dataclass(frozen=True, slots=True)
class Match:
    """The statements of one document, in text order, and the pairs made of them."""

    gold: tuple[Item, ...]
    predicted: tuple[Item, ...]
    pairs: tuple[Pair, ...]

    def right(self) -> tuple[frozenset[int], frozenset[int]]:
        """Return the indices of the gold and of the predicted statements that are right."""
        pairs = [p for p in self.pairs if p.right]
        return frozenset(p.gold for p in pairs), frozenset(p.predicted for p in pairs)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one measure, and the ratios that follow from them."""

    gold: int = 0
    predicted: int = 0
    gold_right: int = 0
    predicted_right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.gold_right + other.gold_right,
            self.predicted_right + other.predicted_right,
        )

    @property
    def precision(self) -> float:
        """Return the share of the predicted that is right."""
        return _ratio(self.predicted_right, self.predicted)

    @property
    def recall(self) -> float:
        """Return the share of the gold that was found."""
        return _ratio(self.gold_right, self.gold)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_json(self) -> dict[str, float]:
        """Return the ratios, rounded to four places, and the counts."""
        ratios = {name: round(getattr(self, name), 4) for name in ("precision", "recall", "f1")}
        counts = {name: getattr(self, name) for name in self.__slots__}
        return ratios | counts


@dataclass(frozen=True, slots=True)
class Point:
    """Precision and recall of the statements that score at least `threshold`."""

    threshold: float
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Scores of all predicted statements, whether each is right, and how many gold ones exist."""

    judged: tuple[tuple[float, bool], ...]
    gold: int

    def curve(self) -> list[Point]:
        """Return one point for each different score, the highest first."""
        points = []
        right = 0
        ranked = sorted(self.judged, reverse=True)
        for count, (score, is_right) in enumerate(ranked, 1):
            right += is_right
            if count == len(ranked) or ranked[count][0] != score:
                tally = Tally(self.gold, count, right, right)
                points.append(Point(score, tally.precision, tally.recall, tally.f1))
        return points

    def recall_at_precision(self, precision: float) -> float:
        """Return the highest recall among thresholds with at least this precision, else 0."""
        return max((p.recall for p in self.curve() if p.precision >= precision), default=0.0)

    def best(self) -> Point | None:
        """Return the point with the highest F1, the highest threshold of equal ones."""
        return max(self.curve(), key=lambda p: p.f1, default=None)

    def bins(self) -> list[tuple[int, float, float]]:
        """Return (count, mean score, share right) of each of the ten bins that is not empty."""
        each = reliability.bins(Judged(*judged) for judged in self.judged)
        return [(of.share.total, of.score, of.share.right) for of in each]

    def error(self) -> float:
        """Return the expected calibration error; 0 when nothing was predicted."""
        return reliability.error([Judged(*judged) for judged in self.judged])

    def to_json(self) -> dict[str, Any]:
        """Return the error, recall at some precisions, the best threshold and the bins."""
        best = self.best()
        keys = ("count", "score", "right")
        return {
            "expected_calibration_error": round(self.error(), 4),
            "recall_at_precision": {
                str(p): round(self.recall_at_precision(p), 4) for p in (0.8, 0.85, 0.9, 0.95)
            },
            "best": best and {k: round(getattr(best, k), 4) for k in Point.__slots__},
            "bins": [
                dict(zip(keys, (n, round(s, 4), round(r, 4)), strict=True))
                for n, s, r in self.bins()
            ],
        }


Measured = dict[str, Tally]


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything measured: over all statements, by class, and calibration."""

    documents: int
    overall: Measured
    kinds: dict[str, Measured]
    forms: dict[str, Measured]
    inside: Measured
    calibration: Calibration

    def rows(self) -> Iterator[tuple[str, str, Tally]]:
        """Yield (class, measure, tally).

        The class is `all`, a kind, `source:` and a form, or `inside`.
        """
        classes = {"all": self.overall, **self.kinds}
        classes |= {f"source:{form}": measured for form, measured in self.forms.items()}
        classes["inside"] = self.inside
        for name, measured in classes.items():
            for measure in MEASURES:
                yield name, measure, measured[measure]

    def figures(self) -> dict[str, float]:
        """Return every number by one name: `statement_f1`, `direct/cue_recall`, ..., for floors."""
        figures = {
            "recall_at_precision_85": self.calibration.recall_at_precision(0.85),
            "expected_calibration_error": self.calibration.error(),
        }
        for name, measure, tally in self.rows():
            prefix = "" if name == "all" else f"{name}/"
            for ratio in ("precision", "recall", "f1"):
                figures[f"{prefix}{measure}_{ratio}"] = getattr(tally, ratio)
        return figures

    def to_json(self) -> dict[str, Any]:
        """Return all measures with their counts."""
        classes: dict[str, dict[str, Any]] = {}
        for name, measure, tally in self.rows():
            classes.setdefault(name, {})[measure] = tally.to_json()
        return {
            "documents": self.documents,
            "measures": classes,
            "calibration": self.calibration.to_json(),
        }

    def table(self) -> str:
        """Return the measures as text, one line each; a dash where there is nothing to count."""
        lines = [
            f"{'':<15} {'measure':<13} {'prec':>6} {'rec':>6} {'F1':>6} {'gold':>6} {'pred':>6}"
        ]
        before = "all"
        for name, measure, tally in self.rows():
            if name != before:
                lines.append("")
            ratios = [
                f"{ratio:6.3f}" if count else f"{'-':>6}"
                for ratio, count in (
                    (tally.precision, tally.predicted),
                    (tally.recall, tally.gold),
                    (tally.f1, tally.gold and tally.predicted),
                )
            ]
            before = name
            counts = f"{tally.gold:>6} {tally.predicted:>6}"
            lines.append(f"{name:<15} {measure:<13} {' '.join(ratios)} {counts}")
        return "\n".join([*lines, "", *self._calibration_lines()])

    def _calibration_lines(self) -> Iterator[str]:
        calibration = self.calibration
        yield f"documents {self.documents}"
        yield f"recall at precision 0.85: {calibration.recall_at_precision(0.85):.3f}"
        yield f"expected calibration error: {calibration.error():.3f}"
        if best := calibration.best():
            yield f"best statement F1 {best.f1:.3f}, at a score of {best.threshold:.3f}"


def kind_of(text: str, content: Spans) -> str:
    """Return direct, mixed or indirect: how much of `content` stands in quotation marks."""
    words = Words(text)
    return words.kind(words.pieces(content))


def match(document: Document, predictions: Sequence[Scored]) -> Match:
    """Reduce the statements of one document to words, and pair gold with predicted ones."""
    words = Words(document.text)
    gold = _items(words, [Scored(statement) for statement in document.statements])
    predicted = _items(words, predictions)
    return Match(gold, predicted, tuple(_pairs(gold, predicted)))


def score(documents: Sequence[Document], predictions: Sequence[Sequence[Scored]]) -> Scores:
    """Return the scores of `predictions`, one sequence a document, in the documents' order."""
    matches = [match(d, p) for d, p in zip(documents, predictions, strict=True)]
    return Scores(
        len(documents),
        _measure(matches, lambda _: True),
        {kind: _measure(matches, partial(_has_kind, kind)) for kind in KINDS},
        {form: _measure(matches, partial(_has_form, form)) for form in FORMS},
        _measure(matches, lambda item: item.inside),
        Calibration(
            tuple(judged for m in matches for judged in _judged(m)),
            sum(len(m.gold) for m in matches),
        ),
    )


def _has_kind(kind: str, item: Item) -> bool:
    return item.kind == kind


def _has_form(form: str, item: Item) -> bool:
    return item.form == form


def _judged(m: Match) -> Iterator[tuple[float, bool]]:
    right = m.right()[1]
    return ((item.scored.score, n in right) for n, item in enumerate(m.predicted))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return intersection over union; two empty sets overlap wholly."""
    shared = len(one & other)
    return _ratio(shared, len(one) + len(other) - shared)


def _items(words: Words, statements: Iterable[Scored]) -> tuple[Item, ...]:
    """Return the statements whose content holds a word, in text order."""
    items = []
    for scored in statements:
        labelled = scored.labelled
        content, source = words.pieces(labelled.content), words.pieces(labelled.source)
        if content:
            items.append(
                Item(
                    source,
                    words.pieces(labelled.cue),
                    content,
                    words_of(source),
                    words_of(content),
                    words.kind(content),
                    words.form(source),
                    scored,
                )
            )
    marked = [replace(item, inside=_is_inside(item, items)) for item in items]
    return tuple(sorted(marked, key=lambda i: (i.content, i.source, i.cue, -i.scored.score)))


def _is_inside(item: Item, every: Iterable[Item]) -> bool:
    own = item.content_words
    larger = (each.content_words for each in every if len(each.content_words) > len(own))
    return any(len(own & words) >= INSIDE * len(own) for words in larger)


def _pairs(gold: Sequence[Item], predicted: Sequence[Item]) -> Iterator[Pair]:
    """Yield the pairs, best first; see the module's docstring for the rule."""
    candidates = []
    for g, wanted in enumerate(gold):
        for p, got in enumerate(predicted):
            content = _overlap(wanted.content_words, got.content_words)
            if content >= 0.5:
                source = _overlap(wanted.source_words, got.source_words)
                candidates.append((-content, -source, g, p))
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    for _, source, g, p in sorted(candidates):
        if g in free_gold and p in free_predicted:
            free_gold.remove(g)
            free_predicted.remove(p)
            yield Pair(g, p, -source >= 0.5)


Keep = Callable[[Item], bool]


def _measure(matches: Sequence[Match], keep: Keep) -> Measured:
    """Return every measure over the statements that `keep` lets through."""
    totals = dict.fromkeys(MEASURES, Tally())
    for m in matches:
        for measure, tally in _tallies(m, keep):
            totals[measure] += tally
    return totals


def _tallies(m: Match, keep: Keep) -> Iterator[tuple[str, Tally]]:
    sides = (m.gold, m.predicted)
    right_gold, right_predicted = m.right()
    paired_gold = frozenset(p.gold for p in m.pairs)
    paired_predicted = frozenset(p.predicted for p in m.pairs)
    kept_gold, kept_predicted = (
        frozenset(n for n, item in enumerate(items) if keep(item)) for items in sides
    )
    for measure, gold, predicted in (
        ("statement", right_gold, right_predicted),
        ("content_half", paired_gold, paired_predicted),
    ):
        yield (
            measure,
            Tally(
                len(kept_gold),
                len(kept_predicted),
                len(kept_gold & gold),
                len(kept_predicted & predicted),
            ),
        )
    yield from ((role, _shared(sides, role, keep)) for role in ("content", "source", "cue"))
    yield "token", _shared(sides, "content_words", keep)


def _shared(sides: tuple[Sequence[Item], Sequence[Item]], field: str, keep: Keep) -> Tally:
    """Return the tally of the pieces or words in `field` that gold and predicted have in common."""
    gold, predicted = ({x for item in side for x in getattr(item, field)} for side in sides)
    kept_gold, kept_predicted = (
        {x for item in side if keep(item) for x in getattr(item, field)} for side in sides
    )
    return Tally(
        len(kept_gold),
        len(kept_predicted),
        len(kept_gold & predicted),
        len(kept_predicted & gold),
    )
