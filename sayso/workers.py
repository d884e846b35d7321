"""Batches of articles -> what was made of each, by this process or by several on this machine.

An article that no rule expected fails alone, with its name and the reason; so does one whose worker
dies of it again and again. The others go on.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from functools import cache, cached_property
from multiprocessing.connection import wait
from types import TracebackType
from typing import ClassVar, Self

from sayso.errors import ReadError
from sayso.pipeline import ODD, Engine, Made
from sayso.records import Article, ModelInfo
from sayso.resolve import Resolver
from sayso.settings import Settings

AHEAD = 3  # batches that each process has in work or waiting
TRIES = 2  # anew of a batch whose worker died, before its articles are tried one by one
DIED = "worker", "could not be read: the process that read it ended, three times"

Batch = Sequence[Article]
Done = list[Made | ReadError]


def each_alone(articles: Batch, again: Callable[[Batch], Done], failure: tuple[str, str]) -> Done:
    """Return what is made of each article of a batch that failed, when it is tried by itself.

    `failure` is the kind of error, and the reason, of one that was alone already.
    """
    if len(articles) > 1:
        return [one for article in articles for one in again([article])]
    return [ReadError(article.source, *failure) for article in articles]


def work(engine: Engine, articles: Batch) -> Done:
    """Return what was made of each article, in order; where one is too odd each is tried alone."""
    try:
        return [*engine.made(articles)]
    except ODD as error:
        failure = "engine", f"could not be read: {type(error).__name__}: {error}"
        return each_alone(articles, lambda one: work(engine, one), failure)


@cache
def engine_of(settings: Settings) -> Engine:
    """Return the engine of this process, loaded once."""
    return Engine.load(settings)


def _start() -> None:
    """Let a new process end with the one that started it, and by no other signal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _finder(settings: Settings) -> ModelInfo:
    return engine_of(settings).finder


def _work(settings: Settings, articles: Batch) -> Done:
    return work(engine_of(settings), articles)


class Here:
    """The process that asks: a batch is made when it is waited for."""

    ahead: ClassVar[int] = 0

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.finder, self.resolver = engine.finder, engine.resolver

    def begin(self, articles: Batch) -> Callable[[], Done]:
        """Return what makes the batch when it is called."""
        return lambda: work(self._engine, articles)


class Processes:
    """Several processes of this machine, each with an engine of its own on one thread.

    What a process that died had in work is begun anew, by another process.
    """

    task = staticmethod(_work)  # what each does with a batch

    def __init__(self, count: int, settings: Settings) -> None:
        """Make room for `count` processes, at least one; they start when one is asked for."""
        self._count, self._settings = count, replace(settings, threads=1)
        self._pool = self._new()
        self.ahead = AHEAD * count - 1
        self.resolver = Resolver()

    @cached_property
    def finder(self) -> ModelInfo:
        """The model that the processes find statements with. Raises ModelError without one."""
        asked = [self._pool.submit(_finder, self._settings) for _ in range(self._count)]
        return asked[0].result()  # all of them start with it, at once

    def begin(self, articles: Batch) -> Callable[[], Done]:
        """Give a batch to the next process that is free; what is returned waits for it."""
        pool, future = self._pool, self._submitted(articles)
        return lambda: self._waited(articles, pool, future)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes; after an error without waiting for what they have in work."""
        self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._count, context, _start)

    def _submitted(self, articles: Batch) -> Future[Done]:
        with suppress(BrokenProcessPool):
            return self._pool.submit(self.task, self._settings, articles)
        self._pool = self._new()
        return self._pool.submit(self.task, self._settings, articles)

    def _waited(self, articles: Batch, pool: ProcessPoolExecutor, future: Future[Done]) -> Done:
        for _ in range(TRIES):
            with suppress(BrokenProcessPool):
                return future.result()
            if pool is self._pool:
                self._pool = self._new()
            pool, future = self._pool, self._submitted(articles)
        with suppress(BrokenProcessPool):
            return future.result()
        return each_alone(articles, lambda one: self.begin(one)(), DIED)
