"""What linking made of articles that share their text -> copies, all of them, of one, or a few."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, func, select, text

from sayso.linked import RELATIONS, Copy
from sayso.nodes import PairRow
from sayso.store.dialect import among, reading
from sayso.store.linking.rows import LinkRows
from sayso.store.linking.schema import ROOMS, link_items, link_pairs
from sayso.store.linking.values import kept_of, value_of
from sayso.store.schema import articles, sightings

_SAME_TEXT = "the same text, seen twice"
_ROOM = ROOMS.index("copies")
# The number stands in the words of the query: an index of some rows is used for no other.
_OF_ARTICLES = link_pairs.c.room == text(str(_ROOM))
_PAIR = tuple(link_pairs.c[name] for name in PairRow._fields)


def copies(engine: Engine, of: str | None = None) -> Iterator[Copy]:
    """Yield the related pairs of articles of the record; those alone `of` an article, by its id.

    Of one article the sightings are left out, and what others tell of the origin.
    """
    with reading(engine) as connection:
        if of is not None:
            related = list(_pairs_of(connection, of))
        else:
            related = [*_pairs(connection), *_twice(connection, _several(connection))]
    yield from sorted(related, key=lambda each: (each.a, each.b, each.given))


def versions(engine: Engine, ids: Collection[str], *, most: int) -> list[Copy]:
    """Return the pairs of which one is another state of the text of one of some articles, by ids.

    There are `most` at most.
    """
    mine = link_items.c.room == _ROOM
    pairs: dict[tuple[int, int], PairRow] = {}
    with reading(engine) as connection:
        rows = LinkRows(connection)
        nodes = {row.node for row in rows.asked(_articles(mine), articles.c.id, ids)}
        query = select(*_PAIR).where(_OF_ARTICLES, link_pairs.c.kind == "version")
        query = query.order_by(link_pairs.c.a, link_pairs.c.b).limit(most)
        for end in (link_pairs.c.a, link_pairs.c.b):
            pairs |= {(row.a, row.b): PairRow(*row) for row in rows.asked(query, end, nodes)}
        ends = {end for pair in pairs for end in pair}
        id_of = {row.node: row.id for row in rows.asked(_articles(mine), link_items.c.node, ends)}
    made = []
    for pair in list(pairs.values())[:most]:
        a, b = sorted((id_of[pair.a], id_of[pair.b]))
        made.append(_copy(pair, (a, b), ("", "")))
    return sorted(made, key=lambda each: (each.a, each.b))


def first(engine: Engine, *, limit: int, skip: int) -> tuple[list[Copy], int]:
    """Return `limit` copies behind the first `skip`, and how many there are more: reprints first.

    Texts that were seen more than once come before all, one copy each of two of its sightings.
    """
    with reading(engine) as connection:
        several = _several(connection)
        counts = dict(map(tuple, connection.execute(_COUNTS)))
        some = several[skip : skip + limit]
        pairs: list[PairRow] = []
        left, before = limit - len(some), max(0, skip - len(several))
        for kind in RELATIONS:
            number = counts.get(kind, 0)
            if left and before < number:
                query = select(*_PAIR).where(_OF_ARTICLES, link_pairs.c.kind == kind)
                query = query.order_by(link_pairs.c.a, link_pairs.c.b).limit(left).offset(before)
                pairs += [PairRow(*row) for row in connection.execute(query)]
                left = limit - len(some) - len(pairs)
            before = max(0, before - number)
        made = [*_twice(connection, some), *_as_copies(connection, pairs)]
    return made, max(0, len(several) + sum(counts.values()) - skip - len(some) - len(pairs))


_COUNTS = select(link_pairs.c.kind, func.count()).where(_OF_ARTICLES).group_by(link_pairs.c.kind)


def _pairs(connection: Connection) -> Iterator[Copy]:
    every = connection.execute(select(*_PAIR).where(_OF_ARTICLES))
    yield from _as_copies(connection, [PairRow(*row) for row in every])


def _as_copies(connection: Connection, pairs: Collection[PairRow]) -> Iterator[Copy]:
    """Yield pairs of nodes as copies, with the ids that were given and what others tell of them."""
    rows, nodes = LinkRows(connection), {node for pair in pairs for node in pair[:2]}
    mine = _articles(link_items.c.room == _ROOM)
    article_of = {row.node: row for row in rows.asked(mine, link_items.c.node, nodes)}
    given = _given(rows, {row.number for row in article_of.values()})
    settled = _settled(rows, nodes)
    for pair in pairs:
        a, b = article_of[pair.a], article_of[pair.b]
        a, b = (a, b) if a.id < b.id else (b, a)
        names = (given.get(a.number, ""), given.get(b.number, ""))
        copy = _copy(pair, (a.id, b.id), names)
        origin, why = settled.get((a.id, b.id), (copy.origin, copy.why))
        yield replace(copy, origin=origin, why=why)


def _pairs_of(connection: Connection, article_id: str) -> Iterator[Copy]:
    """Yield what others are to one article."""
    mine = link_items.c.room == _ROOM
    rows = LinkRows(connection)
    nodes = {
        row.node for row in connection.execute(_articles(mine & (articles.c.id == article_id)))
    }
    pairs = rows.pairs_at(nodes)
    ends = {end for pair in pairs for end in pair[:2]}
    id_of = {row.node: row.id for row in rows.asked(_articles(mine), link_items.c.node, ends)}
    for pair in pairs:
        a, b = sorted((id_of[pair.a], id_of[pair.b]))
        yield _copy(pair, (a, b), ("", ""))


def _copy(pair: PairRow, ids: tuple[str, str], given: tuple[str, str]) -> Copy:
    if not pair.data:  # people alone say so
        return Copy(*ids, given, pair.kind, 0.0, 0.0, "", pair.score, pair.why)
    kept = kept_of(pair.data, Copy, " and ".join(ids))
    return replace(kept, given=given, score=pair.score, why=pair.why)


def _settled(rows: LinkRows, nodes: Collection[int]) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the origins, with reasons, of pairs for which others of their family tell them."""
    groups = rows.groups(set(rows.group_numbers(nodes).values()) - {0})
    every = [value_of(g.value, _Settled, g.id) for g in groups.values() if g.value]
    return {(a, b): (origin, why) for its in every for a, b, origin, why in its}


