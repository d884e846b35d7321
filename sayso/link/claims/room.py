"""The claims as a room of linking: statements that were said -> claims, and what answers them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.link.claims.answers import with_replies
from sayso.link.claims.decide import Comparer, Decision, decide
from sayso.link.claims.groups import TURNED, Pair, grouped
from sayso.link.claims.keys import keys
from sayso.link.claims.points import Point, points
from sayso.link.compare.weights import chance, odds
from sayso.link.room import Below, Component, Edge, Group, Item, Node, ref
from sayso.linked import ANSWERS, Answer, Claim, derived_id
from sayso.nodes import Member, PairRow, Seen

RULED = 20.0  # score of a pair that people judged to be one
_PLACES = 4  # of a score that is kept

Two = tuple[Node[Point], Node[Point]]
# A claim, with what else is known of it: where it comes from.
Finish = Callable[[Claim, Sequence[Node[Point]], Below], Claim]


@dataclass(frozen=True)
class Claims:
    """The room of claims; `comparer` has a say where features leave it open, `finish` adds origins.

    Points of one day that are equal in all are one node: what reprints have in common.
    """

    comparer: Comparer | None = None
    finish: Finish | None = None
    name: str = "claims"
    version: str = "1"
    facts: type[Point] = Point
    least: int = 1
    decided_by: frozenset[str] = frozenset()

    def items(self, seen: Seen, /) -> Iterator[Item[Point]]:
        """Yield the statements of an article that were said."""
        made = points(seen.record, seen.published)
        for number, point in enumerate(with_replies(seen.record, made)):
            if point.said == "yes":
                yield Item(number, point, keys(point), twin=repr(point))

    def decide(self, pairs: Sequence[Two], _: Below, /) -> list[Edge | None]:
        """Return what statements are to each other: the same, akin, or an answer."""
        decided = decide([(a.facts, b.facts) for a, b in pairs], self.comparer)
        return [_edge(decision) if decision else None for decision in decided]

    def groups(self, component: Component[Point], below: Below, /) -> Iterator[Group]:
        """Yield the claims of a component, each with what answers it."""
        its = _Component(component)
        for group in its.groups():
            claim = _claim(group, its)
            if self.finish:
                claim = self.finish(claim, group, below)
            yield Group(tuple(node.number for node in group), claim.id, claim)


@dataclass(frozen=True)
class _Component:
    """A component with its pairs by the places of its nodes."""

    whole: Component[Point]

    @cached_property
    def place(self) -> dict[int, int]:
        """Return where each node stands in the order of appearing."""
        return {node.number: place for place, node in enumerate(self.whole.nodes)}

    def groups(self) -> list[list[Node[Point]]]:
        """Return the nodes in groups, as people ruled and as alike as they are."""
        scores: dict[Pair, float] = {}
        apart: set[Pair] = set()
        for pair in (*self.whole.pairs, *self.whole.beside):
            ends = self._ends(pair.a, pair.b)
            if ends and pair.kind in ("same", "akin"):
                scores[ends] = odds(pair.score)
            elif ends and pair.kind != "confirms":
                scores[ends] = TURNED
        for ruling in self.whole.rulings:  # of two on one pair the latest is there
            if ends := self._ends(ruling.a, ruling.b):
                scores[ends] = TURNED if ruling.apart else RULED
                (apart.add if ruling.apart else apart.discard)(ends)
        made = grouped(len(self.place), scores, apart)
        return [[self.whole.nodes[place] for place in group] for group in made]

    def _ends(self, a: int, b: int) -> Pair | None:
        one, other = self.place.get(a), self.place.get(b)
        if one is None or other is None:
            return None
        return (one, other) if one < other else (other, one)

    @cached_property
    def answering(self) -> Mapping[int, Sequence[tuple[int, PairRow]]]:
        """Return what answers each node: nodes with what was decided."""
        made: defaultdict[int, list[tuple[int, PairRow]]] = defaultdict(list)
        for pair in self.whole.beside:
            if pair.kind in ANSWERS:
                for one, other in _ways(pair):
                    made[other].append((one, pair))
        return made

    def answers(self, group: Sequence[Node[Point]]) -> list[Answer]:
        """Return what answers a group, in the order of appearing; of a statement's the surest."""
        inside = {node.number for node in group}
        rows = [row for number in inside for row in self.answering.get(number, ())]
        best: dict[str, tuple[Member, Answer]] = {}
        for one, pair in rows:
            for member in self.whole.members(one) if one not in inside else ():
                answer = Answer(member.id, ref(one), pair.kind, pair.score, pair.why)
                was = best.get(member.id)
                if was is None or _rank(was[1]) > _rank(answer):
                    best[member.id] = (member, answer)
        ordered = sorted(best.values(), key=lambda row: row[0].order)
        return [answer for _, answer in ordered]


def _rank(answer: Answer) -> tuple[float, str, str]:
    return (-answer.score, answer.kind, answer.why)


def _ways(pair: PairRow) -> tuple[Pair, ...]:
    """Return who answers whom: one the other, or each the other."""
    both = ((pair.a, pair.b), (pair.b, pair.a))
    return both if pair.way == 0 else both[:1] if pair.way > 0 else both[1:]


def _edge(decision: Decision) -> Edge:
    score = round(chance(decision.score), _PLACES)
    return Edge(decision.kind, score, decision.why, decision.kind == "same", decision.way)


def _claim(group: Sequence[Node[Point]], its: _Component) -> Claim:
    members = sorted(
        (member for node in group for member in its.whole.members(node.number)),
        key=lambda member: member.order,
    )
    days = sorted(member.published for member in members if member.published)
    return Claim(
        id=derived_id("cl_", members[0].id),
        text=group[0].facts.text,
        statements=tuple(member.id for member in members),
        articles=len({member.article for member in members}),
        outlets=0,
        origins=(),
        independent=None,
        answers=tuple(its.answers(group)),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )
