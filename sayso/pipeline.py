"""The whole flow: articles in, records out, into a store, and linked there."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from functools import cache
from itertools import islice
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from sayso.errors import ReadError
from sayso.exported import Exported
from sayso.read.language import Foreign
from sayso.records import Annotation, Article, ModelInfo, Record
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.annotate import Annotator
    from sayso.link.ledger import Ledger
    from sayso.link.linker import Failure, LinkCounts, Linker
    from sayso.resolve import Resolver
    from sayso.store import Store

T = TypeVar("T")
Outcome = Article | Exported | Foreign | ReadError

_STATEMENTS = 400  # that are linked in one transaction, about: others who write wait for its end
_PAUSE = 0.25  # seconds after it, in which they get in: SQLite looks ten times a second
# What code raises that did not expect how odd an article is: half a character, no word at all, a
# number past all bounds, thousands of brackets. Anything else is a mistake in linking itself.
_ODD = (ValueError, LookupError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did with articles, and how many statements it wrote that were said.

    `new` are new to the record; `again` were known, but by another model or other rules;
    `sightings` were known, and are seen in another place now; `known` were left as they are.
    `foreign` of all these are in a language that is not read, and kept without statements.
    """

    new: int = 0
    again: int = 0
    sightings: int = 0
    known: int = 0
    statements: int = 0
    foreign: int = 0
    failed: int = 0

    def plus(self, other: "Summary") -> "Summary":
        """Return what both did together."""
        return Summary(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def process(
    articles: Sequence[Article], annotator: "Annotator", resolver: "Resolver"
) -> list[Record]:
    """Return the record of each article, in order. Touches neither disk nor network.

    The same articles give the same records, whatever the size of the batch.
    """
    # The encoder goes on with the next articles while one is resolved.
    annotated = zip(articles, annotator(articles), strict=True)
    return [resolver(article, annotation, annotator.model) for article, annotation in annotated]


class Rebuilt(NamedTuple):
    """What a rebuild did: `articles` were concluded again; of the `rest` no annotation is kept.

    `statements` counts those that were said.
    """

    articles: int
    statements: int
    rest: int


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
    read: Iterable[Outcome],
    engine: Engine,
    store: "Store",
    *,
    batch: int,
    progress: Callable[[Outcome], None] = lambda _: None,
) -> Summary:
    """Put articles into a store, a batch at a time; what was exported comes back as it was.

    An article that was read under another model is read again; one under other rules alone is
    resolved again from what the encoder found then. What is in a language that is not read is kept
    without statements. Calls `progress` for each article or error once it is dealt with.
    """
    done = Summary()
    for group in _batches(read, batch):
        articles = [each for each in group if isinstance(each, Article)]
        foreign = [each.article for each in group if isinstance(each, Foreign)]
        back = [each for each in group if isinstance(each, Exported)]
        done = done.plus(_put(articles, engine.annotator, engine, store))
        done = done.plus(_put(foreign, _unread, engine, store)).plus(_restored(back, store))
        failed = sum(isinstance(each, ReadError) for each in group)
        done = done.plus(Summary(foreign=len(foreign), failed=failed))
        for each in group:
            progress(each)
    return done


def _restored(back: Sequence[Exported], store: "Store") -> Summary:
    """Put a batch of articles into a store as they were exported."""
    counts = store.restore(back)
    known = counts.known - counts.sightings
    return Summary(counts.new, 0, counts.sightings, known, counts.statements)


def _unread(articles: Sequence[Article]) -> list[Annotation]:
    """Return what is found in articles that no encoder reads."""
    return [Annotation(()) for _ in articles]


def _put(
    articles: Sequence[Article],
    annotate: Callable[[Sequence[Article]], Iterable[Annotation]],
    engine: Engine,
    store: "Store",
) -> Summary:
    """Put a batch of articles into a store: what they say, and where each was seen."""
    first: dict[str, Article] = {}
    for article in articles:
        first.setdefault(article.id, article)
    current = store.known(first, engine.model)
    again = _concluded(store, [i for i in first if i not in current], engine)
    fresh = [article for i, article in first.items() if i not in current and i not in again]
    annotations: list[Annotation] = []
    records: list[Record] = []
    for article, annotation in zip(fresh, annotate(fresh), strict=True):
        annotations.append(annotation)
        records.append(engine.resolver(article, annotation, engine.annotator.model))
    counts = store.write(records, annotations)
    store.see(first[i] for i in again)
    rest = [each for each in articles if each.id in current or each is not first[each.id]]
    seen = store.see(rest)
    return Summary(
        new=counts.new,
        again=counts.replaced + len(again),
        sightings=seen,
        known=counts.known + len(rest) - seen,
        statements=counts.statements + sum(again.values()),
    )


