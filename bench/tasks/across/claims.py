"""How well statements of many articles are joined to claims, and denials linked to them.

Data: the two development sets of claims, `stories` and `conflict`. The records are read anew, or
taken from a store. Measured as outside checks do (`corpora.across.claims.statement_at` tells which
statement has a labelled stretch):

- *spans_found*: of the labelled stretches those that a statement has; nothing else can be linked.
- *same_precision*, *same_recall*, *same_f1*: of pairs of mentions of one claim; pairs of a mention
  with a near miss, a denial, or a mention of another claim should not be joined.
- *denials_linked*: of the denials found those that stand, they or their claim, among what denies
  or conflicts with the claim that holds most mentions.
- *near_linked*: of the near misses found those that wrongly do.
- *against_right*: of the statements against these claims that the labels tell of, those that deny
  them: the others say the same (*against_same*, of all), or are near misses.

`held` are the labelled stories that no model has learnt from, every fifth, measured likewise.

`pairs-tune` and `pairs-kept` are pairs of statements of other stories, labelled by us
(`bench/gold/claims.jsonl`): precision and recall of those that are of one claim, and
*against_recall* of those of which one turns against the other.
"""

import io
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

from bench.loading import loaded
from corpora.across import claims as corpus
from corpora.across.claims import GoldClaim, Labelled, LabelledPair, statement_at
from corpora.across.stories import stories
from sayso.link.claims.decide import Comparer
from sayso.link.claims.points import Point
from sayso.link.compare.comparer import Shipped
from sayso.link.nearest import Large
from sayso.link.room import Component, Edge, Item, Node, meeting, ref
from sayso.link.rooms import Claims
from sayso.linked import Claim
from sayso.nodes import Member, PairRow, Seen
from sayso.pipeline import Engine, records
from sayso.read.jsonl import read_jsonl
from sayso.records import Article, Record
from sayso.store import Store

PAIRS = ("pairs-tune", "pairs-kept")
HELD = "held"
DATA = (*corpus.PARTS, HELD, *PAIRS)
MOST = 1 << 24  # bytes of an article


@dataclass(frozen=True, slots=True)
class Linked:
    """The claims that were made: the claim of each statement, and what turns against each claim.

    What turns against it are ids of statements, and of the claims that these belong to; `answers`
    has the statements alone, without those that confirm.
    """

    claims: Mapping[str, str]
    against: Mapping[str, frozenset[str]]
    answers: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, made: Sequence[Claim]) -> "Linked":
        """Return claims as they are measured."""
        return cls(
            {statement: claim.id for claim in made for statement in claim.statements},
            {
                claim.id: frozenset(i for a in claim.answers for i in (a.statement, a.claim))
                for claim in made
            },
            {
                claim.id: frozenset(a.statement for a in claim.answers if a.kind != "confirms")
                for claim in made
            },
        )

    def same(self, a: str, b: str) -> bool:
        """Tell whether two statements are of one claim."""
        return a == b or (a in self.claims and self.claims[a] == self.claims.get(b))

    def kind(self, a: str, b: str) -> str:
        """Return what two statements are to each other: same, against or apart."""
        if self.same(a, b):
            return "same"
        turned = self.turns(a, self.claims[b]) or self.turns(b, self.claims[a])
        return "against" if turned else "apart"

    def turns(self, statement: str, claim: str) -> bool:
        """Tell whether a statement, or the claim that it belongs to, turns against a claim."""
        return not self.against.get(claim, frozenset()).isdisjoint(
            {statement, self.claims.get(statement)}
        )


@dataclass(frozen=True, slots=True)
class Stretches:
    """The statements that have the labelled stretches of one claim."""

    mentions: list[str]
    denials: list[str]
    near: list[str]


def load(data: str, store: Path | None = None) -> tuple[dict[str, Record], list[GoldClaim]]:
    """Return the records of a set by the ids that the labels know, and its labels.

    Records are read by the engine, or taken from a store that holds them. Raises ReadError, of
    the kind `absent` when the set is not on this machine.
    """
    labels = loaded(data, lambda: corpus.claims(data))
    return _records(data, lambda: corpus.articles(data), store), labels


def _records(
    data: str, rows: Callable[[], Iterable[dict[str, Any]]], store: Path | None
) -> dict[str, Record]:
    return dict(_kept(store) if store else _read(data, loaded(data, rows)))


def _read(data: str, rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Record]]:
    lines = "\n".join(map(json.dumps, rows))
    articles = read_jsonl(io.BytesIO(lines.encode()), data, max_bytes=MOST)
    for record in records(articles, Engine.load(), batch=16):
        if isinstance(record, Record):
            yield record.article.given_id, record


