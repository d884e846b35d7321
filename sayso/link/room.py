"""What every room of linking is made of: items, nodes, edges, components and groups.

linker.py tells how they are driven.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from sayso.nodes import TIME, GroupRow, Member, PairRow, Seen
from sayso.records import Article

F = TypeVar("F")

_HALF = 1 << 62  # the highest bit of a key that is one half of a pair
_PERIODS = 0xFFF  # the time in a key at most
_UNDATED = 1  # the time of what has no day
_DAYS = 10  # in one
APART = "apart"  # the kind of a ruling that two nodes are never in one group


def asking(key: int) -> int:
    """Return the half of a pair of keys by which an item looks for those that answer.

    Those that hold the same half are not brought together by it: many are named with an office, and
    only who is named by the office alone asks whose it is.
    """
    return (key | _HALF) & ~1


def answering(key: int) -> int:
    """Return the half by which an item is found by those that ask."""
    return key | _HALF | 1


def is_half(key: int) -> bool:
    """Tell whether a key is one half of a pair."""
    return key >= _HALF


def sought(key: int) -> int:
    """Return the key by which others are looked up: its other half, or the key itself."""
    return key ^ 1 if is_half(key) else key


def around(key: int, day: str) -> int:
    """Return a key for ten days, those that `day` is of, for rooms that are `dated`.

    It is found from the ten days before and after too, so that items up to ten days apart always
    meet, and items twenty apart never do. Those of no day meet those of any.
    """
    return timeless(key) | (_period(day) if day else _UNDATED) << TIME


def timeless(key: int) -> int:
    """Return a key for a room that is `dated` that is found from whatever day."""
    return key & ((1 << TIME) - 1)


def is_timeless(key: int) -> bool:
    """Tell whether a key for a room that is `dated` is found from whatever day."""
    return key >> TIME == 0


def is_undated(key: int) -> bool:
    """Tell whether `around` made a key for no day."""
    return key >> TIME == _UNDATED


def near(key: int, times: Iterable[int]) -> list[int]:
    """Return the keys by which others are found that a key of a `dated` room brings it to.

    `times` are all that there are in keys, of which one without a day meets each.
    """
    time, rest = key >> TIME, timeless(key)
    if time > _UNDATED:
        return [rest | each << TIME for each in (time - 1, time, time + 1, _UNDATED)]
    return [rest | each << TIME for each in times if each] if time else [key]


def meeting(its: Sequence[frozenset[int]]) -> set[tuple[int, int]]:
    """Return the pairs of things, by number, that keys for a `dated` room bring together."""
    holders: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, keys in enumerate(its):
        for key in keys:
            holders[timeless(key)].append((number, key >> TIME))
    return {
        (min(a, b), max(a, b))
        for every in holders.values()
        for (a, one), (b, other) in combinations(every, 2)
        if a != b and _meets(one, other)
    }


def _meets(one: int, other: int) -> bool:
    """Tell whether two times in keys are near: see `near`."""
    if not one or not other:
        return one == other
    return abs(one - other) <= 1 or _UNDATED in (one, other)


@cache
def _period(day: str) -> int:
    """Return the number of ten days: those beside, of any date, are numbers of ten days too."""
    return date.fromisoformat(day[:10]).toordinal() // _DAYS % (_PERIODS - 4) + 3


@dataclass(frozen=True, slots=True)
class Item(Generic[F]):
    """One thing of one article: the article itself, an actor or a statement, by its `ordinal`.

    `facts` are all that a decision needs of it; `keys` are what it is looked up by.
    Items of equal `twin` are one node, undecided: they must have equal keys, and facts that tell a
    decision the same: those of the earliest are kept. None is like no other. `refs` are what it
    refers to in rooms below, as (room, ordinal) in the same article: the speaker's actor of a
    statement, say. Twins refer to the same nodes. `cites` are likewise what it refers to, in its
    own room too, and `own` is what is kept of it, for `groups` alone: twins may differ in them.
    `said` is how many statements an actor says.
    """

    ordinal: int
    facts: F
    keys: frozenset[int]
    twin: object = None
    refs: tuple[tuple[str, int], ...] = ()
    cites: tuple[tuple[str, int], ...] = ()
    own: Any = None
    said: int = 0


@dataclass(frozen=True, slots=True)
class Node(Generic[F]):
    """One item, or all twins: `first` is the earliest, `last` the last day, `size` how many.

    `refs` are the nodes, in rooms below, that it refers to: see `Below`.
    """

    number: int
    facts: F
    first: Member
    last: str
    size: int
    refs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """What was decided of two nodes: see `PairRow`. `data` is a value that can be packed."""

    kind: str
    score: float
    why: str
    joins: bool = True
    way: int = 0
    data: Any = None


def ref(node: int) -> str:
    """Return the word by which a value names the group of a node; lists put its id there."""
    return f"@{node}"


class Ruling(NamedTuple):
    """That two nodes are kept apart, or are one, since when, and who says so."""

    a: int
    b: int
    apart: bool
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Component(Generic[F]):
    """Nodes that edges join, in the order of appearing, with all edges at them.

    `pairs` are edges among them that join; `beside` are edges that do not, to nodes inside and
    outside. `rulings` are people's, of nodes inside; those that join are among `pairs` too.
    `members` gives what any node of the room stands for, or a sample of it, in the order of
    appearing, with ids, with what is their own, and with what they cite.
    """

    nodes: tuple[Node[F], ...]
    pairs: tuple[PairRow, ...]
    beside: tuple[PairRow, ...]
    rulings: tuple[Ruling, ...]
    members: Callable[[int], Sequence[Member]]


@dataclass(frozen=True, slots=True)
class Group:
    """What a room makes of nodes of a component: a value of `sayso.linked`, or None.

    `id` is that of the value. `face` is what rooms above see of it, its id if empty: when it
    changes, those who refer to it are grouped again.
    """

    nodes: tuple[int, ...]
    id: str
    value: Any = None
    face: str = ""


class Below(Protocol):
    """What a room may ask of itself and of the rooms below it."""

    def group(self, node: int) -> GroupRow | None:
        """Return the group of a node as it is now, None where it has none."""

    def number(self, node: int) -> int:
        """Return what tells the group of a node from others, and nothing else; 0 for none."""

    def know(self, nodes: Collection[int]) -> None:
        """Ask for the groups of several nodes at once; to ask one by one is the same, and slow."""

    def same(self, a: int, b: int) -> bool:
        """Tell whether two nodes are in one group now."""

    def pairs(self, nodes: Collection[int]) -> Sequence[PairRow]:
        """Return what was decided of pairs among some nodes, of whatever room."""

    def article(self, article_id: str) -> Article:
        """Return an article of the record, with its text."""


class Room(Protocol[F]):
    """A room as linker.py drives it. All of it is pure."""

    @property
    def name(self) -> str:
        """Return the room's name: copies, entities, quotations, claims."""

    @property
    def version(self) -> str:
        """Return the state of its rules: another one means to link all again."""

    @property
    def facts(self) -> type[F]:
        """Return the type of its facts: what msgspec can pack."""

    @property
    def owned(self) -> Any:
        """Return the type of what is an item's own."""

    @property
    def by_keys(self) -> bool:
        """Tell whether components are what shares keys: nothing is decided of pairs then.

        Their keys have 62 bits, or are halves: see `asking`.
        """

    @property
    def least(self) -> int:
        """Return how many keys two nodes must share to be looked at."""

    @property
    def large(self) -> int:
        """Return of how many items more an article is large, 0 for none.

        None of its items is a twin, and each node meets but the nearest of them: see nearest.py.
        """

    @property
    def sample(self) -> int:
        """Return of how many members of a node groups are made, about; 0 for all.

        These are the first, and those whose articles have the lowest ids. An item more of a node
        that is none of these changes no group.
        """

    @property
    def dated(self) -> bool:
        """Tell whether its keys hold the time: `around` and `timeless` make them."""

    @property
    def decided_by(self) -> frozenset[str]:
        """Return the rooms whose groups `decide` asks for through `refs`."""

    def items(self, seen: Seen, /) -> Iterable[Item[F]]:
        """Return the items of an article."""

    def decide(
        self, pairs: Sequence[tuple[Node[F], Node[F]]], below: Below, /
    ) -> Sequence[Edge | None]:
        """Return what each pair of nodes is to each other, None where nothing."""

    def groups(self, component: Component[F], below: Below, /) -> Iterable[Group]:
        """Return the groups of a component: every node in one of them."""
