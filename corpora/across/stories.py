"""Claims labelled by reading whole stories: every statement that is of one claim with another.

Unlike the development sets these labels are complete: statements of a story that no claim holds
both of do not say the same. docs/data.md tells who made them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from corpora.across.claims import Labelled, statement_at
from corpora.corpus import GOLD
from corpora.documents import rows
from sayso.records import Record, Span, Spans, Statement

FOLDS = 5
HELD = 4  # the fold that nothing is fitted on


class Denial(NamedTuple):
    """A statement that bears on a claim, and how: one of `sayso.linked.ANSWERS`."""

    statement: str
    kind: str


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """The statements of one claim, by their ids in records as they are read now.

    `near` only look like it; of `unsure` it was not decided.
    """

    mentions: tuple[str, ...]
    denials: tuple[Denial, ...]
    near: tuple[str, ...]
    unsure: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One labelled story: its articles, by the ids that their inputs gave them, and its claims."""

    id: str
    articles: tuple[str, ...]
    content: tuple[tuple[int, Spans], ...]  # of labelled statements, with whose article's
    labels: tuple[dict[str, Any], ...]

    @property
    def fold(self) -> int:
        """Return the fold that the story is in."""
        return int(self.id.lstrip("s")) % FOLDS

    @property
    def is_held(self) -> bool:
        """Tell whether it is of the fold that nothing is fitted on."""
        return self.fold == HELD

    def claims(self, records: Mapping[str, Record]) -> list[ReadClaim]:
        """Return the claims in records by given id; statements that these do not have are left."""
        ids = [_statement(records[self.articles[n]], content) for n, content in self.content]
        return [_claim(row, ids) for row in self.labels]


def stories() -> list[Story]:
    """Return the labelled stories."""
    return [
        Story(
            row["story"],
            tuple(row["articles"]),
            tuple((n, tuple(Span(*span) for span in spans)) for n, spans in row["statements"]),
            tuple(row["claims"]),
        )
        for row in rows(GOLD / "stories.jsonl")
    ]


def _statement(record: Record, content: Spans) -> str:
    same = (each for each in record.statements if each.content == content)
    got = next(same, None) or _at(content, record.statements)
    return got.id if got else ""


def _at(content: Spans, statements: tuple[Statement, ...]) -> Statement | None:
    longest = max(content, key=lambda span: (span.end - span.start, -span.start))
    return statement_at(Labelled("", longest), statements)


def _claim(row: Mapping[str, Any], ids: list[str]) -> ReadClaim:
    def these(kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids[n] for n in row.get(kind, ()) if ids[n]))

    denials = tuple(Denial(ids[n], kind) for n, kind in row.get("denials", ()) if ids[n])
    return ReadClaim(these("mentions"), denials, these("near"), these("unsure"))
