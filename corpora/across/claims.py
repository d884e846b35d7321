"""Claims of many articles, labelled by reading: mentions, denials and near misses as offsets.

Two development sets, `stories` and `conflict`; docs/data.md tells what they hold.
"""

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpora.corpus import GOLD, data_dir
from corpora.documents import rows
from sayso.records import Span, Statement

PARTS = ("stories", "conflict")
_STORIES = frozenset({"census", "spotify"})
_COVERED = 0.5  # of a mention that a statement must cover
_WITHIN = 0.9  # of a statement that must lie in a mention


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of an article, by the id that its input gave it, that bears on a claim."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim: who says it, who denies it, what only looks like it, and how many origins.

    Readers allow from `low` to `high` independent origins and take `independent` for the likeliest
    number, None where the articles do not tell.
    """

    id: str
    story: str
    mentions: tuple[Labelled, ...]
    denials: tuple[Labelled, ...]
    near: tuple[Labelled, ...]
    low: int | None
    high: int | None
    independent: int | None = None


def claims(part: str) -> list[GoldClaim]:
    """Return the claims of one of `PARTS`. Raises FileNotFoundError where they are not here."""
    return [_claim(row) for row in rows(data_dir() / "linking" / f"dev_claims_{part}.jsonl")]


def articles(part: str) -> Iterator[dict[str, Any]]:
    """Yield the articles that the labels of a part speak of, as `sayso read` takes them.

    Of the two stories of many outlets these are all articles, the unlabelled ones too.
    """
    every = claims(part)
    if {claim.story for claim in every} <= _STORIES:
        yield from _stories(sorted({claim.story for claim in every}))
        return
    yield from of_many({m.article for c in every for m in (*c.mentions, *c.denials, *c.near)})


def of_many(wanted: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield articles of the source of `conflict` by their ids, as `sayso read` takes them."""
    for row in rows(data_dir() / "linking" / "allsides_docs.jsonl.gz"):
        if row["id"] in wanted:
            kept = ("id", "publisher", "title", "published", "text")
            yield {name: row[name] for name in kept if row[name]}


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two statements of the articles of `conflict`'s source, and what they are to each other.

    `label` is same, against or apart; both sides are longest spans of contents.
    """

    a: Labelled
    b: Labelled
    label: str


def pairs(part: str) -> list[LabelledPair]:
    """Return the pairs read by us, part `tune` or `kept`; of other stories than the claims."""
    return [
        LabelledPair(_side(row["a"]), _side(row["b"]), row["label"])
        for row in rows(GOLD / "claims.jsonl")
        if row["part"] == part
    ]


def articles_of_pairs() -> Iterator[dict[str, Any]]:
    """Yield the articles that the pairs speak of, as `sayso read` takes them."""
    every = [pair for part in ("tune", "kept") for pair in pairs(part)]
    yield from of_many({side.article for pair in every for side in (pair.a, pair.b)})


def _side(row: dict[str, Any]) -> Labelled:
    start, end = max(row["content"], key=lambda span: (span[1] - span[0], -span[0]))
    return Labelled(row["article"], Span(start, end))


def statement_at(mention: Labelled, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement of an article that has a labelled stretch, as outside checks count.

    It covers half of the stretch, or lies in it by nine tenths; of several the one that does most.
    """
    best, most = None, 0.0
    for statement in statements:
        inside = sum(_shared(mention.span, span) for span in statement.content)
        size = sum(span.end - span.start for span in statement.content)
        share = inside / (mention.span.end - mention.span.start)
        if inside >= _WITHIN * size:
            share = max(share, inside / size)
        if share > most:
            best, most = statement, share
    return best if most >= _COVERED else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _claim(row: dict[str, Any]) -> GoldClaim:
    labelled = {
        kind: tuple(Labelled(m["article"], Span(m["start"], m["end"])) for m in row[kind])
        for kind in ("mentions", "denials", "near")
    }
    low, high, likeliest = (row.get(name) for name in ("low", "high", "independent"))
    return GoldClaim(
        row["claim"], row["story"], low=low, high=high, independent=likeliest, **labelled
    )


def _stories(names: Sequence[str]) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(10**9)
    for name in names:
        path = data_dir() / "copies" / f"{name}_articles.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                paragraphs = (part.strip() for part in row["text"].split("###"))
                text = "\n\n".join(part for part in paragraphs if part)
                seen = {"publisher": row["publisher"], "published": row["scrape_time"][:10]}
                yield {"id": row["id"], **seen, "text": text}
