"""Gold chains of attribution: articles with their statements and through whom each came.

`bench/gold/chains/*.json` are whole articles of sayso's own with spans for every part; files whose
id ends in "-test" or "-kept" are for reporting only. The conflict labels and the golden cases name
speakers and carriers without saying where they stand.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora import conflict as conflict_labels
from corpora import frontline as frontline_labels
from corpora.corpus import GOLD, ROOT
from corpora.documents import spans
from sayso.records import Article, Span, Statement, statement_id

OWN = GOLD / "chains"
CASES = ROOT / "tests" / "cases"
_KEPT = frozenset({"test", "kept"})  # on which nothing is tuned


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something in a chain: its name, where it stands if known, its kind if a link."""

    name: str
    span: Span | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class GoldChain:
    """How one statement came, as labelled, and the names of who speaks.

    `speaker` is where the speaker stands, if labelled.
    """

    links: tuple[Named, ...]
    speakers: tuple[str, ...] = ()
    speaker: Span | None = None
    addressee: Named | None = None
    channel: Named | None = None


@dataclass(frozen=True, slots=True)
class ChainCase:
    """One article with its gold statements and their gold chains, in the same order.

    `spans` tells whether the chains are labelled with spans, or by names alone.
    """

    article: Article
    statements: tuple[Statement, ...]
    chains: tuple[GoldChain, ...]
    spans: bool


def own(part: str) -> list[ChainCase]:
    """Return sayso's own articles of a part: `tune`, or `test` or `kept`, for reporting only."""
    paths = [p for p in sorted(OWN.glob("*.json")) if _part(p) == part]
    if not paths:
        raise FileNotFoundError(str(OWN))
    return [_own(json.loads(path.read_text("utf-8"))) for path in paths]


def conflict(part: str) -> list[ChainCase]:
    """Return the conflict labels' part `train` or `dev`, whose chains are names."""
    labels = conflict_labels.with_texts(part)
    return [_named(row["id"], text, row["statements"]) for row, text in labels]


def frontline(part: str) -> list[ChainCase]:
    """Return frontline's part `train` or `dev`, whose chains are names."""
    labels = frontline_labels.with_texts(part)
    return [_named(row["id"], text, row["statements"]) for row, text in labels]


def cases() -> list[ChainCase]:
    """Return the golden cases, whose chains are names."""
    return list(_golden(CASES))


def _part(path: Path) -> str:
    last = path.stem.rpartition("-")[2]
    return last if last in _KEPT else "tune"


def _golden(folder: Path) -> Iterator[ChainCase]:
    for path in sorted(folder.glob("*/expected.json")):
        text = path.with_name("article.txt").read_text("utf-8")
        yield _named(path.parent.name, text, json.loads(path.read_text("utf-8"))["statements"])


def _own(row: dict[str, Any]) -> ChainCase:
    article = Article(
        text=row["text"],
        source=row["id"],
        given_id=row["id"],
        publisher=row.get("publisher") or "",
        byline=tuple(row.get("byline") or ()),
        dateline=row.get("dateline") or "",
    )
    gold = tuple(
        GoldChain(
            tuple(_named_as(c, c["name"], c["kind"]) for c in s["carriers"]),
            _speakers(s),
            _span(s["speaker_span"]),
            _named_as(s["addressee"], s["addressee"]["name"]) if s["addressee"] else None,
            _named_as(s["channel"], s["channel"]["text"]) if s["channel"] else None,
        )
        for s in row["statements"]
    )
    return ChainCase(article, _statements(article, row["statements"]), gold, spans=True)


def _named(given_id: str, text: str, rows: list[dict[str, Any]]) -> ChainCase:
    article = Article(text=text, source=given_id, given_id=given_id)
    gold = tuple(
        GoldChain(tuple(Named(name) for name in s["carriers"]), _speakers(s)) for s in rows
    )
    return ChainCase(article, _statements(article, rows), gold, spans=False)


def _speakers(row: dict[str, Any]) -> tuple[str, ...]:
    """Return who speaks: a list of names, or one field that joins them with "; "."""
    names = row.get("speakers") or row["speaker"] or ""
    joined = names if isinstance(names, str) else "; ".join(names)
    return tuple(name for name in joined.split("; ") if name)


def _named_as(part: dict[str, Any], name: str, kind: str | None = None) -> Named:
    return Named(name, _span(part["span"]), kind)


def _span(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def _statements(article: Article, rows: list[dict[str, Any]]) -> tuple[Statement, ...]:
    statements = []
    for row in rows:
        roles = [spans(row[role]) for role in ("source", "cue", "content")]
        identity = statement_id(article.id, roles)
        kind = row.get("kind", "indirect")
        statements.append(Statement(identity, kind, 1.0, roles[0], roles[1], roles[2], "gold"))
    return tuple(statements)
