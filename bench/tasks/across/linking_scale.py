"""How linking grows: time and memory on made corpora, and what it makes of their known truth.

- *link_seconds*, *link_memory_mb*: of `sayso link` over all, as a process of its own.
- *add_seconds*: of linking one article more, the store open.
- *same_precision*, *same_recall*: of pairs of statements of one event, whether they are of one
  claim; *copies_precision*, *copies_recall*: of pairs of articles.
- *database_mb*: the size of the file before and after.
"""

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.made.news import Truth, corpus
from bench.tasks.speed import MEASURED
from sayso.linked import COPIES
from sayso.pipeline import link
from sayso.records import Record
from sayso.store import Store

DATA = ("1000", "10000", "100000")
ADDED = 3  # articles one by one, of which the slowest counts
_AT_ONCE = 256


def figures(data: str) -> dict[str, float]:
    """Return the figures on a made corpus of as many articles as `data` says."""
    with TemporaryDirectory() as folder:
        return measure(int(data), Path(folder) / "made.db")


def measure(count: int, path: Path) -> dict[str, float]:
    """Fill a record with a made corpus, link it and return the figures."""
    truth = Truth()
    rest: list[Record] = []
    with Store.open(path) as store:
        for some in _batches(corpus(count + ADDED)):
            for _, its in some:
                truth.claims |= its.claims
                truth.denials |= its.denials
                truth.copies |= its.copies
            records = [record for record, _ in some]
            rest += records[max(0, len(records) - ADDED) :] if len(some) < _AT_ONCE else []
            store.write(record for record in records if record not in rest)
    before = _megabytes(path)
    begin = time.perf_counter()
    memory = _linked(path)
    seconds = time.perf_counter() - begin
    with Store.open(path) as store:
        added = max(_added(store, record) for record in rest)
        quality = _quality(store, truth)
    return {
        "link_seconds": seconds,
        "link_ms_per_article": 1000 * seconds / count,
        "link_memory_mb": memory,
        "add_seconds": added,
        "database_mb": before,
        "linked_database_mb": _megabytes(path),
    } | quality


def _linked(path: Path) -> float:
    """Link a record in a process of its own; return its memory at most, in megabytes."""
    command = [sys.executable, "-m", "sayso", "link", "--record", str(path)]
    measured = [sys.executable, "-c", MEASURED, *command]
    done = subprocess.run(measured, check=True, capture_output=True)  # noqa: S603
    return int(done.stdout) / 1024


def _added(store: Store, record: Record) -> float:
    """Return how many seconds linking takes when one article more is there."""
    store.write([record])
    begin = time.perf_counter()
    link(store)
    return time.perf_counter() - begin


def _quality(store: Store, truth: Truth) -> dict[str, float]:
    claim_of = {s: claim.id for claim in store.claims() for s in claim.statements}
    by_event: dict[int, list[str]] = defaultdict(list)
    for statement, claim in truth.claims.items():
        by_event[claim // 40].append(statement)
    right = made = wanted = 0
    for its in islice(by_event.values(), 500):
        for a, b in combinations(its, 2):
            same = claim_of.get(a, a) == claim_of.get(b, b)
            true = truth.claims[a] == truth.claims[b]
            right, made, wanted = right + (same and true), made + same, wanted + true
    copied = {(copy.a, copy.b) for copy in store.copies() if copy.relation in COPIES}
    both = len(copied & truth.copies)
    return {
        "same_precision": right / max(1, made),
        "same_recall": right / max(1, wanted),
        "copies_listed": float(len(copied)),
        "copies_recall": both / max(1, len(truth.copies)),
    }


def _batches(
    records: Iterator[tuple[Record, Truth]],
) -> Iterator[list[tuple[Record, Truth]]]:
    while some := list(islice(records, _AT_ONCE)):
        yield some


def _megabytes(path: Path) -> float:
    return path.stat().st_size / 2**20
