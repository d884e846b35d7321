"""Articles that share their text, and the states of one text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.link.copies.groups import by_given, listed
from sayso.link.copies.printings import printed, printing, reprints
from sayso.link.copies.versions import compared, noted
from sayso.linked import RELATIONS, Copy
from sayso.records import Article
from sayso.store import WAS_SAID, Filters, Store
from sayso.store.rows import ArticleRow
from sayso.view.across.lists import CopyLine, copy_line
from sayso.view.lists import article_line
from sayso.view.versions import VersionView, as_seen_from, version_view


def values(store: Store, which: Filters = WAS_SAID) -> Iterator[Copy]:
    """Yield all copies in the order of the contract, every pair of given ids, with what changed.

    Where filters are given one of both articles fits.
    """

    def seen(name: str) -> list[Copy]:
        return reprints(store.article(name), store.sightings(name))

    its = store.copies()
    every = listed(fitting(store, which, its) if which.are_given else its, seen)
    return by_given([compared(each, store.article) for each in every])


def first(
    store: Store, most: int, *, skip: int = 0, which: Filters = WAS_SAID
) -> tuple[list[Copy], list[CopyLine], int]:
    """Return the copies that a page lists, reprints first, with a line each, and how many follow.

    Where filters are given one of both articles fits. All printings of one text are one copy. Of
    what was changed comes what a notice says of it alone: to set whole texts side by side takes
    long, see `with_changes`.
    """
    article = cache(store.article)
    if which.are_given:
        every = _in_order(store, fitting(store, which, store.copies()))
        some, more = every[skip : skip + most], max(0, len(every) - skip - most)
    else:
        its, more = store.first_copies(limit=most, skip=skip)
        some = with_printings(store, its)
    some = [noted(each, article) for each in some]
    return some, _as_lines(store, some, article), more


def with_changes(store: Store, some: Iterable[Copy]) -> list[Copy]:
    """Return copies with what was changed in them."""
    article = cache(store.article)
    return [compared(each, article) for each in some]


def with_printings(store: Store, some: Iterable[Copy]) -> list[Copy]:
    """Return copies, of a text that was seen more than once all its printings as one."""
    return listed(some, _printings(store))


def fitting(store: Store, filters: Filters, every: Iterable[Copy]) -> list[Copy]:
    """Return the copies of which one of both articles fits."""
    some = list(every)
    fits = store.choice(filters).articles({name for each in some for name in (each.a, each.b)})
    return [each for each in some if each.a in fits or each.b in fits]


def lines(
    store: Store,
    most: int,
    *,
    skip: int = 0,
    of: str | None = None,
    which: Filters = WAS_SAID,
) -> tuple[list[CopyLine], int]:
    """Return the copies as they are listed, reprints first, and how many are left out.

    `of` is the id of an article whose copies alone are meant: of these `versions` tells what was
    changed. Else one of both fits filters.
    """
    article = cache(store.article)
    if of is None and not which.are_given:
        some, _, more = first(store, most, skip=skip)
        return _as_lines(store, with_changes(store, some), article), more
    every = _in_order(store, store.copies(of) if of else fitting(store, which, store.copies()))
    tell = noted if of else compared
    its = [tell(each, article) for each in every[skip : skip + most]]
    return _as_lines(store, its, article), max(0, len(every) - skip - most)


def _in_order(store: Store, some: Iterable[Copy]) -> list[Copy]:
    """Return copies as they are listed, reprints first."""
    every = with_printings(store, some)
    return sorted(every, key=lambda copy: RELATIONS.index(copy.relation))


def _as_lines(
    store: Store, copies: Sequence[Copy], article: Callable[[str], Article]
) -> list[CopyLine]:
    """Return copies with their articles in words."""
    texts = {n: article(n).text for c in copies if c.edits for n in (c.a, c.b)}
    ids = {name for each in copies for name in (each.a, each.b)}
    every = (_as_first_printed(store, row) for row in store.rows(ids))
    rows = {row.id: article_line(row, row.id, row.source) for row in every}
    return [copy_line(each, rows, texts) for each in copies]


def _printings(store: Store) -> Callable[[str], list[Copy]]:
    """Return what gives all printings of a text as one copy."""
    return lambda name: [printing(store.article(name), store.sightings(name))]


def _as_first_printed(store: Store, row: ArticleRow) -> ArticleRow:
    """Return an article as whoever printed it first has it, whichever was read first."""
    if len(row.sightings) < 2:
        return row
    first = printed(store.article(row.id), row.sightings).first
    seen = replace(row, publisher=first.publisher, published=first.published, url=first.url)
    return replace(seen, title=first.title or row.title)


def versions(store: Store, article_id: str) -> Iterator[tuple[Copy, VersionView]]:
    """Yield what other states of an article's text are to it, and how that reads."""
    for copy in store.copies(article_id):
        if copy.relation != "version":
            continue
        its = compared(copy, store.article)
        both = {name: store.article(name) for name in (its.a, its.b)}
        other = both[its.b if its.a == article_id else its.a]
        view = version_view(its, {name: each.text for name, each in both.items()})
        if view:
            first = printed(other, store.sightings(other.id)).first
            yield its, as_seen_from(article_id, its, view, other, first)
