"""Drafts in tokens -> statements in code points of the article, with kind, score and reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.confidence import confidence
from sayso.annotate.decode import Draft
from sayso.annotate.quotes import quoted_mask
from sayso.annotate.reading import reading
from sayso.annotate.weights import Weights
from sayso.records import Article, Reading, Span, Spans, Statement, statement_id

_WORD = re.compile(r"\w+")
# What a part never ends with, though the encoder now and then says so.
_DANGLING = {
    "source": re.compile(r"[\s,]+(?:who|whose|which|that)\Z"),
    "cue": re.compile(r"[\s,]+\Z"),
    "content": re.compile(r"[\s,;]+(?:and|but|or)\Z"),
}
_OPENING = "\"“„«‹‘'`"
_CLOSING = re.compile(r"[,.!?…—-]{0,3}(?:[\"”“»›’']+|(?=\n))")  # or the paragraph ends
SCORE_DIGITS = 3


class Read(NamedTuple):
    """A statement with what the encoder makes of its act."""

    statement: Statement
    reading: Reading


@dataclass(frozen=True, slots=True)
class Ground:
    """An article's text with what every statement in it needs, found out once for all of them."""

    text: str
    article_id: str
    quoted: NDArray[np.bool_]


def ground(article: Article) -> Ground:
    """Return what the statements of an article stand on."""
    return Ground(article.text, article.id, quoted_mask(article.text))


def statements(
    of: Ground, drafts: Sequence[Draft], weights: Weights, *, least: float = 0.0
) -> list[Read]:
    """Return the drafts as statements in text order, each with the reading of its act.

    One that holds no word, or whose score falls below `least`, is left out.
    """
    text, quoted = of.text, of.quoted
    made = []
    for draft in drafts:
        parts = {role: _spans(text, quoted, draft, role) for role in _DANGLING}
        if not any(_WORD.search(s.of(text)) for s in parts["content"]):
            continue
        score = round(confidence(draft, weights.confidence), SCORE_DIGITS)
        if score < least:
            continue
        made.append(
            Read(
                Statement(
                    id=statement_id(of.article_id, parts.values()),
                    kind=kind(text, quoted, parts["content"]),
                    score=score,
                    **parts,
                    why=_why(text, parts, draft),
                ),
                reading(text, draft.window, draft.acts, draft.parts, weights.acts),
            )
        )
    return made


def kind(text: str, quoted: NDArray[np.bool_], content: Spans) -> str:
    """Return direct when all words of the content are quoted, mixed when some, else indirect."""
    seen = {
        bool(quoted[m.start() : m.end()].all())
        for start, end in content
        for m in _WORD.finditer(text, start, end)
    }
    if seen == {True}:
        return "direct"
    return "mixed" if True in seen else "indirect"


def _spans(text: str, quoted: NDArray[np.bool_], draft: Draft, role: str) -> Spans:
    """Return a part's token ranges as spans, a content's edges drawn round its quotation marks."""
    found: list[Span] = []
    for first, last in getattr(draft, role):
        start, end = int(draft.window.starts[first]), int(draft.window.ends[last - 1])
        if role == "content":
            start, end = _with_marks(text, quoted, start, end)
            start = max(start, found[-1].end) if found else start
        dangling = _DANGLING[role].search(text, max(start, end - 9), end)
        end = dangling.start() if dangling else end
        if start < end:
            found.append(Span(start, end))
    return tuple(found)


def _with_marks(text: str, quoted: NDArray[np.bool_], start: int, end: int) -> tuple[int, int]:
    """Return a content's ends moved over the quotation marks that open or close right beside it."""
    while start and quoted[start] and quoted[start - 1] and text[start - 1] in _OPENING:
        start -= 1
    closing = _CLOSING.match(text, end)
    if closing and quoted[end - 1] and quoted[max(closing.end() - 1, 0)]:
        end = closing.end()
    return start, end


def _why(text: str, parts: dict[str, Spans], draft: Draft) -> str:
    """Return the reason for a statement in one sentence."""
    if not draft.cue:
        return "A quotation with no reporting words of its own."
    cue = _short(text, parts["cue"])
    place = "after" if draft.content[0] > draft.cue[0] else "before"
    reason = f"“{cue}” reports the words {place} it ({draft.cue_chance:.0%})"
    if not draft.source:
        return f"{reason} and names nobody ({draft.source_chance:.0%})."
    return (
        f"{reason}; who says so is “{_short(text, parts['source'])}” ({draft.source_chance:.0%})."
    )


def _short(text: str, spans: Spans, limit: int = 60) -> str:
    words = " … ".join(" ".join(s.of(text).split()) for s in spans)
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"
