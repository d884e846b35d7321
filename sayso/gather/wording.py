"""Words that somebody points at -> their exact place in an article, for a judgement on spans."""

import re
from collections.abc import Mapping
from typing import Any

from sayso.errors import UsageError
from sayso.records import Spans
from sayso.store import Store

_PARTS = ("source", "cue", "content")
_GAP = re.compile(r"\s+(?:…|\.\.\.)\s+")  # what stands between parts: "the bridge … is closed"
_SPANS = re.compile(r"\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*")  # "12-40" or "12-40,58-70"

_LETTERS = re.compile(r"\w\w")  # between two of them no word ends


def located(text: str, words: str, near: int) -> list[list[int]]:
    """Return where words stand in a text, in spans: the place nearest to an offset.

    White space may differ, and an ellipsis stands between parts, where the text has none itself.
    Raises UsageError for what the text has not.
    """
    words = words.strip()
    if not words:
        return []
    whole = _nearest(text, words, near)
    if whole:
        return [whole]
    spans: list[list[int]] = []
    for part in _GAP.split(words):
        its = _nearest(text, part, spans[-1][1] if spans else near)
        if its is None:
            raise UsageError(f"the article has no such words: {part[:80]!r}")
        spans.append(its)
    return sorted(spans)


def _nearest(text: str, words: str, near: int) -> list[int] | None:
    tokens = words.split()
    if not tokens:
        return None
    pattern = r"\s+".join(map(re.escape, tokens))
    every = [[each.start(), each.end()] for each in re.finditer(pattern, text)]
    return min(every, key=lambda span: abs(span[0] - near), default=None)


def other_words(store: Store, statement: str, given: Mapping[str, str]) -> dict[str, Any]:
    """Return the object of a judgement on the words of a statement: the parts that are others.

    `given` has the words of source, cue and content, or as `content_at` and so on their offsets
    ("12-40,58-70"), which win. A part that is not given stays. Where half a word is pointed at the
    whole is meant. Raises UsageError for words that the article has not, and where nothing is other
    than it was.
    """
    article, its = store.statement(statement)
    text = store.article(article).text
    now = next((each for each in store.corrected(article).statements if each.id == its.id), its)
    near = now.content[0].start if now.content else 0
    made: dict[str, Any] = {}
    for part in _PARTS:
        if part in given:
            spans = _at(given.get(f"{part}_at", "")) or located(text, given[part], near)
            was: Spans = getattr(now, part)
            spans = [_whole(text, *span) for span in spans]
            if spans != [[each.start, each.end] for each in was]:
                made[part] = spans
    if not made:
        raise UsageError("these are the words that it has already")
    if made.get("content", [0]) == []:
        raise UsageError("what is said is never empty: is it no statement?")
    return made


def _whole(text: str, start: int, end: int) -> list[int]:
    """Return a span with the whole of the words in which it begins and ends."""
    while 0 < start < len(text) and _LETTERS.fullmatch(text, start - 1, start + 1):
        start -= 1
    while 0 < end < len(text) and _LETTERS.fullmatch(text, end - 1, end + 1):
        end += 1
    return [start, end]


def words_of(text: str, spans: Spans) -> str:
    """Return the words of spans as `located` takes them back."""
    return " … ".join(" ".join(each.of(text).split()) for each in spans)


def _at(words: str) -> list[list[int]]:
    """Return the spans that offsets name, none where they name none."""
    if not _SPANS.fullmatch(words.replace(" ", "")):
        return []
    pairs = (each.split("-") for each in words.replace(" ", "").split(","))
    return sorted([int(start), int(end)] for start, end in pairs)
