"""Who, or where -> what was said, by date: statements with all that a list of them shows."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    Row,
    Select,
    Table,
    distinct,
    func,
    literal,
    select,
    tuple_,
)

from sayso.errors import DamageError
from sayso.records import ANY_SAID, Act, Actor, Link, Provenance, Statement
from sayso.store import conclusions
from sayso.store.conclusions import ACT_LACKING, ACTORS, PROVENANCE_LACKING, Words
from sayso.store.dialect import reading
from sayso.store.linking.whom import ITS_GROUP, ids_of, with_group
from sayso.store.names import containing, key
from sayso.store.queries import list_query, rows_of, was_said
from sayso.store.rows import ArticleRow, Passed, Said, Spot
from sayso.store.schema import (
    ACTOR,
    CONTENT,
    CUE,
    PLACE,
    RESOLVED,
    SOURCE,
    actors,
    acts,
    addressees,
    articles,
    content_places,
    links,
    names,
    places,
    provenances,
    sightings,
    spans,
    speakers,
    statements,
)
from sayso.store.tally import check, check_filled, check_names, damage_of
from sayso.store.verbatim import Verbatim

# How many statements are put together at once; an old SQLite takes 999 values at most.
_AT_ONCE = 500
_GAP = " … "
_LARGEST_ID = 2**63 - 1

_LISTED = (
    *(statements, spans, acts, provenances, speakers, links, addressees, actors),
    *(places, content_places),
)
_SPEAKING = (speakers.c.article_number == actors.c.article_number) & (
    speakers.c.actor == actors.c.id
)
_IN_CONTENT = (content_places.c.article_number == places.c.article_number) & (
    content_places.c.ordinal == places.c.ordinal
)
_CARRYING = (links.c.article_number == actors.c.article_number) & (links.c.actor == actors.c.id)
_PLACE_NAME = func.coalesce(
    func.nullif(places.c.location_name, ""), places.c.words, type_=Verbatim()
)


def who(engine: Engine, name: str, *, said: str, limit: int | None) -> list[Said]:
    """Return what the actors called `name` say, by date, those without a date last.

    An actor is called so if its name, or a name that its article calls it by, has all the words
    of `name`; case and accents do not matter. Whether it was `said`: see `was_said`.
    """
    if not (wanted := key(name)):
        return []
    fits = _speaking(wanted, said).subquery()
    chosen = select(
        fits.c.statement_id, fits.c.article_number, func.min(fits.c.ordinal).label("speaker")
    ).group_by(fits.c.statement_id, fits.c.article_number)
    with reading(engine) as connection:
        _check_called(connection, wanted, speakers, said)
        return listed(connection, chosen.subquery(), limit)


def carried(engine: Engine, name: str, *, said: str, limit: int | None) -> list[Said]:
    """Return what the actors called `name` passed on, whoever said it, likewise.

    Credits, datelines and bylines count as well as words such as "told" and "reported".
    """
    if not (wanted := key(name)):
        return []
    fits = _carrying(wanted, said).subquery()
    columns = (fits.c.statement_id, fits.c.article_number, literal(0).label("speaker"))
    with reading(engine) as connection:
        _check_called(connection, wanted, links, said)
        return listed(connection, select(*columns).distinct().subquery(), limit)


def given(engine: Engine, ids: Collection[str]) -> list[Said]:
    """Return the statements of some ids, those that are there, by date."""
    columns = (statements.c.id.label("statement_id"), statements.c.article_number)
    made: list[Said] = []
    with reading(engine) as connection:
        left = iter(dict.fromkeys(ids))
        while some := list(islice(left, _AT_ONCE)):
            query = select(*columns, literal(0).label("speaker")).where(statements.c.id.in_(some))
            made += listed(connection, query.subquery(), None)
    return sorted(made, key=_by_date)


def actors_in(engine: Engine, pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], Actor]:
    """Return some actors, by the ids of their articles and their own, those that are there."""
    wanted = set(pairs)
    query = (
        select(articles.c.id.label("article_id"), actors)
        .join(actors, actors.c.article_number == articles.c.number)
        .where(articles.c.id.in_({article for article, _ in wanted}))
        .where(actors.c.id.in_({actor for _, actor in wanted}))
    )
    with reading(engine) as connection:
        rows = [row for row in connection.execute(query) if (row.article_id, row.id) in wanted]
        return {(row.article_id, row.id): ACTORS.value(row) for row in rows}


def _by_date(said: Said) -> tuple[str, str]:
    return said.published.start if said.published else "9999", said.article_id


def mentioning(engine: Engine, place: str, *, said: str, limit: int | None) -> list[Said]:
    """Return the statements whose content mentions `place`, by date, those without a date last.

    `place` is a GeoNames id in digits, the name of a resolved place, or a mention's own words. If
    nothing is named exactly so, names that have all the words of `place` are taken.
    """
    with reading(engine) as connection:
        fits = spoken_of_place(connection, place, said)
        if fits is None:
            return []
        fitting = fits.subquery()
        columns = (fitting.c.statement_id, fitting.c.article_number, literal(0).label("speaker"))
        return listed(connection, select(*columns).distinct().subquery(), limit)


def matching_actors(engine: Engine, name: str, *, said: str) -> dict[str, int]:
    """Return the names of the actors that `who` finds, with the numbers of their statements.

    The one with the most statements comes first.
    """
    if not (wanted := key(name)):
        return {}
    with reading(engine) as connection:
        return _counted(connection, _speaking(wanted, said))


def matching_carriers(engine: Engine, name: str, *, said: str) -> dict[str, int]:
    """Return the names of the actors that `carried` finds, likewise."""
    if not (wanted := key(name)):
        return {}
    with reading(engine) as connection:
        return _counted(connection, _carrying(wanted, said))


def matching_places(engine: Engine, place: str, *, said: str) -> dict[str, int]:
    """Return the names of the places that `where` finds, likewise.

    A place that is not resolved has the words of its mention for a name.
    """
    with reading(engine) as connection:
        fits = spoken_of_place(connection, place, said)
        return {} if fits is None else _counted(connection, fits)


def _speaking(wanted: str, said: str) -> Select[Any]:
    """Return the query for the statements of actors called `wanted`: one row a speaker."""
    fits = called(wanted)
    return (
        select(
            speakers.c.statement_id, speakers.c.article_number, speakers.c.ordinal, actors.c.name
        )
        .select_from(fits)
        .join(actors, _same(actors, fits))
        .join(speakers, _SPEAKING)
        .where(was_said(said, speakers.c.statement_id))
    )


def _carrying(wanted: str, said: str) -> Select[Any]:
    """Return the query for what the actors called `wanted` passed on: one row a link."""
    fits = called(wanted)
    return (
        select(links.c.statement_id, links.c.article_number, actors.c.name)
        .select_from(fits)
        .join(actors, _same(actors, fits))
        .join(links, _CARRYING)
        .where(was_said(said, links.c.statement_id))
    )


def called(wanted: str) -> FromClause:
    """Return the query for the actors called `wanted`, by article and place in it."""
    return (
        select(names.c.article_number, names.c.ordinal)
        .where(names.c.kind == ACTOR, names.c.key.in_(containing(ACTOR, wanted)))
        .distinct()
        .subquery()
    )


def _check_called(connection: Connection, wanted: str, table: Table, said: str) -> None:
    """Raise DamageError where the actors called `wanted` may do more in a table than is there."""
    fits = called(wanted)
    numbers = connection.scalars(select(fits.c.article_number).distinct()).all()
    if not numbers:
        check_names(connection)
    check(connection, numbers, (actors, table, *_deciding(said)))


def _check_places(connection: Connection, which: Select[Any], said: str) -> None:
    """Raise DamageError where the articles that a query chooses may say more of their places."""
    numbers = connection.scalars(which.distinct()).all()
    if not numbers:
        check_filled(connection, (places,))
        check_names(connection)
    check(connection, numbers, (places, content_places, *_deciding(said)))


def _deciding(said: str) -> tuple[Table, ...]:
    """Return the tables that decide what was not `said`; what has no row there counts as said."""
    return () if said in ("yes", ANY_SAID) else (statements, acts)


def spoken_of_place(connection: Connection, wanted: str, said: str) -> Select[Any] | None:
    """Return the query for the statements whose content mentions a place: one row a mention.

    Return None if `wanted` names nothing.
    """
    wanted = wanted.strip()
    if wanted.isascii() and wanted.isdigit():
        has_id = places.c.location_geonames == min(int(wanted[:20]), _LARGEST_ID)
        _check_places(connection, select(places.c.article_number).where(has_id), said)
        return _spoken_of(has_id, said)
    if not (name := key(wanted)):
        return None
    fits = (names.c.kind == PLACE, names.c.key.in_(containing(PLACE, name)))
    _check_places(connection, select(names.c.article_number).where(*fits), said)
    exactly = _spoken_of(_named(names.c.key == name), said)
    if connection.execute(exactly.limit(1)).first():
        return exactly
    return _spoken_of(_named(names.c.key.in_(containing(PLACE, name))), said)


def _named(which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition on `places` that one of their `names` fulfils a condition."""
    fits = select(names.c.article_number, names.c.ordinal).where(names.c.kind == PLACE, which)
    return tuple_(places.c.article_number, places.c.ordinal).in_(fits)


