"""Scores of the encoder -> mentions: names, and who or what is spoken of, nested ones included.

Names are tagged token by token. Mentions are scored as pairs of a first and a last token
(Yu et al. 2020, Named entity recognition as dependency parsing), so one may stand in another.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np

from sayso.annotate.heads import ENTITY_PARTS, ENTITY_TYPES, NAME_TYPES, REACH, Encoded, softmax
from sayso.annotate.windows import WINDOW_TOKENS, Block, Flags, Floats, Ints
from sayso.english.names import POSSESSIVE
from sayso.english.pronouns import is_pronoun
from sayso.records import Mention, Span

WIDEST = 40  # tokens of the longest mention
SIZES = (1, 2, 3, 4, 6, 8, 12, 16, 24)  # bounds of the classes of length that a bias stands for
_DIGITS = 3


def mentions(text: str, encoded: Encoded, sizes: Floats) -> list[Mention]:
    """Return the names and all else that is spoken of in a block, in text order, longer first.

    Where a name and a mention are the same words the name stays.
    """
    named = {mention.span: mention for mention in names(text, encoded)}
    others = {mention.span: mention for mention in entities(text, encoded, sizes)}
    return sorted((others | named).values(), key=_in_text)


def _in_text(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def names(text: str, encoded: Encoded) -> list[Mention]:
    """Return the names of a block.

    The pieces of a word decide together what it is, the first of them whether a name begins.
    """
    tokens, chances = encoded.block.tokens, softmax(encoded.heads.names)
    firsts = np.flatnonzero(~_after(_glued(text, encoded.block)))
    lasts = np.append(firsts[1:], len(chances)) - 1
    kinds = np.concatenate([chances[:, :1], chances[:, 1::2] + chances[:, 2::2]], axis=1)
    words = np.add.reduceat(kinds, firsts) / (lasts - firsts + 1)[:, None]
    chosen = words.argmax(axis=1)
    begins = chances[firsts, 1::2].max(axis=1) > chances[firsts, 2::2].max(axis=1)
    begins |= _changes(tokens.paragraph[firsts]) | _changes(encoded.block.window(firsts))
    starts, ends = tokens.starts[firsts].tolist(), tokens.ends[lasts].tolist()
    made = []
    for a, b in _runs(chosen, begins):
        kind = int(chosen[a])
        start, end = starts[a], ends[b - 1]
        own = POSSESSIVE.search(text, start + 1, end)
        span = Span(start, own.start() if own else end)
        sure = float(words[a:b, kind].mean())
        made.append(Mention(span, NAME_TYPES[kind - 1], "name", round(sure, _DIGITS)))
    return made


def _runs(kinds: Ints, begins: Flags) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words that are one name: of one type, up to where another begins."""
    edges = np.flatnonzero(begins | _changes(kinds))
    for a, b in pairwise([*edges.tolist(), len(kinds)]):
        if kinds[a]:
            yield a, b


def entities(text: str, encoded: Encoded, sizes: Floats) -> list[Mention]:
    """Return who and what is spoken of in a block, as spans that may stand in one another."""
    tokens = encoded.block.tokens
    opens = _changes(tokens.sentence)
    opens[encoded.block.edges[:-1]] = True
    first, last, score, kind = _likely(encoded, _glued(text, encoded.block), opens, sizes)
    sentence = np.cumsum(opens)[first]
    columns = (sentence, tokens.starts[first], tokens.ends[last], score, kind)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    kept: list[Mention] = []
    for _, group in groupby(rows, key=itemgetter(0)):
        kept += _uncrossed([_entity(text, *row) for _, *row in group])
    return kept


def _entity(text: str, start: int, end: int, score: float, kind: int) -> Mention:
    span = Span(start, end)
    form = "pronoun" if is_pronoun(span.of(text)) else "nominal"
    return Mention(span, ENTITY_TYPES[kind], form, round(1 / (1 + math.exp(-score)), _DIGITS))


def _likely(
    encoded: Encoded, glued: Flags, opens: Flags, sizes: Floats
) -> tuple[Ints, Ints, Floats, Ints]:
    """Return first token, last token, score and type of all that is likelier a mention than not.

    `opens` is where a sentence begins; no mention goes over it.
    """
    cuts = np.cumsum(ENTITY_PARTS[:-1]).tolist()
    first, last, begins, ends, opening, closing = np.split(encoded.heads.entities, cuts, axis=1)
    first = first / np.float32(REACH**0.5)
    begins = np.where(_after(glued)[:, None], -np.inf, begins)  # only whole words
    ends = np.where(glued[:, None], -np.inf, ends)
    band = _band(tuple(sizes.tolist()), WINDOW_TOKENS)
    firsts, lasts, sure = [], [], []
    # Sentence by sentence: products so small stay on this thread, beside those of the encoder.
    for start, end in pairwise([*np.flatnonzero(opens).tolist(), len(opens)]):
        part, size = slice(start, end), end - start
        scores = first[part] @ last[part].T + begins[part] + ends[part].T + band[:size, :size]
        rows, columns = np.nonzero(scores > 0)
        firsts.append(rows + start)
        lasts.append(columns + start)
        sure.append(scores[rows, columns])
    a, b, score = (np.concatenate(each) for each in (firsts, lasts, sure))
    return a, b, score, (opening[a] + closing[b]).argmax(axis=1)


@cache
def _band(sizes: tuple[float, ...], width: int) -> Floats:
    """Return `[width, width]`: what the length of a mention adds, and no mention too long."""
    gap = np.arange(width)[None, :] - np.arange(width)[:, None]
    bias = np.asarray(sizes)[np.searchsorted(SIZES, np.maximum(gap, 0) + 1, side="right") - 1]
    return np.where((gap >= 0) & (gap < WIDEST), bias, -np.inf).astype(np.float32)


def _uncrossed(entities: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without those that cross a surer one: one may only hold another."""
    kept: list[Mention] = []
    for m in sorted(entities, key=lambda m: (-m.score, m.span)):
        (s, e) = m.span
        if not any(s < a < e < b or a < s < b < e for a, b in (k.span for k in kept)):
            kept.append(m)
    return sorted(kept, key=_in_text)


def _glued(text: str, block: Block) -> Flags:
    """Return for each token whether it and the next one are parts of one word."""
    tokens = block.tokens
    glued = np.append(tokens.ends[:-1] == tokens.starts[1:], False)
    glued[block.edges[1:] - 1] = False
    for token, end in zip(np.flatnonzero(glued).tolist(), tokens.ends[glued].tolist(), strict=True):
        glued[token] = text[end - 1].isalnum() and text[end].isalnum()
    return glued


def _after(flags: Flags) -> Flags:
    """Return for each token what holds of the one before it."""
    return np.append(False, flags[:-1])


def _changes(values: Ints) -> Flags:
    """Return where a value differs from the one before it; the first one does."""
    return np.append(True, values[1:] != values[:-1])
