"""How often the speaker is right where a source is a pronoun or a bare title.

Gold: `bench/gold/speakers.jsonl`, sources of PolNeAR dev read by hand. The statements are given
as gold has them, the mentions are sayso's own. A speaker is *right* when one of the places where
sayso mentions him is, by at least half of the words' overlap, one of those that the gold gives
for the holder (his name, other mentions of it, or what the pronoun refers to where the article
never names him); *none* when sayso names nobody; else *wrong*. Accuracy is right among all,
precision right among those answered.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bench.given import Given, who_is_who
from bench.loading import loaded
from corpora import polnear
from corpora.corpus import GOLD
from corpora.documents import Labelled, spans
from sayso.pipeline import Engine
from sayso.records import Actor, Article, Span, Spans, Statement, statement_id
from sayso.resolve.resolver import WhoIsWho

DATA = ("polnear-dev",)
FORMS = ("pronoun", "title")
GOLD_FILE = GOLD / "speakers.jsonl"


@dataclass(frozen=True, slots=True)
class Asked:
    """One source to resolve: where it is, its form, and the places that stand for its holder."""

    source: Span
    form: str
    wanted: Spans


@dataclass(frozen=True, slots=True)
class Answers:
    """Counts of (form, right | wrong | none)."""

    counts: dict[tuple[str, str], int]

    def table(self) -> str:
        """Return the figures as lines."""
        lines = ["form       asked  right  wrong   none  accuracy  precision"]
        for form in (*FORMS, "all"):
            forms = FORMS if form == "all" else (form,)
            right, wrong, none = (
                sum(self.counts.get((f, outcome), 0) for f in forms)
                for outcome in ("right", "wrong", "none")
            )
            asked = right + wrong + none
            lines.append(
                f"{form:9}{asked:7}{right:7}{wrong:7}{none:7}"
                f"{right / max(asked, 1):10.1%}{right / max(right + wrong, 1):11.1%}"
            )
        return "\n".join(lines)

    def accuracy(self) -> float:
        """Return right among all."""
        return self._count("right") / max(sum(self.counts.values()), 1)

    def precision(self) -> float:
        """Return right among those answered."""
        return self._count("right") / max(self._count("right") + self._count("wrong"), 1)

    def _count(self, wanted: str) -> int:
        return sum(n for (_, outcome), n in self.counts.items() if outcome == wanted)


def measure(engine: Engine, data: str) -> Answers:
    """Resolve the gold's documents and compare."""
    counts: Counter[tuple[str, str]] = Counter()
    for asked, _, outcome in answers(engine, data):
        counts[asked.form, outcome] += 1
    return Answers(dict(counts))


def figures(data: str) -> dict[str, float]:
    """Return the figures that may have a floor. Raises ReadError when the corpus is absent."""
    answered = measure(Engine.load(), data)
    return {"accuracy": answered.accuracy(), "precision": answered.precision()}


def answers(engine: Engine, data: str) -> Iterator[tuple[Asked, WhoIsWho, str]]:
    """Yield each asked source with who is who in its article, and right, wrong or none."""
    documents = {d.id: d for d in loaded(data, partial(polnear.documents, "dev"))}
    for line in GOLD_FILE.read_text("utf-8").splitlines():
        row = json.loads(line)
        document = documents[row["id"]]
        article = Article(document.text, document.id)
        given = who_is_who(engine, article, [_statement(article, s) for s in document.statements])
        for each in row["statements"]:
            asked = _asked(each)
            number = next(
                i for i, s in enumerate(document.statements)
                if s.source == spans(each["source"]) and s.content == spans(each["content"])
            )  # fmt: skip
            yield asked, given.who, _outcome(asked, _speakers(given, number))


def _statement(article: Article, labelled: Labelled) -> Statement:
    parts = (labelled.source, labelled.cue, labelled.content)
    return Statement(statement_id(article.id, parts), "indirect", 1.0, *parts, why="gold")


def _speakers(given: Given, number: int) -> list[Actor]:
    ids = {given.who.ids[cluster.number] for cluster in given.speaking[number].clusters}
    return [actor for actor in given.who.actors if actor.id in ids]


def _asked(row: dict[str, Any]) -> Asked:
    given = [row["name"], *row["mentions"]] if row["name"] else [row["antecedent"]]
    wanted = tuple(Span(*span) for span in given if span)
    return Asked(spans(row["source"])[0], row["form"], wanted)


def _outcome(asked: Asked, speakers: Sequence[Actor]) -> str:
    if not asked.wanted:
        return "none" if not speakers else "right" if _own(asked, speakers) else "wrong"
    if not speakers:
        return "none"
    named = [mention for actor in speakers for mention in actor.mentions]
    return "right" if any(_same(m, w) for m in named for w in asked.wanted) else "wrong"


def _own(asked: Asked, speakers: Sequence[Actor]) -> bool:
    """Tell whether the speaker is nobody but the source itself, as it should where none is told."""
    return all(m.start >= asked.source.start for a in speakers for m in a.mentions[:1])


def _same(a: Span, b: Span) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared * 2 >= min(a.end - a.start, b.end - b.start)
