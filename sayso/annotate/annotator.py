"""Articles -> statements and mentions: windows, encoder, decoding, one after the other."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import chain, groupby, islice
from typing import TypeVar

from sayso.annotate.confidence import calibrated
from sayso.annotate.decode import decoded
from sayso.annotate.drafts import Draft, Range
from sayso.annotate.encoder import Encoder, load_encoder
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded, Heads
from sayso.annotate.labels import labels_of
from sayso.annotate.reading import readings
from sayso.annotate.windows import Window, windows
from sayso.english.broken_words import WholeWords, whole_words
from sayso.networks import load_tokenizer
from sayso.records import UNREAD, Annotation, Article, ModelInfo, Reading, Span, Spans, Statement
from sayso.settings import Settings

T = TypeVar("T")

# What stands between a dateline's place and the text: "KARSK, March 14 (NWA) — The …".
_DATELINE_REST = re.compile(r"[^\n:—–]{0,60}?(?::|—|–|\s--?)\s")

BLOCK = 16  # windows decoded together: bounds the memory that a book takes
AHEAD = 4  # blocks that the encoder may be ahead of decoding


@dataclass(frozen=True, slots=True)
class Task:
    """Windows of an article that the encoder works on, none where the article has no word.

    `whole` is the article with whole words, where a scanner broke some.
    """

    number: int
    whole: WholeWords | None
    ground: Ground
    windows: Sequence[Window]
    scores: Sequence[Future[Heads]]


class Annotator:
    """Finds the statements of articles; holds the model, so make one and keep it."""

    def __init__(self, encoder: Encoder, *, min_score: float | None = None) -> None:
        """Use an encoder; `min_score` replaces the model's own threshold."""
        self._encoder = encoder
        self._tokenizer = load_tokenizer()
        usual = calibrated(encoder.weights.min_score)
        self._min_score = usual if min_score is None else min_score

    @classmethod
    def load(cls, settings: Settings | None = None) -> "Annotator":
        """Return an annotator with the model that ships. Raises ModelError when there is none."""
        settings = settings or Settings()
        return cls(load_encoder(threads=settings.threads), min_score=settings.min_score)

    @property
    def model(self) -> ModelInfo:
        """Return which model this is."""
        return self._encoder.info

    def __call__(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Yield the statements and mentions of each article, in order, as soon as it is done.

        The encoder works ahead on its threads, at most `AHEAD` blocks, while this one decodes
        and the caller uses what was yielded.
        """
        tasks = _ahead(self._tasks(articles), AHEAD)
        for _, group in groupby(tasks, key=lambda task: task.number):
            parts = [(task.whole, self._decoded(task)) for task in group]
            annotation, whole = _joined([part for _, part in parts]), parts[0][0]
            yield whole.annotation(annotation) if whole else annotation

    def readings(self, article: Article, given: Sequence[Statement]) -> list[Reading]:
        """Return what the encoder reads of the acts of statements that somebody else found."""
        windows = list(self._windows(article))
        if not windows:
            return [UNREAD] * len(given)
        scores = [self._encoder.submit(window) for window in windows]
        encoded = Encoded.of(windows, [future.result() for future in scores])
        drafts = [_draft(statement, encoded.block.tokens) for statement in given]
        return readings(article.text, encoded, drafts, self._encoder.weights.acts)

    def _tasks(self, articles: Iterable[Article]) -> Iterator[Task]:
        """Yield the windows of each article, a block at a time, already given to the encoder.

        Of an article without a word there is one empty block.
        """
        for number, each in enumerate(articles):
            whole = whole_words(each)
            article = whole.article if whole else each
            ground = Ground.of(article)
            windows = self._windows(article)
            block: list[Window] | None = list(islice(windows, BLOCK))
            while block is not None:
                yield Task(number, whole, ground, block, [self._encoder.submit(w) for w in block])
                block = list(islice(windows, BLOCK)) or None

    def _windows(self, article: Article) -> Iterator[Window]:
        return windows(article.text, self._tokenizer, skips=_unseen(article))

    def _decoded(self, task: Task) -> Annotation:
        """Return what stands in one block."""
        if not task.windows:
            return Annotation(())
        scores = [future.result() for future in task.scores]
        return decoded(
            task.ground,
            Encoded.of(task.windows, scores),
            self._encoder.weights,
            least=self._min_score,
        )


def _ahead(items: Iterable[T], count: int) -> Iterator[T]:
    """Yield the items, always taking some more beforehand."""
    waiting: deque[T] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > count:
            yield waiting.popleft()
    yield from waiting


def _joined(parts: Sequence[Annotation]) -> Annotation:
    """Return what stands in the blocks of one article."""
    return Annotation(
        tuple(chain.from_iterable(part.statements for part in parts)),
        tuple(chain.from_iterable(part.mentions for part in parts)),
        tuple(chain.from_iterable(part.readings for part in parts)),
    )


def _draft(statement: Statement, tokens: Window) -> Draft:
    """Return a statement in tokens, without the words that no token stands for."""

    def ranges(spans: Spans) -> tuple[Range, ...]:
        return tuple((a, b) for a, b in (tokens.tokens(*span) for span in spans) if a < b)

    return Draft(ranges(statement.source), ranges(statement.cue), ranges(statement.content))


def _unseen(article: Article) -> Spans:
    """Return what the encoder is not shown: what a crawl left behind, dateline and labels.

    "Karsk: The governor…" is not the city speaking.
    """
    body = article.title_span.end if article.title_span else 0
    at = article.text.find(article.dateline, body) if article.dateline else -1
    rest = _DATELINE_REST.match(article.text, at + len(article.dateline)) if at >= 0 else None
    skips = [*article.skips, *labels_of(article)]
    if rest is not None and not article.text[body:at].strip():
        skips.append(Span(at, rest.end()))
    unseen: list[Span] = []
    for start, end in sorted(skips):
        start = max(start, unseen[-1].end if unseen else 0)
        if start < end:
            unseen.append(Span(start, end))
    return tuple(unseen)
