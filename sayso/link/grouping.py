"""Nodes that were touched -> their components, and what a room makes of each: groups."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import SaysoError
from sayso.link.deciding import View, ruled, typed
from sayso.link.ledger import Ledger
from sayso.link.room import APART, Component, Group, Node, Room, Ruling, is_half, sought
from sayso.link.sizes import sizes
from sayso.nodes import GroupRow, Member, PairRow, RulingRow, number_of
from sayso.packing import as_json, unpacked


@dataclass(frozen=True, slots=True)
class Change:
    """What grouping a room changed; `made` are the numbers of the groups that were made.

    `moved` nodes are of another group now, `faced` of one that looks otherwise to the rooms above;
    `more` is how many more groups there are that have a value: of one statement no quotation has.
    """

    room: str
    moved: frozenset[int]
    faced: frozenset[int]
    more: int
    made: frozenset[int]


def regroup(room: Room[Any], ledger: Ledger, touched: Collection[int]) -> Change:
    """Make the groups of touched nodes, and of all that they are joined to, again."""
    nodes = _reached(room, ledger, touched)
    were = ledger.group_numbers(nodes)
    old = ledger.groups(set(were.values()) - {0})
    made: list[Group] = []
    days: dict[int, str] = {}
    view = View(ledger)
    for component in _components(room, ledger, were, view):
        made += _whole(room.groups(component, view), component)
        days |= {node.number: node.first.order[0] for node in component.nodes}
    numbers = _numbered(ledger, made, were)
    rows: list[GroupRow] = []
    now: dict[int, int] = {}
    faced: set[int] = set()
    for group, number in zip(made, numbers, strict=True):
        rows.append(_row(group, number, min(days[node] for node in group.nodes)))
        now |= dict.fromkeys(group.nodes, number)
        if number in old and old[number].face != rows[-1].face:
            faced |= set(group.nodes)
    ledger.drop_groups(old.keys() - set(numbers))
    ledger.put_groups(room.name, rows)
    ledger.put_sizes(room.name, list(sizes(zip(made, rows, strict=True))))
    moved = {node: number for node, number in now.items() if were[node] != number}
    ledger.regroup(moved)
    before = frozenset(node for node in moved if were[node])
    more = sum(each.value is not None for each in made) - sum(
        bool(row.value) for row in old.values()
    )
    return Change(room.name, before, frozenset(faced), more, frozenset(numbers))


def partition(component: Component[Any]) -> list[tuple[Node[Any], ...]]:
    """Return the nodes of a component in groups, such that none holds two that are kept apart.

    The surest pairs join first. Of what people decided the latest wins: a later judgement that two
    are one holds against an earlier one that keeps apart what they belong to.
    """
    place = {node.number: n for n, node in enumerate(component.nodes)}
    apart = [each for each in component.rulings if each.apart]
    one = {(each.a, each.b): each.at for each in component.rulings if not each.apart}

    def rank(pair: PairRow) -> tuple[Any, ...]:
        judged = one.get(pair[:2], "")
        ends = sorted((place[pair.a], place[pair.b]))
        return (not judged, _late(judged), -pair.score, ends)

    sets = {number: [number] for number in place}
    for pair in sorted(component.pairs, key=rank):
        if sets[pair.a] is sets[pair.b]:
            continue
        since = one.get(pair[:2], "")
        if any(each.at >= since and _parts(each, sets, pair) for each in apart):
            continue
        whole = sets[pair.a] + sets[pair.b]
        sets |= dict.fromkeys(whole, whole)
    nodes = {node.number: node for node in component.nodes}
    groups = {id(its): sorted(its, key=place.__getitem__) for its in sets.values()}
    every = sorted(groups.values(), key=lambda its: place[its[0]])
    return [tuple(nodes[number] for number in its) for its in every]


def _late(at: str) -> tuple[int, ...]:
    """Return what puts the latest first."""
    return tuple(-ord(letter) for letter in at)


def _parts(ruling: Ruling, sets: Mapping[int, list[int]], pair: PairRow) -> bool:
    """Tell whether a pair would join two that a ruling keeps apart."""
    a, b = sets.get(ruling.a), sets.get(ruling.b)
    one, other = sets[pair.a], sets[pair.b]
    return (a is one and b is other) or (a is other and b is one)


def _reached(room: Room[Any], ledger: Ledger, touched: Collection[int]) -> set[int]:
    """Return touched nodes with all that pairs, keys or groups join them to."""
    reached = set(ledger.group_numbers(touched))
    front = set(reached)
    asked: set[int] = set()  # keys
    while front:
        ends = {end for pair in ledger.joined(front) for end in pair}
        groups = set(ledger.group_numbers(front).values()) - {0}
        ends |= ledger.nodes_of(groups).keys()
        if room.by_keys:
            keys = {sought(key) for its in ledger.keys(front).values() for key in its} - asked
            ends |= {node for _, node in ledger.sharing(room.name, keys)}
            asked |= keys
        front = ends - reached
        reached |= front
    return reached


def _components(
    room: Room[Any], ledger: Ledger, reached: Collection[int], view: View
) -> Iterator[Component[Any]]:
    """Yield the components that some nodes fall into."""
    rows = ledger.nodes(reached)
    pairs = ledger.pairs_at(reached)
    rulings = ruled(ledger.rulings_at(reached)).values()
    held = _Members(ledger, room)
    held.know({*rows, *(end for pair in pairs for end in pair[:2])})
    if not room.by_keys:
        cited = {below for number in rows for member in held(number) for below in member.cites}
        view.know(cited)
        view.know_pairs(cited)
    above: dict[int, int] = {number: number for number in rows}

    def top(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    for a, b in _ties(room, ledger, pairs, rows):
        above[top(a)] = top(b)
    parts: dict[int, list[int]] = defaultdict(list)
    for number in rows:
        parts[top(number)].append(number)
    inside = _by_part(pairs, lambda end: top(end) if end in above else None)
    judged = _by_part(rulings, lambda end: top(end) if end in above else None)
    first = {key: min(rows[n].first.order for n in its) for key, its in parts.items()}
    for key in sorted(parts, key=first.__getitem__):
        nodes = sorted(typed(room, map(rows.__getitem__, parts[key])), key=lambda n: n.first.order)
        theirs = sorted(inside.get(key, ()))
        yield Component(
            nodes=tuple(nodes),
            pairs=tuple(each for each in theirs if each.joins),
            beside=tuple(each for each in theirs if not each.joins),
            rulings=tuple(_ruling(each) for each in sorted(judged.get(key, ()))),
            members=held,
        )


def _ties(
    room: Room[Any], ledger: Ledger, pairs: Iterable[PairRow], nodes: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Yield which nodes are of one component."""
    yield from ((pair.a, pair.b) for pair in pairs if pair.joins)
    if room.by_keys:
        yield from _sharing(ledger.keys(nodes))


