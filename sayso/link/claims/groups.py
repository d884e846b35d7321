"""Statements and how alike they are, pair by pair -> claims: groups in which all are alike.

Groups grow from the most alike pairs on, as long as the members of two are alike enough on average:
all with all, and each with the one that it is most like. One chance resemblance does not chain two
claims, while many wordings of one may differ among each other.
What turns against each other hardly ever stands in one group, what was judged to differ never.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum

UNLIKE = -5.0  # score of a pair of which nothing was decided
TURNED = -8.0  # score of a pair of which one turns against the other
# Score that two groups need to become one. Tuned on a fifth of the labelled stories and on both
# development sets.
ENOUGH = -0.5

Pair = tuple[int, int]


@dataclass(slots=True)
class _Tie:
    """How alike two groups are: the sum and the number of the scores of their pairs.

    `best` has for members of both the best score that they have with any of the other group.
    """

    total: float
    count: int
    best: dict[int, float]

    def plus(self, other: "_Tie") -> "_Tie":
        """Return the tie of a third group with both together."""
        best = dict(self.best)
        for member, score in other.best.items():
            best[member] = max(score, best.get(member, score))
        return _Tie(self.total + other.total, self.count + other.count, best)


@dataclass(slots=True)
class _Groups:
    """Groups while they grow, by the number of the member that comes first."""

    members: dict[int, list[int]]
    ties: defaultdict[int, dict[int, _Tie]] = field(default_factory=lambda: defaultdict(dict))
    apart: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def likeness(self, a: int, b: int) -> float:
        """Return how alike two groups are: of all pairs, and of each member with its best."""
        tie = self.ties[a].get(b)
        if tie is None or b in self.apart[a]:
            return UNLIKE
        sides = self.members[a], self.members[b]
        pairs = len(sides[0]) * len(sides[1])
        mean = (tie.total + UNLIKE * (pairs - tie.count)) / pairs
        bests = [fsum(tie.best.get(m, UNLIKE) for m in side) / len(side) for side in sides]
        return mean / 2 + sum(bests) / 4

    def join(self, a: int, b: int) -> None:
        """Put what is in the later group into the earlier one."""
        self.members[a] += self.members.pop(b)
        for other, tie in self.ties.pop(b).items():
            del self.ties[other][b]
            if other != a:
                joined = self.ties[a][other].plus(tie) if other in self.ties[a] else tie
                self.ties[a][other] = self.ties[other][a] = joined
        for other in self.apart.pop(b, set()):
            self.apart[other].discard(b)
            self.apart[other].add(a)
            self.apart[a].add(other)


def grouped(
    count: int, scores: Mapping[Pair, float], apart: Collection[Pair] = ()
) -> list[list[int]]:
    """Return the groups of things that have numbers from 0 on in the order of appearing.

    `scores` are how alike pairs `a < b` are; `apart` are pairs that no group holds both of. The
    result depends on these alone, not on their order.
    """
    groups = _Groups({number: [number] for number in range(count)})
    for (a, b), score in sorted(scores.items()):
        groups.ties[a][b] = groups.ties[b][a] = _Tie(score, 1, {a: score, b: score})
    for a, b in apart:
        groups.apart[a].add(b)
        groups.apart[b].add(a)
    heap = [(-score, a, b, 1, 1) for (a, b), score in scores.items() if score >= ENOUGH]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        sizes = [len(groups.members.get(each, ())) for each in (a, b)]
        if sizes != [size_a, size_b] or b in groups.apart[a]:
            continue
        groups.join(a, b)
        for other in groups.ties[a]:
            likeness = groups.likeness(a, other)
            if likeness >= ENOUGH:
                first, last = sorted((a, other))
                ends = (len(groups.members[first]), len(groups.members[last]))
                heapq.heappush(heap, (-likeness, first, last, *ends))
    return [sorted(groups.members[first]) for first in sorted(groups.members)]


def components(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Return what hangs together by pairs, each in order."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for a, b in pairs:
        one, other = sorted((root(a), root(b)))
        parent[other] = one
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(count):
        parts[root(number)].append(number)
    return list(parts.values())
