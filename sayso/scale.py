"""The same work on Ray: batches of articles -> what was made of each, by the workers of a cluster.

Each worker is an actor that holds an engine on one processor. The process that asks reads the
sources and writes the record, in the order of reading, whoever works.
"""

import logging
import os
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from importlib import import_module
from itertools import cycle
from typing import Any, ClassVar, Self

from sayso.errors import ExtraError, UsageError
from sayso.records import ModelInfo
from sayso.resolve import Resolver
from sayso.settings import Settings
from sayso.workers import AHEAD, DIED, TRIES, Batch, Done, each_alone, engine_of, work

_TO_END = 2.0  # seconds that Ray's processes have to end by themselves


class _Worker:
    """What a Ray actor holds and does."""

    def __init__(self, settings: Settings) -> None:
        self._engine = engine_of(settings)

    def finder(self) -> ModelInfo:
        """Return the model that statements are found with."""
        return self._engine.finder

    def work(self, articles: Batch) -> Done:
        """Return what was made of each article, in order."""
        return work(self._engine, articles)


class Cluster:
    """Ray's workers, one for each processor of the cluster.

    What a worker that died had in work is begun anew by Ray, with another in its place.
    """

    worker: ClassVar[type] = _Worker

    def __init__(self, address: str, count: int, settings: Settings) -> None:
        """Join the cluster at an address, or start one on this machine where it is empty.

        `count` workers are started, 0 for one each processor. Raises ExtraError without Ray, and
        UsageError where no cluster answers there.
        """
        self._ray = _ray()
        self._others = _processes()
        with ExitStack() as leaving:  # where a signal comes, too: Ray makes SystemExit of SIGTERM
            leaving.callback(self._end)
            self._start(address, count, settings)
            leaving.pop_all()

    def _start(self, address: str, count: int, settings: Settings) -> None:
        try:
            self._ray.init(
                address=address or None, log_to_driver=False, logging_level=logging.ERROR
            )
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise UsageError(f"no Ray cluster answers at {address}: {error}") from error
        count = count or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        made = self._ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=TRIES)(self.worker)
        settings = replace(settings, threads=1)
        self._workers = [made.remote(settings) for _ in range(count)]
        self._turns = cycle(self._workers)
        self.ahead = AHEAD * count - 1
        self.resolver = Resolver()
        self.finder: ModelInfo = self._ray.get(self._workers[0].finder.remote())

    def begin(self, articles: Batch) -> Callable[[], Done]:
        """Give a batch to the worker whose turn it is; what is returned waits for it."""
        coming = next(self._turns).work.remote(articles)
        return lambda: self._waited(articles, coming)

    def _waited(self, articles: Batch, coming: Any) -> Done:
        try:
            done: Done = self._ray.get(coming)
        except self._ray.exceptions.RayActorError:
            return each_alone(articles, lambda one: self.begin(one)(), DIED)
        return done

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the cluster, which ends its workers."""
        self._end()

    def _end(self) -> None:
        """Shut Ray down, and end what it leaves where it is ended while it starts."""
        begun = _processes() - self._others
        self._ray.shutdown()
        psutil = import_module("psutil")
        _, left = psutil.wait_procs(begun, timeout=_TO_END)
        for each in left:
            with suppress(psutil.Error):
                each.kill()


def _processes() -> set[Any]:
    """Return the processes that this one began, and those that they began."""
    psutil = import_module("psutil")  # which comes with Ray
    return set(psutil.Process().children(recursive=True))


def _ray() -> Any:
    # Ray tells of workers that died on standard output, where programs read; it looks once.
    os.environ.setdefault("RAY_DEDUP_LOGS_SKIP_REGEX", ".")
    try:
        import ray
    except ModuleNotFoundError as error:
        raise ExtraError("reading on Ray", "ray") from error
    return ray
