"""The record as a held resource: opened, asked and written to, closed."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Engine

from sayso.errors import StoreError
from sayso.exported import Exported
from sayso.judgements import Judgement
from sayso.linked import Claim, Copy, Entity, Quotation
from sayso.nodes import SizeRow
from sayso.records import (
    Actor,
    Annotation,
    Article,
    ModelInfo,
    Quantity,
    Record,
    Sighting,
    Span,
    Statement,
)
from sayso.store import judged_lists, judging, numbers, queries, writes
from sayso.store.accounts import Accounts
from sayso.store.charting import about, claims, happenings, worded
from sayso.store.charting.about import About
from sayso.store.charting.rows import Asked, Charted, Happening
from sayso.store.charting.worded import Facts
from sayso.store.choosing import WAS_SAID, Filters, streaming
from sayso.store.choosing.choice import Choice
from sayso.store.dialect import drafting, name, open_engine, prepare, reading, writing
from sayso.store.linking import copied, lists, lookup, placed, ranks, state, voices, whom
from sayso.store.linking.doubtful import Doubts
from sayso.store.linking.drafts import Draft
from sayso.store.linking.ledger import Ledger
from sayso.store.linking.ranks import Ranked
from sayso.store.linking.state import State
from sayso.store.remembering.decided import decided
from sayso.store.remembering.remembered import Remembered
from sayso.store.rows import ArticleRow, Counts, Hit, Kept, Said, Speaking, Voice, WriteCounts
from sayso.store.versions import migrations
from sayso.store.watching import Alerts, Follows

T = TypeVar("T")
_MADE: Remembered[dict[str, Any]] = Remembered()


class Store:
    """An open record. Processes and threads may share the file; each process opens its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, address: str | Path, *, create: bool = True) -> "Store":
        """Open the record in a file, or in the database at an address, and bring it up to date.

        With `create`, a record that is not there is created; its folder, or the database at the
        address, must be there. What cannot be written can be read.

        Raises StoreError if there is no record, or it cannot be used; names it and the reason.
        """
        engine = open_engine(address, create=create)
        with ExitStack() as unless_opened:
            unless_opened.callback(engine.dispose)
            with reading(engine) as connection:
                current = migrations.is_current(connection, create=create)
            prepare(engine)
            if not current:
                _migrate(engine)
            unless_opened.pop_all()
        return cls(engine)

    @property
    def name(self) -> str:
        """Return how the record is called: its file, or its address without a password."""
        return name(self._engine)

    def close(self) -> None:
        """Let go of the file or database."""
        self._engine.dispose()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def write(
        self, records: Iterable[Record], annotations: Iterable[Annotation] | None = None
    ) -> WriteCounts:
        """Store `records`, and the annotations that they were made of; see `writes.write`."""
        return writes.write(self._engine, records, annotations)

    def conclude(self, records: Iterable[Record]) -> int:
        """Replace what was concluded of stored articles; see `writes.conclude`."""
        return writes.conclude(self._engine, records)

    def forget_annotations(self, ids: Iterable[str]) -> None:
        """Let some articles be read again when they next come; see `writes`."""
        writes.forget_annotations(self._engine, ids)

    def see(self, articles: Iterable[Article]) -> int:
        """Add where stored articles were seen; see `writes.see`."""
        return writes.see(self._engine, articles)

    def known(self, ids: Iterable[str], model: ModelInfo) -> set[str]:
        """Return which article `ids` are stored under `model`; see `queries.known`."""
        return queries.known(self._engine, ids, model)

    def annotated(self) -> list[str]:
        """Return the ids of all articles whose annotation is kept, in the order of reading."""
        return queries.annotated(self._engine)

    def unannotated(self) -> int:
        """Return how many articles are kept without an annotation."""
        return queries.unannotated(self._engine)

    def kept(self, ids: Iterable[str]) -> list[Kept]:
        """Return what resolving some articles again starts from; see `queries.kept`."""
        return queries.kept(self._engine, ids)

    def annotation(self, article_id: str) -> Annotation:
        """Return what a model found in an article; see `queries.annotation`."""
        return queries.annotation(self._engine, article_id)

    def article(self, name: str) -> Article:
        """Return the one article that `name` names; see `queries.article`."""
        return queries.article(self._engine, name)

    def find(self, name: str) -> Article | None:
        """Return the one article that `name` names, None if there is none; see `queries.find`."""
        return queries.find(self._engine, name)

    def sightings(self, article_id: str) -> tuple[Sighting, ...]:
        """Return where an article was seen, the first reading first."""
        return queries.sightings_at(self._engine, article_id)

    def record(self, article_id: str) -> Record:
        """Return an article with all that it puts on the record; see `queries.record`."""
        return queries.record(self._engine, article_id)

    def corrected(self, article_id: str) -> Record:
        """Return an article with all that it puts on the record, as people corrected it."""
        return judged_lists.record(self._engine, article_id)

    def statement(self, statement_id: str) -> tuple[str, Statement]:
        """Return a statement by its id, and the id of its article; see `queries.statement`."""
        return queries.statement(self._engine, statement_id)

    def articles(
        self,
        *,
        url: str | None = None,
        publisher: str | None = None,
        said: str = "yes",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[ArticleRow]:
        """Return the articles, newest first; see `queries.article_rows`."""
        seen = {"url": url, "publisher": publisher}
        return judged_lists.article_rows(self._engine, seen, said=said, limit=limit, offset=offset)

    def newest(self) -> list[str]:
        """Return the ids of all articles, the newest first, those without a date last."""
        return queries.newest(self._engine)

    def rows(self, ids: Collection[str], *, said: str = "yes") -> list[ArticleRow]:
        """Return some articles by their ids, as lists show them, in no order."""
        return judged_lists.rows_by_id(self._engine, ids, said=said) if ids else []

    def counts(self, *, said: str = "yes", checked: bool = True) -> Counts:
        """Return how much the record holds; see `queries.counts`."""
        return judged_lists.counts(self._engine, said=said, checked=checked)

    def search(self, query: str, *, said: str = "yes", limit: int = 20) -> list[Hit]:
        """Return the articles that hold all words of `query`; see `search.search`."""
        return judged_lists.hits(self._engine, query, said=said, limit=limit)

    def who(self, name: str, *, said: str = "yes", limit: int | None = None) -> list[Said]:
        """Return what the actors called `name` say, by date, as people corrected it.

        See `statement_lists.who`.
        """
        return judged_lists.who(self._engine, name, said=said, limit=limit)

    def carried(self, name: str, *, said: str = "yes", limit: int | None = None) -> list[Said]:
        """Return what the actors called `name` passed on; see `statement_lists.carried`."""
        return judged_lists.carried(self._engine, name, said=said, limit=limit)

    def voices(
        self,
        name: str,
        *,
        carried: bool = False,
        which: Filters = WAS_SAID,
        limit: int | None = None,
    ) -> list[Voice]:
        """Return who is called `name`, each once, with what they say; see `voices.voices`."""
        return voices.voices(self._engine, name, carried=carried, filters=which, limit=limit)

    def spoken(self, entity: str, ids: Sequence[str]) -> list[Said]:
        """Return some of the statements of somebody; see `voices.spoken`."""
        return voices.spoken(self._engine, entity, ids)

    def named_as(
        self, entity: str, *, limit: int, skip: int = 0
    ) -> tuple[list[tuple[str, str]], int]:
        """Return some of the actors of somebody, and how many all are; see `whom.named_as`."""
        return whom.named_as(self._engine, entity, limit=limit, skip=skip)

    def called(self, name: str) -> set[int]:
        """Return the numbers of the entities of a name; see `voices.called_so`."""
        return voices.called_so(self._engine, name)

    def speaking(
        self, *, carried: bool = False, which: Filters = WAS_SAID, limit: int | None = None
    ) -> tuple[list[Speaking], int]:
        """Return who says most, and how many others there are; see `voices.speaking`."""
        return voices.speaking(self._engine, carried=carried, filters=which, limit=limit)

    def charted(
        self, asked: Asked, *, most: int, links: bool = False, places: bool = False
    ) -> Charted:
        """Return statements as charts count them; see `happenings.charted`."""
        return happenings.charted(self._engine, asked, most=most, links=links, places=places)

    def heads(self, ids: Collection[str]) -> dict[str, SizeRow]:
        """Return what heads some claims or entities, by their ids; see `ranks.heads`."""
        return ranks.heads(self._engine, ids)

    def worded(self, words: str, *, most: int, enough: int | None = None) -> frozenset[str] | None:
        """Return the statements that have words, by their ids; see `worded.worded`."""
        return worded.worded(self._engine, words, most=most, enough=enough)

    def claims_with(self, ids: Collection[str]) -> set[int]:
        """Return the numbers of the claims of some statements; see `worded.claims_with`."""
        return worded.claims_with(self._engine, ids)

    def facts(self, ids: Collection[str]) -> dict[str, Facts]:
        """Return what facets tell of some statements; see `worded.facts`."""
        return worded.facts(self._engine, ids)

    def charted_claims(
        self, rows: Sequence[Happening], *, answered: bool = False
    ) -> dict[str, int]:
        """Return the claims that charted statements belong to; see `claims.claims_of`."""
        return claims.claims_of(self._engine, rows, answered=answered)

    def about(self, entity: str) -> About:
        """Return which statements of others speak of somebody; see `about.about`."""
        return about.about(self._engine, entity)

    def numbers(self, ids: Collection[str]) -> dict[str, list[Quantity]]:
        """Return the quantities that some statements claim, by their ids; see `numbers.numbers`."""
        return numbers.numbers(self._engine, ids)

    def given(self, ids: Collection[str]) -> list[Said]:
        """Return the statements of some ids, by date; see `statement_lists.given`."""
        return judged_lists.given(self._engine, ids)

    def actors(self, pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], Actor]:
        """Return actors by ids of articles and their own; see `judged_lists.actors_in`."""
        return judged_lists.actors_in(self._engine, pairs)

    def mentioning(self, place: str, *, said: str = "yes", limit: int | None = None) -> list[Said]:
        """Return the statements that mention `place`, by date; see `statement_lists.mentioning`."""
        return judged_lists.mentioning(self._engine, place, said=said, limit=limit)

    def placed(self, place: str) -> dict[str, list[int]]:
        """Return which articles mention `place`, each with where; see `placed.placed`."""
        return judged_lists.placed(self._engine, place)

    def mentions(
        self, meant: Mapping[str, Collection[int]]
    ) -> Iterator[tuple[str, str, list[Span]]]:
        """Yield articles with their texts and where they mention places; see `placed.mentions`."""
        return placed.mentions(self._engine, meant)

    def corrected_ids(self) -> set[str]:
        """Return the ids of the articles of which people corrected something."""
        return judged_lists.corrected_ids(self._engine)

    def matching_actors(self, name: str, *, said: str = "yes") -> dict[str, int]:
        """Return whom `who` finds, with numbers of statements, the most first."""
        return judged_lists.matching_actors(self._engine, name, said=said)

    def matching_carriers(self, name: str, *, said: str = "yes") -> dict[str, int]:
        """Return whom `carried` finds, with numbers of statements, the most first."""
        return judged_lists.matching_carriers(self._engine, name, said=said)

    def matching_places(self, place: str, *, said: str = "yes") -> dict[str, int]:
        """Return what `mentioning` finds, with numbers of statements, the most first."""
        return judged_lists.matching_places(self._engine, place, said=said)

    def choice(self, filters: Filters) -> Choice:
        """Return what fits filters."""
        return Choice(self._engine, filters)

    def exported(self, filters: Filters) -> Iterator[Exported]:
        """Yield the articles of which something fits; see `streaming.exported`."""
        return streaming.exported(self._engine, filters)

    def restore(self, articles: Iterable[Exported]) -> WriteCounts:
        """Store articles as they were exported; see `writes.restore`."""
        every = list(articles)  # a batch of them
        counts = writes.restore(self._engine, every)
        judging.restore(self._engine, (each for one in every for each in one.judgements))
        return counts

    @contextmanager
    def linking(self) -> Iterator[Ledger]:
        """Open a transaction over what links articles: all of it is kept, or nothing.

        Raises StoreError if the database fails or stays busy.
        """
        with writing(self._engine) as connection:
            yield Ledger(connection)

    @contextmanager
    def relinking(self) -> Iterator[Draft]:
        """Open a draft of all links: those that are there stay until it is kept.

        Raises StoreError if the database fails or stays busy.
        """
        with drafting(self._engine) as connection:
            yield Draft(connection)

    def state(self) -> State:
        """Return how much is linked, and a mark that changes with the record; see `state.state`."""
        return state.state(self._engine)

    def unlinked(self) -> int:
        """Return how many articles are not linked yet."""
        return lists.unlinked(self._engine)

    def unapplied(self) -> int:
        """Return how many judgements came, or were taken back, since linking."""
        return lists.unapplied(self._engine)

    def copies(self, of: str | None = None) -> Iterator[Copy]:
        """Yield the related pairs of articles, or those of one; see `copied.copies`."""
        return copied.copies(self._engine, of)

    def versions(self, ids: Collection[str], *, most: int) -> list[Copy]:
        """Return other states of the texts of some articles; see `copied.versions`."""
        return copied.versions(self._engine, ids, most=most)

    def first_copies(self, *, limit: int, skip: int = 0) -> tuple[list[Copy], int]:
        """Return the first copies, and how many others there are; see `copied.first`."""
        return copied.first(self._engine, limit=limit, skip=skip)

    def entities(
        self, ids: Collection[str] | None = None, *, actors: bool = True
    ) -> Iterator[Entity]:
        """Yield the entities, or those of some ids; see `lists.entities`."""
        return lists.entities(self._engine, ids, actors=actors)

    def names(self, ids: Collection[str]) -> dict[str, str]:
        """Return the names of some entities, by their ids."""
        heads = ranks.heads(self._engine, ids) if ids else {}
        return {each: head.words for each, head in heads.items()}

    def people(self, articles: Collection[str]) -> dict[tuple[str, str], str]:
        """Return the ids of the entities of all actors of some articles; see `whom.people`."""
        return whom.people(self._engine, articles) if articles else {}

    def belonging(self, room: str, statements: Collection[str]) -> dict[str, str]:
        """Return what of a room statements belong to; see `lookup.belonging`."""
        return lookup.belonging(self._engine, room, statements) if statements else {}

    def quotations(self, ids: Collection[str] | None = None) -> Iterator[Quotation]:
        """Yield the quotations, or those of some ids; see `lists.quotations`."""
        return lists.quotations(self._engine, ids)

    def claims(self, ids: Collection[str] | None = None, *, words: str = "") -> Iterator[Claim]:
        """Yield the claims, those of some ids, or those that have words; see `lists.claims`."""
        return lists.claims(self._engine, ids, words=words)

    def ranked(
        self,
        which: tuple[str, str],
        numbers: Collection[int] | None = None,
        *,
        limit: int,
        skip: int = 0,
    ) -> Ranked:
        """Return what comes first in an order, by its sizes; see `ranks.ranked`."""
        return ranks.ranked(self._engine, which, numbers, limit=limit, skip=skip)

    def sizes(
        self, which: tuple[str, str], numbers: Collection[int] | None = None
    ) -> Iterator[SizeRow]:
        """Yield all of an order, by its sizes; see `ranks.every`."""
        return ranks.every(self._engine, which, numbers)

    def with_words(self, words: str, *, most: int, enough: int | None = None) -> set[int]:
        """Return the numbers of the claims that have words; see `lists.with_words`."""
        return lists.with_words(self._engine, words, most=most, enough=enough)

    def named(self, room: str, name: str) -> list[str]:
        """Return the ids of what linking made that a name stands for; see `lookup.named`."""
        return lookup.named(self._engine, room, name)

    def linked_in(self, room: str, article_id: str) -> dict[int, str]:
        """Return what linking put an article's things into; see `lookup.of_article`."""
        return lookup.of_article(self._engine, room, article_id)

    def remembered(self, name: str, make: Callable[[], T]) -> T:
        """Return what `make` makes of the record, made once until more is read or linked.

        It has a name of its own, and must not hold the record.
        """
        made = _MADE.get(self._engine, self.state().read, dict)
        if name not in made:
            made[name] = make()
        its: T = made[name]
        return its

    @property
    def doubts(self) -> Doubts:
        """Return what linking left open."""
        return Doubts(self._engine)

    @property
    def accounts(self) -> Accounts:
        """Return who may sign in to the reader of the record."""
        return Accounts(self._engine)

    @property
    def follows(self) -> Follows:
        """Return which addresses are followed, and how far."""
        return Follows(self._engine)

    @property
    def alerts(self) -> Alerts:
        """Return what was noticed of articles, and what is to be told of it."""
        return Alerts(self._engine)

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Add what people decided; see `judging.judge`."""
        judging.judge(self._engine, judgements)

    def withdraw(self, judgement_id: str, *, by: str, at: str, why: str = "") -> None:
        """Add that a judgement is taken back; see `judging.withdraw`."""
        judging.withdraw(self._engine, judgement_id, by=by, at=at, why=why)

    def judgements(self, article_id: str | None = None) -> list[Judgement]:
        """Return what people decided, of one article's words or all; see `judging.judged`."""
        if article_id is None:
            return list(decided(self._engine).every)
        return judging.judged(self._engine, article_id)

    def judgements_about(self, articles: Collection[str]) -> list[Judgement]:
        """Return what people decided of some articles, or of their words, in the order of adding.

        Those on two things are there where either is in one of the articles.
        """
        return decided(self._engine).about_any(articles)

    def damaged_judgements(self) -> list[int]:
        """Return the numbers of the judgements that cannot be read; see `judging.damaged`."""
        return judging.damaged(self._engine)


def _migrate(engine: Engine) -> None:
    try:
        with writing(engine) as connection:
            migrations.migrate(connection)
    except StoreError as error:
        first = "its tables must be made or brought up to date first"
        raise StoreError(f"{error}; {first}") from error
