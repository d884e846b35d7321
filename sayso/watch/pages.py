"""What a page answers -> the article in it, and when it is asked for again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.errors import FetchError, ReadError
from sayso.read import Foreign, Outcome, page_to_keep
from sayso.read.fetch import Answer
from sayso.records import Article
from sayso.settings import Settings
from sayso.store.watching import PageRow, at
from sayso.watch.hosts import LATER
from sayso.watch.manners import DAY, HOUR, Manners, back_off, seconds_of
from sayso.watch.sources import UNCHANGED

_MOST_TRIES = 6  # after which a page is given up: the last comes some hours after the first
_GONE = (404, 410)
# What may be otherwise the next time; a page without an article stays without one.
_PASSING = ("connect", "timeout", "dns", "tls", "protocol", "status", "content-encoding")


@dataclass(frozen=True, slots=True)
class Paged:
    """What became of a page: its row, what it holds, and whether it was `unchanged` or `waits`.

    One that fails is tried again if it is `due`. It is read as `quiet` once: a later version of
    what was there before is new.
    """

    row: PageRow
    outcomes: tuple[Outcome, ...] = ()
    unchanged: bool = False
    waits: bool = False
    quiet: bool = False

    @property
    def articles(self) -> Iterator[Article]:
        """Yield the articles, those in other languages among them."""
        for each in self.outcomes:
            if isinstance(each, Article | Foreign):
                yield each.article if isinstance(each, Foreign) else each


def paged(
    row: PageRow, answer: Answer | FetchError, settings: Settings, manners: Manners, now: float
) -> Paged:
    """Return what became of a page that was asked at a time."""
    if isinstance(answer, FetchError):
        return Paged(row, waits=True) if answer.kind == LATER else _failed(row, answer, now)
    if answer.status == UNCHANGED:
        return Paged(_seen(row, manners, now), unchanged=True)
    try:
        page = answer.page
    except FetchError as error:
        return _failed(row, error, now, gone=answer.status in _GONE)
    outcomes = tuple(page_to_keep(page, row.address, settings=settings))
    errors = [each for each in outcomes if isinstance(each, ReadError)]
    if errors and len(errors) == len(outcomes):
        return _failed(row, errors[0], now)
    read = replace(
        row,
        etag=answer.headers.get("etag", ""),
        modified=answer.headers.get("last-modified", ""),
        since=row.since or at(now),
        quiet=False,
    )
    return Paged(_seen(read, manners, now), outcomes, quiet=row.quiet)


def in_full(row: PageRow, outcome: Outcome, now: float) -> Paged:
    """Return what became of a page that its feed has in full: it is never asked for."""
    since = row.since or at(now)
    read = replace(row, since=since, due="", tries=0, why="", quiet=False)
    return Paged(read, (outcome,), quiet=row.quiet)


def _seen(row: PageRow, manners: Manners, now: float) -> PageRow:
    """Return a page that was read: the longer that is ago, the later it is asked for again."""
    age = now - seconds_of(row.since)
    after = max(HOUR, age)
    again = age + after <= manners.revisit * DAY
    return replace(row, due=at(now + after) if again else "", tries=0, why="")


def _failed(row: PageRow, error: ReadError, now: float, *, gone: bool = False) -> Paged:
    tries = row.tries + 1
    again = error.kind in _PASSING and tries < _MOST_TRIES and not gone
    due = at(now + back_off(tries)) if again else ""
    return Paged(replace(row, tries=tries, why=str(error), due=due), (error,))
