"""The copies as a room of linking: articles -> what they are to each other, and their families."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sayso.link.copies.fingerprints import address_keys, keys
from sayso.link.copies.groups import settled
from sayso.link.copies.printings import printed
from sayso.link.copies.relation import relation
from sayso.link.copies.words import Words, words_of
from sayso.link.grouping import partition
from sayso.link.room import Below, Component, Edge, Group, Item, Node
from sayso.linked import COPIES, Copy, derived_id
from sayso.nodes import Seen, number_of
from sayso.packing import unpacked
from sayso.records import Article, Sighting

_HELD = 512  # articles whose words are held while pairs are decided


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
    version: str = "5"
    facts: type[Published] = Published
    owned: Any = None
    by_keys: bool = False
    least: int = 1
    dated: bool = False
    large: int = 0
    sample: int = 0
    decided_by: frozenset[str] = frozenset()

    def items(self, seen: Seen, /) -> Iterator[Item[Published]]:
        """Yield the article."""
        article = seen.record.article
        first = printed(article, seen.sightings).first
        facts = Published(article.id, article.title, replace(first, given_id="", read_at=""))
        yield Item(0, facts, frozenset(keys(words_of(article)) | address_keys(first.url)))

    def decide(self, pairs: Sequence[Two], below: Below, /) -> list[Edge | None]:
        """Return what articles are to each other."""
        nodes = {node.facts.id: node for pair in pairs for node in pair}

        @lru_cache(_HELD)
        def words(article_id: str) -> Words:
            return words_of(_as_seen(below.article(article_id), nodes[article_id].facts))

        return [_edge(relation(words(a.facts.id), words(b.facts.id))) for a, b in pairs]

    def groups(self, component: Component[Published], _: Below, /) -> Iterator[Group]:
        """Yield the families of copies, with the origins that others of a family tell."""
        for its in partition(component):
            inside = {node.number for node in its}
            pairs = [pair for pair in component.pairs if {pair.a, pair.b} <= inside and pair.data]
            copies = [unpacked(pair.data, Copy) for pair in pairs]
            others_tell = [
                (new.a, new.b, new.origin, new.why)
                for old, new in zip(copies, settled(copies), strict=True)
                if new != old
            ]
            face = str(number_of(*((pair.a, pair.b, pair.kind) for pair in pairs)))
            id_ = derived_id("co_", its[0].first.article)
            yield Group(tuple(sorted(inside)), id_, others_tell or None, face)


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