def _concluded(store: "Store", ids: Sequence[str], engine: Engine) -> dict[str, int]:
    """Resolve those articles again whose annotation is by the engine's model, by their ids.

    Return which these are, with the number of statements in each that were said.
    """
    model = engine.annotator.model
    records = [
        engine.resolver(each.article, each.annotation, model)
        for each in store.kept(ids)
        if each.model == model
    ]
    store.conclude(records)
    return {record.article.id: record.said for record in records}


def rebuild(
    store: "Store",
    resolver: "Resolver",
    *,
    batch: int,
    progress: Callable[[Article], None] = lambda _: None,
) -> Rebuilt:
    """Conclude everything in a store again from what the encoder found; it is not run.

    Calls `progress` for each article once it is dealt with.
    """
    ids = store.annotated()
    statements = 0
    for group in _batches(ids, batch):
        kept = store.kept(group)
        records = [resolver(each.article, each.annotation, each.model) for each in kept]
        store.conclude(records)
        statements += sum(record.said for record in records)
        for record in records:
            progress(record.article)
    return Rebuilt(len(ids), statements, store.unannotated())


def link(
    store: "Store",
    linker: "Linker | None" = None,
    *,
    rebuild: bool = False,
    batch: int = 64,
    progress: Callable[[int], None] = lambda _: None,
) -> "LinkCounts":
    """Link what is new in a store, or was judged since, a batch of articles a transaction.

    What was killed goes on where it was; several may run at once, and others who write get in
    between. With `rebuild`, and where links are by other rules, all is linked again: the old links
    stand until the new ones are whole. Calls `progress` with the number of articles of each batch.
    An article that cannot be linked is left for the next time, and told.

    Raises StoreError if the store cannot be written; what earlier batches linked stays.
    """
    from sayso.link.linker import ROOMS, LinkCounts, Linker

    linker = linker or Linker(ROOMS, tuple(store.judgements()))
    done = LinkCounts()
    with store.linking() as ledger:
        again = bool(ledger.rules()) if rebuild else linker.is_out_of_date(ledger)
    if again:
        with store.relinking() as draft:
            done, _ = _all(draft, linker, batch, progress)
            draft.keep()
    more, failed = _all(store, linker, batch, progress)
    return done.plus(more).plus(LinkCounts(failed=_failures(store, failed)))


class _Linking(Protocol):
    """A record whose articles are linked, or a draft of its links."""

    def linking(self) -> AbstractContextManager["Ledger"]:
        """Open a transaction."""


def _all(
    linking: _Linking, linker: "Linker", batch: int, progress: Callable[[int], None]
) -> "tuple[LinkCounts, dict[int, str]]":
    """Link all articles that are not linked; return what was done, and which failed and why."""
    from sayso.link.linker import LinkCounts

    with linking.linking() as ledger:
        linker.prepare(ledger)
    done = LinkCounts()
    failed: dict[int, str] = {}
    while True:
        began = monotonic()
        counts = _linked(linking, linker, batch, failed)
        if counts is None:
            return done, failed
        done = done.plus(counts)
        progress(counts.articles)
        sleep(min(_PAUSE, (monotonic() - began) / 4))


def _linked(
    linking: _Linking, linker: "Linker", batch: int, failed: dict[int, str]
) -> "LinkCounts | None":
    """Link some articles that have not failed, in one transaction; None where none is left.

    Where they fail they are linked one by one, and of each that fails alone it is kept why.
    """
    from sayso.link.linker import LinkCounts

    numbers: list[int] = []
    try:
        with linking.linking() as ledger:
            numbers = ledger.unlinked(batch, of_statements=_STATEMENTS, without=failed)
            return linker.link(ledger, numbers)
    except _ODD as error:
        if not numbers:  # what linking itself has kept is at fault
            raise
        if len(numbers) == 1:
            failed[numbers[0]] = f"{type(error).__name__}: {error}"
            return LinkCounts()
    done = LinkCounts()
    for _ in numbers:
        done = done.plus(_linked(linking, linker, 1, failed) or LinkCounts())
    return done


def _failures(store: "Store", failed: Mapping[int, str]) -> "tuple[Failure, ...]":
    from sayso.link.linker import Failure

    if not failed:
        return ()
    with store.linking() as ledger:
        ids = {seen.number: seen.record.article.id for seen in ledger.seen(list(failed))}
    return tuple(Failure(ids[number], why) for number, why in failed.items())


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
