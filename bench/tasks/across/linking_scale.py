"""How linking grows: time and memory on made corpora, and what it makes of their known truth.

- *link_seconds*, *link_memory_mb*: of `sayso link`, as a process of its own that links a tenth of
  the articles at a time; *cpu* tells the seconds of processors, which others on the machine hardly
  change, and *of_last_tenth* those of the last articles, when most are there.
- *add_seconds*: of linking one article more, the store open and the tables of the language read;
  *first_add_seconds*: with reading these; *idle_seconds*: of `sayso link` that finds nothing new.
- *same_precision*, *same_recall*: of pairs of statements of one story, whether they are of one
  claim; *copies_precision*, *copies_recall*: of pairs of articles. Of five hundred stories at most.
- *linked_database_mb*: the size of the file, if the record is one.
"""

import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.made.news import CLAIMS, SAID, TELL, Truth, corpus
from bench.tasks.speed import MEASURED
from sayso.linked import COPIES
from sayso.pipeline import link
from sayso.records import Record
from sayso.store import Store

DATA = ("500", "1000", "10000", "100000")
ADDED = 4  # articles one by one: the first, and the slowest of the others
_AT_ONCE = 256
_PART = 1000  # articles that are linked at a time, at least
_STORIES = 500  # of which the truth is compared


@dataclass(frozen=True, slots=True)
class Known:
    """What is true of some stories, with the ids of their articles, and the last articles."""

    truth: Truth = field(default_factory=Truth)
    articles: set[str] = field(default_factory=set)
    rest: list[Record] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """What linking a part of a corpus took: seconds, those of processors too, and megabytes."""

    articles: int
    seconds: float
    busy: float
    memory: float


def figures(data: str) -> dict[str, float]:
    """Return the figures on a made corpus of as many articles as `data` says."""
    with TemporaryDirectory() as folder:
        return measure(int(data), Path(folder) / "made.db")


def measure(size: int, record: str | Path, said: int = SAID) -> dict[str, float]:
    """Fill a record with a made corpus and link it, a tenth at a time, and return the figures.

    The record is a file, or the address of a database, whose server's time and memory are not
    counted. Each article has `said` statements. What a tenth took is told on standard error.
    """
    known = Known()
    parts = [_part(record, *part) for part in _tenths(size, said, known)]
    begin = time.perf_counter()
    _linked(record)
    idle = time.perf_counter() - begin
    linked_bytes = record.stat().st_size if isinstance(record, Path) else 0
    with Store.open(record) as store:
        first, *others = [_added(store, record) for record in known.rest]
        quality = _quality(store, known)
    busy = sum(part.busy for part in parts)
    measured = {
        "link_seconds": sum(part.seconds for part in parts),
        "link_cpu_seconds": busy,
        "link_cpu_ms_per_article": 1000 * busy / size,
        "link_cpu_ms_per_article_of_last_tenth": 1000 * parts[-1].busy / parts[-1].articles,
        "link_memory_mb": max(part.memory for part in parts),
        "add_seconds": max(wall for wall, _ in others),
        "add_cpu_seconds": max(cpu for _, cpu in others),
        "first_add_seconds": first[0],
        "idle_seconds": idle,
    }
    if isinstance(record, Path):
        measured["linked_database_mb"] = linked_bytes / 2**20
    return measured | quality


def _tenths(size: int, said: int, known: Known) -> Iterator[tuple[int, Iterator[Record]]]:
    """Yield the parts of a corpus that are linked in turn: how many articles, and their records."""
    made = _noted(size, said, known)
    for start in range(0, size, step := max(_PART, size // 10)):
        some = min(step, size - start)
        yield some, islice(made, some)
    known.rest.extend(made)


def _part(record: str | Path, articles: int, made: Iterator[Record]) -> Part:
    """Put some articles into a record and link them."""
    with Store.open(record) as store:
        while some := list(islice(made, _AT_ONCE)):
            store.write(some)
    begin, busy = time.perf_counter(), _busy()
    memory = _linked(record)
    part = Part(articles, time.perf_counter() - begin, _busy() - busy, memory)
    print(part, file=sys.stderr, flush=True)
    return part


def fill(store: Store, size: int) -> None:
    """Put a made corpus of some size into a record."""
    made = (record for record, _ in corpus(size))
    while some := list(islice(made, _AT_ONCE)):
        store.write(some)


def _noted(size: int, said: int, known: Known) -> Iterator[Record]:
    """Yield the articles of a corpus, and some more, and note what is true of some stories."""
    each = max(1, size // TELL // _STORIES)
    for number, (record, its) in enumerate(corpus(size + ADDED, said=said)):
        if number // TELL % each == 0:
            known.articles.add(record.article.id)
            known.truth.claims.update(its.claims)
            known.truth.denials.update(its.denials)
            known.truth.copies.update(its.copies)
        yield record


def _linked(record: str | Path) -> float:
    """Link a record in a process of its own; return its memory at most, in megabytes."""
    command = [sys.executable, "-m", "sayso", "link", "--record", str(record)]
    measured = [sys.executable, "-c", MEASURED, *command]
    done = subprocess.run(measured, check=True, capture_output=True)  # noqa: S603
    return int(done.stdout) / 1024


def _busy() -> float:
    """Return the seconds of processors that processes of this one have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _added(store: Store, record: Record) -> tuple[float, float]:
    """Return how many seconds linking takes when one article more is there, and of processors."""
    store.write([record])
    begin, busy = time.perf_counter(), time.process_time()
    link(store)
    return time.perf_counter() - begin, time.process_time() - busy


def _quality(store: Store, known: Known) -> dict[str, float]:
    truth = known.truth.claims
    claim_of = {s: claim.id for claim in store.claims() for s in claim.statements if s in truth}
    by_story: dict[int, list[str]] = defaultdict(list)
    for statement, claim in truth.items():
        by_story[claim // CLAIMS].append(statement)
    right = made = wanted = 0
    for its in by_story.values():
        for a, b in combinations(its, 2):
            same = claim_of.get(a, a) == claim_of.get(b, b)
            true = truth[a] == truth[b]
            right, made, wanted = right + (same and true), made + same, wanted + true
    copied = {
        (copy.a, copy.b)
        for copy in store.copies()
        if copy.relation in COPIES and {copy.a, copy.b} <= known.articles
    }
    both = len(copied & known.truth.copies)
    return {
        "same_precision": right / max(1, made),
        "same_recall": right / max(1, wanted),
        "copies_precision": both / max(1, len(copied)),
        "copies_recall": both / max(1, len(known.truth.copies)),
    }
