"""Somebody -> the statements of others whose content speaks of him, the newest first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Engine, select

from sayso.store.dialect import among, reading
from sayso.store.linking.schema import link_items, link_nodes
from sayso.store.linking.whom import ITS_ACTORS, ROOM, groups_of
from sayso.store.schema import (
    CONTENT,
    RESOLVED,
    actors,
    acts,
    articles,
    sightings,
    spans,
    speakers,
    statements,
)

_ARTICLES = 100  # that name somebody, the newest, in which statements are looked for
_Spans = Sequence[Sequence[int]]


class About(NamedTuple):
    """Statements about somebody by their ids; `cut` tells that older articles are left out."""

    ids: tuple[str, ...]
    cut: bool


def about(engine: Engine, entity: str) -> About:
    """Return what others say of somebody: statements in whose content he is mentioned."""
    with reading(engine) as connection:
        named, cut = _mentions(connection, groups_of(connection, entity))
        own = _own(connection, named)
        rows = _contents(connection, named)
    ids = [id_ for id_, number, ends in rows if id_ not in own and _holds(ends, named[number])]
    return About(tuple(ids), cut)


def _mentions(
    connection: Connection, groups: frozenset[int]
) -> tuple[dict[int, dict[str, _Spans]], bool]:
    """Return where the newest articles name somebody, by his actors there, the newest first."""
    query = (
        select(actors.c.article_number, actors.c.id, actors.c.mentions)
        .select_from(link_nodes)
        .join(link_items, (link_items.c.node == link_nodes.c.number) & (link_items.c.room == ROOM))
        .join(actors, ITS_ACTORS)
        .join(articles, articles.c.number == actors.c.article_number)
        .join(sightings, RESOLVED)
        .where(among(connection, link_nodes.c.group, sorted(groups)))
        .order_by(sightings.c.published_start.desc().nulls_last(), articles.c.id)
        .limit(_ARTICLES + 1)
    )
    rows = connection.execute(query).all()
    named: dict[int, dict[str, _Spans]] = defaultdict(dict)
    for row in rows[:_ARTICLES]:
        named[row.article_number][row.id] = row.mentions
    return named, len(rows) > _ARTICLES


def _own(connection: Connection, named: Mapping[int, Mapping[str, _Spans]]) -> set[str]:
    """Return what somebody says himself."""
    query = select(speakers.c.statement_id, speakers.c.article_number, speakers.c.actor)
    rows = connection.execute(query.where(among(connection, speakers.c.article_number, [*named])))
    return {row[0] for row in rows if row.actor in named[row.article_number]}


def _contents(
    connection: Connection, named: Mapping[int, object]
) -> list[tuple[str, int, list[tuple[int, int]]]]:
    """Return what was said in some articles, in their order, each with where its content stands."""
    query = (
        select(statements.c.id, statements.c.article_number, spans.c.start, spans.c.end)
        .join(acts, (acts.c.statement_id == statements.c.id) & (acts.c.said == "yes"))
        .join(spans, (spans.c.statement_id == statements.c.id) & (spans.c.role == CONTENT))
        .where(among(connection, statements.c.article_number, [*named]))
        .order_by(statements.c.ordinal)
    )
    made: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for id_, number, start, end in connection.execute(query):
        made[number, id_].append((start, end))
    place = {number: n for n, number in enumerate(named)}
    ordered = sorted(made, key=lambda key: place[key[0]])
    return [(id_, number, made[number, id_]) for number, id_ in ordered]


def _holds(ends: Sequence[tuple[int, int]], named: Mapping[str, _Spans]) -> bool:
    """Tell whether a content holds a mention."""
    every = [mention for mentions in named.values() for mention in mentions]
    return any(start <= first and last <= end for start, end in ends for first, last in every)
