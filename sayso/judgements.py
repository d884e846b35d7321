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
# How much of an anchor's words must stand in what it is attached to, and how like a statement must
# be to the one that an anchor names. Half keeps an anchor where a statement grew, moved a little,
# or was split; of equal pieces none is the one meant.
_LEAST = 0.5
_PARTS = ("source", "cue", "content")  # of a statement

Attached = Statement | Actor | Place | Timex


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article and what they were: of a statement, an actor, a place or a time.

    `role` is source, cue or content for a statement, mention for an actor, place for a place,
    time for a time; it is empty, and there is no span, where the whole article is meant. One word
    may be the source of two statements: `source`, `cue` and `content` are all spans of the one that
    is meant. They are empty for whatever is no statement, and where only words were judged.
    """

    article: str
    role: str = ""
    span: Span | None = None
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()

    @classmethod
    def of(cls, article: str, statement: Statement, role: str = "content") -> "Anchor":
        """Return the anchor of a statement of an article, by its id, at the role's longest span.

        Raises ValueError where the statement has no such part.
        """
        spans: Spans = getattr(statement, role) if role in _PARTS else ()
        if not spans:
            raise ValueError(f"the statement {statement.id} has no {role}")
        longest = max(spans, key=_length)
        return cls(article, role, longest, statement.source, statement.cue, statement.content)

    @classmethod
    def of_actor(cls, article: str, actor: Actor) -> "Anchor":
        """Return the anchor of an actor of an article, by its id, at the longest mention.

        Raises ValueError where the actor is mentioned nowhere.
        """
        if not actor.mentions:
            raise ValueError(f"the actor {actor.id} is mentioned nowhere")
        return cls(article, "mention", max(actor.mentions, key=_length))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided: `kind` is one of `KINDS`, `at` when, in UTC, `by` who.

    `object` is what the subject is judged to be, in the form of the contract: another anchor, or
    values such as {"act": "denies"}. `withdrawn` is when it was taken back, else empty, and
    `withdrawn_by` and `withdrawn_why` tell who did that and why.
    """

    kind: str
    subject: Anchor
    object: dict[str, Any]
    by: str
    at: str
    why: str = ""
    withdrawn: str = ""
    withdrawn_by: str = ""
    withdrawn_why: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            shown = repr(self.kind) if isinstance(self.kind, str) else "that is no text"
            raise ValueError(f"no judgement is of the kind {shown}")

    @property
    def id(self) -> str:
        """Return a hash of what was decided, by whom and when."""
        fields = plain(replace(self, withdrawn=""))
        del fields["withdrawn_by"], fields["withdrawn_why"]
        for part in _PARTS:  # an id of words alone is what it was before anchors named statements
            if not fields["subject"][part]:
                del fields["subject"][part]
        words = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return "jd_" + hashlib.sha256(words.encode()).hexdigest()[:16]


def attached(anchor: Anchor, record: Record) -> Attached | None:
    """Return what of a record the words of an anchor are now, None where nothing fits, or two do.

    What fits holds half of the anchor's words, and a statement half of the content that the anchor
    names too; in its source, cue and content it must be half like those named, on average. What
    is most like it is taken, by shared code points over those of both together. Of equals none
    is: in doubt a judgement holds of nothing, rather than of something that was never judged.
    """
    span = anchor.span
    if span is None or anchor.article != record.article.id:
        return None
    fitting = [
        (likeness, each)
        for spans, each in _candidates(anchor.role, record)
        if _holds(spans, (span,)) and (likeness := _likeness(anchor, spans, each)) > 0
    ]
    most = max((likeness for likeness, _ in fitting), default=0.0)
    best = [each for likeness, each in fitting if likeness == most]
    return best[0] if best and all(each == best[0] for each in best) else None


def _likeness(anchor: Anchor, spans: Spans, candidate: Attached) -> float:
    """Return how like something is to what an anchor means, 0 where it is not like enough."""
    if not isinstance(candidate, Statement) or not anchor.content:
        return _alike((anchor.span,) if anchor.span else (), spans)
    if not _holds(candidate.content, anchor.content):
        return 0.0
    named = [(getattr(anchor, part), getattr(candidate, part)) for part in _PARTS]
    alike = [_alike(was, now) for was, now in named if was]
    mean = sum(alike) / len(alike)
    return mean if mean >= _LEAST else 0.0


def _holds(spans: Spans, words: Spans) -> bool:
    """Tell whether enough of some words stands in spans."""
    shared = _shared(spans, words)
    return shared > 0 and shared >= _LEAST * sum(map(_length, words))


def _alike(some: Spans, others: Spans) -> float:
    """Return what both have in common, as a share of both together."""
    shared = _shared(some, others)
    both = sum(map(_length, (*some, *others))) - shared
    return shared / both if both else 0.0


def _shared(some: Spans, others: Spans) -> int:
    return sum(max(0, min(s.end, o.end) - max(s.start, o.start)) for s in some for o in others)


def _length(span: Span) -> int:
    return span.end - span.start


def _candidates(role: str, record: Record) -> Iterator[tuple[Spans, Attached]]:
    """Yield what a role may be attached to, with its words."""
    if role in _PARTS:
        for statement in record.statements:
            yield getattr(statement, role), statement
    elif role == "mention":
        for actor in record.actors:
            yield from (((mention,), actor) for mention in actor.mentions)
    elif role == "place":
        yield from (((place.mention,), place) for place in record.places)
    elif role == "time":
        yield from (((time.mention,), time) for time in record.times)
