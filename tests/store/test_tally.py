"""Rows that somebody deleted: told as damage wherever an answer would be another without them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, Table, delete, select

from sayso.errors import StoreError
from sayso.records import Article, ModelInfo, Record
from sayso.store import Store
from sayso.store.dialect import open_engine, search_table, writing
from sayso.store.schema import articles, metadata, runs, sightings, statements
from tests.store.databases import server as postgres
from tests.store.samples import article, record, unsaid

LOST, WHOLE = article(1), article(0)
KARSK = "1707"  # in GeoNames
OF_ARTICLES = sorted(
    name
    for name, table in metadata.tables.items()
    if table.foreign_keys and name not in ("annotations", "sessions", "watch_deliveries")
)
ASK: dict[str, Callable[[Store], object]] = {
    "list": lambda store: (store.articles(), store.counts()),
    "list what was not said": lambda store: (store.articles(said="no"), store.counts(said="no")),
    "show": lambda store: store.record(store.article(LOST.given_id).id),
    "show by id": lambda store: store.record(store.article(LOST.id[:20]).id),
    "search": lambda store: store.search("corridor"),
    "who": lambda store: store.who("Teren"),
    "who did not say": lambda store: store.who("Hesk", said="no"),
    "who carried": lambda store: store.carried("Meridian Courier", said="any"),
    "where": lambda store: store.mentioning("Karsk", said="any"),
    "where by number": lambda store: store.mentioning(KARSK, said="any"),
    "where it was not said": lambda store: store.mentioning("Karsk", said="no"),
}


def made_of(number: int) -> Record:
    """Return a record whose second statement was not said."""
    return unsaid(record(number), "yes", "no")


@dataclass(frozen=True)
class Whole:
    """Where a record of two articles is that nothing was deleted from, and what it answers."""

    address: str
    answers: dict[str, object]


@pytest.fixture(scope="module")
def whole(apart: str) -> Whole:
    """Return the record that each test has a copy of."""
    with Store.open(apart) as store:
        store.write([made_of(0), made_of(1)])
        answers = {name: ask(store) for name, ask in ASK.items()}
    assert [name for name, answer in answers.items() if not answer] == []
    return Whole(apart, answers)


@pytest.fixture
def two(whole: Whole, request: pytest.FixtureRequest, path: Path) -> str:
    """Return where a record of two articles is, of the test's own."""
    if "://" not in whole.address:
        return str(shutil.copy(whole.address, path))
    server: postgres.Server = request.getfixturevalue("server")
    return server.copy(whole.address.rpartition("/")[2])


def lose(connection: Connection, table: Table, *, all_of_it: bool = False) -> None:
    """Delete rows of a table, those of one article or all, as if nothing referred to them."""
    number = select(articles.c.number).where(articles.c.id == LOST.id).scalar_subquery()
    lost = delete(table)
    if table.name == "search" and connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO search (search) VALUES ('delete-all')")
    elif all_of_it:
        connection.execute(lost)
    elif table is articles:
        connection.execute(lost.where(articles.c.id == LOST.id))
    elif "article_number" in table.c:
        connection.execute(lost.where(table.c.article_number == number))
    else:
        theirs = select(statements.c.id).where(statements.c.article_number == number)
        connection.execute(lost.where(table.c.statement_id.in_(theirs)))


def without(address: str, name: str, *, all_of_it: bool = False) -> None:
    """Take rows out of a record."""
    engine = open_engine(address)
    is_file = engine.dialect.name == "sqlite"
    with engine.connect() as raw:  # what refers to the rows is to stay
        off = "PRAGMA foreign_keys=OFF" if is_file else "SET session_replication_role = replica"
        raw.execution_options(sayso_begin="").exec_driver_sql(off)
        raw.commit()
    with writing(engine) as connection:
        table = search_table(connection) if name == "search" else metadata.tables[name]
        lose(connection, table, all_of_it=all_of_it)
    engine.dispose()


def answer_of(store: Store, ask: Callable[[Store], object]) -> object:
    """Return the answer to a question, None where damage is told instead, on one line."""
    try:
        return ask(store)
    except StoreError as error:
        is_damage = str(error).startswith(f"{store.name}: the record is damaged: ")
        return None if is_damage and "\n" not in str(error) else str(error)


@pytest.mark.parametrize("name", sorted(metadata.tables.keys() - {"sayso_version"} | {"search"}))
def test_all_rows_of_any_table(two: str, whole: Whole, name: str) -> None:
    without(two, name, all_of_it=True)
    with Store.open(two, create=False) as store:
        after = {asked: answer_of(store, ask) for asked, ask in ASK.items()}
    others = [a for a, answer in after.items() if answer not in (None, whole.answers[a])]
    assert others == []


@pytest.mark.parametrize("name", OF_ARTICLES)
def test_the_rows_of_an_article_in_any_table(two: str, name: str) -> None:
    without(two, name)
    with Store.open(two, create=False) as store:
        with pytest.raises(StoreError, match=f"{LOST.id}: ") as caught:
            store.record(LOST.id)
        assert name in str(caught.value)
        other = store.record(store.article(WHOLE.given_id).id)
    assert other == made_of(0)


def test_an_article_that_is_lost_is_told_of(two: str) -> None:
    without(two, "articles")
    with Store.open(two, create=False) as store:
        for ask in (store.counts, lambda: store.find(LOST.given_id), lambda: store.find(LOST.id)):
            with pytest.raises(StoreError, match=r"damaged: the article number \d+ is missing"):
                ask()
        assert [row.id for row in store.articles()] == [WHOLE.id]
        assert store.find("no such name") is None
        with pytest.raises(StoreError, match="damaged"):
            store.write([made_of(1)])


def test_what_was_kept_without_numbers_is_taken_as_it_is(two: str, whole: Whole) -> None:
    engine = open_engine(two)
    with writing(engine) as connection:
        connection.execute(runs.update().values(tally={}))
    engine.dispose()
    with Store.open(two) as store:
        assert {name: ask(store) for name, ask in ASK.items()} == whole.answers


def seen_elsewhere(number: int) -> Article:
    """Return an article of the samples as another outlet has it."""
    return replace(article(number), url=f"https://elsewhere.example/{number}", source="elsewhere")


def test_a_second_sighting_that_is_lost_is_told_of(two: str) -> None:
    with Store.open(two) as store:
        store.see([seen_elsewhere(0), seen_elsewhere(1), seen_elsewhere(1)])
        assert len(store.sightings(LOST.id)) == 2
        store.conclude([made_of(1)])  # counted as before
        store.write([replace(made_of(0), model=ModelInfo("tests", "2"))])
        assert len(store.articles()) == 2
    engine = open_engine(two)
    mine = select(articles.c.number).where(articles.c.id == LOST.id).scalar_subquery()
    with writing(engine) as connection:
        second = (sightings.c.article_number == mine) & (sightings.c.source == "elsewhere")
        connection.execute(delete(sightings).where(second))
    engine.dispose()
    with Store.open(two) as store:
        for ask in (
            store.articles,
            lambda: store.sightings(LOST.id),
            lambda: store.record(LOST.id),
        ):
            with pytest.raises(StoreError, match=r"2 rows of sightings were kept, and 1 are there"):
                ask()
        assert len(store.sightings(WHOLE.id)) == 2
        # Another one does not hide that one is lost.
        store.see([replace(seen_elsewhere(1), url="https://third.example/1")])
        with pytest.raises(StoreError, match=r"3 rows of sightings were kept, and 2 are there"):
            store.sightings(LOST.id)
