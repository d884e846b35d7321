"""The acts benchmark: labelled statements -> how often act, polarity, modality and said are right.

`conflict-dev` is the development part of sayso's conflict labels, `frontline-dev` that of conflict
news labelled by reading, `polnear-dev` sayso's labels of statements of PolNeAR's development part,
`meantime` the event factuality of MEANTIME. The statements are given as gold has them, and judged
by what stands for them in the product (`bench.given`).
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from typing import Any

from bench.given import who_is_who
from bench.loading import loaded
from corpora import conflict, frontline, meantime, polnear
from corpora.conflict import joined
from corpora.corpus import GOLD
from corpora.documents import rows, spans
from sayso.pipeline import Engine
from sayso.records import ACTS, Act, Article, Span, Spans, Statement
from sayso.resolve.acts.acts import act

_NO_ACT = Act("other", "pos", "certain", (), "nothing stands for this statement")


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled statement; a label that the corpus does not give is empty or None."""

    article: Article
    statement: Statement
    act: str
    polarity: str
    modality: str
    condition: Spans | None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Scores:
    """How the decided acts compare with the labels.

    `confusion` counts pairs of a labelled and a decided act. `condition_f1` counts code points
    over the statements with a labelled or a decided condition, `said_f1` is of what is not "yes".
    """

    count: int
    act_accuracy: float
    act_macro_f1: float
    polarity_accuracy: float
    negative_f1: float
    modality_accuracy: float
    not_certain_f1: float
    condition_f1: float
    said_f1: float
    confusion: dict[tuple[str, str], int]

    def figures(self) -> dict[str, float]:
        """Return the figures by the names that `bench/floors.json` uses."""
        names = [f for f in self.__slots__ if f not in {"count", "confusion"}]
        return {name: float(getattr(self, name)) for name in names}

    def table(self) -> str:
        """Return the figures and the commonest confusions as lines of text."""
        lines = [f"{self.count} statements"]
        lines += [f"{name}: {100 * value:.1f}" for name, value in self.figures().items()]
        wrong = Counter({pair: n for pair, n in self.confusion.items() if pair[0] != pair[1]})
        lines += [f"{n} {gold} taken for {said}" for (gold, said), n in wrong.most_common(12)]
        return "\n".join(lines)


def load(data: str) -> list[Item]:
    """Return the labelled statements called `data`.

    Raises ReadError, of the kind `absent` when labels or texts are not on this machine.
    """
    return loaded(data, DATA[data])


def score(items: Sequence[Item], said: Iterable[Act]) -> Scores:
    """Return how well acts, one an item, fit the labels; a figure without any label is 0."""
    pairs = list(zip(items, said, strict=True))
    acts = [(i.act, a.name) for i, a in pairs if i.act]
    polarity = [(i.polarity, a.polarity) for i, a in pairs if i.polarity]
    modality = [(i.modality, _grade(i, a.modality)) for i, a in pairs if i.modality]
    unsure = [(str(g != "certain"), str(s != "certain")) for g, s in modality]
    unsaid = [(str(i.said != "yes"), str(a.said != "yes")) for i, a in pairs if i.said]
    conditions = [(i.condition, a.condition) for i, a in pairs if i.condition is not None]
    return Scores(
        count=len(items),
        act_accuracy=_accuracy(acts),
        act_macro_f1=_macro_f1(acts),
        polarity_accuracy=_accuracy(polarity),
        negative_f1=_f1(polarity, "neg"),
        modality_accuracy=_accuracy(modality),
        not_certain_f1=_f1(unsure, "True"),
        condition_f1=_overlap(conditions),
        said_f1=_f1(unsaid, "True"),
        confusion=dict(Counter(acts)),
    )


def figures(data: str) -> dict[str, float]:
    """Return the engine's figures on `data`, by the names that `bench/floors.json` uses."""
    return run(data).figures()


def run(data: str) -> Scores:
    """Return the scores of sayso on the labelled statements called `data`."""
    items = load(data)
    return score(items, decided(items, Engine.load()))


def decided(items: Sequence[Item], engine: Engine) -> list[Act]:
    """Return what the engine takes each labelled statement to do."""
    acts: list[Act] = []
    for article, group in groupby(items, key=lambda item: item.article):
        statements = [item.statement for item in group]
        readings = engine.annotator.readings(article, statements)
        given = who_is_who(engine, article, statements, readings)
        standing = given.who.annotation
        acts += [
            _NO_ACT if n is None else act(article, standing.statements[n], standing.reading(n))
            for n in given.numbers
        ]
    return acts


def _grade(item: Item, modality: str) -> str:
    """Return the modality in the grades of the labels: MEANTIME knows no conditional."""
    return "possible" if not item.act and modality != "certain" else modality


def _accuracy(pairs: Sequence[tuple[str, str]]) -> float:
    return sum(g == s for g, s in pairs) / len(pairs) if pairs else 0.0


