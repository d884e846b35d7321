"""What a feed or sitemap answers -> the pages that it names, as they are followed from then on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sayso.errors import FetchError, ReadError
from sayso.read.fetch import PRIVATE, Answer
from sayso.read.formats.opening import How
from sayso.records import Article
from sayso.settings import Settings
from sayso.store.watching import PageRow, at
from sayso.watch.hosts import LATER
from sayso.watch.manners import DAY, Manners, back_off
from sayso.watch.named import Named, named

UNCHANGED = 304
_SITEMAPS = 50  # of an index that are followed, the newest


@dataclass(frozen=True, slots=True)
class Sourced:
    """What became of a source: its own `row`, what it names, and what went wrong.

    `pages` and `sources` are as it names them, whether known or not; `articles` are those that it
    has in full, by the addresses of their pages. `old` pages were passed over for their age. Of one
    that is `refused`, since its address is private, nothing is kept.
    """

    row: PageRow
    pages: tuple[PageRow, ...] = ()
    sources: tuple[PageRow, ...] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)
    errors: tuple[ReadError, ...] = ()
    unchanged: bool = False
    waits: bool = False
    refused: bool = False
    old: int = 0

    @property
    def failed(self) -> bool:
        """Tell whether nothing could be taken from it."""
        return self.row.tries > 0


def sourced(
    row: PageRow, answer: Answer | FetchError, settings: Settings, manners: Manners, now: float
) -> Sourced:
    """Return what became of a source that was asked at a time."""
    if isinstance(answer, FetchError) and answer.kind == PRIVATE:
        return Sourced(row, errors=(answer,), refused=True)
    if isinstance(answer, FetchError):
        return Sourced(row, waits=True) if answer.kind == LATER else _failed(row, answer, now)
    if answer.status == UNCHANGED:
        return Sourced(replace(row, tries=0, why="", due=at(now)), unchanged=True)
    try:
        every = list(named(answer.page, How(settings)))
    except ReadError as error:
        return _failed(row, error, now)
    errors = tuple(each for each in every if isinstance(each, ReadError))
    its = [each for each in every if isinstance(each, Named)]
    if errors and not its:
        return _failed(row, errors[0], now)
    return _named(_read(row, answer, now, whole=not errors), its, errors, (manners, now))


def _named(
    row: PageRow, its: Iterable[Named], errors: tuple[ReadError, ...], by: tuple[Manners, float]
) -> Sourced:
    manners, now = by
    oldest = at(now - manners.days * DAY)[:10]
    young = [each for each in its if not each.day or each.day >= oldest]
    rows = {each.address: _page(each, row, now) for each in young}
    maps = [rows[each.address] for each in young if each.is_source]
    maps.sort(key=lambda each: each.day, reverse=True)
    pages = [rows[each.address] for each in young if not each.is_source]
    return Sourced(
        row=replace(row, quiet=False),
        pages=tuple(pages),
        sources=tuple(maps[:_SITEMAPS]),
        articles={each.address: each.article for each in young if each.article},
        errors=errors,
        old=len(list(its)) - len(young) + len(maps[_SITEMAPS:]),
    )


def _page(each: Named, row: PageRow, now: float) -> PageRow:
    """Return what a source names as a row: what it names first was there before."""
    return PageRow(
        address=each.address,
        source=row.address,
        is_source=each.is_source,
        stamp=each.stamp,
        day=each.day,
        due=at(now),
        quiet=row.quiet,
    )


def _read(row: PageRow, answer: Answer, now: float, *, whole: bool) -> PageRow:
    """Return a source that was read; one that is broken is asked for all of it the next time."""
    moment = at(now)
    return replace(
        row,
        etag=answer.headers.get("etag", "") if whole else "",
        modified=answer.headers.get("last-modified", "") if whole else "",
        since=row.since or moment,
        due=moment,
        tries=0,
        why="",
    )


def _failed(row: PageRow, error: ReadError, now: float) -> Sourced:
    tries = row.tries + 1
    due = at(now + back_off(tries))
    return Sourced(replace(row, tries=tries, why=str(error), due=due), errors=(error,))
