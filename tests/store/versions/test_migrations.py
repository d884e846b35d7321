"""Records of every age: new, older, newer."""

import gzip
import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, inspect

from sayso.errors import StoreError
from sayso.pipeline import link
from sayso.records import Act, Article, Provenance
from sayso.store import Store
from sayso.store.dialect import open_engine, reading, writing
from sayso.store.schema import metadata
from sayso.store.versions.migrations import STEPS, Step, is_current, migrate
from sayso.store.words import keys
from tests.store.samples import MODEL, article, record, records, unsaid

OLDER = Path(__file__).parent / "older"
# What the records in that folder hold, as sayso printed it when it wrote them.
RECORDS = json.loads((OLDER / "records.json").read_text("utf-8"))

# The record as sayso 0.1 made it.
VERSION_1 = """
CREATE TABLE articles (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    given_id TEXT NOT NULL,
    title TEXT NOT NULL,
    title_start INTEGER,
    title_end INTEGER,
    published_start TEXT,
    published_end TEXT,
    published_grain TEXT,
    publisher TEXT NOT NULL,
    byline TEXT NOT NULL,
    dateline TEXT NOT NULL,
    url TEXT NOT NULL,
    lang TEXT NOT NULL,
    skips TEXT NOT NULL,
    read_at VARCHAR NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id)
);
CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_given_id ON articles (given_id);
CREATE INDEX articles_source ON articles (source);
CREATE INDEX articles_published ON articles (published_start);
CREATE TABLE runs (
    article_id TEXT NOT NULL,
    model_name TEXT NOT NULL,
    model_version TEXT NOT NULL,
    PRIMARY KEY (article_id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);
CREATE TABLE statements (
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    score FLOAT NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(article_id) REFERENCES articles (id)
);
CREATE INDEX statements_article ON statements (article_id, ordinal);
CREATE TABLE spans (
    statement_id TEXT NOT NULL,
    role TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (statement_id, role, ordinal),
    FOREIGN KEY(statement_id) REFERENCES statements (id)
) WITHOUT ROWID;
CREATE TABLE sayso_version (number INTEGER NOT NULL, PRIMARY KEY (number));
CREATE VIRTUAL TABLE search USING fts5(title, text, content='', tokenize='ascii');
INSERT INTO sayso_version (number) VALUES (1);
"""


def add_mood(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE statements ADD COLUMN mood TEXT DEFAULT 'calm'")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE nowhere ADD COLUMN mood TEXT")


def bring(path: Path, *steps: Step) -> None:
    """Migrate the record at `path` as a later sayso with these further steps would."""
    engine = open_engine(path)
    try:
        with writing(engine) as connection:
            migrate(connection, steps=(*STEPS, *steps))
    finally:
        engine.dispose()


def ask(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def write_version_1(path: Path, numbers: range) -> None:
    """Store the articles and statements of `record(number)`, as sayso 0.1 did."""
    raw = sqlite3.connect(path)
    raw.executescript(VERSION_1)
    for number in numbers:
        of, model = article(number), MODEL
        span, day = of.title_span, of.published
        assert span is not None
        assert day is not None
        raw.execute(
            "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                *(number + 1, of.id, of.source, of.given_id, of.title, *span),
                *(day.start, day.end, day.grain, of.publisher, json.dumps(of.byline), of.dateline),
                *(of.url, of.lang, json.dumps(of.skips), "2031-01-01T00:00:00Z", of.text),
            ),
        )
        raw.execute("INSERT INTO runs VALUES (?, ?, ?)", (of.id, model.name, model.version))
        raw.execute(
            "INSERT INTO search (rowid, title, text) VALUES (?, '', ?)", (number + 1, keys(of.text))
        )
        for ordinal, statement in enumerate(record(number).statements):
            mine = (statement.id, of.id, ordinal, statement.kind, statement.score, statement.why)
            raw.execute("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?)", mine)
            for role in ("source", "cue", "content"):
                places = enumerate(getattr(statement, role))
                spans = [(statement.id, role, n, start, end) for n, (start, end) in places]
                raw.executemany("INSERT INTO spans VALUES (?, ?, ?, ?, ?)", spans)
    raw.commit()
    raw.close()


