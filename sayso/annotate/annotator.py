"""Articles -> statements and mentions: windows, encoder, decoding, one after the other."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from itertools import islice
from typing import NamedTuple

from sayso.annotate.decode import drafts, nested_drafts
from sayso.annotate.encoder import Encoder, load_encoder
from sayso.annotate.heads import Heads
from sayso.annotate.linking import Floats
from sayso.annotate.naming import mentions
from sayso.annotate.nesting import with_nested
from sayso.annotate.reading import reading
from sayso.annotate.statements import Ground, Read, ground, statements
from sayso.annotate.weights import Weights
from sayso.annotate.windows import ROLES, Window, load_tokenizer, windows
from sayso.records import (
    UNREAD,
    Annotation,
    Article,
    Mention,
    ModelInfo,
    Reading,
    Span,
    Spans,
    Statement,
)
from sayso.settings import Settings

# What stands between a dateline's place and the text: "KARSK, March 14 (NWA) — The …".
_DATELINE_REST = re.compile(r"[^\n:—–]{0,60}?(?::|—|–|\s--?)\s")

BLOCK = 32  # windows decoded together: bounds the memory that a book takes
AHEAD = 4  # blocks that the encoder may be ahead of decoding

# The number of an article, what its statements stand on, and some of its windows.
Task = tuple[int, Ground, list[tuple[Window, "Future[Heads]"]]]


class Found(NamedTuple):
    """What has been found in one article so far."""

    statements: list[Read]
    mentions: list[Mention]


class Annotator:
    """Finds the statements of articles; holds the model, so make one and keep it."""

    def __init__(self, encoder: Encoder, *, min_score: float | None = None) -> None:
        """Use an encoder; `min_score` replaces the model's own threshold."""
        self._encoder = encoder
        self._tokenizer = load_tokenizer()
        self._min_score = encoder.weights.min_score if min_score is None else min_score

    @classmethod
    def load(cls, settings: Settings | None = None) -> "Annotator":
        """Return an annotator with the model that ships. Raises ModelError when there is none."""
        settings = settings or Settings()
        return cls(load_encoder(threads=settings.threads), min_score=settings.min_score)

    @property
    def model(self) -> ModelInfo:
        """Return which model this is."""
        return self._encoder.info

    def __call__(self, articles: Sequence[Article]) -> Iterator[Annotation]:
        """Yield the statements and mentions of each article, in order, as soon as it is done.

        The encoder works ahead on its threads, at most `AHEAD` blocks, while this one decodes
        and the caller uses what was yielded.
        """
        found: list[Found] = [Found([], []) for _ in articles]
        waiting: deque[Task] = deque()
        done = 0
        for task in self._tasks(articles):
            waiting.append(task)
            if len(waiting) > AHEAD:
                number = self._decode(waiting.popleft(), found)
                yield from map(_annotation, found[done:number])
                done = max(done, number)
        while waiting:
            self._decode(waiting.popleft(), found)
        yield from map(_annotation, found[done:])

    def readings(self, article: Article, given: Sequence[Statement]) -> list[Reading]:
        """Return what the encoder reads of the acts of statements that somebody else found."""
        cut = list(windows(article.text, self._tokenizer, skips=_unseen(article)))
        scores = [self._encoder.submit(window) for window in cut]
        starts = [int(window.starts[0]) for window in cut]
        if not cut:
            return [UNREAD] * len(given)
        found = []
        for statement in given:
            anchor = (statement.cue or statement.content)[0].start
            at = max(bisect_right(starts, anchor) - 1, 0)
            acts = scores[at].result().acts
            found.append(_reading(article.text, statement, cut[at], acts, self._encoder.weights))
        return found

    def _tasks(self, articles: Sequence[Article]) -> Iterator[Task]:
        """Yield the windows of each article, a block at a time, already given to the encoder."""
        for number, article in enumerate(articles):
            cut = windows(article.text, self._tokenizer, skips=_unseen(article))
            stand = ground(article)
            while block := [(w, self._encoder.submit(w)) for w in islice(cut, BLOCK)]:
                yield number, stand, block

    def _decode(self, task: Task, found: list[Found]) -> int:
        """Add what stands in a block to what was found; return the number of its article."""
        number, stand, block = task
        weights = self._encoder.weights
        scores = [future.result() for _, future in block]
        cut = [window for window, _ in block]
        made = (drafts(cut, scores, weights), nested_drafts(cut, scores, weights))
        outer, inner = (statements(stand, each, weights, least=self._min_score) for each in made)
        found[number].statements.extend(with_nested(outer, inner))
        for (window, _), each in zip(block, scores, strict=True):
            found[number].mentions.extend(mentions(window, each, weights.sizes, stand.text))
        return number


def _reading(
    text: str, statement: Statement, window: Window, acts: Floats, weights: Weights
) -> Reading:
    parts = {role: [window.tokens(*span) for span in getattr(statement, role)] for role in ROLES}
    return reading(text, window, acts, parts, weights.acts)


def _annotation(found: Found) -> Annotation:
    statements, readings = zip(*found.statements, strict=True) if found.statements else ((), ())
    return Annotation(statements, tuple(found.mentions), readings)


def _unseen(article: Article) -> Spans:
    """Return what the encoder is not shown: what a crawl left behind, and the dateline.

    "Karsk: The governor…" is not the city speaking.
    """
    body = article.title_span.end if article.title_span else 0
    at = article.text.find(article.dateline, body) if article.dateline else -1
    rest = _DATELINE_REST.match(article.text, at + len(article.dateline)) if at >= 0 else None
    if rest is None or article.text[body:at].strip():
        return article.skips
    return tuple(sorted((*article.skips, Span(at, rest.end()))))
