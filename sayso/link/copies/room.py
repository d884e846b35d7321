"""The copies as a room of linking: articles -> what they are to each other, and one text's family.

A group holds the articles that are one text, or states of one. What is copied in part joins no
group: it is a pair that rooms above ask for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sayso.link.copies.fingerprints import keys
from sayso.link.copies.relation import relation
from sayso.link.copies.words import Words, words_of
from sayso.link.grouping import partition
from sayso.link.room import Below, Component, Edge, Group, Item, Node
from sayso.linked import COPIES, Copy, derived_id
from sayso.nodes import Seen
from sayso.records import Article, Sighting

_ONE_TEXT = ("same", "version")
_HELD = 256  # articles whose words are held while pairs are decided


@dataclass(frozen=True, slots=True)
class Published:
    """An article's id and title, and its earliest sighting: what is not in its text."""

    id: str
    title: str
    sighting: Sighting


Two = tuple[Node[Published], Node[Published]]


@dataclass(frozen=True)
class Copies:
    """The room of copies. Several sightings of a text are one article here, by the earliest."""

    name: str = "copies"
    version: str = "1"
    facts: type[Published] = Published
    owned: Any = None
    by_keys: bool = False
    least: int = 1
    decided_by: frozenset[str] = frozenset()

    def items(self, seen: Seen, /) -> Iterator[Item[Published]]:
        """Yield the article."""
        article = seen.record.article
        first = min(seen.sightings or (article.sighting,), key=_appearing)
        facts = Published(article.id, article.title, replace(first, given_id="", read_at=""))
        yield Item(0, facts, frozenset(keys(words_of(article))))

    def decide(self, pairs: Sequence[Two], below: Below, /) -> list[Edge | None]:
        """Return what articles are to each other."""
        nodes = {node.facts.id: node for pair in pairs for node in pair}

        @lru_cache(_HELD)
        def words(article_id: str) -> Words:
            return words_of(_as_seen(below.article(article_id), nodes[article_id].facts))

        return [_edge(relation(words(a.facts.id), words(b.facts.id))) for a, b in pairs]

    def groups(self, component: Component[Published], _: Below, /) -> Iterator[Group]:
        """Yield the articles that are one text, or states of one."""
        one = tuple(pair for pair in component.pairs if pair.kind in _ONE_TEXT)
        for its in partition(replace(component, pairs=one)):
            id_ = derived_id("co_", its[0].facts.id)
            yield Group(tuple(node.number for node in its), id_)


def _appearing(sighting: Sighting) -> tuple[str, str]:
    return (sighting.published.start if sighting.published else "9999", sighting.id)


def _as_seen(article: Article, facts: Published) -> Article:
    """Return an article as its earliest sighting has it."""
    first = facts.sighting
    return replace(
        article,
        given_id="",
        title=facts.title,
        publisher=first.publisher,
        url=first.url,
        byline=first.byline,
        published=first.published,
    )


def _edge(copy: Copy | None) -> Edge | None:
    if copy is None:
        return None
    joins = copy.relation in COPIES
    return Edge(copy.relation, copy.score, copy.why, joins=joins, data=copy)
