"""Filters -> conditions in SQL on articles and statements, for lists and counts."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, false, or_, select

from sayso.records import ANY_SAID
from sayso.store.choosing.filters import Filters
from sayso.store.dialect import among, find_articles
from sayso.store.linking.schema import link_items, link_nodes
from sayso.store.linking.whom import ITS_ACTORS, ROOM, groups_of
from sayso.store.names import key
from sayso.store.queries import was_said
from sayso.store.schema import (
    PLACE,
    RESOLVED,
    actors,
    acts,
    articles,
    names,
    sightings,
    speakers,
    statements,
)
from sayso.store.search import saying
from sayso.store.statement_lists import called, spoken_of_place
from sayso.store.words import keys, phrases

_EVERY = 2**31 - 1  # articles


def of_articles(connection: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions on `articles` that the filters set, `words` among them."""
    return [*_by_outlet(connection, filters), *_by_day(filters), *_by_words(connection, filters)]


def of_statements(connection: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions on `statements` that the filters set.

    Of `words` they say nothing; see `with_words`.
    """
    conditions = [*_by_entity(connection, filters.entity), *_by_place(connection, filters.place)]
    if filters.acts:
        mine = acts.c.statement_id == statements.c.id
        does = select(acts.c.statement_id).where(mine, acts.c.name.in_(filters.acts))
        conditions.append(does.correlate(statements).exists())
    if filters.min_score:
        conditions.append(statements.c.score >= filters.min_score)
    if filters.said != ANY_SAID:
        conditions.append(was_said(filters.said, statements.c.id))
    return conditions


def with_words(connection: Connection, words: str) -> ColumnElement[bool]:
    """Return the condition on `statements` that all words stand in their content."""
    if not (wanted := phrases(words)):
        return false()
    ids = [each.id for each in saying(connection, wanted, _EVERY)]
    return among(connection, statements.c.id, ids)


def outlets(connection: Connection, name: str) -> list[str]:
    """Return the outlets of the record that a name means: those called so, else with its words."""
    wanted = keys(name)
    every = connection.scalars(select(sightings.c.publisher).distinct()).all()
    known = {each: keys(each) for each in every if each}
    exactly = [each for each, its in known.items() if its == wanted]
    words = set(wanted.split())
    return exactly or [each for each, its in known.items() if words and words <= set(its.split())]


def _by_outlet(connection: Connection, filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.outlet:
        names = outlets(connection, filters.outlet)
        column = sightings.c.publisher
        seen = select(sightings.c.article_number).where(among(connection, column, names))
        yield articles.c.number.in_(seen) if names else false()


def _by_day(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.since or filters.until:
        seen = select(sightings.c.number).where(RESOLVED).correlate(articles)
        if filters.since:
            seen = seen.where(sightings.c.published_end >= filters.since)
        if filters.until:
            seen = seen.where(sightings.c.published_start <= filters.until)
        yield seen.exists()


def _by_words(connection: Connection, filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.words:
        wanted = phrases(filters.words)
        numbers = find_articles(connection, wanted, _EVERY) if wanted else []
        yield among(connection, articles.c.number, numbers) if numbers else false()


def _by_entity(connection: Connection, name: str) -> Iterator[ColumnElement[bool]]:
    if name:
        every = [statements.c.id.in_(each) for each in said_by(connection, name)]
        yield or_(*every) if every else false()


def said_by(connection: Connection, name: str) -> Iterator[Select[Any]]:
    """Yield queries for the ids of what those say who are called so, or are of such an entity."""
    its = (speakers.c.article_number == actors.c.article_number) & (speakers.c.actor == actors.c.id)
    saying = select(speakers.c.statement_id).join(actors, its)
    if groups := sorted(groups_of(connection, name)):
        nodes = among(connection, link_nodes.c.group, groups)
        linked = saying.join(link_items, ITS_ACTORS & (link_items.c.room == ROOM))
        linked = linked.join(link_nodes, link_nodes.c.number == link_items.c.node).where(nodes)
        yield linked
    if wanted := key(name):
        fits = called(wanted)
        same = (fits.c.article_number == actors.c.article_number) & (
            fits.c.ordinal == actors.c.ordinal
        )
        yield saying.join(fits, same)


def is_called(connection: Connection, place: str) -> bool:
    """Tell whether any place of the record is called exactly so."""
    its = select(names.c.key).where(names.c.kind == PLACE, names.c.key == key(place)).limit(1)
    return connection.execute(its).first() is not None


def _by_place(connection: Connection, place: str) -> Iterator[ColumnElement[bool]]:
    if place:
        fits = spoken_of_place(connection, place, ANY_SAID)
        if fits is None:
            yield false()
        else:
            its = fits.subquery()
            yield statements.c.id.in_(select(its.c.statement_id))
