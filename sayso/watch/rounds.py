"""One round: sources are asked, what they name is read into the record, and linked there.

Whatever is killed is gone on with in the next round: a source is taken for read once the record
holds what it names, and a page once it holds the article.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeVar

from sayso.errors import FetchError
from sayso.pipeline import Summary, Working, run
from sayso.read import Outcome, article_to_keep
from sayso.read.fetch import Answer
from sayso.settings import Settings
from sayso.store import Store
from sayso.store.watching import PageRow, at
from sayso.watch.hosts import FORBIDDEN, LATER, Hosts, host_of
from sayso.watch.manners import Clock, Manners
from sayso.watch.pages import Paged, in_full, paged
from sayso.watch.sources import Sourced, sourced
from sayso.watch.visits import Visit, visits

_DEEPEST = 3  # sitemaps in one another

T = TypeVar("T")
Tell = Callable[[Outcome], None]


@dataclass(slots=True)
class Done:
    """What a round did.

    Of the `sources` that were asked some were `unchanged` and some `failed`; `resting` ones were
    not asked, since they or their hosts wait, nor `refused` ones, which are private. Of the pages
    some were `named` for the first time or otherwise than before, some passed over as `old`; some
    were asked for and `unchanged_pages`, of some their sites forbid it, some are `left` for the
    next rounds. `quiet` ones were there before: nothing is told of them.
    `read` tells what became of the articles.
    """

    sources: int = 0
    unchanged: int = 0
    failed: int = 0
    resting: int = 0
    refused: int = 0
    named: int = 0
    old: int = 0
    unchanged_pages: int = 0
    forbidden: int = 0
    left: int = 0
    quiet: int = 0
    read: Summary = field(default_factory=Summary)

    @property
    def is_refused(self) -> bool:
        """Tell whether there is nothing to follow: all sources are refused."""
        return self.refused > 0 and not (self.sources or self.resting)


class Rounds:
    """Rounds over the same record: what hosts let be asked is known from one to the next."""

    def __init__(
        self,
        store: Store,
        working: Working,
        settings: Settings,
        manners: Manners,
        clock: Clock,
    ) -> None:
        self._store, self._working = store, working
        self._settings, self._manners, self._clock = settings, manners, clock
        self._hosts = Hosts(store.follows.hosts(), settings, clock, pause=manners.pause)

    def round(self, sources: Sequence[str], tell: Tell) -> Done:
        """Ask sources and read what is new; `tell` is called with all that is read, or fails."""
        done = Done()
        every = self._ask_sources(sources, done, tell)
        self._read_pages(every, done, tell)
        self._store.follows.save_hosts(self._hosts.changed())
        return done

    def _ask_sources(self, sources: Sequence[str], done: Done, tell: Tell) -> set[str]:
        """Ask sources, and the sitemaps in them; return the addresses of all."""
        quiet = not self._manners.everything
        fresh = {each: PageRow(each, is_source=True, quiet=quiet) for each in sources}
        every: set[str] = set()
        for _ in range(_DEEPEST):
            known = self._store.follows.pages(fresh)
            rows = [known.get(each, row) for each, row in fresh.items()]
            every |= fresh.keys()
            for row, answer in self._visits(self._due(rows, done, tell), any_type=True):
                now = self._clock.now()
                its = sourced(row, answer, self._settings, self._manners, now)
                self._source(its, answer, done, tell)
            inside = self._store.follows.inside(every)
            fresh = {each.address: each for each in inside if each.address not in every}
        return every

    def _due(self, rows: Iterable[PageRow], done: Done, tell: Tell) -> Iterator[PageRow]:
        """Yield the sources that may be asked now."""
        for row in rows:
            if row.due <= at(self._clock.now()):
                yield row
            else:
                done.resting += 1
                message = f"is not asked before {row.due}, since it failed: {row.why}"
                tell(FetchError(row.address, LATER, message))

    def _source(self, its: Sourced, answer: Answer | FetchError, done: Done, tell: Tell) -> None:
        """Keep what a source names; what it has in full is read before."""
        if isinstance(answer, FetchError) and its.waits:
            done.resting += 1
            tell(answer)
            return
        if its.refused:
            done.refused += 1
            for error in its.errors:
                tell(error)
            return
        done.sources += 1
        done.unchanged += its.unchanged
        done.failed += its.failed
        done.old += its.old
        for error in its.errors:
            tell(error)
        changed = self._changed(its)
        done.named += len(changed)
        now = self._clock.now()
        whole = [
            in_full(row, article_to_keep(its.articles[row.address]), now)
            for row in changed
            if row.address in its.articles
        ]
        for group in _batches(whole, self._settings.batch_articles):
            self._read(group, done, tell)
        rest = [row for row in changed if row.address not in its.articles]
        self._store.follows.save([*rest, *self._sitemaps(its), its.row])

    def _changed(self, its: Sourced) -> list[PageRow]:
        """Return the pages that are named for the first time, or of which something else is said.

        Of what several sources name the first has the say.
        """
        known = self._store.follows.pages(each.address for each in its.pages)
        changed = []
        for page in its.pages:
            was = known.get(page.address)
            if was is None:
                changed.append(page)
            elif was.source == page.source and was.stamp != page.stamp:
                changed.append(
                    replace(
                        was,
                        stamp=page.stamp,
                        day=page.day,
                        due=page.due,
                        tries=0,
                        why="",
                        quiet=False,
                    )
                )
        return changed

    def _sitemaps(self, its: Sourced) -> list[PageRow]:
        """Return the sitemaps in a sitemap: new ones, and those that it names no longer."""
        if its.unchanged or its.failed:
            return []
        named = {each.address: each for each in its.sources}
        known = self._store.follows.pages(named)
        gone = [
            replace(each, due="")
            for each in self._store.follows.inside([its.row.address])
            if each.address not in named
        ]
        back = [
            replace(known[n], due=row.due)
            for n, row in named.items()
            if n in known and not known[n].due
        ]
        return [*(row for n, row in named.items() if n not in known), *gone, *back]

    def _read_pages(self, every: set[str], done: Done, tell: Tell) -> None:
        """Read the pages that are due, a batch at a time, as they come."""
        now = at(self._clock.now())
        rows = self._store.follows.named_by(every, due=now, limit=self._manners.most)
        some = self._pages(rows, done, tell)
        for group in _batches(some, self._settings.batch_articles):
            done.unchanged_pages += sum(each.unchanged for each in group)
            self._read(group, done, tell)
            self._store.follows.save_hosts(self._hosts.changed())
        done.left = self._store.follows.waiting(every, due=now)

    def _pages(self, rows: Iterable[PageRow], done: Done, tell: Tell) -> Iterator[Paged]:
        """Yield what became of pages; of those whose host is left alone one is told."""
        resting: set[str] = set()
        for row, answer in self._visits(rows):
            its = paged(row, answer, self._settings, self._manners, self._clock.now())
            if isinstance(answer, FetchError) and answer.kind == FORBIDDEN:
                done.forbidden += 1
                self._store.follows.save([its.row])
            elif not its.waits:
                yield its
            elif isinstance(answer, FetchError) and host_of(row.address) not in resting:
                resting.add(host_of(row.address))
                tell(answer)

    def _read(self, group: Sequence[Paged], done: Done, tell: Tell) -> None:
        """Put articles into the record, then keep that their pages are read."""
        outcomes = [each for its in group for each in its.outcomes]
        size = self._settings.batch_articles
        read = run(outcomes, self._working, self._store, batch=size, progress=tell)
        done.read = done.read.plus(read)
        before = () if self._manners.everything else [its for its in group if its.quiet]
        quiet = {article.id for its in before for article in its.articles}
        self._store.alerts.quieten(quiet)
        done.quiet += len(quiet)
        self._store.follows.save(its.row for its in group)

    def _visits(self, rows: Iterable[PageRow], *, any_type: bool = False) -> Iterator[Visit]:
        return visits(rows, self._hosts, self._clock.stop, any_type=any_type)


def _batches(some: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(some)
    while group := list(islice(left, size)):
        yield group
