"""The tables of linking: all of it is concluded, and can be made again from the rest.

`linked` says which articles are linked, and by which rules; an article has no row there before it
is, nor after anything else was concluded of it. Its things (itself, its actors, its statements) are
in `link_items`, each as a node of a room. What nodes are found by is in `link_keys`, what was
decided of two is in `link_pairs`, what they make together in `link_groups`, and how much that is in
`link_sizes`. `link_touched` are the
nodes whose groups must be made again because something of theirs has gone. `link_rulings` are
judgements on nodes as they were applied, `link_judged` which judgements were.

Nodes, keys: hashes of 63 bits. Rooms: places in ROOMS.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Float,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    text,
)
from sqlalchemy.types import TypeEngine

from sayso.store.schema import metadata
from sayso.store.verbatim import Verbatim

ROOMS = ("copies", "entities", "quotations", "claims")  # never reordered: rows hold their places


def _number(name: str, *, key: bool = False) -> Column[int]:
    whole = BigInteger().with_variant(Integer, "sqlite")
    return Column(name, whole, primary_key=key, nullable=False, autoincrement=False)


def _small() -> TypeEngine[int]:
    return SmallInteger().with_variant(Integer, "sqlite")


def _room(*, key: bool = False) -> Column[int]:
    return Column("room", _small(), primary_key=key, nullable=False, autoincrement=False)


linked = Table(
    "linked",
    metadata,
    Column("article_number", Integer, primary_key=True, autoincrement=False),
    Column("rules", Verbatim, nullable=False),
    Column("published", Verbatim, nullable=False),  # see Seen.appeared
)

link_items = Table(
    "link_items",
    metadata,
    Column("article_number", Integer, primary_key=True, autoincrement=False),
    _room(key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    _number("node"),
    Column("cites", LargeBinary, nullable=False),
    Column("own", LargeBinary, nullable=False),
    # Of an actor: how many statements, that were said, it is a speaker of.
    Column("said", Integer, nullable=False, server_default="0"),
    Index("link_items_node", "node", "said"),
    sqlite_with_rowid=False,
)

link_nodes = Table(
    "link_nodes",
    metadata,
    _number("number", key=True),
    _room(),
    _number("group"),  # link_groups.number, 0 for none
    Column("size", Integer, nullable=False),  # of its items
    # The first of them in the order of appearing, and the last day of all.
    Column("first_article", Integer, nullable=False),  # articles.number
    Column("first_ordinal", Integer, nullable=False),
    Column("last", Verbatim, nullable=False),
    Column("keys", LargeBinary, nullable=False),  # so that its rows in link_keys can be taken out
    Column("refs", LargeBinary, nullable=False),
    Column("facts", LargeBinary, nullable=False),
    Index("link_nodes_group", "group"),
    sqlite_with_rowid=False,
)

link_keys = Table(
    "link_keys",
    metadata,
    _room(key=True),
    _number("key", key=True),
    _number("node", key=True),
    sqlite_with_rowid=False,
)

# Which nodes refer to a node of a room below.
link_refs = Table(
    "link_refs",
    metadata,
    _number("below", key=True),
    _number("node", key=True),
    sqlite_with_rowid=False,
)

link_pairs = Table(
    "link_pairs",
    metadata,
    _number("a", key=True),
    _number("b", key=True),
    Column("kind", Verbatim, nullable=False),
    Column("joins", Boolean, nullable=False),
    Column("way", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Verbatim, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("room", _small(), nullable=False, server_default="0"),
    Index("link_pairs_b", "b"),
    sqlite_with_rowid=False,
)
# Pairs of articles are few among those of statements: lists look them up by what they are.
_OF_ARTICLES = link_pairs.c.room == text("0")
Index(
    "link_pairs_articles",
    *(link_pairs.c.kind, link_pairs.c.a, link_pairs.c.b),
    sqlite_where=_OF_ARTICLES,
    postgresql_where=_OF_ARTICLES,
)

link_groups = Table(
    "link_groups",
    metadata,
    _number("number", key=True),
    _room(),
    Column("id", Verbatim, nullable=False),
    Column("face", Verbatim, nullable=False),
    Column("first", Verbatim, nullable=False),  # the first day of all, or 9999
    # JSON; None where it must be made again, empty where there is none: of what is said but once.
    Column("value", LargeBinary),
    Index("link_groups_first", "room", "first", "id"),
    Index("link_groups_id", "id"),
    sqlite_with_rowid=False,
)

# What lists sort and choose groups by, without reading their values: one row for each group that
# has a value, but those of copies. `size` counts its items, `articles` theirs; `origins` are the
# independent ones, None where unknown; of the `answers` to a claim, those that are plain, some are
# `opposed` to it, and of these some `against` it (see sayso.linked); `said` counts what an entity
# says, in how many articles `spoken`. `kind` is an entity's type, `words` head a claim or entity.
link_sizes = Table(
    "link_sizes",
    metadata,
    _number("number", key=True),  # link_groups.number
    _room(),
    Column("id", Verbatim, nullable=False),
    Column("first", Verbatim, nullable=False),  # as in link_groups
    Column("last", Verbatim, nullable=False),
    Column("size", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer),
    Column("answers", Integer, nullable=False),
    Column("opposed", Integer, nullable=False),
    Column("against", Integer, nullable=False),
    Column("said", Integer, nullable=False),
    Column("spoken", Integer, nullable=False),
    Column("kind", Verbatim, nullable=False),
    Column("words", Verbatim, nullable=False),
    sqlite_with_rowid=False,
)
_SIZES = link_sizes.c


class Order(NamedTuple):
    """By which columns of `link_sizes` groups are ordered, and which alone are in it: None for all.

    The largest come first, and those that are as large by their first days and their ids.
    """

    by: tuple[ColumnElement[Any], ...]
    which: ColumnElement[bool] | None = None


def _few(name: str, *by: str, least: int = 1) -> Order:
    # The number stands in the words of the query: an index of some rows is used for no other.
    return Order(tuple(_SIZES[each].desc() for each in by), _SIZES[name] > text(str(least - 1)))


# By their names: those of most articles; claims that are opposed; those that were denied, the
# latest first; those from most origins; entities that say most. Each has an index.
ORDERS: Mapping[str, Order] = {
    "articles": Order(tuple(_SIZES[each].desc() for each in ("articles", "answers", "size"))),
    "opposed": _few("opposed", "articles", "opposed"),
    "against": _few("against", "last", "articles"),
    "origins": _few("origins", "origins", "articles", least=2),
    "said": _few("said", "said", "spoken"),
}
for _name, _order in ORDERS.items():
    # Those that are few are of one room alone.
    _rooms = (_SIZES.room,) if _order.which is None else ()
    Index(
        f"link_sizes_{_name}",
        *(*_rooms, *_order.by, _SIZES.first, _SIZES.id),
        sqlite_where=_order.which,
        postgresql_where=_order.which,
    )

link_touched = Table(
    "link_touched",
    metadata,
    _number("node", key=True),
    _room(),
    sqlite_with_rowid=False,
)

link_rulings = Table(
    "link_rulings",
    metadata,
    Column("judgement", Verbatim, primary_key=True),
    _room(),
    _number("a"),
    _number("b"),
    Column("kind", Verbatim, nullable=False),
    Column("way", Integer, nullable=False),
    Column("at", Verbatim, nullable=False),
    Column("why", Verbatim, nullable=False),
    Index("link_rulings_a", "a"),
    Index("link_rulings_b", "b"),
    sqlite_with_rowid=False,
)

# Which judgements the links are by; one that is taken back is none of them any more.
link_judged = Table(
    "link_judged",
    metadata,
    Column("judgement", Verbatim, primary_key=True),
    sqlite_with_rowid=False,
)

# Vectors of an article's statements in order, `size` bytes each; made by the encoder, so that
# linking again never runs it.
vectors = Table(
    "vectors",
    metadata,
    Column("article_number", Integer, primary_key=True, autoincrement=False),
    Column("model", Verbatim, nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

LINK_TABLES = (
    *(linked, link_items, link_nodes, link_keys, link_refs, link_pairs, link_groups),
    *(link_sizes, link_touched, link_rulings, link_judged),
)
