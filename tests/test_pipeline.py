"""Running into a store: what is read, what is resolved again, what is only seen elsewhere."""

import sqlite3
from dataclasses import replace
from itertools import repeat
from pathlib import Path

import pytest

from sayso.errors import ReadError
from sayso.pipeline import Engine, Rebuilt, Summary, rebuild, run
from sayso.read import Foreign, read_sources
from sayso.records import Article
from sayso.resolve import resolver
from sayso.settings import Settings
from sayso.store import Store

SAMPLE = Path(__file__).parent.parent / "sayso" / "data" / "sample"
READ = list(read_sources([str(SAMPLE)], settings=Settings()))


class Watched:
    """An annotator that tells which articles it was given; its model has a version of its own."""

    def __init__(self, annotator, version=None):
        self._annotator = annotator
        self.model = replace(annotator.model, version=version or annotator.model.version)
        self.given = []

    def __call__(self, articles):
        """Annotate the articles."""
        self.given += [article.source for article in articles]
        return self._annotator(articles)


@pytest.fixture
def watched(engine):
    return Engine(Watched(engine.annotator), engine.resolver)


@pytest.fixture(scope="module")
def made(engine):
    """Return the annotations and the records of the sample."""
    annotations = list(engine.annotator(READ))
    records = map(engine.resolver, READ, annotations, repeat(engine.annotator.model))
    return annotations, list(records)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "record.db") as opened:
        yield opened


@pytest.fixture
def statements(made, store):
    """Keep half of the sample, and return the number of its statements that were said."""
    annotations, records = made
    return store.write(records[:6], annotations[:6]).statements


def stored(store):
    return {row.id: store.record(row.id) for row in store.articles()}


def test_the_whole_sample_comes_back_as_it_was_made(sample_record, made):
    annotations, records = made
    with Store.open(sample_record) as store:
        assert stored(store) == {record.article.id: record for record in records}
        assert [store.annotation(article.id) for article in READ] == annotations


def test_a_run_counts_what_it_reads(engine, store, made):
    annotations, records = (each[:7] for each in made)
    summary = run(READ[:7], engine, store, batch=3)
    assert stored(store) == {record.article.id: record for record in records}
    assert summary == Summary(new=7, statements=sum(record.said for record in records))
    assert [store.annotation(article.id) for article in READ[:7]] == annotations


@pytest.mark.usefixtures("statements")
def test_known_articles_are_not_read_again(watched, store):
    assert run(READ[:6], watched, store, batch=4) == Summary(known=6)
    assert watched.annotator.given == []


@pytest.mark.usefixtures("statements")
def test_a_text_seen_elsewhere_is_counted_apart(watched, store):
    other = replace(READ[0], source="elsewhere", publisher="Almis Post")
    third = replace(READ[7], source="a third place")
    failed = ReadError("broken", "empty", "no text")
    summary = run([other, *READ[:3], failed, READ[7], third, other], watched, store, batch=5)
    assert (summary.new, summary.sightings, summary.known, summary.failed) == (1, 2, 4, 1)
    assert watched.annotator.given == [READ[7].source]
    assert [seen.source for seen in store.sightings(other.id)] == [READ[0].source, "elsewhere"]
    assert store.record(other.id).article == READ[0]


def test_what_is_in_another_language_is_kept_without_statements(watched, store):
    words = "El ministro dijo el viernes que la región no se rendirá, y que nadie la dejará."
    foreign = Foreign(Article(words, "es.txt"), "Spanish")
    assert run([foreign], watched, store, batch=4) == Summary(new=1, foreign=1)
    assert run([foreign], watched, store, batch=4) == Summary(known=1, foreign=1)
    assert watched.annotator.given == []
    kept = store.record(foreign.article.id)
    assert (kept.article.text, kept.statements) == (words, ())
    assert rebuild(store, watched.resolver, batch=4).rest == 0
    assert store.record(foreign.article.id) == kept


