"""The profile: sources -> how many seconds of processors each stage takes, up to a fresh record.

The product's own run is sampled, so nothing of it is wrapped or replaced: every millisecond, what
the main thread has spent since the last look goes to the innermost stage on its stack. All other
threads are the encoder's. Seconds of processors hardly depend on what else the machine does.
"""

import resource
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from bench import systems
from bench.tasks import attribution
from sayso.pipeline import Engine, run
from sayso.read import read_sources
from sayso.records import Article
from sayso.settings import Settings
from sayso.store import Store

INTERVAL = 0.001  # seconds between two looks; a look takes about a hundredth of that
REST = "rest"
ENCODER = "encoder"
# The stage of a module is that of the first name here which it is, or stands below. What has no
# stage of its own (records, english) counts for the stage that calls it.
STAGES = {
    "sayso.read": "read",
    "sayso.annotate.windows": "windows",
    "sayso.annotate.encoder": ENCODER,
    "sayso.annotate": "decode",
    "sayso.resolve.layout": "layout",
    "sayso.resolve.places": "places",
    "sayso.resolve.actors": "actors",
    "sayso.resolve.chain": "chain",
    "sayso.resolve.acts": "acts",
    "sayso.resolve.times": "times",
    "sayso.resolve.forms": "forms",
    "sayso.resolve.quantities": "quantities",
    "sayso.resolve": "resolver",
    "sayso.store": "write",
}
_WARM_UP = Article("“We never agreed,” Ana Ruel said in Paris on Friday.", "warm-up")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a run took: seconds of processors by stage, seconds by the clock, peak memory."""

    articles: int
    failed: int
    seconds: dict[str, float]
    clock: float
    memory_mb: float

    def table(self) -> str:
        """Return the profile as lines of text, the stages in the order in which articles pass."""
        total = sum(self.seconds.values())
        lines = [f"{'stage':10}{'seconds':>9}{'share':>8}"]
        lines += [
            f"{stage:10}{self.seconds[stage]:9.2f}{self.seconds[stage] / total:8.1%}"
            for stage in (*dict.fromkeys(STAGES.values()), REST)
        ]
        return "\n".join(
            [
                *lines,
                f"{'all':10}{total:9.2f}",
                f"{self.articles} articles, {self.failed} failed, {self.clock:.2f} s by the clock: "
                f"{self.articles / self.clock:.2f} articles a second",
                f"{self.memory_mb:.0f} MB of memory at most",
            ]
        )


def of_data(data: str) -> Profile:
    """Return the profile of the documents called `data`, read from JSON Lines."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        file.write_text("\n".join(systems.articles(attribution.load(data))), "utf-8")
        return of_sources([str(file)])


def of_sources(sources: Sequence[str]) -> Profile:
    """Return the profile of reading the sources into a record that is thrown away."""
    settings = Settings()
    engine = Engine.load(settings)
    engine([_WARM_UP])  # what is loaded when first asked for is no part of any stage
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "record.db") as store:
        begin, processors, own = time.perf_counter(), time.process_time(), time.thread_time()
        with _sampled() as seconds:
            summary = run(
                read_sources(sources, settings=settings),
                engine,
                store,
                batch=settings.batch_articles,
            )
        clock = time.perf_counter() - begin
        seconds[ENCODER] += (time.process_time() - processors) - (time.thread_time() - own)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    articles = summary.new + summary.sightings + summary.known
    return Profile(articles, summary.failed, seconds, clock, memory)


def stage_of(frame: FrameType | None) -> str:
    """Return the stage of the innermost frame that has one."""
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        while module:
            if module in STAGES:
                return STAGES[module]
            module = module.rpartition(".")[0]
        frame = frame.f_back
    return REST


@contextmanager
def _sampled() -> Iterator[dict[str, float]]:
    """Collect, by stage, the seconds that this thread spends on processors within the block."""
    seconds = dict.fromkeys((*STAGES.values(), REST), 0.0)
    last = time.thread_time()

    def look(_: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.thread_time()
        seconds[stage_of(frame)] += now - last
        last = now

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, INTERVAL, INTERVAL)
    try:
        yield seconds
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
