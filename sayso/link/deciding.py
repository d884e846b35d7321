"""Nodes of a room -> what each is to those that share keys with it: pairs."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from sayso.link.candidates import candidates
from sayso.link.ledger import Ledger
from sayso.link.room import APART, Edge, Node, Room
from sayso.nodes import GroupRow, NodeRow, PairRow, RulingRow
from sayso.packing import packed, unpacked
from sayso.records import Article

Two = tuple[int, int]

_AT_ONCE = 4096  # pairs that are decided together
_ARTICLES = 256  # that are held
JUDGED = 1.0  # the score of what a person decided


class View:
    """What a room may ask of itself and of the rooms below: `Below` over a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._numbers: dict[int, int] = {}
        self._pairs: dict[int, list[PairRow]] = {}
        self.article = lru_cache(_ARTICLES)(self._article)

    def know(self, nodes: Collection[int]) -> None:
        """Ask for the groups of several nodes at once."""
        self._numbers |= self._ledger.group_numbers(set(nodes) - self._numbers.keys())

    def number(self, node: int) -> int:
        """Return the number of a node's group, 0 for none."""
        if node not in self._numbers:
            self._numbers |= {node: 0} | self._ledger.group_numbers([node])
        return self._numbers[node]

    def group(self, node: int) -> GroupRow | None:
        """Return the group of a node as it is now, None where it has none."""
        number = self.number(node)
        return self._ledger.groups([number]).get(number) if number else None

    def same(self, a: int, b: int) -> bool:
        """Tell whether two nodes are in one group now."""
        return a == b != 0 or self.number(a) == self.number(b) != 0

    def pairs(self, nodes: Collection[int]) -> Sequence[PairRow]:
        """Return what was decided of pairs among some nodes."""
        inside = set(nodes)
        self.know_pairs(inside)
        every = {pair for node in inside for pair in self._pairs[node]}
        return sorted(each for each in every if inside.issuperset(each[:2]))

    def know_pairs(self, nodes: Collection[int]) -> None:
        """Ask for the pairs of several nodes at once."""
        asked = set(nodes) - self._pairs.keys()
        self._pairs |= {node: [] for node in asked}
        for pair in self._ledger.pairs_at(asked):
            for end in asked.intersection(pair[:2]):
                self._pairs[end].append(pair)

    def _article(self, article_id: str) -> Article:
        return self._ledger.article(article_id)


def typed(room: Room[Any], rows: Iterable[NodeRow]) -> Iterator[Node[Any]]:
    """Yield nodes with their facts as the room knows them."""
    for row in rows:
        facts = unpacked(row.facts, room.facts)
        yield Node(row.number, facts, row.first, row.last, row.size, row.refs)


def decide(
    room: Room[Any], ledger: Ledger, new: Collection[int], again: Collection[int]
) -> tuple[list[PairRow], set[int]]:
    """Decide of `new` nodes, and of some `again`, what they are to others, and keep it.

    Return the pairs, and the nodes that had others before.
    """
    before = {end for pair in ledger.pairs_at(again) for end in pair[:2]} if again else set()
    ledger.drop_pairs(again)
    asked = {*new, *again}
    rulings = ruled(ledger.rulings_at(asked))
    two = set(rulings) if room.by_keys else candidates(room, ledger, asked) | rulings.keys()
    pairs = [each for some in _batches(sorted(two)) for each in _pairs(room, ledger, some, rulings)]
    ledger.add_pairs(room.name, pairs)
    return pairs, before


def ruled(rulings: Iterable[RulingRow]) -> dict[Two, RulingRow]:
    """Return the latest of what was ruled of each pair; its why tells what it has overruled."""
    latest: dict[Two, RulingRow] = {}
    for each in rulings:  # in the order of deciding
        was = latest.get(each[:2])
        why = f"{each.why}, against {was.why}" if was and was.kind != each.kind else each.why
        latest[each[:2]] = each._replace(why=why)
    return latest


def _pairs(
    room: Room[Any], ledger: Ledger, two: Sequence[Two], rulings: Mapping[Two, RulingRow]
) -> Iterator[PairRow]:
    rows = ledger.nodes({node for each in two for node in each})
    nodes = {node.number: node for node in typed(room, rows.values())}
    view = View(ledger)
    if room.decided_by:
        view.know({ref for row in rows.values() for ref in row.refs})
    there = [each for each in two if each[0] in nodes and each[1] in nodes]
    edges = room.decide([(nodes[a], nodes[b]) for a, b in there], view)
    for (a, b), edge in zip(there, edges, strict=True):
        ruling = rulings.get((a, b))
        pair = _pair(a, b, edge) if edge else None
        pair = _judged(pair, ruling) if ruling else pair
        if pair:
            yield pair


def _pair(a: int, b: int, edge: Edge) -> PairRow:
    data = b"" if edge.data is None else packed(edge.data)
    return PairRow(a, b, edge.kind, edge.joins, edge.way, edge.score, edge.why, data)


def _judged(pair: PairRow | None, ruling: RulingRow) -> PairRow | None:
    """Return a pair as a person decided it, None where that is that it is none."""
    if ruling.kind == APART:
        return None
    joins = ruling.way == 0
    if pair and pair.joins == joins and pair.way == ruling.way:  # with what the room keeps of it
        return pair._replace(score=JUDGED, why=f"{ruling.why}; {pair.why}")
    return PairRow(ruling.a, ruling.b, ruling.kind, joins, ruling.way, JUDGED, ruling.why)


def _batches(two: Sequence[Two]) -> Iterator[list[Two]]:
    left = iter(two)
    while some := list(islice(left, _AT_ONCE)):
        yield some