def shape(path: Path) -> dict[str, list[list[tuple[object, ...]]]]:
    """Return the columns, keys and indexes of every table of a record."""
    tables = [name for (name,) in ask(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    described: dict[str, list[list[tuple[object, ...]]]] = {}
    for table in tables:
        indexes = sorted(row[1:5] for row in ask(path, f"PRAGMA index_list({table})"))
        described[str(table)] = [
            ask(path, f"PRAGMA table_xinfo({table})"),
            sorted(row[2:] for row in ask(path, f"PRAGMA foreign_key_list({table})")),
            indexes,
            *(ask(path, f"PRAGMA index_xinfo('{index[0]}')") for index in indexes),
        ]
    return described


@pytest.fixture
def old(path: Path) -> Path:
    with Store.open(path) as store:
        store.write(records(3))
    return path


def test_a_new_record_has_the_newest_version(path: Path) -> None:
    Store.open(path).close()
    assert ask(path, "SELECT number FROM sayso_version") == [(len(STEPS) + 1,)]


def test_an_older_record_takes_the_steps_that_it_lacks(old: Path) -> None:
    bring(old, add_mood)
    assert ask(old, "SELECT number FROM sayso_version") == [(len(STEPS) + 2,)]
    assert ask(old, "SELECT count(*), min(mood) FROM statements") == [(6, "calm")]
    bring(old, add_mood)  # a second process that comes late does nothing
    assert ask(old, "SELECT number FROM sayso_version") == [(len(STEPS) + 2,)]


def test_a_failing_step_leaves_the_older_record_whole(old: Path) -> None:
    with pytest.raises(StoreError, match="a table is missing"):
        bring(old, add_mood, fail)
    with Store.open(old) as store:
        assert store.record(record(1).article.id) == record(1)
    assert "mood" not in str(ask(old, "SELECT sql FROM sqlite_master"))


def test_a_newer_record_is_left_alone(old: Path) -> None:
    bring(old, add_mood)
    before = old.read_bytes()
    with pytest.raises(StoreError, match=r"record\.db: it was made by a newer sayso"):
        Store.open(old)
    assert old.read_bytes() == before


def test_a_later_sayso_knows_which_records_to_bring_up_to_date(old: Path) -> None:
    engine = open_engine(old)
    with reading(engine) as connection:
        assert is_current(connection, create=False)
        assert not is_current(connection, create=False, steps=(*STEPS, add_mood))
    engine.dispose()


def write_older(path: Path, number: int) -> None:
    """Put the record that sayso wrote at a version there: two samples, and an odd article."""
    path.write_bytes(gzip.decompress((OLDER / f"version_{number}.db.gz").read_bytes()))


def write_version(path: Path, number: int) -> None:
    if number == 1:
        write_version_1(path, range(2))
    else:
        write_older(path, number)


def agree(actual: Any, wanted: Any) -> bool:
    """Tell whether what is found has all that is wanted; fields may have been added since."""
    if isinstance(wanted, dict):
        return all(agree(actual[key], value) for key, value in wanted.items())
    if isinstance(wanted, list):
        return len(actual) == len(wanted) and all(map(agree, actual, wanted))
    return bool(actual == wanted)


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_an_older_record_gets_all_tables(path: Path, tmp_path: Path, number: int) -> None:
    write_version(path, number)
    Store.open(path).close()
    assert ask(path, "SELECT number FROM sayso_version") == [(len(STEPS) + 1,)]
    fresh = tmp_path / "fresh.db"
    Store.open(fresh).close()
    assert shape(path) == shape(fresh)
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("number", [2, 3])
def test_an_older_record_keeps_what_it_holds(path: Path, number: int) -> None:
    write_older(path, number)
    before = ask(path, "SELECT id, read_at FROM articles ORDER BY number")
    with Store.open(path) as store:
        for wanted in RECORDS:
            id_ = wanted["article"]["id"]
            [sighting] = store.sightings(id_)
            assert agree(store.record(id_).to_json([sighting]), wanted)
            assert sighting.publisher == (wanted["article"]["publisher"] or "")
        rows = {row.id: row.read_at for row in store.articles()}
        assert rows == dict(before)
        assert [each.cue for each in store.who("Teren")] == ["said", "told"] * 2
        assert store.mentioning("Karsk")[0].content == "We will not leave Karsk … not on day 0"
        assert store.who("Teren")[0].addressee == "Meridian Courier"
        assert len(store.carried("Meridian Courier")) == 2
        assert len(store.search("corridor")) == 2
        assert store.annotated() == []
    assert ask(path, "SELECT count(*) FROM sightings") == [(len(RECORDS),)]


def test_what_an_older_record_holds_counts_as_said(path: Path) -> None:
    write_older(path, 4)
    with Store.open(path) as store:
        for wanted in RECORDS:
            kept = store.record(wanted["article"]["id"]).to_json()
            assert agree(kept, wanted)
            assert {each["said"] for each in kept["statements"]} <= {"yes"}
        assert len(store.who("Teren")) == len(store.who("Teren", said="any")) == 4


# What versions later than 6 have.
WITHOUT_LATER = (
    *(
        f"DROP TABLE {table.name}"
        for table in reversed(metadata.sorted_tables)
        if re.match("linked|link_|vectors|quantities|sessions|accounts|watch_", table.name)
    ),
    "ALTER TABLE runs DROP COLUMN tally",
    "ALTER TABLE sightings DROP COLUMN title",
    "DROP INDEX sightings_publisher",
)


def test_whether_it_was_said_is_added_in_either_database(address: str) -> None:
    with Store.open(address) as store:
        store.write(records(3))
    engine = open_engine(address)
    with writing(engine) as connection:
        fresh = said_column(connection)
        connection.exec_driver_sql("DROP INDEX acts_unsaid")
        connection.exec_driver_sql("ALTER TABLE acts DROP COLUMN said")
        connection.exec_driver_sql("ALTER TABLE sightings DROP COLUMN concluded")
        for change in WITHOUT_LATER:
            connection.exec_driver_sql(change)
        connection.exec_driver_sql("UPDATE sayso_version SET number = 4")
    with Store.open(address) as store:
        assert store.record(article(1).id) == replace(record(1), quantities=())
        store.write([unsaid(record(1, version=3), "no")])
        assert [each.act.said for each in store.who("Teren", said="no")] == ["no", "no"]
    with reading(engine) as connection:
        assert said_column(connection) == fresh
    engine.dispose()


def test_sizes_of_older_groups_are_those_of_groups_made_now(path: Path, tmp_path: Path) -> None:
    """The record of version 10 has two articles linked, one of them seen twice, and one more."""
    write_older(path, 10)
    names = [column.name for column in metadata.tables["link_sizes"].columns]
    sizes = f"SELECT {', '.join(names[1:])} FROM link_sizes ORDER BY id"  # noqa: S608
    said = "SELECT node, said FROM link_items ORDER BY node"
    rooms = "SELECT a, b, room FROM link_pairs ORDER BY a, b"
    fresh = tmp_path / "fresh.db"
    with Store.open(path) as older, Store.open(fresh) as store:
        ids = [each["article"]["id"] for each in RECORDS[:2]]
        store.write([older.record(id_) for id_ in ids])
        first, other = older.sightings(ids[0])
        assert (first.title, other.title) == (RECORDS[0]["article"]["title"], "")
        fields = ("source", "publisher", "url", "byline", "published", "given_id", "concluded")
        seen = {name: getattr(other, name) for name in fields}
        store.see([replace(older.article(ids[0]), **seen)])
        link(store)
    # Claims that joined more, by the rules of then, are no measure.
    now = {row[1]: row for row in ask(fresh, sizes)}
    same = [row for row in ask(path, sizes) if row[1] in now and row[4] == now[row[1]][4]]
    assert same == [now[row[1]] for row in same]
    assert {row[0] for row in same} == {1, 3}
    for query in (said, rooms):
        assert ask(path, query) == ask(fresh, query) != []


# Of the articles in the record of version 5, where each was seen, and by whom: bylines as other
# rules read them were other sightings then.
SEEN_5 = [
    [("velmark.jsonl:0", ("Mira Sand", "Ton Ekel")), ("reprint.html", ("Ade Moru",))],
    [("velmark.jsonl:1", ("Mira Sand",))],  # as it was resolved
    [("caf\udce9.txt", ("\ud83d",))],
]


def test_sightings_that_differ_in_the_byline_become_one(path: Path) -> None:
    write_older(path, 5)
    first = ask(path, "SELECT article_number, min(read_at) FROM sightings GROUP BY article_number")
    assert ask(path, "SELECT count(*) FROM sightings") == [(8,)]
    with Store.open(path) as store:
        ids = [each["article"]["id"] for each in RECORDS]
        its = [store.sightings(id_) for id_ in ids]
        assert [[(each.source, each.byline) for each in seen] for seen in its] == SEEN_5
        assert [(n, seen[0].read_at) for n, seen in enumerate(its, start=1)] == first
        stored = [store.record(id_) for id_ in ids]
        assert [each.article.byline for each in stored] == [seen[0].byline for seen in its]
        assert store.see(each.article for each in stored) == 0
        assert agree(stored[0].to_json([its[0][0]]), RECORDS[0])


def test_doubles_become_one_in_either_database(address: str) -> None:
    of = article(1)
    elsewhere = replace(of, source="reprint.html", concluded=("url", "publisher", "published"))
    read_later = replace(record(1), article=replace(of, byline=("Mira Sand",)))
    with Store.open(address) as store:
        store.write([record(0), read_later])
        store.see([elsewhere])
        wanted = [store.sightings(article(n).id) for n in range(2)]
    # Of the sightings of a text, only that which it was resolved with has the headline as of old.
    wanted[1] = (wanted[1][0], *(replace(each, title="") for each in wanted[1][1:]))
    engine = open_engine(address)
    with writing(engine) as connection:
        for change in (
            "UPDATE sightings SET id = 'si_' || number",
            "UPDATE articles SET sighting = 'si_' || (SELECT min(s.number) FROM sightings s"
            " WHERE s.article_number = articles.number)",
            "INSERT INTO sightings (article_number, id, source, given_id, url, publisher, byline,"
            " published_start, published_end, published_grain, read_at)"
            " SELECT article_number, 'si_old', source, given_id, url, publisher, '[\"M. Sand\"]',"
            " published_start, published_end, published_grain, '2031-09-09T09:09:09Z'"
            " FROM sightings WHERE source != 'reprint.html'",
            # Of a page other rules read the publisher, of a line another was given.
            "INSERT INTO sightings (article_number, id, source, given_id, url, publisher, byline,"
            " published_start, published_end, published_grain, read_at)"
            " SELECT article_number, 'si_page', 'reprint.html', given_id, url, publisher, byline,"
            " published_start, published_end, published_grain, '2031-09-09T09:09:09Z'"
            " FROM sightings WHERE source = 'reprint.html'",
            "UPDATE sightings SET publisher = 'N.W.A.', url = '' WHERE source = 'reprint.html'"
            " AND id != 'si_page'",
            "ALTER TABLE sightings DROP COLUMN concluded",
            *WITHOUT_LATER,
            "UPDATE sayso_version SET number = 5",
        ):
            connection.exec_driver_sql(change)
    engine.dispose()
    with Store.open(address) as store:
        assert [store.sightings(article(n).id) for n in range(2)] == wanted
        assert store.record(of.id) == replace(read_later, quantities=())
        assert store.see([of, elsewhere, article(0)]) == 0
        assert store.see([replace(elsewhere, publisher="N.W.A."), replace(of, publisher="A")]) == 1


def said_column(connection: Connection) -> tuple[str, ...]:
    """Return type, default and index of the column that tells whether a statement was said."""
    inspector = inspect(connection)
    (column,) = (each for each in inspector.get_columns("acts") if each["name"] == "said")
    (index,) = inspector.get_indexes("acts")
    words = (column["type"], column["default"], column["nullable"], index["column_names"])
    return str(index["name"]), *map(repr, words)


def test_an_older_article_read_again_is_not_seen_in_a_new_place(path: Path) -> None:
    write_older(path, 3)
    odd = RECORDS[2]["article"]
    again = Article(
        text=odd["text"],
        source=odd["source"],
        given_id=odd["given_id"],
        publisher=odd["publisher"],
        byline=tuple(odd["byline"]),
        concluded=("url", "publisher", "published"),
    )
    with Store.open(path) as store:
        assert store.see([again]) == 0
        assert store.see([replace(again, source="elsewhere")]) == 1


def test_a_step_that_fails_at_its_end_leaves_an_older_record_whole(path: Path) -> None:
    write_older(path, 3)
    before = shape(path)
    with pytest.raises(StoreError, match="a table is missing"):
        bring(path, fail)
    assert shape(path) == before
    assert len(ask(path, "SELECT * FROM provenances WHERE links != '[]'")) == 2


def test_a_record_of_version_1_keeps_what_it_holds(path: Path) -> None:
    write_version_1(path, range(3))
    older = "Read by an older sayso; read the article again."
    with Store.open(path) as store:
        for number in range(3):
            stored, wanted = store.record(article(number).id), record(number)
            assert (stored.article, stored.statements) == (wanted.article, wanted.statements)
            assert stored.model == wanted.model
            assert set(stored.acts) == {Act("other", "pos", "certain", (), older)}
            lacking = Provenance((), 0.0, (), "", None, None, "", older)
            assert stored.provenance == (lacking, lacking)
            assert (stored.actors, stored.places, stored.times) == ((), (), ())
        assert len(store.search("corridor")) == 3
        assert store.who("Teren") == store.mentioning("Karsk") == []
        assert store.write(records(4)).known == 3


def test_an_article_of_version_1_read_again_has_conclusions(path: Path) -> None:
    write_version_1(path, range(3))
    with Store.open(path) as store:
        assert store.write([record(1, version=3)]).replaced == 1
        assert store.record(article(1).id) == record(1, version=3)
        assert [said.article_id for said in store.who("Teren")] == [article(1).id] * 2
        assert store.record(article(2).id).statements == record(2).statements
