"""Articles that share their text, and the states of one text."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.gather.lists import largest
from sayso.link.copies.groups import by_given, listed
from sayso.link.copies.printings import printed, printing, reprints
from sayso.link.copies.versions import compared
from sayso.linked import RELATIONS, Copy
from sayso.store import Store
from sayso.store.rows import ArticleRow
from sayso.view.across.lists import CopyLine, copy_line
from sayso.view.lists import article_line
from sayso.view.versions import VersionView, as_seen_from, version_view

_RANK = {name: -n for n, name in enumerate(RELATIONS)}


def values(store: Store) -> Iterator[Copy]:
    """Yield all copies in the order of the contract, every pair of given ids, with what changed."""

    def seen(name: str) -> list[Copy]:
        return reprints(store.article(name), store.sightings(name))

    every = listed(store.copies(), seen)
    return by_given([compared(each, store.article) for each in every])


def lines(store: Store, most: int, *, of: str | None = None) -> tuple[list[CopyLine], int]:
    """Return the copies as they are listed, reprints first, and how many are left out.

    `of` is the id of an article whose copies alone are meant.
    """

    def seen(name: str) -> list[Copy]:
        return [printing(store.article(name), store.sightings(name))]

    every = listed(store.copies(of), seen)
    first, more = largest(every, most, lambda c: (_RANK.get(c.relation, -9), 0))
    shown = [compared(each, store.article) for each in first]
    texts = {n: store.article(n).text for c in shown if c.edits for n in (c.a, c.b)}
    ids = {name for each in shown for name in (each.a, each.b)}
    every_row = (_as_first_printed(store, row) for row in store.articles() if row.id in ids)
    rows = {row.id: article_line(row, row.id, row.source) for row in every_row}
    return [copy_line(each, rows, texts) for each in shown], more


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
