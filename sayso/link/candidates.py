"""Nodes of a room -> the pairs, of those that share keys, that are worth a decision."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from sayso.link.ledger import Ledger
from sayso.link.nearest import Large
from sayso.link.room import Room, is_undated, near
from sayso.nodes import CROWD

Two = tuple[int, int]


def candidates(room: Room[Any], ledger: Ledger, asked: Collection[int]) -> set[Two]:
    """Return the pairs, of which one is asked for, that share keys enough.

    Of articles that are large for the room only some are: see `nearest`.
    """
    search = _Search(room, ledger, set(asked))
    ways = (search.among_small, search.of_large, search.in_large)
    return {(min(two), max(two)) for pairs in ways for two in pairs()}


@dataclass(frozen=True)
class _Search:
    """The nodes `asked` for, and all that share a key with one of them."""

    room: Room[Any]
    ledger: Ledger
    asked: set[int]

    @cached_property
    def telling(self) -> Mapping[int, frozenset[int]]:
        """Return the keys of others by which each node that is asked for meets them."""
        its = _telling(self.room, self.ledger, self.ledger.keys(self.asked))
        return {node: frozenset(keys) for node, keys in its.items()}

    @cached_property
    def others(self) -> Mapping[int, Sequence[int]]:
        """Return the nodes that have a key, by the keys by which others are met."""
        others: dict[int, list[int]] = {key: [] for its in self.telling.values() for key in its}
        for key, other in self.ledger.sharing(self.room.name, others):
            others[key].append(other)
        return others

    @cached_property
    def homes(self) -> Mapping[int, int]:
        """Return the articles of all nodes at hand that are of large ones."""
        if not self.room.large:
            return {}
        every = self.asked.union(*self.others.values())
        return self.ledger.large(self.room.name, every, self.room.large)

    @cached_property
    def keys(self) -> Mapping[int, Sequence[int]]:
        """Return the keys of all nodes at hand, and of all that large articles have."""
        every = self.asked.union(*self.others.values(), *self.nodes.values())
        return self.ledger.keys(every)

    @cached_property
    def nodes(self) -> Mapping[int, Collection[int]]:
        """Return the nodes of the large articles."""
        articles = sorted(set(self.homes.values()))
        return {each: self.ledger.items(each, self.room.name).values() for each in articles}

    @cached_property
    def large(self) -> Mapping[int, Large]:
        """Return the large articles by their numbers."""
        every = self.nodes.items()
        return {each: Large({n: self.keys[n] for n in nodes}) for each, nodes in every}

    def among_small(self) -> Iterator[Two]:
        """Yield the pairs with which no large article has to do."""
        for node in self.asked - self.homes.keys():
            every = Counter(chain.from_iterable(map(self.others.__getitem__, self.telling[node])))
            yield from (
                (node, other)
                for other, count in every.items()
                if count >= self.room.least and other != node and other not in self.homes
            )

    def of_large(self) -> Iterator[Two]:
        """Yield the pairs of what is asked for and what is nearest to it in large articles."""
        if not self.homes:
            return
        at = {key: {self.homes.get(o, 0) for o in its} - {0} for key, its in self.others.items()}
        for node in self.asked:
            for article in set[int]().union(*(at[key] for key in self.telling[node])):
                nearest = self.large[article].nearest(node, self.keys[node])
                yield from ((node, other) for other in nearest if self._meet(node, other))

    def in_large(self) -> Iterator[Two]:
        """Yield the pairs of others and what is nearest to them of what is asked for."""
        inside: dict[int, set[int]] = defaultdict(set)
        for node in self.asked & self.homes.keys():
            inside[self.homes[node]].add(node)
        for article, its in inside.items():
            keys = set[int]().union(*(self.telling[node] for node in its))
            reached = set[int]().union(*(self.others[key] for key in keys)) - self.asked
            for other in reached:
                nearest = its & self.large[article].nearest(other, self.keys[other])
                yield from ((node, other) for node in nearest if self._meet(node, other))

    def _meet(self, node: int, other: int) -> bool:
        return len(self.telling[node].intersection(self.keys[other])) >= self.room.least


def crowding(room: Room[Any], ledger: Ledger, new: Collection[int]) -> set[int]:
    """Take out pairs that share too little, now that new nodes have made crowds of some keys.

    Return their nodes.
    """
    held = Counter(key for its in ledger.keys(new).values() for key in its)
    crowds = ledger.crowded(room.name, held)
    lost = [key for key, many in crowds.items() if many - held[key] <= CROWD]
    there = {node for _, node in ledger.sharing(room.name, lost)} - set(new) if lost else set()
    if not there:
        return set()
    pairs = ledger.pairs_at(there)
    ends = {end for pair in pairs for end in pair[:2]}
    ruled_two = {row[:2] for row in ledger.rulings_at(there)}
    own = ledger.keys(ends)
    telling = {node: set(its) for node, its in _telling(room, ledger, own).items()}
    gone = {
        pair[:2]
        for pair in pairs
        if pair[:2] not in ruled_two and len(telling[pair.a].intersection(own[pair.b])) < room.least
    }
    ledger.take_pairs(gone)
    return {end for two in gone for end in two}


def _telling(
    room: Room[Any], ledger: Ledger, keys: Mapping[int, Collection[int]]
) -> Mapping[int, Collection[int]]:
    """Return by which keys nodes find others: of dated rooms those of near days, and no crowds."""
    if not room.dated:
        return keys
    every = {key for its in keys.values() for key in its}
    undated = any(map(is_undated, every))
    times = ledger.times(room.name) if undated else ()
    sought = {key: near(key, times) for key in every}
    held = ledger.held(room.name, {each for its in sought.values() for each in its})
    telling = {
        key: [each for each in its if _brings(each, held, key)] if held.get(key, 0) <= CROWD else []
        for key, its in sought.items()
    }
    return {node: [e for key in its for e in telling[key]] for node, its in keys.items()}


def _brings(key: int, held: Mapping[int, int], own: int) -> bool:
    """Tell whether a key brings whoever has the key `own` to others: not what he alone has."""
    others = held.get(key, 0) - (key == own)
    return others > 0 and held[key] <= CROWD