def _kept(path: Path) -> Iterator[tuple[str, Record]]:
    with Store.open(path, create=False) as store:
        for article in store.annotated():
            record = store.record(article)
            for seen in store.sightings(article):
                yield seen.given_id, record


def linked(every: Iterable[Record], comparer: Comparer | None = None) -> list[Claim]:
    """Return the claims of some records, each once, made in memory; answers name claims by id."""
    room = Claims(comparer)
    rows = []
    for record in {record.article.id: record for record in every}.values():
        seen = Seen(0, record)
        its = list(room.items(seen))
        for item in its:
            name = record.statements[item.ordinal].id
            member = Member(seen.published, record.article.id, item.ordinal, name, item.own)
            if len(its) > room.large:  # see `sayso.link.nearest`
                item = replace(item, twin=member)
            rows.append((member, item))
    rows.sort(key=lambda row: row[0].order)
    twins: dict[object, list[Member]] = {}
    items: dict[object, Item[Point]] = {}
    for member, item in rows:
        twins.setdefault(item.twin, []).append(member)
        items.setdefault(item.twin, item)
    members = list(twins.values())
    nodes = [
        Node(n, items[twin].facts, its[0], its[-1].published, len(its))
        for n, (twin, its) in enumerate(twins.items())
    ]
    keys = [item.keys for item in items.values()]
    homes = {n: i.twin.article for n, i in enumerate(items.values()) if isinstance(i.twin, Member)}
    pairs = sorted(_worth(meeting(keys), keys, homes))
    edges = room.decide([(nodes[a], nodes[b]) for a, b in pairs], Alone())
    decided = [_pair(*two, edge) for two, edge in zip(pairs, edges, strict=True) if edge]
    joined, beside = (tuple(p for p in decided if p.joins is joins) for joins in (True, False))
    component = Component(tuple(nodes), joined, beside, (), members.__getitem__)
    groups = list(room.groups(component, Alone()))
    ids = {ref(node): group.id for group in groups for node in group.nodes}
    return [_named(group.value, ids) for group in groups]


def _worth(
    pairs: Iterable[tuple[int, int]], keys: Sequence[frozenset[int]], homes: Mapping[int, str]
) -> Iterator[tuple[int, int]]:
    """Yield those of some pairs that are decided; `homes` are the large articles of nodes."""
    inside: defaultdict[str, dict[int, frozenset[int]]] = defaultdict(dict)
    for node, article in homes.items():
        inside[article][node] = keys[node]
    large = {article: Large(its) for article, its in inside.items()}
    nearest = cache(lambda node, article: large[article].nearest(node, keys[node]))
    for a, b in pairs:
        ways = [(one, two) for one, two in ((a, b), (b, a)) if two in homes]
        if not ways or any(two in nearest(one, homes[two]) for one, two in ways):
            yield a, b


class Alone:
    """No rooms below."""

    def group(self, _: int) -> None:
        """Return that a node is in no group."""

    def number(self, _: int) -> int:
        """Return that a node is in no group."""
        return 0

    def know(self, _: Collection[int]) -> None:
        """Ask for nothing."""

    def same(self, _: int, __: int) -> bool:
        """Return that two nodes are in none together."""
        return False

    def pairs(self, _: Collection[int]) -> list[PairRow]:
        """Return that nothing was decided."""
        return []

    def article(self, article_id: str) -> Article:
        """Refuse to return an article."""
        raise KeyError(article_id)


def _pair(a: int, b: int, edge: Edge) -> PairRow:
    return PairRow(a, b, edge.kind, edge.joins, edge.way, edge.score, edge.why)


def _named(claim: Claim, ids: Mapping[str, str]) -> Claim:
    return replace(claim, answers=tuple(replace(a, claim=ids[a.claim]) for a in claim.answers))


def measure(
    records_: Mapping[str, Record], labels: Sequence[GoldClaim], made: Linked
) -> dict[str, float]:
    """Return all measures of claims against labels."""
    its = [_stretches(records_, claim) for claim in labels]
    stretches = sum(len(c.mentions) + len(c.denials) + len(c.near) for c in labels)
    seen = sum(len(s.mentions) + len(s.denials) + len(s.near) for s in its)
    return {"spans_found": seen / stretches} | measure_stretches(its, made)


def measure_stretches(its: Sequence[Stretches], made: Linked) -> dict[str, float]:
    """Return all measures of claims against labels, by the statements that have them."""
    right, missed, wrong = same_pairs(its, made)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return {
        "same_precision": precision,
        "same_recall": recall,
        "same_f1": 2 * precision * recall / max(1e-9, precision + recall),
        "denials_linked": turned(its, made, "denials"),
        "near_linked": turned(its, made, "near"),
    } | against(its, made)


