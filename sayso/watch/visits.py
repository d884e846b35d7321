"""What is to be asked, of many hosts -> the answers, as they come: several hosts at once.

Each host is asked for one thing after the other. Whoever takes the answers may stop at any time.
"""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from queue import Empty, Full, Queue

from sayso.errors import FetchError
from sayso.read.fetch import Answer, Request
from sayso.store.watching import PageRow
from sayso.watch.hosts import Hosts, host_of

AT_ONCE = 8  # hosts that are asked at the same time
_HELD = 32  # answers that wait to be taken: each may be large
_LOOK = 0.2  # seconds after which is looked whether all is over

Visit = tuple[PageRow, Answer | FetchError]


@dataclass(slots=True)
class _Work:
    """What threads share: hosts with what is asked of them, answers, and whether to go on."""

    hosts: Queue[list[PageRow]]
    answers: "Queue[Visit]" = field(default_factory=lambda: Queue(_HELD))
    over: threading.Event = field(default_factory=threading.Event)

    def put(self, visit: Visit) -> None:
        """Put an answer where it is taken, unless all is over."""
        while not self.over.is_set():
            try:
                self.answers.put(visit, timeout=_LOOK)
            except Full:
                continue
            return


def visits(
    pages: Iterable[PageRow], hosts: Hosts, stop: threading.Event, *, any_type: bool = False
) -> Iterator[Visit]:
    """Yield pages with what their addresses answer, or why they do not; no more once it stops.

    Those of a host come in their order. Something else than a page may come with `any_type`.
    """
    by_host: dict[str, list[PageRow]] = {}
    for page in pages:
        by_host.setdefault(host_of(page.address), []).append(page)
    work = _Work(Queue())
    for its in by_host.values():
        work.hosts.put(its)
    # Daemons: whoever stops waits for no server.
    threads = [
        threading.Thread(target=_work, args=(work, hosts, any_type), daemon=True)
        for _ in range(min(AT_ONCE, len(by_host)))
    ]
    for thread in threads:
        thread.start()
    try:
        yield from _taken(work, threads, stop)
    finally:
        work.over.set()


def _taken(work: _Work, threads: list[threading.Thread], stop: threading.Event) -> Iterator[Visit]:
    while not stop.is_set():
        busy = any(thread.is_alive() for thread in threads)
        try:
            yield work.answers.get(timeout=_LOOK if busy else 0)
        except Empty:
            if not busy:
                return


def _work(work: _Work, hosts: Hosts, any_type: bool) -> None:
    while not work.over.is_set():
        try:
            pages = work.hosts.get_nowait()
        except Empty:
            return
        for page in pages:
            if work.over.is_set():
                return
            work.put((page, _visit(page, hosts, any_type)))


def _visit(page: PageRow, hosts: Hosts, any_type: bool) -> Answer | FetchError:
    known = {"If-None-Match": page.etag, "If-Modified-Since": page.modified}
    headers = {name: value for name, value in known.items() if value}
    try:
        return hosts.visit(page.address, Request(headers=headers, pages=not any_type))
    except FetchError as error:
        return error
