"""How linking grows: time and memory on made corpora, and what it makes of their known truth.

- *link_seconds*, *link_memory_mb*: of `sayso link` over all, as a process of its own; *cpu*
  tells the seconds of processors, which others on the machine hardly change.
- *add_seconds*: of linking one article more, the store open and the tables of the language read;
  *first_add_seconds*: with reading these; *idle_seconds*: of `sayso link` that finds nothing new.
- *same_precision*, *same_recall*: of pairs of statements of one story, whether they are of one
  claim; *copies_precision*, *copies_recall*: of pairs of articles. Of five hundred stories at most.
- *database_mb*: the size of the file before and after.
"""

import resource
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, count, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.made.news import CLAIMS, TELL, Truth, corpus
from bench.tasks.speed import MEASURED
from sayso.linked import COPIES
from sayso.pipeline import link
from sayso.records import Record
from sayso.store import Store

DATA = ("500", "1000", "10000", "100000")
ADDED = 4  # articles one by one: the first, and the slowest of the others
_AT_ONCE = 256
_STORIES = 500  # of which the truth is compared


@dataclass(frozen=True, slots=True)
class Known:
    """What is true of some stories, with the ids of their articles, and the last articles."""

    truth: Truth
    articles: set[str]
    rest: list[Record]


def figures(data: str) -> dict[str, float]:
    """Return the figures on a made corpus of as many articles as `data` says."""
    with TemporaryDirectory() as folder:
        return measure(int(data), Path(folder) / "made.db")


def measure(size: int, path: Path) -> dict[str, float]:
    """Fill a record with a made corpus, link it and return the figures."""
    with Store.open(path) as store:
        known = fill(store, size)
    before = _megabytes(path)
    begin, busy = time.perf_counter(), _busy()
    memory = _linked(path)
    seconds, busy = time.perf_counter() - begin, _busy() - busy
    after = _megabytes(path)
    begin = time.perf_counter()
    _linked(path)
    idle = time.perf_counter() - begin
    with Store.open(path) as store:
        first, *others = [_added(store, record) for record in known.rest]
        quality = _quality(store, known)
    return {
        "link_seconds": seconds,
        "link_cpu_seconds": busy,
        "link_cpu_ms_per_article": 1000 * busy / size,
        "link_memory_mb": memory,
        "add_seconds": max(wall for wall, _ in others),
        "add_cpu_seconds": max(cpu for _, cpu in others),
        "first_add_seconds": first[0],
        "idle_seconds": idle,
        "database_mb": before,
        "linked_database_mb": after,
    } | quality


def fill(store: Store, size: int) -> Known:
    """Put a made corpus of some size into a record, and return what is known of it."""
    known = Known(Truth(), set(), [])
    each = max(1, size // TELL // _STORIES)
    made = corpus(size + ADDED)
    numbered = zip(count(), made, strict=False)
    while some := list(islice(numbered, _AT_ONCE)):
        for number, (record, its) in some:
            if number // TELL % each == 0:
                known.articles.add(record.article.id)
                known.truth.claims.update(its.claims)
                known.truth.denials.update(its.denials)
                known.truth.copies.update(its.copies)
        store.write(record for number, (record, _) in some if number < size)
        known.rest.extend(record for number, (record, _) in some if number >= size)
    return known


def _linked(path: Path) -> float:
    """Link a record in a process of its own; return its memory at most, in megabytes."""
    command = [sys.executable, "-m", "sayso", "link", "--record", str(path)]
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


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 2**20