def _stretches(records_: Mapping[str, Record], claim: GoldClaim) -> Stretches:
    def ids(stretches: Sequence[Labelled]) -> list[str]:
        each = ((s, records_[s.article].statements) for s in stretches if s.article in records_)
        return [got.id for stretch, those in each if (got := statement_at(stretch, those))]

    return Stretches(ids(claim.mentions), ids(claim.denials), ids(claim.near))


def same_pairs(its: Sequence[Stretches], made: Linked) -> tuple[int, int, int]:
    """Return how many pairs of statements are rightly joined, missed, and wrongly joined."""
    right = missed = wrong = 0
    for claim in its:
        joined = [made.same(a, b) for a, b in combinations(claim.mentions, 2)]
        right, missed = right + sum(joined), missed + len(joined) - sum(joined)
        apart = product(claim.mentions, claim.near + claim.denials)
        wrong += sum(made.same(a, b) for a, b in apart if a != b)
    for claim, other in combinations(its, 2):
        both = {*claim.mentions} & {*other.mentions}
        apart = product({*claim.mentions} - both, {*other.mentions} - both)
        wrong += sum(made.same(a, b) for a, b in apart)
    return right, missed, wrong


def turned(its: Sequence[Stretches], made: Linked, kind: str) -> float:
    """Return what share of the labelled denials, or near misses, is linked against its claim."""
    total = right = 0
    for claim in its:
        stretches: list[str] = getattr(claim, kind)
        total += len(stretches)
        if main := _held(claim, made):
            right += sum(made.turns(statement, main) for statement in stretches)
    return right / max(1, total)


def against(its: Sequence[Stretches], made: Linked) -> dict[str, float]:
    """Return how many of the statements against claims are known, and which are right.

    Of several labels of one statement that it denies is taken, then that it says the same.
    """
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for claim in its:
        if held := _held(claim, made):
            for label in ("near", "mentions", "denials"):
                ranked = labels[held]
                ranked |= {s: label for s in getattr(claim, label) if ranked.get(s) != "denials"}
    kinds = Counter(
        known[statement]
        for held, known in labels.items()
        for statement in made.answers.get(held, ())
        if statement in known
    )
    total = kinds.total()
    return {
        "against_known": float(total),
        "against_right": kinds["denials"] / max(1, total),
        "against_same": kinds["mentions"] / max(1, total),
    }


def _held(claim: Stretches, made: Linked) -> str:
    """Return the claim that holds most mentions, empty where none does."""
    counts = Counter(made.claims[m] for m in claim.mentions if m in made.claims)
    return counts.most_common(1)[0][0] if counts else ""


def held(store: Path | None = None) -> dict[str, float]:
    """Return all measures on the labelled stories that are held aside."""
    every = [story for story in stories() if story.is_held]
    rows = corpus.of_many({article for story in every for article in story.articles})
    records_ = _records(HELD, lambda: rows, store)
    claims = [claim for story in every for claim in story.claims(records_)]
    denials = [[d.statement for d in c.denials if d.kind != "confirms"] for c in claims]
    its = [Stretches([*c.mentions], no, [*c.near]) for c, no in zip(claims, denials, strict=True)]
    mine = [records_[article] for story in every for article in story.articles]
    return measure_stretches(its, Linked.of(linked(mine, Shipped())))


def figures(data: str, store: Path | None = None) -> dict[str, float]:
    """Return all measures on one of `DATA`."""
    if data == HELD:
        return held(store)
    if data in PAIRS:
        every = _records(data, corpus.articles_of_pairs, store)
        made = Linked.of(linked(every.values(), Shipped()))
        part = data.removeprefix("pairs-")
        return measure_pairs(every, loaded(data, lambda: corpus.pairs(part)), made)
    every, labels = load(data, store)
    return measure(every, labels, Linked.of(linked(list(every.values()), Shipped())))


def measure_pairs(
    every: Mapping[str, Record], labels: Sequence[LabelledPair], made: Linked
) -> dict[str, float]:
    """Return how often the statements of pairs are linked as they are labelled."""

    def statement(side: Labelled) -> str:
        got = statement_at(side, every[side.article].statements)
        return got.id if got else ""

    sides = [(statement(pair.a), statement(pair.b), pair.label) for pair in labels]
    seen = [(a, b, label) for a, b, label in sides if a in made.claims and b in made.claims]
    kinds = Counter((label, made.kind(a, b)) for a, b, label in seen)
    same, against = kinds["same", "same"], kinds["against", "against"]
    joined = sum(count for (_, kind), count in kinds.items() if kind == "same")
    return {
        "pairs_seen": len(seen) / len(labels),
        "same_precision": same / max(1, joined),
        "same_recall": same / max(1, sum(label == "same" for *_, label in seen)),
        "against_recall": against / max(1, sum(label == "against" for *_, label in seen)),
    }
