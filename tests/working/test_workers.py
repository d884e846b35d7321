"""Several processes make what one makes, whatever becomes of them."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import ModelError, ReadError
from sayso.pipeline import Engine, Made, Summary, run
from sayso.read import Outcome, read_sources
from sayso.records import Annotation, Article, ModelInfo, Record
from sayso.settings import Settings
from sayso.store import Store
from sayso.workers import Batch, Done, Here, Processes, work

SAMPLE = Path(__file__).parents[2] / "sayso" / "data" / "sample"
READ = list(read_sources([str(SAMPLE)], settings=Settings()))[:8]
DEADLY = Article("This one kills whoever reads it.", "deadly.txt")
ODD = Article("Nobody expected this.", "odd.txt")


def dies_of_one(settings: Settings, articles: Batch) -> Done:
    """Do what a process does, and die of one text."""
    if DEADLY in articles:
        os.kill(os.getpid(), signal.SIGKILL)
    return Processes.task(settings, articles)


class Mortal(Processes):
    """Processes that die of one text."""

    task = staticmethod(dies_of_one)


@pytest.fixture(scope="module")
def processes() -> Iterator[Mortal]:
    with Mortal(2, Settings()) as started:
        yield started


def rows(store: Store) -> list[tuple[Record, Annotation]]:
    """Return all that is kept of articles, in the order in which they were written."""
    return [(store.record(each), store.annotation(each)) for each in store.annotated()]


def test_several_processes_write_what_one_writes(
    engine: Engine, processes: Processes, tmp_path: Path
) -> None:
    made = []
    for name, working in (("one", Here(engine)), ("two", processes)):
        with Store.open(tmp_path / name) as store:
            summary = run([*READ, READ[0], *READ], working, store, batch=3)
            assert (summary.new, summary.known) == (len(READ), len(READ) + 1)
            made.append(rows(store))
    assert made[0] == made[1]
    assert [record.article.id for record, _ in made[0]] == [each.id for each in READ]


def test_a_killed_process_loses_nothing(processes: Processes, tmp_path: Path) -> None:
    killed: list[int | None] = []

    def kill(article: object) -> None:
        if article is READ[1]:
            victim = multiprocessing.active_children()[0]
            killed.append(victim.pid)
            victim.kill()

    with Store.open(tmp_path / "record") as store:
        summary = run(READ, processes, store, batch=1, progress=kill)
        assert len(killed) == 1
        assert (summary.new, summary.failed) == (len(READ), 0)
        assert store.annotated() == [each.id for each in READ]


def test_what_a_process_dies_of_fails_alone(processes: Processes, tmp_path: Path) -> None:
    again = Article(DEADLY.text, "again.txt")
    outcomes: list[Outcome] = []
    with Store.open(tmp_path / "record") as store:
        read = [READ[0], DEADLY, READ[1], again]
        summary = run(read, processes, store, batch=3, progress=outcomes.append)
        assert (summary.new, summary.failed) == (2, 2)
        assert [(e.source, e.kind) for e in outcomes if isinstance(e, ReadError)] == [
            ("deadly.txt", "worker"),
            ("again.txt", "worker"),
        ]
        assert run([READ[2]], processes, store, batch=3) == Summary(
            new=1, statements=store.record(READ[2].id).said
        )


def test_what_nobody_expected_fails_alone(engine: Engine) -> None:
    def odd(article: Article, annotation: Annotation, model: ModelInfo) -> Record:
        if article is ODD:
            raise ZeroDivisionError("no words")
        return engine.resolver(article, annotation, model)

    made = work(Engine(engine.annotator, odd), [READ[0], ODD, READ[1]])  # type: ignore[arg-type]
    assert [isinstance(each, Made) for each in made] == [True, False, True]
    assert str(made[1]) == "odd.txt: could not be read: ZeroDivisionError: no words"


def test_what_sayso_raises_on_purpose_ends_the_work(engine: Engine) -> None:
    def broken(*_: object) -> Record:
        raise ModelError("there is none")

    with pytest.raises(ModelError):
        work(Engine(engine.annotator, broken), READ[:2])  # type: ignore[arg-type]
