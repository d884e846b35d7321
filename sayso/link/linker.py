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
from sayso.link.copies.room import Copies
from sayso.link.deciding import decide
from sayso.link.grouping import Change, regroup
from sayso.link.ledger import Ledger
from sayso.link.room import Item, Room
from sayso.link.rooms import Claims, Entities, Quotations
from sayso.link.rulings import Judged
from sayso.linked import AGAINST
from sayso.nodes import Member, NewItem, PairRow, Seen, node_number, number_of
from sayso.packing import packed

Nodes = dict[str, set[int]]  # by room

# All rooms, those below first.
ROOMS: tuple[Room[Any], ...] = (Copies(), Entities(), Quotations(), Claims())
OF_STATEMENTS = ("quotations", "claims")  # rooms whose items are statements


@dataclass(frozen=True, slots=True)
class LinkCounts:
    """What linking did: `articles` linked, pairs of `copies`, entities, quotations and claims.

    `entities`, `quotations` and `claims` are how many more there are than before. `denials` and
    `conflicts` are pairs of statements.
    """

    articles: int = 0
    copies: int = 0
    entities: int = 0
    quotations: int = 0
    claims: int = 0
    denials: int = 0
    conflicts: int = 0

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

    def prepare(self, ledger: Ledger, *, rebuild: bool = False) -> None:
        """Take out links by other rules, or all; unlink what was judged otherwise since."""
        if rebuild or ledger.rules() - {self.rules}:
            ledger.clear()
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

    def link(self, ledger: Ledger, *, batch: int) -> LinkCounts | None:
        """Link some articles, as many as `batch`, and return what that did; None if all are."""
        numbers = ledger.unlinked(batch)
        if not numbers and not ledger.is_touched():
            return None
        judged = Judged(self.judgements)
        seen = [judged.seen(_as_first_seen(each)) for each in ledger.seen(numbers)]
        ledger.mark(seen, self.rules)
        done = LinkCounts(articles=len(seen))
        again: Nodes = defaultdict(set)  # to decide
        touched: Nodes = defaultdict(set)  # to group
        for room in self.rooms:
            its, new = _add(room, ledger, seen, judged)
            judged.rule(room.name, ledger, seen)
            pairs, others = decide(room, ledger, new, again[room.name])
            touched[room.name] |= its | others | _beside(ledger, its - new)
            touched[room.name] |= {end for pair in pairs for end in pair[:2]}
            touched[room.name] |= ledger.take_touched(room.name)
            change = regroup(room, ledger, touched[room.name])
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
    """Return an article as its earliest sighting has it: which was read first tells nothing."""
    first = seen.first_sighting
    article = replace(
        seen.record.article,
        source=first.source,
        given_id=first.given_id,
        publisher=first.publisher,
        url=first.url,
        byline=first.byline,
        published=first.published,
    )
    return replace(seen, record=replace(seen.record, article=article))


def _add(
    room: Room[Any], ledger: Ledger, seen: Iterable[Seen], judged: Judged
) -> tuple[set[int], set[int]]:
    """Add the items of articles; return all their nodes, and those that are new."""
    rows: list[NewItem] = []
    for each in seen:
        alone = judged.alone(each)
        items = list(room.items(each))
        names = {name for item in items for name, _ in (*item.refs, *item.cites)}
        below = {name: ledger.items(each.number, name) for name in names}
        rows += [_row(room, each, item, below, alone) for item in items]
    return {row.node for row in rows}, ledger.add(room.name, rows)


def _row(
    room: Room[Any],
    seen: Seen,
    item: Item[Any],
    below: Mapping[str, Mapping[int, int]],
    alone: Collection[tuple[str, int]],
) -> NewItem:
    def stored(name: str, ordinal: int) -> int:
        return seen.kept[ordinal] if seen.kept and name in OF_STATEMENTS else ordinal

    article, ordinal = seen.record.article.id, stored(room.name, item.ordinal)

    def nodes(things: Iterable[tuple[str, int]]) -> tuple[int, ...]:
        return tuple(below[name].get(stored(name, other), 0) for name, other in things)

    refs = nodes(item.refs)
    if item.twin is None or (room.name, ordinal) in alone:
        node = node_number(room.name, article, ordinal)
    else:
        node = number_of(room.name, "twin", item.twin, *refs)
    own = b"" if item.own is None else packed(item.own)
    member = Member(seen.published, article, ordinal, own=own, cites=nodes(item.cites))
    return NewItem(node, packed(item.facts), item.keys, refs, seen.number, member)


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