def _sharing(keys: Mapping[int, Collection[int]]) -> Iterator[tuple[int, int]]:
    """Yield which nodes share a key, or hold two halves of one."""
    holders: dict[int, list[int]] = defaultdict(list)
    for node, its in keys.items():
        for key in its:
            holders[key].append(node)
    for key, nodes in holders.items():
        others = holders.get(sought(key), ()) if is_half(key) else nodes[:1]
        yield from ((node, other) for node in nodes for other in others[:1])


def _by_part(rows: Iterable[Any], part: Any) -> dict[int, set[Any]]:
    """Return rows of two ends by the components in which one of them is."""
    by_part: dict[int, set[Any]] = defaultdict(set)
    for row in rows:
        for end in row[:2]:
            if (key := part(end)) is not None:
                by_part[key].add(row)
    return by_part


def _ruling(row: RulingRow) -> Ruling:
    return Ruling(row.a, row.b, row.kind == APART, row.at, row.why)


class _Members:
    """What nodes stand for, asked for once."""

    def __init__(self, ledger: Ledger, room: Room[Any]) -> None:
        self._ledger = ledger
        self._room = room
        self._held: dict[int, list[Member]] = {}

    def know(self, nodes: Collection[int]) -> None:
        """Ask for what several nodes stand for at once."""
        asked = set(nodes) - self._held.keys()
        its = self._ledger.members(asked, self._room.name, self._room.sample) if asked else {}
        self._held |= {node: list(map(self._own, its.get(node, ()))) for node in asked}

    def __call__(self, node: int) -> Sequence[Member]:
        self.know([node])
        return self._held[node]

    def _own(self, member: Member) -> Member:
        own = unpacked(member.own, self._room.owned) if member.own else None
        appeared, article, ordinal, id_, _, cites = member
        return Member(appeared, article, ordinal, id_, own, cites)


def _whole(groups: Iterable[Group], component: Component[Any]) -> list[Group]:
    """Return the groups of a component. Raises SaysoError where a node is in none, or in two."""
    made = [each for each in groups if each.nodes]
    if sorted(n for g in made for n in g.nodes) != sorted(n.number for n in component.nodes):
        raise SaysoError("the groups of a component are not its nodes")
    return made


def _numbered(ledger: Ledger, made: Sequence[Group], were: Mapping[int, int]) -> list[int]:
    """Return a number for each group: that of the group that most of its nodes were of, if free.

    So few nodes move, and what refers to the others stays as it is.
    """
    wanted: dict[int, int] = {}
    taken: set[int] = set()
    claims = []
    for place, group in enumerate(made):
        votes: dict[int, int] = defaultdict(int)
        for node in group.nodes:
            if were[node]:
                votes[were[node]] += 1
        claims += [(-count, number, place) for number, count in votes.items()]
    for _, number, place in sorted(claims):
        if place not in wanted and number not in taken:
            wanted[place] = number
            taken.add(number)
    new = [place for place in range(len(made)) if place not in wanted]
    fresh = {place: min(made[place].nodes) for place in new}
    taken |= set(were.values())
    while fresh:
        used = taken | ledger.groups(fresh.values()).keys()
        for place, number in list(fresh.items()):
            if number in used:
                fresh[place] = number_of("group", number)
            else:
                wanted[place] = fresh.pop(place)
                used.add(number)
                taken.add(number)
    return [wanted[place] for place in range(len(made))]


def _row(group: Group, number: int, first: str) -> GroupRow:
    value = b"" if group.value is None else as_json(group.value)
    return GroupRow(number, group.id, group.face or group.id, first, value)
