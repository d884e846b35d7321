"""Articles -> taken out of what linking keeps; what that touches is noted."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import (
    Connection,
    bindparam,
    delete,
    select,
    update,
)

from sayso.nodes import CROWD
from sayso.store.linking.rows import LinkRows, numbers_unpacked
from sayso.store.linking.schema import (
    link_items,
    link_keys,
    link_nodes,
    link_refs,
    link_rulings,
    link_touched,
    linked,
)


def forget(connection: Connection, numbers: Collection[int]) -> None:
    """Unlink articles, by their numbers; those that are not linked stay as they are."""
    rows = LinkRows(connection)
    its = rows.asked(select(linked.c.article_number), linked.c.article_number, numbers)
    if there := [row.article_number for row in its]:
        _forget(rows, there)


def _forget(rows: LinkRows, numbers: Collection[int]) -> None:
    mine = rows.asked(select(link_items.c.node), link_items.c.article_number, numbers)
    nodes = {row.node for row in mine}
    groups = set(rows.group_numbers(nodes).values()) - {0}
    beside = {end for pair in rows.pairs_at(nodes) for end in pair[:2]}
    ruled = {end for ruling in rows.rulings_at(nodes) for end in ruling[:2]}
    rows.touch(nodes | beside | ruled | rows.nodes_of(groups).keys())
    rows.take_out(link_items, link_items.c.article_number, numbers)
    rows.take_out(linked, linked.c.article_number, numbers)
    left = {row.node for row in rows.asked(select(link_items.c.node), link_items.c.node, nodes)}
    _recount(rows, left)
    _drop_nodes(rows, nodes - left)
    rows.drop_groups(groups - set(rows.nodes_of(groups).values()))


def _recount(rows: LinkRows, nodes: Collection[int]) -> None:
    """Say anew what nodes stand for that some items of theirs have left."""
    changed = []
    for number, members in rows.members(nodes).items():
        first = members[0]
        changed.append(
            {
                "its": number,
                "left": len(members),
                "latest": max(each.published for each in members),
                "article": rows.number(first.article),
                "ordinal": first.ordinal,
            }
        )
    change = update(link_nodes).where(link_nodes.c.number == bindparam("its"))
    values: dict[str, Any] = {
        "size": bindparam("left"),
        "last": bindparam("latest"),
        "first_article": bindparam("article"),
        "first_ordinal": bindparam("ordinal"),
    }
    rows.change_each(change.values(values), changed)


def _drop_nodes(rows: LinkRows, nodes: Collection[int]) -> None:
    query = select(link_nodes.c.number, link_nodes.c.room, link_nodes.c["keys"], link_nodes.c.refs)
    keys, refs = [], []
    for number, room, its, below in rows.asked(query, link_nodes.c.number, nodes):
        keys += [{"r": room, "k": key, "n": number} for key in numbers_unpacked(its)]
        refs += [{"b": ref, "n": number} for ref in numbers_unpacked(below)]
    _reopen(rows, keys)
    key = (
        (link_keys.c.room == bindparam("r"))
        & (link_keys.c.key == bindparam("k"))
        & (link_keys.c.node == bindparam("n"))
    )
    rows.change_each(delete(link_keys).where(key), keys)
    ref = (link_refs.c.below == bindparam("b")) & (link_refs.c.node == bindparam("n"))
    rows.change_each(delete(link_refs).where(ref), refs)
    rows.take_out(link_refs, link_refs.c.below, nodes)
    rows.drop_pairs(nodes)
    rows.take_out(link_rulings, link_rulings.c.a, nodes)
    rows.take_out(link_rulings, link_rulings.c.b, nodes)
    rows.take_out(link_touched, link_touched.c.node, nodes)
    rows.take_out(link_nodes, link_nodes.c.number, nodes)


def _reopen(rows: LinkRows, gone: Collection[Mapping[str, int]]) -> None:
    """Touch whoever shares keys that are no crowd's any more once some of their rows are gone."""
    leaving = Counter((row["r"], row["k"]) for row in gone)
    for room in {room for room, _ in leaving}:
        its = [key for r, key in leaving if r == room]
        crowds = rows.crowds(room, its, CROWD).items()
        open_again = [key for key, many in crowds if many - leaving[room, key] <= CROWD]
        query = select(link_keys.c.node).where(link_keys.c.room == room)
        rows.touch({row.node for row in rows.asked(query, link_keys.c.key, open_again)})
