"""Who, where, which acts, when -> statements as charts count them, the newest first, up to a limit.

Articles that people corrected are read whole, and what of them fits is told from the record as it
holds; all others are asked for in SQL alone.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Engine, Select, Table, func, not_, select, tuple_

from sayso.records import ANY_SAID
from sayso.store.charting.corrected import Meant, corrected, may_fit, numbers_of
from sayso.store.charting.newest import newest
from sayso.store.charting.rows import (
    Asked,
    Charted,
    Happening,
    Mentioned,
    Passing,
    Someone,
)
from sayso.store.choosing.conditions import of_articles, said_by
from sayso.store.dialect import among, reading
from sayso.store.judged_lists import Corrected
from sayso.store.linking.schema import link_items, link_nodes
from sayso.store.linking.whom import ITS_ACTORS, ROOM, groups_of, ids_of
from sayso.store.remembering.decided import decided
from sayso.store.schema import (
    RESOLVED,
    actors,
    acts,
    articles,
    content_places,
    links,
    places,
    sightings,
    speakers,
    statements,
)
from sayso.store.statement_lists import spoken_of_place

_DAY = 10  # characters of a day
_OF = statements.c.article_number


def charted(
    engine: Engine, asked: Asked, *, most: int, links: bool = False, places: bool = False
) -> Charted:
    """Return the statements that are asked for, the newest first, `most` at most.

    With `links` come who passed each on, with `places` what its content mentions.
    """
    judged = decided(engine)
    with reading(engine) as connection:
        meant = groups_of(connection, asked.who), groups_of(connection, asked.through)
        gone = numbers_of(connection, judged.corrections)
        query = _acting(asked).where(*of_articles(connection, asked.filters))
        if (ids := _narrowed(connection, asked, meant)) is None:
            these, cut = newest(connection, query, asked, most=most, without=gone)
        else:
            mine = query.where(among(connection, statements.c.id, sorted(ids)))
            mine = mine.where(not_(among(connection, _OF, sorted(gone))))
            these, cut = list(connection.execute(mine.limit(most + 1)).all()), False
        rows = [Happening(*tuple(row)) for row in these]
        rows = _filled(connection, rows, links=links, places=places)
        # What is older than all these would be left out again.
        since = rows[-1].day if len(rows) >= most else ""
        some = may_fit(connection, judged, asked, meant, since)
    its = Corrected.of(engine, some)
    with reading(engine) as connection:
        changed = corrected(connection, its, asked, meant)
    every = sorted([*rows, *changed], key=lambda row: row.day, reverse=True) if changed else rows
    return Charted(tuple(every[:most]), cut or len(every) > most)


def _acting(asked: Asked) -> Select[Any]:
    """Return the query for what does what is asked, the newest first.

    Its columns are those of a happening as far as its speaker.
    """
    day = func.coalesce(func.substr(sightings.c.published_start, 1, _DAY), "")
    query = (
        select(
            *(statements.c.id, statements.c.article_number, statements.c.ordinal, day),
            *(sightings.c.publisher, acts.c.name, acts.c.polarity),
        )
        .select_from(statements)
        .join(articles, statements.c.article_number == articles.c.number)
        .join(sightings, RESOLVED)
        .join(acts, acts.c.statement_id == statements.c.id)
        .where(acts.c.said == "yes")
        .order_by(sightings.c.published_start.desc().nulls_last())
        .order_by(articles.c.id, statements.c.ordinal)
    )
    if asked.acts:
        query = query.where(tuple_(acts.c.name, acts.c.polarity).in_(sorted(asked.acts)))
    if asked.kind:
        query = query.where(statements.c.kind == asked.kind)
    if asked.least:
        query = query.where(statements.c.score >= asked.least)
    return query


def _narrowed(connection: Connection, asked: Asked, meant: Meant) -> set[str] | None:
    """Return the ids of what is asked for of somebody, a place or a list; None where none is."""
    sets: list[set[str]] = []
    if asked.who:
        sets.append(set().union(*map(connection.scalars, said_by(connection, asked.who))))
    if asked.through:
        sets.append(set(connection.scalars(_through(connection, meant[1]))))
    if asked.place:
        those = spoken_of_place(connection, asked.place, ANY_SAID)
        if those is None:
            return set()
        sets.append(set(connection.scalars(those.with_only_columns(those.selected_columns[0]))))
    if asked.statements is not None:
        sets.append(set(asked.statements))
    return set.intersection(*sets) if sets else None


def _through(connection: Connection, groups: Collection[int]) -> Select[Any]:
    """Return the query for the ids of what some groups of entities pass on."""
    its = (links.c.article_number == actors.c.article_number) & (links.c.actor == actors.c.id)
    return (
        select(links.c.statement_id)
        .select_from(link_nodes)
        .join(link_items, link_items.c.node == link_nodes.c.number)
        .join(actors, ITS_ACTORS)
        .join(links, its)
        .where(link_items.c.room == ROOM, among(connection, link_nodes.c.group, sorted(groups)))
    )


def _filled(
    connection: Connection, rows: Sequence[Happening], *, links: bool, places: bool
) -> list[Happening]:
    """Return statements with their speakers, and with what else is asked for."""
    ids = [row.id for row in rows]
    speaker = _speakers(connection, ids)
    passed = _links(connection, ids) if links else {}
    mentioned = _places(connection, ids) if places else {}
    return [
        row._replace(
            speaker=speaker.get(row.id),
            links=tuple(passed.get(row.id, ())),
            places=tuple(mentioned.get(row.id, ())),
        )
        for row in rows
    ]


def _speakers(connection: Connection, ids: Sequence[str]) -> dict[str, Someone]:
    query = _named(speakers, speakers.c.statement_id).where(
        among(connection, speakers.c.statement_id, ids), speakers.c.ordinal == 0
    )
    rows = connection.execute(query).all()
    known = ids_of(connection, {row[2] for row in rows if row[2]})
    return {row[0]: Someone(row[1], known.get(row[2], "")) for row in rows}


def _links(connection: Connection, ids: Sequence[str]) -> dict[str, list[Passing]]:
    query = _named(links, links.c.statement_id, links.c.kind).where(
        among(connection, links.c.statement_id, ids)
    )
    rows = connection.execute(query.order_by(links.c.ordinal)).all()
    known = ids_of(connection, {row[3] for row in rows if row[3]})
    made: dict[str, list[Passing]] = defaultdict(list)
    for id_, kind, name, group in rows:
        made[id_].append(Passing(kind, Someone(name, known.get(group, ""))))
    return made


def _named(table: Table, *shown: Column[Any]) -> Select[Any]:
    """Return the query for the actors of a table with their names and groups of entities."""
    its = (table.c.article_number == actors.c.article_number) & (table.c.actor == actors.c.id)
    return (
        select(*shown, actors.c.name, link_nodes.c.group)
        .select_from(table)
        .join(actors, its)
        .outerjoin(link_items, ITS_ACTORS & (link_items.c.room == ROOM))
        .outerjoin(link_nodes, link_nodes.c.number == link_items.c.node)
    )


def _places(connection: Connection, ids: Sequence[str]) -> dict[str, list[Mentioned]]:
    inside = (content_places.c.article_number == places.c.article_number) & (
        content_places.c.ordinal == places.c.ordinal
    )
    shown = ("words", *(f"location_{each}" for each in ("name", "geonames", "country", "admin1")))
    columns = (places.c[name] for name in (*shown, "location_lat", "location_lon", "score"))
    query = (
        select(content_places.c.statement_id, *columns)
        .join(places, inside)
        .where(among(connection, content_places.c.statement_id, ids))
        .order_by(places.c.ordinal)
    )
    made: dict[str, list[Mentioned]] = defaultdict(list)
    for id_, *its in connection.execute(query):
        made[id_].append(Mentioned(*its))
    return made