def _f1(pairs: Sequence[tuple[str, str]], label: str) -> float:
    both = sum(g == s == label for g, s in pairs)
    either = sum(g == label for g, _ in pairs) + sum(s == label for _, s in pairs)
    return 2 * both / either if either else 0.0


def _macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 of the acts that are labelled at least once."""
    labels = [a for a in ACTS if any(g == a for g, _ in pairs)]
    return sum(_f1(pairs, a) for a in labels) / len(labels) if labels else 0.0


def _overlap(pairs: Sequence[tuple[Spans, Spans]]) -> float:
    both = either = 0
    for gold, said in pairs:
        wanted = {n for span in gold for n in range(*span)}
        predicted = {n for span in said for n in range(*span)}
        both += 2 * len(wanted & predicted)
        either += len(wanted) + len(predicted)
    return both / either if either else 0.0


def _polnear() -> Iterator[Item]:
    texts = {document.id: document.text for document in polnear.documents("dev")}
    yield from _labelled(joined(rows(GOLD / "acts.jsonl"), texts))


def _polnear_train(part: str) -> Iterator[Item]:
    texts = {document.id: document.text for document in polnear.documents("train")}
    labels = [row for row in rows(GOLD / "acts-train.jsonl") if row["part"] == part]
    yield from _labelled(joined(labels, texts))


def _labelled(labels: Iterable[tuple[dict[str, Any], str]]) -> Iterator[Item]:
    for row, text in labels:
        article = Article(text, row["id"])
        for label in row["statements"]:
            yield _item(article, label)


def _item(article: Article, label: dict[str, Any]) -> Item:
    source, cue, content = (spans(label[r]) for r in ("source", "cue", "content"))
    kind = label.get("kind") or _kind(article.text, content)
    statement = Statement("", kind, 1.0, source, cue, content, "")
    condition = spans(label["condition"]) if "condition" in label else None
    labels = (label["act"], label["polarity"], label["modality"])
    return Item(article, statement, *labels, condition, label.get("said", ""))


def _kind(text: str, content: Spans) -> str:
    """Return the kind of a statement that is labelled without one."""
    pieces = [span.of(text).strip() for span in content]
    quoted = all(piece[:1] in set("\"“'‘«„") for piece in pieces)
    return "direct" if quoted else "indirect"


# MEANTIME: the clause around an event stands in for the content of a statement without a cue.
_CLAUSE_END = re.compile(
    r"^(?:[,;:()\-–—]|--|and|but|or|which|who|that|because|while|although|after|before|if|as|when)$"
)
_CERTAINTY = {"CERTAIN": "certain", "POSSIBLE": "possible", "PROBABLE": "possible"}
_POLARITY = {"POS": "pos", "NEG": "neg"}


def _meantime() -> Iterator[Item]:
    """Yield each event that is certain or not, and positive or negative, with its clause."""
    for path in meantime.files():
        root = ET.parse(path).getroot()  # noqa: S314 (a corpus laid out by hand, not input)
        tokens = [t for t in root.iter("token") if (t.text or "").strip()]
        places = {t.get("t_id"): n for n, t in enumerate(tokens)}
        for event in root.iter("EVENT_MENTION"):
            polarity = _POLARITY.get(event.get("polarity", ""))
            modality = _CERTAINTY.get(event.get("certainty", ""))
            anchor = event.find("token_anchor")
            at = places.get(anchor.get("t_id")) if anchor is not None else None
            if polarity and modality and at is not None:
                yield _clause(path.stem, tokens, at, (polarity, modality))


def _clause(name: str, tokens: Sequence[ET.Element], at: int, labels: tuple[str, str]) -> Item:
    """Return the clause around the token `at` as an unattributed statement."""
    sentence = [n for n, t in enumerate(tokens) if t.get("sentence") == tokens[at].get("sentence")]
    cuts = [n for n in sentence if _CLAUSE_END.match((tokens[n].text or "").lower())]
    bounds = [sentence[0] - 1, *cuts, sentence[-1] + 1]
    start, end = next(
        ((a + 1, b) for a, b in pairwise(bounds) if a < at < b), (sentence[0], sentence[-1] + 1)
    )
    text = " ".join(t.text or "" for t in tokens[start:end])
    statement = Statement("", "indirect", 1.0, (), (), (Span(0, len(text)),), "")
    return Item(Article(text, name), statement, "", *labels, None)


DATA: dict[str, Callable[[], Iterator[Item]]] = {
    "conflict-dev": lambda: _labelled(conflict.with_texts("dev")),
    "conflict-train": lambda: _labelled(conflict.with_texts("train")),
    "frontline-dev": lambda: _labelled(frontline.with_texts("dev")),
    "polnear-dev": _polnear,
    "polnear-train": partial(_polnear_train, "train"),
    "polnear-tune": partial(_polnear_train, "tune"),
    "meantime": _meantime,
}
