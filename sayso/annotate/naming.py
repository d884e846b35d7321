"""Scores of the encoder -> mentions: names, and who or what is spoken of, nested ones included.

Names are tagged token by token. Mentions are scored as pairs of a first and a last token
(Yu et al. 2020, Named entity recognition as dependency parsing), so one may stand in another.
"""

import math
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.decode import softmax
from sayso.annotate.heads import ENTITY_PARTS, ENTITY_TYPES, NAME_TYPES, REACH, Heads
from sayso.annotate.linking import Floats
from sayso.annotate.windows import WINDOW_TOKENS, Ints, Window
from sayso.english.pronouns import is_pronoun
from sayso.records import Mention, Span

WIDEST = 40  # tokens of the longest mention
SIZES = (1, 2, 3, 4, 6, 8, 12, 16, 24)  # bounds of the classes of length that a bias stands for


def mentions(window: Window, scores: Heads, sizes: Floats, text: str) -> list[Mention]:
    """Return the names and all else that is spoken of in a window, in text order, longer first.

    Where a name and a mention are the same words the name stays.
    """
    found = names(window, scores.names, text)
    named = {m.span for m in found}
    others = (m for m in entities(window, scores.entities, sizes, text) if m.span not in named)
    return sorted([*found, *others], key=lambda m: (m.span.start, -m.span.end))


def names(window: Window, scores: Floats, text: str) -> list[Mention]:
    """Return the names of a window; `scores` is `[tokens, len(NAME_LABELS)]`.

    The pieces of a word decide together what it is, the first of them whether a name begins.
    """
    chances = softmax(scores)
    firsts = np.flatnonzero(~np.append(False, _joined(window, text)[:-1]))
    kinds = np.concatenate([chances[:, :1], chances[:, 1::2] + chances[:, 2::2]], axis=1)
    words = np.add.reduceat(kinds, firsts) / np.diff(np.append(firsts, len(kinds)))[:, None]
    chosen = words.argmax(axis=1)
    begins = chances[firsts, 1::2].max(axis=1) > chances[firsts, 2::2].max(axis=1)
    found = []
    for a, b in _runs(chosen, begins, window.paragraph[firsts]):
        kind = int(chosen[a])
        end = int(firsts[b]) if b < len(firsts) else len(kinds)
        start, stop = int(window.starts[firsts[a]]), int(window.ends[end - 1])
        span = Span(start, stop - 2 * text.endswith(("'s", "’s"), start + 1, stop))
        sure = float(words[a:b, kind].mean())
        found.append(Mention(span, NAME_TYPES[kind - 1], "name", round(sure, 3)))
    return found


def _runs(kinds: Ints, begins: NDArray[np.bool_], paragraph: Ints) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words that are one name: of one type, in one paragraph."""
    goes_on = (kinds[1:] == kinds[:-1]) & ~begins[1:] & (paragraph[1:] == paragraph[:-1])
    starts = np.append(0, np.flatnonzero(~goes_on) + 1) if len(kinds) else np.zeros(0, np.int64)
    for a, b in zip(starts.tolist(), [*starts[1:].tolist(), len(kinds)], strict=True):
        if kinds[a]:
            yield a, b


def entities(window: Window, parts: Floats, sizes: Floats, text: str) -> list[Mention]:
    """Return who and what is spoken of in a window; `parts` is `[tokens, sum(ENTITY_PARTS)]`."""
    first, last, begins, ends, opening, closing = np.split(
        parts, np.cumsum(ENTITY_PARTS[:-1]).tolist(), axis=1
    )
    glued = _joined(window, text)
    begins = np.where(np.roll(glued, 1)[:, None], -np.inf, begins)  # only whole words
    ends = np.where(glued[:, None], -np.inf, ends)
    first = first / np.float32(REACH**0.5)
    found = []
    # Sentence by sentence: products so small stay on this thread, beside those of the encoder.
    edges = [0, *(np.flatnonzero(np.diff(window.sentence)) + 1).tolist(), len(window)]
    for start, end in pairwise(edges):
        part = slice(start, end)
        scores = first[part] @ last[part].T + begins[part] + ends[part].T
        scores += _band(tuple(sizes.tolist()), WINDOW_TOKENS)[: end - start, : end - start]
        for a, b in zip(*(x.tolist() for x in np.nonzero(scores > 0)), strict=True):
            kind = ENTITY_TYPES[int((opening[start + a] + closing[start + b]).argmax())]
            span = Span(int(window.starts[start + a]), int(window.ends[start + b]))
            sure = 1 / (1 + math.exp(-scores[a, b]))
            form = "pronoun" if is_pronoun(span.of(text)) else "nominal"
            found.append(Mention(span, kind, form, round(sure, 3)))
    return _uncrossed(found)


@cache
def _band(sizes: tuple[float, ...], width: int) -> Floats:
    """Return `[width, width]`: what the length of a mention adds, and no mention too long."""
    gap = np.arange(width)[None, :] - np.arange(width)[:, None]
    bias = np.asarray(sizes)[np.searchsorted(SIZES, np.maximum(gap, 0) + 1, side="right") - 1]
    return np.where((gap >= 0) & (gap < WIDEST), bias, -np.inf).astype(np.float32)


def _joined(window: Window, text: str) -> NDArray[np.bool_]:
    """Return for each token whether it and the next one are parts of one word."""
    ends, starts = window.ends.tolist(), [*window.starts[1:].tolist(), -1]
    return np.asarray(
        [
            a == e and text[e - 1].isalnum() and text[a].isalnum()
            for a, e in zip(starts, ends, strict=True)
        ],
        dtype=np.bool_,
    )


def _uncrossed(found: list[Mention]) -> list[Mention]:
    """Return the mentions without those that cross a surer one: one may only hold another."""
    kept: list[Mention] = []
    for m in sorted(found, key=lambda m: (-m.score, m.span)):
        (s, e) = m.span
        if not any(s < a < e < b or a < s < b < e for a, b in (k.span for k in kept)):
            kept.append(m)
    return sorted(kept, key=lambda m: (m.span.start, -m.span.end))
