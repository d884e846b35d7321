"""Whom the record takes for one person or body: every article with what it calls them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from sayso.gather.claims import only
from sayso.gather.decided import of_entity
from sayso.store import Store
from sayso.view.articles import short
from sayso.view.characters import one_line
from sayso.web.asked import ON_A_PAGE, Page, Pager, number_of


@dataclass(frozen=True, slots=True)
class Naming:
    """What one article calls somebody; `rest` is whom it is taken to be one with."""

    article: str
    title: str
    date: str
    outlet: str
    name: str
    roles: tuple[str, ...]
    actor: str
    rest: str

    def to_json(self) -> dict[str, Any]:
        """Return what an article calls somebody as an object."""
        return {"article": self.article, "actor": self.actor, "name": self.name,
                "roles": list(self.roles)}  # fmt: skip


def names(store: Store, request: Request) -> Page:
    """Return every article with what it calls somebody, to part from it who is somebody else."""
    name = str(request.path_params["name"])
    (its,) = store.entities([only(store, "entities", name)], actors=False)
    at = number_of(request)
    before = (at - 1) * ON_A_PAGE
    pairs, every = store.named_as(its.id, limit=ON_A_PAGE, skip=before)
    some = list(_namings(store, its.id, pairs))
    values = {
        "entity": its,
        "lines": some,
        "decided": of_entity(store, its.id),
        "pager": Pager(at, max(0, every - before - len(pairs))),
    }
    title = f"Who is counted as {one_line(its.name)}"
    return Page(title, lambda: [each.to_json() for each in some], "names.html", values)


def _namings(store: Store, entity: str, some: Sequence[tuple[str, str]]) -> Iterator[Naming]:
    """Yield what articles call somebody, by the id of his entity, those of one page."""
    first, _ = store.named_as(entity, limit=2)
    actors = store.actors(some)
    articles = {row.id: row for row in store.rows({article_id for article_id, _ in some})}
    for pair in some:
        if (actor := actors.get(pair)) is None:
            continue
        article = articles[pair[0]]
        other = next((each for each in first if each != pair), pair)
        yield Naming(
            article=article.id.removeprefix("sha256:"),
            title=one_line(article.title) or short(article.id),
            date=article.published.start if article.published else "no date",
            outlet=one_line(article.publisher),
            name=one_line(actor.name),
            roles=tuple(one_line(each.text) for each in actor.roles[:4]),
            actor="/".join(pair),
            rest="/".join(other) if other != pair else "",
        )
