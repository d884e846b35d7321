"""What else on the record has some words: candidates for being the same as what a page shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request

from sayso.gather import lists
from sayso.store import Store
from sayso.view.lists import article_line

_MOST = 8  # candidates


@dataclass(frozen=True, slots=True)
class Other:
    """Something else on the record: where its page is, its words, and what is known of it."""

    kind: str
    id: str
    words: str
    facts: str


def others(store: Store, request: Request, kind: str, own: str = "") -> dict[str, object]:
    """Return what has the words that a request looks for with `other`, without `own`."""
    asked = request.query_params.get("other", "").strip()
    name = own or str(request.path_params["name"])
    made = list(_FIND[kind](store, asked)) if asked else []
    name = name.removeprefix("sha256:")
    return {"other": asked, "others": [each for each in made if not name.startswith(each.id)]}


def _entities(store: Store, words: str) -> Iterator[Other]:
    for card in lists.called(store, words, _MOST).lines:
        facts = [card.summary, *(f"{role.words} ({role.days})" for role in card.roles[:3])]
        yield Other("entity", card.id, card.name, " · ".join(facts))


def _claims(store: Store, words: str) -> Iterator[Other]:
    for line in lists.claims(store, _MOST, numbers=lists.with_words(store, words)).lines:
        yield Other("claim", line.id, line.words, f"{line.days} · {line.summary}")


def _articles(store: Store, words: str) -> Iterator[Other]:
    for hit in store.search(words, limit=_MOST):
        line = article_line(hit.article, hit.article.id, hit.article.source)
        facts = filter(None, (line.outlet, line.date))
        yield Other("article", line.id, line.title, " · ".join(facts))


_FIND = {"entity": _entities, "claim": _claims, "article": _articles}
