"""The whole flow: articles in, records out, into a store, and linked there."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import islice
from time import monotonic, sleep
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, TypeVar

from sayso.errors import DamageError, ReadError
from sayso.exported import Exported
from sayso.moments import now
from sayso.read.language import Foreign, Outcome
from sayso.records import Annotation, Article, ModelInfo, Record
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.annotate import Annotator
    from sayso.link.ledger import Ledger
    from sayso.link.linker import Failure, LinkCounts, Linker
    from sayso.resolve import Resolver
    from sayso.store import Store

T = TypeVar("T")

_STATEMENTS = 400  # that are linked in one transaction, about: others who write wait for its end
_PAUSE = 0.25  # seconds after it, in which they get in: SQLite looks ten times a second
# What code raises that did not expect how odd an article is: half a character, no word at all, a
# number past all bounds, thousands of brackets. Anything else is a mistake of ours.
ODD = (ValueError, LookupError, ArithmeticError, RecursionError)


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


class Made(NamedTuple):
    """What became of an article: what the encoder found in it, and its record."""

    annotation: Annotation
    record: Record


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

    `statements` counts those that were said, `failed` tells which articles could not be, and why.
    """

    articles: int
    statements: int
    rest: int
    failed: tuple[ReadError, ...] = ()


class Working(Protocol):
    """What makes records of articles: this process, several, or a cluster."""

    @property
    def ahead(self) -> int:
        """Return how many batches may be in work beside the one that is waited for."""
        ...

    @property
    def finder(self) -> ModelInfo:
        """Return the model that finds statements."""
        ...

    @property
    def resolver(self) -> "Resolver":
        """Return the rules that conclude from what was found."""
        ...

    def begin(self, articles: Sequence[Article]) -> Callable[[], list[Made | ReadError]]:
        """Begin a batch; what is returned waits for it: something for each article, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Engine:
    """The parts that `process` needs, loaded once and held. It works in this process, in order."""

    annotator: "Annotator"
    resolver: "Resolver"
    ahead: ClassVar[int] = 0

    @property
    def finder(self) -> ModelInfo:
        """Return the model that finds statements."""
        return self.annotator.model

    @property
    def model(self) -> ModelInfo:
        """Return the model and rules that its records name."""
        return self.resolver.signed(self.finder)

    @classmethod
    def load(cls, settings: Settings | None = None) -> "Engine":
        """Return an engine with the model that ships. Raises ModelError when there is none."""
        from sayso.annotate import Annotator
        from sayso.resolve import Resolver

        return cls(Annotator.load(settings), Resolver())

    def __call__(self, articles: Sequence[Article]) -> list[Record]:
        """Return the record of each article, in order; see `process`."""
        return process(articles, self.annotator, self.resolver)

    def made(self, articles: Sequence[Article]) -> list[Made]:
        """Return what the encoder found in each article with its record, in order."""
        annotated = zip(articles, self.annotator(articles), strict=True)
        return [Made(each, self.resolver(a, each, self.finder)) for a, each in annotated]

    def begin(self, articles: Sequence[Article]) -> Callable[[], list[Made | ReadError]]:
        """Return what makes the batch when it is called."""
        return lambda: [*self.made(articles)]


def records(
    read: Iterable[Article | ReadError], working: Working, *, batch: int
) -> Iterator[Record | ReadError]:
    """Yield a record for each article and each error in its place, `batch` articles at a time."""
    for each in _worked(read, working, batch):
        if isinstance(each, Made):
            yield each.record
        elif isinstance(each, ReadError):
            yield each


def exports(
    read: Iterable[Outcome], working: Working, *, batch: int
) -> Iterator[Exported | ReadError]:
    """Yield what is made of each article as an export has it, and each error in its place.

    What was exported comes as it was; what is in a language that is not read without statements.
    """
    for each in _worked(read, working, batch):
        made = _unread(each.article, working) if isinstance(each, Foreign) else each
        yield _exported(made.record) if isinstance(made, Made) else made


def _exported(record: Record) -> Exported:
    ids = tuple(statement.id for statement in record.statements)
    seen = replace(record.article.sighting, read_at=now())
    return Exported(record, record, (seen,), ids)


def _worked(
    read: Iterable[Outcome], working: Working, batch: int
) -> Iterator[Made | Exported | Foreign | ReadError]:
    """Yield what is made of each article, and everything else in its place."""
    begun = (
        (group, working.begin([each for each in group if isinstance(each, Article)]))
        for group in _batches(read, batch)
    )
    for group, made in _in_order(begun, working.ahead):
        its = iter(made())
        for each in group:
            yield next(its) if isinstance(each, Article) else each


def run(
    read: Iterable[Outcome],
    working: Working,
    store: "Store",
    *,
    batch: int,
    progress: Callable[[Outcome], None] = lambda _: None,
) -> Summary:
    """Put articles into a store, a batch at a time; what was exported comes back as it was.

    An article that was read under another model is read again; one under other rules alone is
    resolved again from what the encoder found then. What is in a language that is not read is kept
    without statements. They are written in the order in which they are read, whoever works. Calls
    `progress` for each article or error once it is dealt with, with the error where one failed.
    """
    done = Summary()
    putting = _Putting(working, store)
    for begun in _in_order(map(putting.begin, _batches(read, batch)), working.ahead):
        done = done.plus(putting.end(begun))
        for each in begun.group:
            progress(putting.outcome(each))
    return done


class _Begun(NamedTuple):
    """A batch in work.

    `fresh` articles are new, and made in their order: those that are read, then those `unread`.
    Those `again` were concluded again, and hold so many `statements`.
    """

    group: Sequence[Outcome]
    fresh: Sequence[Article]
    unread: Sequence[Article]
    again: Sequence[Article]
    statements: int
    made: Callable[[], list[Made | ReadError]]


class _Putting:
    """Batches on their way into a store: what they say, and where each was seen."""

    def __init__(self, working: Working, store: "Store") -> None:
        self._working, self._store = working, store
        self._model = working.resolver.signed(working.finder)
        self._pending: set[str] = set()
        self._failed: dict[str, ReadError] = {}

    def begin(self, group: Sequence[Outcome]) -> _Begun:
        """Begin a batch: what is neither known nor in work is read."""
        foreign = {id(each.article) for each in group if isinstance(each, Foreign)}
        first: dict[str, Article] = {}
        for article in _articles(group):
            first.setdefault(article.id, article)
        current = self._store.known(first, self._model) | self._pending
        said = _concluded(self._store, [i for i in first if i not in current], self._working)
        again = [first[i] for i in said]
        fresh = [article for i, article in first.items() if i not in current and i not in said]
        self._pending.update(article.id for article in fresh)
        to_read = [article for article in fresh if id(article) not in foreign]
        unread = [article for article in fresh if id(article) in foreign]
        begun = self._working.begin(to_read)
        return _Begun(group, [*to_read, *unread], unread, again, sum(said.values()), begun)

    def end(self, begun: _Begun) -> Summary:
        """Write a batch once it is made."""
        made = [*begun.made(), *(_unread(each, self._working) for each in begun.unread)]
        for article, each in zip(begun.fresh, made, strict=True):
            self._pending.remove(article.id)
            if isinstance(each, ReadError):
                self._failed[article.id] = each
        good = [each for each in made if isinstance(each, Made)]
        counts = self._store.write([e.record for e in good], [e.annotation for e in good])
        self._store.see(begun.again)
        outcomes = list(map(self.outcome, begun.group))
        taken = {id(article) for article in (*begun.fresh, *begun.again)}
        rest = [article for article in _articles(outcomes) if id(article) not in taken]
        seen = self._store.see(rest)
        return Summary(
            new=counts.new,
            again=counts.replaced + len(begun.again),
            sightings=seen,
            known=counts.known + len(rest) - seen,
            statements=counts.statements + begun.statements,
            foreign=sum(isinstance(each, Foreign) for each in outcomes),
            failed=sum(isinstance(each, ReadError) for each in outcomes),
        ).plus(_restored([e for e in begun.group if isinstance(e, Exported)], self._store))

    def outcome(self, each: Outcome) -> Outcome:
        """Return what was given, or the error of an article that failed."""
        if not isinstance(each, Article) or not (error := self._failed.get(each.id)):
            return each
        return ReadError(each.source, error.kind, error.message)


def _unread(article: Article, working: Working) -> Made:
    nothing = Annotation(())
    return Made(nothing, working.resolver(article, nothing, working.finder))


def _articles(group: Iterable[Outcome]) -> Iterator[Article]:
    """Yield the articles of a batch that are no export, those in other languages among them."""
    for each in group:
        if isinstance(each, Article | Foreign):
            yield each.article if isinstance(each, Foreign) else each


def _restored(back: Sequence[Exported], store: "Store") -> Summary:
    """Put a batch of articles into a store as they were exported."""
    counts = store.restore(back)
    known = counts.known - counts.sightings
    return Summary(counts.new, 0, counts.sightings, known, counts.statements)


def _concluded(store: "Store", ids: Sequence[str], working: Working) -> dict[str, int]:
    """Resolve those articles again whose annotation is by the same model, by their ids.

    Return which these are, with the number of statements in each that were said.
    """
    made = _again(store, working.resolver, ids, working.finder)
    records = [each for each in made if isinstance(each, Record)]
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

    Calls `progress` for each article once it is dealt with. An article that is too odd, or of which
    that is damaged, fails alone and keeps what was concluded of it; what is damaged is read again
    when it next comes.
    """
    ids, rest = store.annotated(), store.unannotated()
    articles = statements = 0
    failed: list[ReadError] = []
    for group in _batches(ids, batch):
        made = list(_again(store, resolver, group))
        records = [each for each in made if isinstance(each, Record)]
        failed += (each for each in made if isinstance(each, ReadError))
        store.conclude(records)
        articles += len(records)
        statements += sum(record.said for record in records)
        for record in records:
            progress(record.article)
    store.forget_annotations(each.source for each in failed if each.kind == "damage")
    return Rebuilt(articles, statements, rest, tuple(failed))


def _again(
    store: "Store", resolver: "Resolver", ids: Sequence[str], model: ModelInfo | None = None
) -> Iterator[Record | ReadError]:
    """Yield the records of articles whose annotation is kept, of one `model` if it is given.

    Where one cannot be made each is tried alone, and an error names the article, by its id.
    """
    try:
        kept = store.kept(ids)
        records = [
            resolver(each.article, each.annotation, each.model)
            for each in kept
            if model is None or each.model == model
        ]
    except (DamageError, *ODD) as error:
        if len(ids) > 1:
            for each in ids:
                yield from _again(store, resolver, [each], model)
        else:
            kind = "damage" if isinstance(error, DamageError) else "rules"
            yield ReadError(ids[0], kind, f"cannot be concluded again: {error}")
    else:
        yield from records


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
    except ODD as error:
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


def _in_order(items: Iterable[T], ahead: int) -> Iterator[T]:
    """Yield the items in order, as many as `ahead` of them taken beforehand."""
    taken: deque[T] = deque()
    for item in items:
        taken.append(item)
        if len(taken) > ahead:
            yield taken.popleft()
    yield from taken
