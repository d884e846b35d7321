"""What linking keeps from one run to the next: nodes, the pairs that were decided, and groups.

Numbers of nodes and keys are hashes of 63 bits, and the same in every record. Numbers of groups
and articles mean nothing outside a record: they may be told equal or not, and nothing else.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sayso.records import Record, Sighting

_BITS = (1 << 63) - 1
# The bits of a key below those of the time, in rooms whose keys hold it. The time comes first, so
# that what is read at one time is written into few pages of the index of keys.
TIME = 51
# Nodes of a dated room that share one key, beyond which it brings nobody together: what so many
# have tells nothing. No key of the development sets has so many.
CROWD = 200
DAY = len("2031-03-14")  # of what says when something appeared
_ID = "sha256:"  # before the hash in the id of an article


def number_of(*parts: object) -> int:
    """Return the number of something by what tells it from all others of its kind."""
    words = "|".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(words, digest_size=8).digest(), "big") & _BITS


def node_number(room: str, article: str, ordinal: int) -> int:
    """Return the number of the node of an item that is like no other."""
    return number_of(room, article, ordinal)


def sample_bound(size: int, sample: int) -> str:
    """Return below which article ids the members of a node of some size are a sample of it.

    Ids are hashes, so that about `sample`, and half as many at least, are below. Empty where all
    members are looked at.
    """
    if not sample or size <= sample:
        return ""
    halvings = (size - 1).bit_length() - sample.bit_length() + 1
    return _ID + f"{(1 << 64) >> halvings:016x}" if halvings > 0 else ""


@dataclass(frozen=True, slots=True)
class Seen:
    """One article as linking takes it: its record, as judged, and where it was seen.

    `number` is the article's in the store. `vectors` are those of its statements, if there are any.
    `kept` are the numbers of the statements in the record as it is stored, where people took some
    out; empty where all are there.
    """

    number: int
    record: Record
    sightings: tuple[Sighting, ...] = ()
    vectors: tuple[bytes, ...] = ()
    kept: tuple[int, ...] = ()

    @property
    def published(self) -> str:
        """Return the first day on which it was seen published, or empty."""
        return self.appeared[:DAY]

    @property
    def appeared(self) -> str:
        """Return the first day on which it was seen published, with the time if known, or empty."""
        moments = [each.published for each in self.sightings or (self.record.article.sighting,)]
        return min((each.order for each in moments if each), default="")


class Member(NamedTuple):
    """One thing in one article that a node stands for, in the order of appearing.

    `appeared` is when its article did, see `Seen`. `article` is an id; `ordinal` is the number of
    the statement or actor in its article's record as it is stored, 0 for the article itself. `id`
    is the statement's or actor's, empty for an article and where it was not asked for. `own` is
    what a room keeps of it alone, and `cites` are the nodes of rooms below that it refers to beside
    those that its node does.
    """

    appeared: str
    article: str
    ordinal: int
    id: str = ""
    own: Any = b""
    cites: tuple[int, ...] = ()

    @property
    def published(self) -> str:
        """Return the day on which its article appeared, or empty."""
        return self.appeared[:DAY]

    @property
    def order(self) -> tuple[str, str, int]:
        """Return what puts members in order: by date (undated last), then by id."""
        return (self.appeared or "9999", self.article, self.ordinal)


class NodeRow(NamedTuple):
    """A node as it is kept: `facts` packed, its `first` member, the `last` day, and how many.

    `group` is the number of its group, 0 where it has none yet; `refs` are the nodes of rooms
    below that it refers to, in order.
    """

    number: int
    facts: bytes
    first: Member
    last: str
    size: int
    group: int
    refs: tuple[int, ...]


class PairRow(NamedTuple):
    """What was decided of two nodes, `a < b`.

    `way` is 1 where it goes from `a` to `b` (`a` denies `b`), -1 from `b` to `a`, 0 both ways.
    `joins` tells whether it makes one group of both. `data` is whatever the room keeps of it.
    """

    a: int
    b: int
    kind: str
    joins: bool
    way: int
    score: float
    why: str
    data: bytes = b""


class GroupRow(NamedTuple):
    """A group as it is kept: its `value` in JSON, and its `face`, all that rooms above see of it.

    `first` is the first day on which any of it was seen, 9999 where none is known, for lists.
    """

    number: int
    id: str
    face: str
    first: str
    value: bytes


class SizeRow(NamedTuple):
    """How much a group is, by which lists sort and choose it: see the table `link_sizes`."""

    number: int
    id: str
    first: str
    last: str = ""
    size: int = 0
    articles: int = 0
    outlets: int = 0
    origins: int | None = None
    answers: int = 0
    opposed: int = 0
    against: int = 0
    said: int = 0
    spoken: int = 0
    kind: str = ""
    words: str = ""


class NewItem(NamedTuple):
    """One thing of one article that is added: its node's number, facts, keys and refs.

    `article` is its article's number; `said` is how many statements it says, if it is an actor.
    """

    node: int
    facts: bytes
    keys: Collection[int]
    refs: Sequence[int]
    article: int
    member: Member
    said: int = 0


class RulingRow(NamedTuple):
    """What people decided of two nodes: as `kind` a pair, or that they are kept `apart`.

    `at` is when; `why` names who, and judgements that it has overruled.
    """

    a: int
    b: int
    kind: str
    way: int
    at: str
    why: str
