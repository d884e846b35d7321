"""The search of the reader: words and filters in the address, what they bring, and its facets."""

from typing import Any

from starlette.requests import Request

from sayso.gather import facets, lists, tables
from sayso.gather.charts.questions import MOST
from sayso.records import KINDS
from sayso.store import Store
from sayso.view.asking import SEARCH, Search, of_address
from sayso.view.lists import article_line, runs
from sayso.web.asked import ON_A_PAGE, Page, Pager, number_of
from sayso.web.narrowing import narrowing

_NEW = 6  # claims, and names


def search(store: Store, request: Request) -> Page:
    """Return the statements that are searched for, with facets, and articles, claims and names."""
    asked, at = of_address(Search, request.query_params), number_of(request)
    words = asked.words
    is_asked = asked != Search()
    its = (
        facets.searched(store, asked, limit=ON_A_PAGE, skip=(at - 1) * ON_A_PAGE)
        if is_asked
        else None
    )
    alone = bool(words) and not asked.is_filtered and at == 1
    numbers = its.claims if alone and its else ()
    claims = lists.claims(store, _NEW, numbers=numbers) if alone else lists.Listed([], [], 0)
    people = lists.called(store, words, _NEW) if alone else lists.Listed([], [], 0)
    hits = store.search(words, limit=_NEW) if alone else []
    values = {
        "search": asked,
        "narrow": narrowing(store, asked, SEARCH),
        "forms": KINDS,
        "its": its,
        "cards": people.lines,
        "claims": claims.lines,
        "more_claims": claims.more,
        "hits": [_hit(hit) for hit in hits],
        "pager": Pager(at, its.more if its else 0),
    }

    def form() -> dict[str, Any]:
        return {
            **(its.to_json() if its else {}),
            "articles": [{"id": hit.article.id, "title": hit.article.title} for hit in hits],
            "claims": [each.to_json() for each in claims.values],
            "entities": [each.to_json() for each in people.values],
        }

    return Page(f"Search: {words}" if words else "Search", form, "search.html", values)


def table(store: Store, request: Request) -> tables.Table:
    """Return the statements that are searched for as a table."""
    its = facets.searched(store, of_address(Search, request.query_params), limit=MOST)
    return tables.statements(its.said)


def _hit(hit: Any) -> tuple[Any, list[Any]]:
    line = article_line(hit.article, hit.article.id, hit.article.source)
    return line, [(passage.statement_id, runs(passage)) for passage in hit.passages]