def test_other_rules_do_not_run_the_encoder(watched, store, statements, monkeypatch):
    before = stored(store)
    monkeypatch.setattr(resolver, "RULES", "another")
    seen = replace(READ[1], source="elsewhere")
    assert run([seen, *READ[:6]], watched, store, batch=4) == Summary(
        again=6, known=1, statements=statements
    )
    assert watched.annotator.given == []
    assert {record.model.rules for record in stored(store).values()} == {"another"}
    assert [replace(r, model=before[i].model) for i, r in stored(store).items()] == list(
        before.values()
    )
    assert len(store.sightings(seen.id)) == 2


def test_another_model_reads_again(engine, store, statements):
    other = Engine(Watched(engine.annotator, "another"), engine.resolver)
    assert run(READ[:6], other, store, batch=4) == Summary(again=6, statements=statements)
    assert len(other.annotator.given) == 6
    assert {kept.model.version for kept in store.kept(store.annotated())} == {"another"}


@pytest.mark.usefixtures("statements")
def test_a_rebuild_counts_what_another_adds_meanwhile_as_kept(engine, store):
    read = [replace(READ[8], text=f"{READ[8].text} {n}") for n in range(2)]
    late = iter(read)

    def another_reads(_):
        if article := next(late, None):
            run([article], engine, store, batch=1)

    done = rebuild(store, engine.resolver, batch=1, progress=another_reads)
    assert (done.articles, done.rest) == (6, 0)
    assert store.counts().articles == 8


def test_a_rebuild_concludes_again_from_what_is_kept(engine, store, statements):
    wanted = stored(store)
    bare = engine([READ[8]])
    store.write(bare)  # without an annotation, as an older sayso left it
    every = [replace(record, times=(), places=()) for record in wanted.values()]
    store.conclude(every)
    progress = []
    done = rebuild(store, engine.resolver, batch=4, progress=progress.append)
    assert done == Rebuilt(articles=6, statements=statements, rest=1)
    assert stored(store) == wanted | {bare[0].article.id: bare[0]}
    assert len(progress) == 6


def test_a_rebuild_names_what_is_damaged_and_it_is_read_anew(watched, store, statements):
    wanted = stored(store)
    with sqlite3.connect(store.name) as connection:
        connection.execute("UPDATE annotations SET data = x'00ff' WHERE article_number = 3")
    connection.close()
    done = rebuild(store, watched.resolver, batch=4)
    assert (done.articles, done.rest) == (5, 0)
    (failed,) = done.failed
    assert failed.source == READ[2].id
    assert "cannot be read" in failed.message
    assert stored(store).keys() == wanted.keys()
    assert run(READ[:6], watched, store, batch=4).again == 1
    assert len(watched.annotator.given) == 1
    assert rebuild(store, watched.resolver, batch=4) == Rebuilt(6, statements, 0)
    assert stored(store) == wanted


def test_other_rules_read_anew_what_is_damaged(watched, store, monkeypatch, statements):
    with sqlite3.connect(store.name) as connection:
        connection.execute("UPDATE annotations SET data = x'00ff' WHERE article_number = 3")
    connection.close()
    monkeypatch.setattr(resolver, "RULES", "another")
    done = run(READ[:6], watched, store, batch=4)
    assert (done.again, done.statements) == (6, statements)
    assert len(watched.annotator.given) == 1


def test_what_is_too_odd_for_new_rules_fails_alone(watched, store, statements):
    wanted = stored(store)
    odd = READ[4].id

    def picky(article, annotation, model):
        if article.id == odd:
            raise ValueError("too odd")
        return watched.resolver(article, annotation, model)

    done = rebuild(store, picky, batch=4)
    assert done.articles == 5
    assert [(each.source, "too odd" in each.message) for each in done.failed] == [(odd, True)]
    assert stored(store) == wanted
    assert statements