def _spoken_of(which: ColumnElement[bool], said: str) -> Select[Any]:
    return (
        select(
            content_places.c.statement_id,
            content_places.c.article_number,
            _PLACE_NAME.label("name"),
        )
        .select_from(places)
        .join(content_places, _IN_CONTENT)
        .where(which, was_said(said, content_places.c.statement_id))
    )


def _same(table: FromClause, other: FromClause) -> ColumnElement[bool]:
    return (table.c.article_number == other.c.article_number) & (table.c.ordinal == other.c.ordinal)


def _counted(connection: Connection, fits: Select[Any]) -> dict[str, int]:
    fitting = fits.subquery()
    number = func.count(distinct(fitting.c.statement_id)).label("number")
    query = select(fitting.c.name, number).group_by(fitting.c.name)
    rows = connection.execute(query.order_by(number.desc(), fitting.c.name))
    return {row.name: row.number for row in rows}


def listed(connection: Connection, chosen: FromClause, limit: int | None) -> list[Said]:
    """Return the chosen statements, each with the ordinal of the speaker to show, by date."""
    columns = (chosen.c.statement_id, chosen.c.speaker, chosen.c.article_number.label("number"))
    query: Select[Any] = (
        select(*columns, articles.c.id)
        .outerjoin(articles, articles.c.number == chosen.c.article_number)
        .outerjoin(sightings, RESOLVED)
        .outerjoin(statements, statements.c.id == chosen.c.statement_id)
        .order_by(sightings.c.published_start.nulls_last(), articles.c.number, statements.c.ordinal)
        .limit(limit)
    )
    rows = iter(connection.execute(query).all())
    said: list[Said] = []
    while some := list(islice(rows, _AT_ONCE)):
        check(connection, (row.number for row in some), _LISTED)
        about = _about(connection, some)
        for row in some:
            with damage_of(row.id):
                said.append(about.said(row))
    return said


