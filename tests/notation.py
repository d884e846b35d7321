"""The notation of tests: a marked text -> the article, and what is marked in it.

Statements stand in braces: "{S:Ana Ruel} {C:said} {T:it had rained}" is source, cue and content.
A number after the letter tells statements apart: "{S1:Ana} {C1:said} {T1:{S2:Bo} {C2:left}}". What
has the same letter and number is one part in several pieces; an empty mark marks nothing. Contents
that open with quotation marks make a statement direct, quotation marks elsewhere make it mixed.

Mentions stand in angle brackets: "<p:Ana Ruel>" is the name of a person, "o" of an organisation,
"l" of a place, "g" of a group, "t" of a time; "<d:the minister>" describes a person, "<b:the
company>" a body; "<=:she>" is a pronoun. Marks may stand in marks.
"""

import re
from collections import defaultdict
from typing import Any, NamedTuple

from sayso.records import Annotation, Article, Mention, Span, Spans, Statement, statement_id

PARTS = "SCT"
MENTIONS = {
    "p": ("person", "name"),
    "o": ("organisation", "name"),
    "l": ("place", "name"),
    "g": ("group", "name"),
    "t": ("time", "name"),
    "d": ("person", "nominal"),
    "b": ("organisation", "nominal"),
    "=": ("person", "pronoun"),
}
MENTION_SCORE = 0.9
_OPENING = re.compile(r"(?:\{([SCT])(\d*)|<([polgtdb=])):")
_QUOTES = '"“‘«'


class _Mark(NamedTuple):
    """A letter of the notation, the number of the statement, and what is marked."""

    letter: str
    number: int
    span: Span


def read(marked: str, **article: Any) -> tuple[Article, Annotation]:
    """Return the article whose text is `marked` without its marks, and what is marked in it.

    Statements are in the order of their numbers, mentions in text order. `article` are more
    fields of the article.
    """
    text, marks = _parted(marked)
    made = Article(text, **{"source": "test"} | article)
    mentions = (Mention(m.span, *MENTIONS[m.letter], MENTION_SCORE) for m in marks
                if m.letter in MENTIONS)  # fmt: skip
    return made, Annotation(
        tuple(_statements(made, marks)),
        tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))),
    )


def one(marked: str, **article: Any) -> tuple[Article, Statement]:
    """Return the article and its only statement; see `read`."""
    made, annotation = read(marked, **article)
    (statement,) = annotation.statements
    return made, statement


def _parted(marked: str) -> tuple[str, list[_Mark]]:
    text = ""
    marks, opened = [], []
    at = 0
    while at < len(marked):
        if opening := _OPENING.match(marked, at):
            opened.append((opening, len(text)))
            at = opening.end()
            continue
        if opened and marked[at] == {"{": "}", "<": ">"}[opened[-1][0][0][0]]:
            opening, start = opened.pop()
            if start < len(text):
                letter, number = opening[1] or opening[3], int(opening[2] or 0)
                marks.append(_Mark(letter, number, Span(start, len(text))))
        else:
            text += marked[at]
        at += 1
    assert not opened, f"a mark stays open: {marked}"
    return text, marks


def _statements(article: Article, marks: list[_Mark]) -> list[Statement]:
    pieces: dict[int, dict[str, list[Span]]] = defaultdict(lambda: {part: [] for part in PARTS})
    for mark in marks:
        if mark.letter in PARTS:
            pieces[mark.number][mark.letter].append(mark.span)
    made = []
    for _, parts in sorted(pieces.items()):
        spans = [tuple(sorted(each)) for each in parts.values()]
        kind = _kind(article.text, spans[2])
        made.append(Statement(statement_id(article.id, spans), kind, 1.0, *spans, "marked"))
    return made


def _kind(text: str, content: Spans) -> str:
    if content and all(_quotes(text[max(start - 1, 0) : start + 1]) for start, _ in content):
        return "direct"
    return "mixed" if any(_quotes(span.of(text)) for span in content) else "indirect"


def _quotes(words: str) -> bool:
    return any(mark in words for mark in _QUOTES)
