"""Articles that people corrected -> their statements as charts count them, those that are asked."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from sayso.records import Record
from sayso.store.charting.rows import Asked, Happening, Mentioned, Passing, Someone
from sayso.store.choosing.conditions import is_called, of_articles
from sayso.store.dialect import among
from sayso.store.judged_lists import Corrected, called, places_meant
from sayso.store.linking.schema import link_items, link_nodes
from sayso.store.linking.whom import ROOM, ids_of
from sayso.store.names import key
from sayso.store.remembering.decided import Decided
from sayso.store.schema import RESOLVED, articles, sightings, statements
from sayso.store.statement_lists import called as actors_called

Groups = Mapping[tuple[int, int], int]
Meant = tuple[frozenset[int], frozenset[int]]  # the groups of who speaks, and of who passes it on


def numbers_of(connection: Connection, ids: Collection[str]) -> frozenset[int]:
    """Return the numbers of some articles, by their ids."""
    query = select(articles.c.number).where(among(connection, articles.c.id, sorted(ids)))
    return frozenset(connection.scalars(query)) if ids else frozenset()


def may_fit(
    connection: Connection, its: Decided, asked: Asked, meant: Meant, since: str
) -> set[str]:
    """Return those of the corrected articles of which something may be asked for since a day."""
    ids = set(its.corrections)
    for name, groups in ((asked.who, meant[0]), (asked.through, meant[1])):
        if name and ids:
            ids &= _with_somebody(connection, its, name, groups)
    if not ids:
        return set()
    query = select(articles.c.id).where(among(connection, articles.c.id, list(ids)))
    query = query.where(*of_articles(connection, asked.filters))
    if asked.statements is not None:
        own = among(connection, statements.c.id, sorted(asked.statements))
        query = query.join(statements).where(own)
    if since:
        query = query.join(sightings, RESOLVED).where(sightings.c.published_start >= since)
    return set(connection.scalars(query))


def _with_somebody(
    connection: Connection, its: Decided, name: str, groups: Collection[int]
) -> set[str]:
    """Return the corrected articles in which somebody is, as they were read or as corrected."""
    wanted = key(name)
    linked = select(link_items.c.article_number)
    linked = linked.join(link_nodes, link_nodes.c.number == link_items.c.node)
    mine = among(connection, link_nodes.c.group, sorted(groups))
    numbers = set(connection.scalars(linked.where(link_items.c.room == ROOM, mine)))
    if wanted:
        numbers.update(connection.scalars(select(actors_called(wanted).c.article_number)))
    query = select(articles.c.number, articles.c.id)
    rows = connection.execute(query.where(among(connection, articles.c.id, list(its.corrections))))
    there = {row.id for row in rows if row.number in numbers}
    return there | its.naming(wanted)


def corrected(
    connection: Connection, its: Corrected, asked: Asked, meant: Meant
) -> list[Happening]:
    """Return what of the corrected articles is asked for."""
    if not its.records:
        return []
    query = (
        select(articles.c.number, articles.c.id, sightings.c.published_start, sightings.c.publisher)
        .join(sightings, RESOLVED)
        .where(among(connection, articles.c.id, list(its.records)))
        .where(*of_articles(connection, asked.filters))
    )
    seen = connection.execute(query).all()
    known = _groups(connection, [row.number for row in seen])
    names = ids_of(connection, set(known.values()))
    entity = {place: names.get(group, "") for place, group in known.items()}
    exactly = bool(asked.place) and is_called(connection, asked.place)
    made: list[Happening] = []
    for row in seen:
        day = (row.published_start or "")[:10]
        record = its.records[row.id]
        if not _does(record, asked):
            continue
        every = _happenings(record, row.number, day, row.publisher, entity)
        about = _about(record, asked.place, exactly=exactly)
        fits = (each for each in every if _fits(each, record, asked, meant, known))
        made += [each for each in fits if about is None or each.place in about]
    return made


def _does(record: Record, asked: Asked) -> bool:
    """Tell whether any statement of a record does what is asked for."""
    return not asked.acts or any((act.name, act.polarity) in asked.acts for act in record.acts)


def _groups(connection: Connection, numbers: Sequence[int]) -> Groups:
    query = (
        select(link_items.c.article_number, link_items.c.ordinal, link_nodes.c.group)
        .join(link_nodes, link_nodes.c.number == link_items.c.node)
        .where(link_items.c.room == ROOM, among(connection, link_items.c.article_number, numbers))
    )
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def _happenings(
    record: Record, article: int, day: str, publisher: str, entity: Mapping[tuple[int, int], str]
) -> Iterator[Happening]:
    someone = {
        actor.id: Someone(actor.name, entity.get((article, n), ""))
        for n, actor in enumerate(record.actors)
    }
    for number, statement in enumerate(record.statements):
        act, provenance = record.acts[number], record.provenance[number]
        if act.said == "yes":
            speaker = next((someone[s] for s in provenance.speakers if s in someone), None)
            links = tuple(Passing(link.kind, someone[link.actor]) for link in provenance.links)
            places = tuple(_places(record, number))
            yield Happening(
                *(statement.id, article, number, day, publisher),
                *(act.name, act.polarity, speaker, links, places),
            )


def _places(record: Record, number: int) -> Iterator[Mentioned]:
    content = record.statements[number].content
    for place in record.places:
        if any(span.holds(place.mention) for span in content):
            its = place.location
            words = place.mention.of(record.article.text)
            known = (its.name, its.geonames, its.country, its.admin1, its.lat, its.lon)
            yield Mentioned(words, *known, place.score)


def _fits(row: Happening, record: Record, asked: Asked, meant: Meant, known: Groups) -> bool:
    """Tell whether a statement of a corrected article is asked for."""
    is_it = asked.statements is None or row.id in asked.statements
    does_it = not asked.acts or (row.act, row.polarity) in asked.acts
    statement = record.statements[row.place]
    is_so = asked.kind in ("", statement.kind) and statement.score >= asked.least
    if not (is_it and does_it and is_so):
        return False
    provenance = record.provenance[row.place]
    both = (
        (asked.who, meant[0], set(provenance.speakers)),
        (asked.through, meant[1], {link.actor for link in provenance.links}),
    )
    return all(
        _is_any(record, actors, name, (row.article, groups, known))
        for name, groups, actors in both
        if name
    )


def _is_any(
    record: Record,
    actors: Collection[str],
    name: str,
    linked: tuple[int, Collection[int], Groups],
) -> bool:
    """Tell whether one of some actors is asked for, as an entity or by his name."""
    article, groups, known = linked
    by_name = called(key(name))
    for number, actor in enumerate(record.actors):
        if actor.id in actors:
            group = known.get((article, number), 0)
            if group in groups or (key(name) and by_name(record, number)):
                return True
    return False


def _about(record: Record, place: str, *, exactly: bool) -> set[int] | None:
    """Return which statements of a record speak of a place, by number; None where none is asked."""
    if not place:
        return None
    spots = [record.places[each].mention for each in places_meant(record, place, whole=exactly)]
    return {
        number
        for number, statement in enumerate(record.statements)
        if any(span.holds(spot) for spot in spots for span in statement.content)
    }
