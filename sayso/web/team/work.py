"""Long work that pages start: reading what was sent, and linking. One at a time, each a process.

A process of its own leaves the pages as fast as they are, and can be ended at any moment: the
record keeps what was written, whole, and nothing else. What waits is lost with the server.
"""

import multiprocessing
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from threading import Condition, Thread
from typing import Any

from sayso.errors import UsageError
from sayso.moments import now
from sayso.view.words import counted
from sayso.web.team.tasks import FAILED, NOT_BEGUN, End, Sources, Stage, work_on

WAITING, RUNNING, STOPPED = "waiting", "running", "stopped"  # and how tasks end: done, failed
_CONTEXT = multiprocessing.get_context("spawn")
_MOST_WAITING = 20
_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of long work: who began it and when, how far it is, and how it ended."""

    number: int
    what: str
    by: str
    begun: str
    state: str = WAITING
    stage: Stage = NOT_BEGUN
    words: str = ""
    sources: Sources | None = None

    @property
    def is_over(self) -> bool:
        """Tell whether nothing more happens."""
        return self.state not in (WAITING, RUNNING)


class Works:
    """The long work on one record, the latest last; `close` ends what runs."""

    def __init__(self, record: str) -> None:
        self._record = record
        self._changed = Condition()
        self._all: deque[Work] = deque(maxlen=_REMEMBERED)
        self._running: multiprocessing.process.BaseProcess | None = None
        self._number = 0
        self._closed = False
        self._thread: Thread | None = None

    def all(self) -> list[Work]:
        """Return what there is, the latest first."""
        with self._changed:
            return [*self._all][::-1]

    def link(self, by: str) -> None:
        """Link what is new, once what was begun before is done. What waits already is enough."""
        with self._changed:
            if any(each.state == WAITING and each.sources is None for each in self._all):
                return
        self._begin("Link articles", by, None)

    def read(self, sources: Sources, by: str) -> None:
        """Read what was sent, and link it; its folder is removed in the end.

        Raises UsageError if too much waits already.
        """
        try:
            number = len(sources.names) + len(sources.addresses)
            self._begin(f"Read {counted(number, 'source')}", by, sources)
        except UsageError:
            sources.remove()
            raise

    def stop(self, number: int) -> None:
        """End a piece of work; what it wrote stays.

        Raises UsageError if there is none of that number.
        """
        with self._changed:
            its = next((each for each in self._all if each.number == number), None)
            if its is None:
                raise UsageError("no work has such a number")
            if its.is_over:
                return
            self._set(its, state=STOPPED, words="What was read or linked until then stays.")
            if its.state == RUNNING and self._running:
                self._running.terminate()
            elif its.state == WAITING and its.sources:
                its.sources.remove()

    def close(self) -> None:
        """End what runs, and begin no more."""
        with self._changed:
            self._closed = True
            if self._running:
                self._running.terminate()
            self._changed.notify_all()
        if self._thread:
            self._thread.join()
        for each in self._all:
            if each.state == WAITING and each.sources:
                each.sources.remove()

    def _begin(self, what: str, by: str, sources: Sources | None) -> None:
        with self._changed:
            if sum(not each.is_over for each in self._all) >= _MOST_WAITING or self._closed:
                raise UsageError("too much waits already: try again when it is done")
            self._number += 1
            self._all.append(Work(self._number, what, by, now(), sources=sources))
            if self._thread is None:
                self._thread = Thread(target=self._run, name="work", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _set(self, work: Work, **values: Any) -> Work:
        made = replace(work, **values)
        for at, each in enumerate(self._all):
            if each.number == work.number:
                self._all[at] = made
        return made

    def _next(self) -> Work | None:
        """Wait for work and return it, None at the end."""
        with self._changed:
            while not self._closed:
                if waiting := [each for each in self._all if each.state == WAITING]:
                    return self._set(waiting[0], state=RUNNING)
                self._changed.wait()
            return None

    def _run(self) -> None:
        while work := self._next():
            try:
                self._watch(work)
            finally:
                if work.sources:
                    work.sources.remove()

    def _watch(self, work: Work) -> None:
        """Run a piece of work in its process, and note how it ends."""
        ours, its = _CONTEXT.Pipe(duplex=False)
        args = (self._record, work.sources, its)
        process = _CONTEXT.Process(target=work_on, args=args, daemon=True)
        with self._changed:
            if self._current(work).is_over or self._closed:
                return
            try:
                process.start()
            except OSError as error:  # no memory for another one, say
                words = f"It could not be begun: {error.strerror}."
                self._set(self._current(work), state=FAILED, words=words)
                return
            self._running = process
        its.close()
        end = self._followed(work, ours)
        process.join()
        with self._changed:
            self._running = None
            if not (current := self._current(work)).is_over:
                self._set(current, state=end.state, words=end.words)

    def _followed(self, work: Work, process: Connection) -> End:
        """Note how far a piece of work is until it ends; return how it did."""
        with suppress(EOFError), process:
            while isinstance(sent := process.recv(), Stage):
                with self._changed:
                    self._set(self._current(work), stage=sent)
            end: End = sent
            return end
        return End(FAILED, "It ended before it was done; what was read or linked stays.")

    def _current(self, work: Work) -> Work:
        return next((each for each in self._all if each.number == work.number), work)