@dataclass(frozen=True, slots=True)
class _About:
    """What is known about some statements, by their ids and by those of their articles."""

    articles: dict[str, ArticleRow]
    statements: dict[str, tuple[Statement, Words]]
    acts: dict[str, Act]
    provenances: dict[str, Provenance]
    speakers: dict[tuple[str, int], tuple[Actor, int]]
    names: dict[tuple[int, str], tuple[str, int]]
    entities: dict[int, str]
    spots: dict[str, dict[Spot, None]]

    def said(self, row: Row[Any]) -> Said:
        """Return the statement that one row chooses."""
        article = self.articles[row.id]
        statement, words = self.statements[row.statement_id]
        provenance = self.provenances.get(statement.id, PROVENANCE_LACKING)
        speaker, entity = self.speaker(statement.id, row.speaker, provenance)
        addressee, addressee_entity = self.named(row.number, provenance.addressee)
        return Said(
            article_id=article.id,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
            url=article.url,
            sightings=article.sightings,
            statement=statement,
            source=_GAP.join(words[SOURCE]),
            cue=_GAP.join(words[CUE]),
            content=_GAP.join(words[CONTENT]),
            act=self.acts.get(statement.id, ACT_LACKING),
            speaker=speaker,
            speaker_score=provenance.score,
            chain=tuple(self.passed(row.number, link) for link in provenance.links),
            addressee=addressee,
            said_at=provenance.said_at,
            places=tuple(self.spots.get(statement.id, ())),
            speaker_entity=entity,
            addressee_entity=addressee_entity,
        )

    def speaker(
        self, statement_id: str, place: int, provenance: Provenance
    ) -> tuple[Actor | None, str]:
        """Return the speaker at a place among those of a statement, None if it has none.

        Behind him comes the id of his entity, empty where he has none.
        """
        speaker, group = self.speakers.get((statement_id, place), (None, 0))
        if speaker is None and provenance.speakers:
            raise DamageError(f"a speaker of the statement {statement_id} is missing")
        return speaker, self.entities.get(group, "")

    def passed(self, number: int, link: Link) -> Passed:
        """Return who passed a statement on, and how."""
        name, entity = self.named(number, link.actor)
        return Passed(name, link.kind, entity)

    def named(self, number: int, actor: str) -> tuple[str, str]:
        """Return what an actor of an article is called, and the id of his entity."""
        if actor and (number, actor) not in self.names:
            raise DamageError(f"it has no actor {actor!r}")
        name, group = self.names.get((number, actor), ("", 0))
        return name, self.entities.get(group, "")


def _about(connection: Connection, rows: Sequence[Row[Any]]) -> _About:
    ids, numbers = [row.statement_id for row in rows], {row.number for row in rows}
    mine = statements.c.id.in_(ids)
    provenances = conclusions.provenances_of(connection, mine)
    others = {i for i, each in provenances.items() if each.links or each.addressee}
    passed_on = {row.number for row in rows if row.statement_id in others}
    of_articles = rows_of(connection, list_query(ANY_SAID).where(articles.c.number.in_(numbers)))
    speaking, named = _speakers(connection, ids), _names(connection, passed_on)
    groups = {group for _, group in (*speaking.values(), *named.values())} - {0}
    return _About(
        articles={article.id: article for article in of_articles},
        statements={each[0].id: each for each in conclusions.worded(connection, mine)},
        acts=conclusions.acts_of(connection, mine),
        provenances=provenances,
        speakers=speaking,
        names=named,
        entities=ids_of(connection, groups),
        spots=_spots(connection, ids),
    )


def _speakers(
    connection: Connection, ids: Sequence[str]
) -> dict[tuple[str, int], tuple[Actor, int]]:
    """Return the speakers of some statements, by statement and place among its speakers.

    Each comes with the group of his entity, 0 for none.
    """
    shown = (speakers.c.statement_id, speakers.c.ordinal.label("place"))
    query = select(*shown, actors, ITS_GROUP).join(actors, _SPEAKING)
    rows = connection.execute(with_group(query).where(shown[0].in_(ids)))
    return {(r.statement_id, r.place): (ACTORS.value(r), r.its_group or 0) for r in rows}


def _names(
    connection: Connection, numbers: Iterable[int]
) -> dict[tuple[int, str], tuple[str, int]]:
    """Return the names of the actors in some articles, and their groups, by article and id."""
    columns = (actors.c.article_number, actors.c.id, actors.c.name, ITS_GROUP)
    query = with_group(select(*columns)).where(actors.c.article_number.in_(numbers))
    rows = connection.execute(query)
    return {(row.article_number, row.id): (row.name, row.its_group or 0) for row in rows}


def _spots(connection: Connection, ids: Sequence[str]) -> dict[str, dict[Spot, None]]:
    """Return the places that the contents of some statements mention, in text order."""
    query = (
        select(content_places.c.statement_id, _PLACE_NAME.label("name"), places.c.location_geonames)
        .join(places, _IN_CONTENT)
        .where(content_places.c.statement_id.in_(ids))
        .order_by(places.c.ordinal)
    )
    spots: dict[str, dict[Spot, None]] = {}
    for row in connection.execute(query):
        spots.setdefault(row.statement_id, {})[Spot(row.name, row.location_geonames)] = None
    return spots
