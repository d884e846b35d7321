"""Groups of cards -> fewer groups, each of one actor: the best pair joins first.

Two groups become one only where every name of the one fits every name of the other, no article and
no judgement tells them apart, and no third group fits as well that is not the other. What comes
first depends on the cards alone, so that the order of reading changes nothing.
"""

import heapq
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.link.entities.cards import Card, Ref
from sayso.link.entities.evidence import Profile, Signal, because, weights
from sayso.linked import order

Barred = frozenset[frozenset[Ref]]  # pairs that a judgement keeps apart


Order = tuple[str, str, int, str]
Unit = Sequence[Card]  # cards that are never parted: of one twin


def card_order(card: Card) -> Order:
    """Return what puts cards in the order of appearing."""
    number = card.actor[1:]
    ordinal = int(number) if number.isdigit() else 0
    return (*order(card.setting.date, card.setting.article, ordinal), card.actor)


def unit_order(unit: Unit) -> Order:
    """Return what puts units in the order of appearing."""
    return min(map(card_order, unit))


@dataclass(slots=True, eq=False)
class Cluster:
    """Cards of one actor, what they say together, and why they are together.

    `names` are the compared forms of its names; `in_article` those of each article.
    """

    cards: list[Card]
    names: set[Any]
    profile: Profile
    in_article: dict[str, set[Any]] = field(default_factory=dict)
    whys: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, cards: Iterable[Card], form: Callable[[Card], Hashable]) -> "Cluster":
        """Return the cluster of cards with the forms of their names."""
        every = sorted(cards, key=card_order)
        made = cls(every, set(), Profile.of(every))
        for card in every:
            made.names.add(form(card))
            made.in_article.setdefault(card.setting.article, set()).add(form(card))
        return made

    @classmethod
    def alone(cls, unit: Unit) -> "Cluster":
        """Return the cluster of cards that nothing else is compared with."""
        return cls(sorted(unit, key=card_order), set(), Profile())

    @property
    def first(self) -> Order:
        """Return what puts it in order: its earliest card."""
        return card_order(self.cards[0])

    def take(self, other: "Cluster", why: str) -> None:
        """Take in the cards of another."""
        self.cards = sorted((*self.cards, *other.cards), key=card_order)
        self.names |= other.names
        self.profile.take(other.profile)
        for article, names in other.in_article.items():
            self.in_article.setdefault(article, set()).update(names)
        self.whys = sorted({*self.whys, *other.whys, why})


# What two clusters' being one is worth, minus infinity for never, and what says so.
Scorer = Callable[[Cluster, Cluster], tuple[float, list[Signal]]]


def merged(clusters: Sequence[Cluster], score: Scorer) -> list[Cluster]:
    """Return clusters after joining, the best pair first."""
    return _Merging(clusters, score).run()


class _Merging:
    """The state of one run of joining."""

    def __init__(self, clusters: Sequence[Cluster], score: Scorer) -> None:
        self.alive = dict(enumerate(sorted(clusters, key=lambda c: c.first)))
        self.score = score
        self.scores: dict[tuple[int, int], tuple[float, list[Signal]]] = {}
        self.heap: list[tuple[float, Order, Order, int, int]] = []
        numbers = list(self.alive)
        for at, a in enumerate(numbers):
            self._weigh(a, numbers[at + 1 :])

    def run(self) -> list[Cluster]:
        """Join until no pair is good enough."""
        join = weights()["join"]
        while self.heap:
            worth, _, _, a, b = heapq.heappop(self.heap)
            if a not in self.alive or b not in self.alive or self.scores[a, b][0] != -worth:
                continue
            if -worth < join or self._has_rival(a, b) or self._has_rival(b, a):
                continue
            self._join(a, b)
        return list(self.alive.values())

    def _weigh(self, a: int, others: Iterable[int]) -> None:
        for b in others:
            low, high = min(a, b), max(a, b)
            one, other = self.alive[low], self.alive[high]
            self.scores[low, high] = worth = self.score(one, other)
            if worth[0] >= weights()["join"] - weights()["margin"]:
                heapq.heappush(self.heap, (-worth[0], one.first, other.first, low, high))

    def _has_rival(self, a: int, b: int) -> bool:
        """Tell whether a third fits the first nearly as well, and cannot be the second."""
        least = self._of(a, b) - weights()["margin"]
        rivals = (c for c in self.alive if c not in (a, b) and self._of(a, c) > least)
        return any(self._of(b, c) == float("-inf") for c in rivals)

    def _of(self, a: int, b: int) -> float:
        return self.scores[min(a, b), max(a, b)][0]

    def _join(self, a: int, b: int) -> None:
        self.alive[a].take(self.alive.pop(b), because(self.scores[a, b][1]))
        self._weigh(a, [c for c in self.alive if c != a])


def barred(a: Cluster, b: Cluster, pairs: Barred) -> bool:
    """Tell whether a judgement keeps a card of one from a card of the other."""
    if not pairs:
        return False
    one = {card.ref for card in a.cards}
    other = {card.ref for card in b.cards}
    return any(
        (x in one and y in other) or (y in one and x in other) for x, y in map(sorted, pairs)
    )
