"""What people decide about a record, and the words that each decision is anchored in.

Models and rules come and go, words of an article stay: an anchor is attached to whatever a new
model or new rules make of the same words.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sayso.records import Actor, Place, Record, Span, Spans, Statement, Timex, plain

KINDS = (
    *("same_entity", "different_entity", "speaker", "not_statement", "span", "act", "place"),
    *("copy", "not_copy", "same_claim", "different_claim", "denies"),
)
# How much of an anchor's words must stand in what it is attached to. Half keeps an anchor where a
# statement grew, moved a little, or was split in two; of three equal pieces none is the one meant.
_LEAST = 0.5

Attached = Statement | Actor | Place | Timex


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article and what they were: of a statement, an actor, a place or a time.

    `role` is source, cue or content for a statement, mention for an actor, place for a place,
    time for a time; it is empty, and there is no span, where the whole article is meant.
    """

    article: str
    role: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided: `kind` is one of `KINDS`, `at` when, in UTC, `by` who.

    `object` is what the subject is judged to be, in the form of the contract: another anchor, or
    values such as {"act": "denies"}. `withdrawn` is when it was taken back, else empty.
    """

    kind: str
    subject: Anchor
    object: dict[str, Any]
    by: str
    at: str
    why: str = ""
    withdrawn: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no judgement is of the kind {self.kind!r}")

    @property
    def id(self) -> str:
        """Return a hash of what was decided, by whom and when."""
        fields = plain(replace(self, withdrawn=""))
        words = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return "jd_" + hashlib.sha256(words.encode()).hexdigest()[:16]


def attached(anchor: Anchor, record: Record) -> Attached | None:
    """Return what of a record the words of an anchor are now, None where nothing fits.

    What has most in common with them is taken: shared code points over those of both together;
    of equals, what begins first.
    """
    span = anchor.span
    if span is None or anchor.article != record.article.id:
        return None
    ranked = (
        (_likeness(span, spans), -spans[0].start, each)
        for spans, each in _candidates(anchor.role, record)
        if spans
    )
    fitting = [each for each in ranked if each[0] > 0]
    return max(fitting, key=lambda each: each[:2])[2] if fitting else None


def _likeness(anchor: Span, spans: Spans) -> float:
    """Return what an anchor and some words have in common, 0 where that is too little."""
    shared = sum(max(0, min(s.end, anchor.end) - max(s.start, anchor.start)) for s in spans)
    length = anchor.end - anchor.start
    if shared < _LEAST * length:
        return 0.0
    return shared / (sum(s.end - s.start for s in spans) + length - shared)


def _candidates(role: str, record: Record) -> Iterator[tuple[Spans, Attached]]:
    """Yield what a role may be attached to, with its words."""
    if role in {"source", "cue", "content"}:
        for statement in record.statements:
            yield getattr(statement, role), statement
    elif role == "mention":
        for actor in record.actors:
            yield from (((mention,), actor) for mention in actor.mentions)
    elif role == "place":
        yield from (((place.mention,), place) for place in record.places)
    elif role == "time":
        yield from (((time.mention,), time) for time in record.times)
