"""A text -> the same text with what others say blanked out."""

from collections.abc import Iterable

from sayso.records import Span

BLANK = "\0"  # stands for a character of content; no pattern matches across it


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return `text` at the same length with every character of `spans` blanked out."""
    pieces, cursor = [], 0
    for span in sorted(spans):
        start = max(span.start, cursor)
        if span.end > start:
            pieces += [text[cursor:start], BLANK * (span.end - start)]
            cursor = span.end
    return "".join([*pieces, text[cursor:]])
