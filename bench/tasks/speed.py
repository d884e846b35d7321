"""The speed benchmark: articles a second, memory and cold start, beside spaCy's pipeline.

Figures depend on the machine: quote them as ratios in one run, with processor, cores and input.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.peers import english
from bench.systems import articles
from bench.tasks import attribution
from corpora.documents import Document
from sayso.pipeline import Engine, records
from sayso.records import Article
from sayso.settings import Settings
from sayso.workers import Processes

ROUNDS = 3  # each figure is the best of so many
BATCH = 4  # articles that a worker is given at once
SAMPLE = Path(__file__).resolve().parents[2] / "sayso" / "data" / "sample"

# Runs a command and prints its largest resident set, in units of 1024 bytes on Linux.
MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def figures(data: str, *, peers: bool = False) -> dict[str, float]:
    """Return the figures on the documents of `data`; with `peers` spaCy's too, and the ratio."""
    documents = attribution.load(data)
    engine = Engine.load(Settings())
    read = [Article(d.text, d.id) for d in documents]

    def ours() -> object:
        return engine(read)

    ours()
    if not peers:
        rate = len(documents) / min(_seconds(ours) for _ in range(ROUNDS))
        return {"articles_per_second": rate} | _processes(documents)
    spacy = _spacy(documents)
    times = [(_seconds(ours), _seconds(spacy)) for _ in range(ROUNDS)]
    rate, theirs = (len(documents) / min(t) for t in zip(*times, strict=True))
    return {
        "articles_per_second": rate,
        "spacy_articles_per_second": theirs,
        "times_spacy": rate / theirs,
    } | _processes(documents)


def workers(data: str) -> dict[str, float]:
    """Return how many times as fast two workers read the documents of `data` as one does.

    Each works on one thread. They take turns, and each is ready before it is timed.
    """
    read = [Article(d.text, d.id) for d in attribution.load(data)]

    def with_(processes: Processes) -> Callable[[], object]:
        return lambda: list(records(read, processes, batch=BATCH))

    with Processes(1, Settings()) as one, Processes(2, Settings()) as two:
        alone, together = with_(one), with_(two)
        alone(), together()
        times = [(_seconds(alone), _seconds(together)) for _ in range(ROUNDS)]
    ratios = [a / b for a, b in times]
    best = min(b for _, b in times)
    return {"two_workers_speedup": median(ratios), "two_articles_per_second": len(read) / best}


def _processes(documents: Sequence[Document]) -> dict[str, float]:
    """Return what is measured from outside: memory over all documents, and a cold start."""
    page = next(iter(sorted(SAMPLE.glob("*.html"))))
    command = [sys.executable, "-m", "sayso", "extract"]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        file.write_text("\n".join(articles(documents)), "utf-8")
        measured = [sys.executable, "-c", MEASURED, *command, str(file)]
        memory = int(subprocess.run(measured, check=True, capture_output=True).stdout)  # noqa: S603
    cold = min(_seconds(lambda: _quiet([*command, str(page)])) for _ in range(ROUNDS))
    return {"memory_mb": memory / 1024, "cold_start_seconds": cold}


def _quiet(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def _spacy(documents: Sequence[Document]) -> Callable[[], object]:
    """Return spaCy's small English pipeline at work; raises UsageError when it is not installed."""
    nlp = english()
    texts = [d.text for d in documents]
    return lambda: list(nlp.pipe(texts))


def _seconds(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin
