"""Filters -> which statements fit, as they hold, and what lists take of them.

Of articles that people corrected it is told from the record as it holds, of all others in SQL.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, or_, select, true

from sayso.store.choosing import conditions, streaming
from sayso.store.choosing.filters import Filters
from sayso.store.dialect import among, find_articles, reading
from sayso.store.judged_lists import Corrected
from sayso.store.linking.schema import ROOMS, link_groups, link_items, link_nodes
from sayso.store.linking.values import SHOWN
from sayso.store.linking.whom import ITS_ACTORS
from sayso.store.queries import counting, newest_first, rows_of
from sayso.store.rows import ArticleRow, Hit
from sayso.store.schema import actors, articles, speakers, statements
from sayso.store.search import Sought, hits_in
from sayso.store.words import phrases

_EVERY = 2**31 - 1  # articles


class Choice:
    """What of a record fits filters."""

    def __init__(self, engine: Engine, filters: Filters) -> None:
        self._engine = engine
        self._filters = filters
        self._decided = streaming.decided(engine)

    def statements(self, ids: Collection[str]) -> set[str]:
        """Return which of some statements fit, by their ids."""
        with reading(self._engine) as connection:
            return self.among(connection, ids)

    def among(self, connection: Connection, ids: Collection[str]) -> set[str]:
        """Return which of some statements fit, in a record that is open."""
        mine = among(connection, statements.c.id, list(ids))
        query = select(statements.c.id).where(mine, self.condition(connection))
        return set(connection.scalars(query))

    def articles(self, ids: Collection[str]) -> set[str]:
        """Return which of some articles fit, by their ids."""
        with self._asked() as (connection, fits):
            mine = among(connection, articles.c.id, list(ids))
            query = select(articles.c.id).where(mine, *self._of_articles(connection, fits))
            return set(connection.scalars(query))

    def rows(self, *, limit: int | None, skip: int = 0) -> list[ArticleRow]:
        """Return the articles that fit, newest first, with the numbers of statements that do.

        The first few are left out.
        """
        with self._asked() as (connection, fits):
            query = counting(fits).where(*self._of_articles(connection, fits))
            return rows_of(connection, newest_first(query).limit(limit).offset(skip))

    def counts(self) -> tuple[int, int]:
        """Return how many articles, and how many statements of them, fit."""
        with self._asked() as (connection, fits):
            its = select(articles.c.number).where(*self._of_articles(connection, fits))
            every = select(func.count()).select_from(its.subquery())
            mine = select(func.count()).select_from(statements).where(fits)
            return connection.scalar(every) or 0, connection.scalar(mine) or 0

    def hits(self, *, limit: int) -> list[Hit]:
        """Return the articles that hold all words, best first, at most `limit`.

        Where filters choose among statements it is these that have to hold the words.
        """
        if not (wanted := phrases(self._filters.words)):
            return []
        whole = not replace(self._filters, words="").are_about_statements
        within = None
        with self._asked() as (connection, fits):
            its = self._of_articles(connection, None if whole else fits)
            fitting = set(connection.scalars(select(articles.c.number).where(*its)))
            every = find_articles(connection, wanted, _EVERY)
            numbers = [number for number in every if number in fitting][:limit]
            if not whole:
                mine = among(connection, statements.c.article_number, numbers)
                within = frozenset(connection.scalars(select(statements.c.id).where(mine, fits)))
            those = select(articles.c.id).where(among(connection, articles.c.number, numbers))
            ids = connection.scalars(those).all()
        corrected = Corrected.of(self._engine, ids).records
        with reading(self._engine) as connection:
            return hits_in(
                connection, numbers, Sought(wanted, self._filters.said, corrected, within)
            )

    def groups(self, room: str) -> dict[int, str]:
        """Return the claims or quotations of which a statement fits, by number, with their ids.

        Of entities these are they who say what fits.
        """
        columns = (link_groups.c.number, link_groups.c.id)
        with self._asked() as (connection, fits):
            items = _speaking(fits) if room == "entities" else _stated(fits)
            query = (
                items.with_only_columns(*columns)
                .distinct()
                .join(link_nodes, link_nodes.c.number == link_items.c.node)
                .join(link_groups, link_groups.c.number == link_nodes.c.group)
                .where(link_items.c.room == ROOMS.index(room), SHOWN)
            )
            return {row.number: row.id for row in connection.execute(query)}

    def condition(self, connection: Connection) -> ColumnElement[bool]:
        """Return the condition on `statements` that they fit, as they hold."""
        filters, decided = self._filters, self._decided
        made = conditions.of_statements(connection, filters)
        if of_articles := conditions.of_articles(connection, filters):
            numbers = select(articles.c.number).where(*of_articles)
            made.append(statements.c.article_number.in_(numbers))
        if filters.words:
            made.append(conditions.with_words(connection, filters.words))
        if not (corrected := streaming.corrected(decided)):
            return and_(true(), *made)
        theirs = select(articles.c.number).where(articles.c.id.in_(corrected))
        others = statements.c.article_number.not_in(theirs)
        every = streaming.chosen_of(connection, filters, decided)
        ids = [name for each in every for name in each.chosen]
        return or_(and_(others, *made), among(connection, statements.c.id, ids))

    @contextmanager
    def _asked(self) -> Iterator[tuple[Connection, ColumnElement[bool]]]:
        """Open the record, and give the condition that statements fit."""
        with reading(self._engine) as connection:
            yield connection, self.condition(connection)

    def _of_articles(
        self, connection: Connection, fits: ColumnElement[bool] | None
    ) -> list[ColumnElement[bool]]:
        """Return the conditions on `articles` that they fit, of their statements if need be."""
        made = conditions.of_articles(connection, self._filters)
        if fits is not None and self._filters.are_about_statements:
            mine = select(statements.c.id).where(statements.c.article_number == articles.c.number)
            made.append(mine.where(fits).correlate(articles).exists())
        return made


def _stated(fits: ColumnElement[bool]) -> Select[Any]:
    """Return the query for what statements that fit are linked as."""
    own = (link_items.c.article_number == statements.c.article_number) & (
        link_items.c.ordinal == statements.c.ordinal
    )
    return select(link_items).select_from(statements).join(link_items, own).where(fits)


def _speaking(fits: ColumnElement[bool]) -> Select[Any]:
    """Return the query for what they are linked as who say what fits."""
    its = (speakers.c.article_number == actors.c.article_number) & (speakers.c.actor == actors.c.id)
    said = speakers.c.statement_id.in_(select(statements.c.id).where(fits))
    query = select(link_items).select_from(speakers).join(actors, its)
    return query.join(link_items, ITS_ACTORS).where(said)
