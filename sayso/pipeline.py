"""The whole flow: articles in, records out, and into a store."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from sayso.errors import ReadError
from sayso.records import Article, ModelInfo, Record
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.annotate import Annotator
    from sayso.resolve import Resolver
    from sayso.store import Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: articles new and known, statements of the new ones, and what failed."""

    new: int
    known: int
    statements: int
    failed: tuple[ReadError, ...]


def process(
    articles: Sequence[Article], annotator: "Annotator", resolver: "Resolver"
) -> list[Record]:
    """Return the record of each article, in order. Touches neither disk nor network.

    The same articles give the same records, whatever the size of the batch.
    """
    # The encoder goes on with the next articles while one is resolved.
    found = zip(articles, annotator(articles), strict=True)
    return [resolver(article, annotation, annotator.model) for article, annotation in found]


@dataclass(frozen=True, slots=True)
class Engine:
    """The parts that `process` needs, loaded once and held."""

    annotator: "Annotator"
    resolver: "Resolver"

    @property
    def model(self) -> ModelInfo:
        """Return the model and rules that its records name."""
        return self.resolver.signed(self.annotator.model)

    @classmethod
    def load(cls, settings: Settings | None = None) -> "Engine":
        """Return an engine with the model that ships. Raises ModelError when there is none."""
        from sayso.annotate import Annotator
        from sayso.resolve import Resolver

        return cls(Annotator.load(settings), Resolver())

    def __call__(self, articles: Sequence[Article]) -> list[Record]:
        """Return the record of each article, in order; see `process`."""
        return process(articles, self.annotator, self.resolver)


def records(
    read: Iterable[Article | ReadError], engine: Engine, *, batch: int
) -> Iterator[Record | ReadError]:
    """Yield a record for each article and each error in its place, `batch` articles at a time."""
    for group in _batches(read, batch):
        made = iter(engine([each for each in group if isinstance(each, Article)]))
        yield from (next(made) if isinstance(each, Article) else each for each in group)


def run(
    read: Iterable[Article | ReadError],
    engine: Engine,
    store: "Store",
    *,
    batch: int,
    progress: Callable[[Article | ReadError], None] = lambda _: None,
) -> Summary:
    """Put articles into a store, a batch a transaction; those it knows already are skipped.

    Calls `progress` for each article or error once it is dealt with.
    """
    new = known = statements = 0
    failed: list[ReadError] = []
    for group in _batches(read, batch):
        articles = {each.id: each for each in group if isinstance(each, Article)}
        failed.extend(each for each in group if isinstance(each, ReadError))
        stored = store.known(articles, engine.model)
        fresh = [article for id_, article in articles.items() if id_ not in stored]
        counts = store.write(engine(fresh))
        new += counts.new + counts.replaced
        known += sum(isinstance(each, Article) for each in group) - counts.new - counts.replaced
        statements += counts.statements
        for each in group:
            progress(each)
    return Summary(new, known, statements, tuple(failed))


def extract(text: str, *, source: str = "text") -> Record:
    """Return the record of one text, taken verbatim, by the model that ships.

    Spans of the record count in `text`: `span.of(text)` are the words.
    """
    return _engine()([Article(text, source)])[0]


@cache
def _engine() -> Engine:
    return Engine.load()


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while group := list(islice(rest, size)):
        yield group