_Settled = list[tuple[str, str, str, str]]


def _articles(which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(link_items.c.node, articles.c.number, articles.c.id)
        .join(articles, articles.c.number == link_items.c.article_number)
        .where(which)
    )


def _given(rows: LinkRows, numbers: Collection[int]) -> dict[int, str]:
    """Return the id that was given with the first sighting of each of some articles."""
    columns = (sightings.c.article_number, sightings.c.given_id, sightings.c.number)
    its = rows.asked(select(*columns), sightings.c.article_number, numbers)
    ordered = sorted(its, key=lambda row: -row.number)
    return {row.article_number: row.given_id for row in ordered}


def _several(connection: Connection) -> list[int]:
    """Return the numbers of the articles that were seen more than once."""
    query = (
        select(sightings.c.article_number)
        .group_by(sightings.c.article_number)
        .having(func.count() > 1)
        .order_by(sightings.c.article_number)
    )
    return list(connection.scalars(query))


def _twice(connection: Connection, numbers: Collection[int]) -> Iterator[Copy]:
    """Yield a copy for each two sightings of the text of some articles."""
    query = (
        select(articles.c.id, sightings.c.given_id)
        .join(articles, articles.c.number == sightings.c.article_number)
        .where(among(connection, sightings.c.article_number, list(numbers)))
        .order_by(sightings.c.article_number)
    )
    by_article: dict[str, list[str]] = {}
    for row in connection.execute(query):
        by_article.setdefault(row.id, []).append(row.given_id)
    for article, names in by_article.items():
        for two in combinations(sorted(names), 2):
            yield Copy(article, article, two, "same", 1.0, 1.0, "", 1.0, _SAME_TEXT)
