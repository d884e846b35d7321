"""New articles of a record -> what holds across articles, room by room, a batch at a time.

A room (see `Room` in room.py) gives three things, and this page drives them, over a ledger:

1. `items(seen)`: the things of one article that it links: itself, its actors or its statements.
   An item has `facts`, all that a decision needs of it, in a small frozen dataclass that msgspec
   can pack; and `keys` of 63 bits. Both depend on the item alone. Items of one `twin` are one node
   without a decision: give one wherever items can be equal for all purposes, or what stands in
   every article (an actor called "the president") makes pairs without number. `refs` name items of
   the rooms below, in the same article, that it refers to: the speaker of a statement. What differs
   between twins, and is of use to groups alone, is `own` and `cites`.
2. `decide(pairs, below)`: pure and symmetric; an `Edge` or None for each pair of nodes that share
   at least `least` keys. The order of the two means nothing (`a.number < b.number`), the size of
   the batch neither. It may ask `below.same(a.refs[0], b.refs[0])`: when rooms in `decided_by`
   regroup, those who refer to what moved are decided again. A ref to what is no item is 0. A room
   that is `by_keys` decides nothing: what shares keys, directly or by others, is a component.
3. `groups(component, below)`: every node of a component in one `Group`, with what is made of it:
   a value of `sayso.linked`. `grouping.partition` keeps apart what people keep apart: use it.
   Only components that a new item, pair, judgement or regrouping below touches are made again.

Values name what else is linked through `ref(node)`, never by an id, which changes when an earlier
article is read: `Quotation.speaker`, `Entity.of`, `Answer.claim`; lists put the ids there. What
rooms above see of a group beside who is in it is its `face`: when it changes they group again.
`Entity.actors` is filled from the items, and left empty. A copy is the `data` of its edge, and its
`given` is filled likewise.

To plug a room in: a class with what `Room` asks for, and its place in `ROOMS` below.
Whatever changes what a room makes changes its `version`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from sayso.judgements import Judgement
from sayso.link.candidates import crowding
from sayso.link.compare.comparer import Shipped
from sayso.link.copies.printings import printed
from sayso.link.copies.room import Copies
from sayso.link.deciding import decide
from sayso.link.grouping import Change, regroup
from sayso.link.ledger import Ledger
from sayso.link.room import Item, Room
from sayso.link.rooms import Claims, Entities, Quotations
from sayso.link.rulings import Judged
from sayso.linked import AGAINST
from sayso.nodes import (
    Member,
    NewItem,
    NodeRow,
    PairRow,
    Seen,
    node_number,
    number_of,
    sample_bound,
)
from sayso.packing import packed

Nodes = dict[str, set[int]]  # by room

# All rooms, those below first.
ROOMS: tuple[Room[Any], ...] = (Copies(), Entities(), Quotations(), Claims(Shipped()))
OF_STATEMENTS = ("quotations", "claims")  # rooms whose items are statements


@dataclass(frozen=True, slots=True)
class Failure:
    """An article, by its id, that could not be linked, and why."""

    article: str
    why: str


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """What linking did: `articles` linked, pairs of `copies`, entities, quotations and claims.

    `entities`, `quotations` and `claims` are how many more there are than before. `denials` and
    `conflicts` are pairs of statements. `failed` are the articles that are not linked.
    """

    articles: int = 0
    copies: int = 0
    entities: int = 0
    quotations: int = 0
    claims: int = 0
    denials: int = 0
    conflicts: int = 0
    failed: tuple[Failure, ...] = ()

    def plus(self, other: "LinkCounts") -> "LinkCounts":
        """Return what both did together."""
        return LinkCounts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Linker:
    """The rooms in order, from below, and what people judged."""

    rooms: tuple[Room[Any], ...]
    judgements: tuple[Judgement, ...] = ()

    @property
    def rules(self) -> str:
        """Return the state of the rules: links by others are made again."""
        return " ".join(f"{room.name}-{room.version}" for room in self.rooms)

    def is_out_of_date(self, ledger: Ledger) -> bool:
        """Tell whether there are links by other rules, so that all must be made again."""
        return bool(ledger.rules() - {self.rules})

    def prepare(self, ledger: Ledger) -> None:
        """Unlink what was judged otherwise since it was linked."""
        judged = Judged(self.judgements)
        applied = ledger.judged()
        if changed := judged.ids ^ applied:
            unruled = ledger.unrule(applied - judged.ids)
            articles = judged.articles(changed) | {
                member.article for its in ledger.members(unruled).values() for member in its
            }
            numbers = [ledger.number(article) for article in articles]
            ledger.forget([number for number in numbers if number is not None])
            ledger.set_judged(judged.ids)

    def link(self, ledger: Ledger, numbers: Sequence[int]) -> LinkCounts | None:
        """Link articles, by their numbers, with all that was touched; None where there is none."""
        if not numbers and not ledger.is_touched():
            return None
        judged = Judged(self.judgements)
        seen = [judged.seen(_as_first_seen(each)) for each in ledger.seen(numbers)]
        ledger.mark(seen, self.rules)
        done = LinkCounts(articles=len(seen))
        again: Nodes = defaultdict(set)  # to decide
        touched: Nodes = defaultdict(set)  # to group
        for room in self.rooms:
            rows = _rows(room, ledger, seen, judged)
            known = ledger.add(room.name, rows)
            new = {row.node for row in rows} - known.keys()
            its = _telling(room, rows, known)
            judged.rule(room.name, ledger, seen)
            left = ledger.take_touched(room.name)
            if room.dated:  # keys may bring them together that were of crowds
                again[room.name] |= left
                left |= crowding(room, ledger, new)
            pairs, others = decide(room, ledger, new, again[room.name])
            touched[room.name] |= its | others | _beside(ledger, its - new)
            touched[room.name] |= {end for pair in pairs for end in pair[:2]}
            touched[room.name] |= left
            change = regroup(room, ledger, touched[room.name])
            ledger.count(room.name, {row.node for row in rows}, change.made)
            self._tell(ledger, change, again, touched)
            done = done.plus(_counts(room.name, pairs, change))
        return done

    def _tell(self, ledger: Ledger, change: Change, again: Nodes, touched: Nodes) -> None:
        """Note what those who refer to nodes that changed their group have to do."""
        decided_by = {room.name: room.decided_by for room in self.rooms}
        for name, nodes in ledger.referring(change.moved).items():
            if change.room in decided_by.get(name, ()):
                again[name] |= nodes
            touched[name] |= nodes
        for name, nodes in ledger.referring(change.faced).items():
            touched[name] |= nodes


def _as_first_seen(seen: Seen) -> Seen:
    """Return an article as whoever printed it first has it: which was read first tells nothing."""
    own = seen.record.article
    first = printed(own, seen.sightings).first
    article = replace(
        own,
        title=own.title if own.title_span else first.title or own.title,
        source=first.source,
        given_id=first.given_id,
        publisher=first.publisher,
        url=first.url,
        byline=first.byline,
        published=first.published,
    )
    return replace(seen, record=replace(seen.record, article=article))


def _rows(room: Room[Any], ledger: Ledger, seen: Iterable[Seen], judged: Judged) -> list[NewItem]:
    """Return the items of articles, each with its node."""
    rows: list[NewItem] = []
    for each in seen:
        alone = judged.alone(each)
        items = list(room.items(each))
        names = {name for item in items for name, _ in (*item.refs, *item.cites)} - {room.name}
        below = {name: ledger.items(each.number, name) for name in names}
        nodes = _nodes(room, each, items, below, alone)
        below[room.name] = nodes
        rows += [_row(room, each, item, below) for item in items]
    return rows


def _nodes(
    room: Room[Any],
    seen: Seen,
    items: Collection[Item[Any]],
    below: Mapping[str, Mapping[int, int]],
    alone: Collection[tuple[str, int]],
) -> dict[int, int]:
    """Return the nodes of the items of an article, by their ordinals as they are stored."""
    nodes: dict[int, int] = {}
    is_large = 0 < room.large < len(items)
    for item in items:
        ordinal = _stored(room.name, item.ordinal, seen)
        if item.twin is None or is_large or (room.name, ordinal) in alone:
            nodes[ordinal] = node_number(room.name, seen.record.article.id, ordinal)
        else:
            refs = _referred(item.refs, seen, below)
            nodes[ordinal] = number_of(room.name, "twin", item.twin, *refs)
    return nodes


def _row(
    room: Room[Any], seen: Seen, item: Item[Any], below: Mapping[str, Mapping[int, int]]
) -> NewItem:
    ordinal = _stored(room.name, item.ordinal, seen)
    own = b"" if item.own is None else packed(item.own)
    cites = _referred(item.cites, seen, below)
    member = Member(seen.appeared, seen.record.article.id, ordinal, own=own, cites=cites)
    refs = _referred(item.refs, seen, below)
    node = below[room.name][ordinal]
    facts = packed(item.facts)
    return NewItem(node, facts, item.keys, refs, seen.number, member, item.said)


def _referred(
    things: Iterable[tuple[str, int]], seen: Seen, below: Mapping[str, Mapping[int, int]]
) -> tuple[int, ...]:
    """Return the nodes of things of an article, 0 for what is no item."""
    return tuple(below[name].get(_stored(name, other, seen), 0) for name, other in things)


def _stored(name: str, ordinal: int, seen: Seen) -> int:
    return seen.kept[ordinal] if seen.kept and name in OF_STATEMENTS else ordinal


def _telling(room: Room[Any], rows: Iterable[NewItem], known: Mapping[int, NodeRow]) -> set[int]:
    """Return the nodes whose groups must be made again since they stand for some items more."""
    by_node: dict[int, list[Member]] = defaultdict(list)
    for row in rows:
        by_node[row.node].append(row.member)
    telling = set(by_node)
    for node, was in known.items():
        bound = sample_bound(was.size + len(by_node[node]), room.sample)
        if bound and bound == sample_bound(was.size, room.sample):
            its = by_node[node]
            if all(m.order > was.first.order and m.article >= bound for m in its):
                telling.discard(node)
    return telling


def _beside(ledger: Ledger, nodes: Collection[int]) -> set[int]:
    """Return those whose answers nodes that stand for more now are, and the reverse."""
    return {end for pair in ledger.pairs_at(nodes) if not pair.joins for end in pair[:2]}


def _counts(name: str, pairs: Sequence[PairRow], change: Change) -> LinkCounts:
    """Return what linking did in one room."""
    kinds = [pair.kind for pair in pairs]
    if name == "copies":
        return LinkCounts(copies=sum(pair.joins for pair in pairs))
    if name == "entities":
        return LinkCounts(entities=change.more)
    if name == "quotations":
        return LinkCounts(quotations=change.more)
    return LinkCounts(
        claims=change.more,
        denials=sum(kind in AGAINST for kind in kinds),
        conflicts=kinds.count("conflicts"),
    )
