"""Text -> windows of tokens with their features: what the encoder sees, trained and serving.

A window is a run of whole paragraphs, or a part of a paragraph that is too long, cut at a
sentence's end. Windows do not overlap: fewer than 1 in 100 statements cross a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.quotes import quoted_mask
from sayso.english.sentences import MARK
from sayso.networks import Tokenizer
from sayso.records import Spans

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
WINDOW_TOKENS = 256  # with the two marks that BERT puts around; longer windows only cost time
CLS, SEP = 101, 102  # [CLS] and [SEP] in the vocabulary

# The encoder is uncased and sees no white space: a feature a token tells it what it misses.
_CASES = 4  # lower or other, Capitalised, ALL CAPITALS, a digit
_GAPS = 3  # what stands before the token: nothing, a space, a line break
FEATURES = _CASES * _GAPS * 2  # times: outside or inside quotation marks

_PARAGRAPH = re.compile(r"[^\n]+")
_PIECE_CHARS = 6000  # what is tokenised at once: bounds memory for text without line breaks
_SURROGATES = re.compile("[\ud800-\udfff]")

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of tokens: vocabulary ids, features, and the code points each token covers.

    All arrays are one-dimensional and as long as the window has tokens, without [CLS] and [SEP].
    `sentence` and `paragraph` count the ends of each before the token; `quoted` is 0 or 1.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    sentence: Ints
    paragraph: Ints
    quoted: Ints

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.ids)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of tokens that stand, whole or in part, in `[start, end)`."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        return first, int(np.searchsorted(self.starts, end, side="left"))


@dataclass(frozen=True, slots=True)
class Block:
    """Windows of one text laid end to end, so that one step of numpy serves all their tokens.

    `edges` is where each window begins in `tokens`, and where the last one ends.
    """

    tokens: Window
    edges: Ints

    def window(self, token: Ints) -> Ints:
        """Return the numbers of the windows that tokens stand in."""
        return np.searchsorted(self.edges, token, side="right") - 1


def block_of(windows: Sequence[Window]) -> Block:
    """Return one or more windows as a block."""
    return Block(_join(windows), np.cumsum([0, *map(len, windows)]))


def windows(
    text: str, tokenizer: Tokenizer, *, skips: Spans = (), size: int = WINDOW_TOKENS, first: int = 0
) -> Iterator[Window]:
    """Yield the windows of a text in order, lazily: of the text itself no more than a copy is held.

    Ranges in `skips` are not shown to the encoder. `first` makes the first window that many
    tokens long at most, so that training sees the same text cut at other places.
    """
    limit = size - 2
    room = min(first or limit, limit)
    held: list[Window] = []
    for piece in _pieces(text, quoted_mask(text), tokenizer, skips, limit):
        if held and sum(map(len, held)) + len(piece) > room:
            yield _join(held)
            held, room = [], limit
        held.append(piece)
    if held:
        yield _join(held)


def _pieces(
    text: str, quoted: Flags, tokenizer: Tokenizer, skips: Spans, limit: int
) -> Iterator[Window]:
    """Yield each paragraph, or sentence-wise parts of it, as a window of at most `limit` tokens."""
    shown = _shown(text, skips)
    sentences = paragraphs = 0
    for start, end, opens in _chunks(text):
        paragraphs += opens
        encoding = tokenizer.encode(shown[start:end], add_special_tokens=False)
        if not encoding.ids:
            continue
        offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2) + start
        ids = np.asarray(encoding.ids, dtype=np.int64)
        keep = offsets[:, 1] > offsets[:, 0]
        offsets, ids = offsets[keep], ids[keep]
        if not len(ids):
            continue
        ends = sentences + _sentence_ends(text, start, end, offsets[:, 0])
        sentences = int(ends[-1]) + 1
        inside = quoted[offsets[:, 0]].astype(np.int64)
        whole = Window(
            ids,
            _features(text, offsets, inside),
            offsets[:, 0],
            offsets[:, 1],
            ends,
            np.full(len(ids), paragraphs, dtype=np.int64),
            inside,
        )
        yield from _cut(whole, limit)


def _shown(text: str, skips: Spans) -> str:
    """Return the text, as long as before, with spaces for what is skipped, no lone surrogates."""
    parts, cursor = [], 0
    for start, end in skips:
        parts += [text[cursor:start], " " * (end - start)]
        cursor = end
    return _SURROGATES.sub("\ufffd", "".join([*parts, text[cursor:]]))


def _chunks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield ranges of the text no longer than a bound, and whether each opens a paragraph."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, opens = paragraph.start(), True
        while paragraph.end() - start > _PIECE_CHARS:
            end = _last_break(text, start, start + _PIECE_CHARS)
            yield start, end, opens
            start, opens = end, False
        yield start, paragraph.end(), opens


def _last_break(text: str, start: int, end: int) -> int:
    """Return the last good place to cut before `end`: a sentence's end, a space, or `end`."""
    middle = (start + end) // 2
    sentence_ends = [m.end() for m in MARK.finditer(text, middle, end)]
    if sentence_ends:
        return sentence_ends[-1]
    space = text.rfind(" ", middle, end)
    return space if space > start else end


def _sentence_ends(text: str, start: int, end: int, tokens: Ints) -> Ints:
    """Return, for each token start, how many sentences of the chunk ended before it."""
    stops = np.asarray([m.end() for m in MARK.finditer(text, start, end)], dtype=np.int64)
    return np.searchsorted(stops, tokens, side="right").astype(np.int64)


def _features(text: str, offsets: Ints, inside: Ints) -> Ints:
    """Return one small number a token: its case, what stands before it, whether it is quoted."""
    numbers = [
        _case(text[start:end]) * _GAPS + _gap(text[start - 1] if start else "\n")
        for start, end in offsets.tolist()
    ]
    return np.asarray(numbers, dtype=np.int64) * 2 + inside


@lru_cache(maxsize=20_000)
def _case(word: str) -> int:
    if word.islower() or not word[0].isalnum():
        return 0
    if word[0].isdigit():
        return 3
    return 2 if len(word) > 1 and word.isupper() else 1


@lru_cache(maxsize=1000)
def _gap(before: str) -> int:
    return 2 if before == "\n" else int(before.isspace())


def _cut(window: Window, limit: int) -> Iterator[Window]:
    """Yield parts of at most `limit` tokens, cut where a sentence ends if one does."""
    start = 0
    while len(window) - start > limit:
        reach = window.sentence[start : start + limit + 1]
        last = int(np.searchsorted(reach, reach[-1]))
        end = start + (last if last > limit // 4 else limit)
        yield _slice(window, start, end)
        start = end
    yield _slice(window, start, len(window))


def _slice(w: Window, a: int, b: int) -> Window:
    columns = (w.ids, w.features, w.starts, w.ends, w.sentence, w.paragraph, w.quoted)
    return Window(*(column[a:b] for column in columns))


def _join(parts: Sequence[Window]) -> Window:
    if len(parts) == 1:
        return parts[0]
    columns = zip(
        *((w.ids, w.features, w.starts, w.ends, w.sentence, w.paragraph, w.quoted) for w in parts),
        strict=True,
    )
    return Window(*(np.concatenate(column) for column in columns))
