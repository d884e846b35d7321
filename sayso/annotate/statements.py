"""Drafts in tokens -> statements in code points of the article, with kind, score and reason."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.annotate.confidence import confidences
from sayso.annotate.drafts import Draft, Range
from sayso.annotate.edges import within_marks
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded
from sayso.annotate.reading import readings
from sayso.annotate.weights import Weights
from sayso.annotate.windows import ROLES, Flags, Window
from sayso.english.excerpts import excerpt
from sayso.english.pronouns import pronouns
from sayso.english.sentences import MARKS
from sayso.english.tables import either
from sayso.records import Reading, Span, Spans, Statement, statement_id

_WORD = re.compile(r"\w+")
# What a part never ends with, though the encoder now and then says so.
_DANGLING = {
    "source": re.compile(rf"[\s,]+{either(pronouns('relative'))}\Z"),
    "cue": re.compile(r"[\s,]+\Z"),
    "content": re.compile(r"[\s,;]+(?:and|but|or)\Z"),
}
_OPENING = "\"“„«‹‘'`"
# What closes a quotation behind its last word, or the end of the paragraph.
_CLOSING = re.compile(rf"[,{MARKS}—-]{{0,3}}(?:[\"”“»›’']+|(?=\n))")
_DIGITS = 3
# The score of quotations of whole sentences, where the encoder gives them less: of those in
# frontline dev and PolNeAR's training part that many are statements, cut as the labels cut them.
WHOLE = 0.6


class Parts(NamedTuple):
    """The spans of a statement."""

    source: Spans
    cue: Spans
    content: Spans


class Read(NamedTuple):
    """A statement with what the encoder makes of its act."""

    statement: Statement
    reading: Reading


def statements(
    ground: Ground,
    encoded: Encoded,
    drafts: Sequence[Draft],
    weights: Weights,
    *,
    least: float = 0.0,
) -> list[Read]:
    """Return the drafts as statements in text order, each with the reading of its act.

    One that holds no word, or whose score falls below `least`, is left out.
    """
    parted = [(draft, _parts(ground, encoded, draft)) for draft in drafts]
    worded = [
        each for each in parted if any(_WORD.search(s.of(ground.text)) for s in each[1].content)
    ]
    chances = confidences(encoded, [draft for draft, _ in worded], weights.confidence)
    sure = [
        (draft, parts, score)
        for (draft, parts), chance in zip(worded, chances, strict=True)
        if (score := round(max(chance, WHOLE * draft.whole), _DIGITS)) >= least
    ]
    acts = readings(ground.text, encoded, [draft for draft, *_ in sure], weights.acts)
    return [Read(_statement(ground, *each), read) for each, read in zip(sure, acts, strict=True)]


def _statement(ground: Ground, draft: Draft, parts: Parts, score: float) -> Statement:
    return Statement(
        id=statement_id(ground.article_id, parts),
        kind=kind(ground.text, ground.quoted, parts.content),
        score=score,
        **parts._asdict(),
        why=_why(ground.text, parts, draft),
    )


def kind(text: str, quoted: Flags, content: Spans) -> str:
    """Return direct when all words of the content are quoted, mixed when some, else indirect."""
    whole = set()
    for start, end in content:
        inside = quoted[start:end].tobytes()  # many short looks, which bytes answer fastest
        for word in _WORD.finditer(text, start, end):
            whole.add(0 not in inside[word.start() - start : word.end() - start])
    if whole == {True}:
        return "direct"
    return "mixed" if True in whole else "indirect"


def _parts(ground: Ground, encoded: Encoded, draft: Draft) -> Parts:
    """Return the token ranges of a draft as spans, a content's edges round its quotation marks."""
    tokens = encoded.block.tokens
    parts = Parts(*(_spans(ground, tokens, role, getattr(draft, role)) for role in ROLES))
    return within_marks(ground.text, parts)


def _spans(ground: Ground, tokens: Window, role: str, ranges: Sequence[Range]) -> Spans:
    spans: list[Span] = []
    for first, last in ranges:
        start, end = int(tokens.starts[first]), int(tokens.ends[last - 1])
        if role == "content":
            start, end = _with_marks(ground.text, ground.quoted, start, end)
            start = max(start, spans[-1].end) if spans else start
        dangling = _DANGLING[role].search(ground.text, max(start, end - 9), end)
        end = dangling.start() if dangling else end
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)


def _with_marks(text: str, quoted: Flags, start: int, end: int) -> tuple[int, int]:
    """Return a content's ends moved over the quotation marks that open or close right beside it."""
    while start and quoted[start] and quoted[start - 1] and text[start - 1] in _OPENING:
        start -= 1
    closing = _CLOSING.match(text, end)
    if closing and quoted[end - 1] and quoted[max(closing.end() - 1, 0)]:
        end = closing.end()
    return start, end


def _why(text: str, parts: Parts, draft: Draft) -> str:
    """Return the reason for a statement in one sentence."""
    if not draft.cue:
        return "A quotation with no reporting words of its own."
    cue = excerpt(text, parts.cue)
    place = "after" if draft.content[0] > draft.cue[0] else "before"
    reason = f"“{cue}” reports the words {place} it ({draft.cue_chance:.0%})"
    if not draft.source:
        return f"{reason} and names nobody ({draft.source_chance:.0%})."
    return f"{reason}; who says so is “{excerpt(text, parts.source)}” ({draft.source_chance:.0%})."
