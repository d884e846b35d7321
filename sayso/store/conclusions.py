"""What resolving concluded -> rows, and rows -> acts, provenances, actors, places and times."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, select

from sayso.records import (
    Act,
    Actor,
    Link,
    Location,
    Place,
    Provenance,
    Record,
    Role,
    Span,
    Spans,
    Statement,
    Timex,
    Unnamed,
)
from sayso.store import names as called
from sayso.store.dialect import insert_or_ignore
from sayso.store.schema import (
    ACTOR,
    PLACE,
    actors,
    acts,
    articles,
    content_places,
    names,
    places,
    provenances,
    speakers,
    statements,
    times,
)

_OLDER = "Read by an older sayso; read the article again."
# What stands for conclusions that a record of sayso 0.1 does not hold.
ACT_LACKING = Act("other", "pos", "certain", (), _OLDER)
PROVENANCE_LACKING = Provenance((), 0.0, (), "", None, None, "", _OLDER)

_OF_STATEMENTS = (acts, provenances, speakers, content_places)
_OF_ARTICLES = (actors, places, times, names)

Values = dict[str, Any]


def add(connection: Connection, records: Iterable[tuple[int, Record]]) -> None:
    """Add what was concluded of some articles, each by its number; their statements are there.

    Raises ValueError for a record that has not one act and one provenance a statement.
    """
    rows: dict[Table, list[Values]] = {table: [] for table in (*_OF_STATEMENTS, *_OF_ARTICLES)}
    for number, record in records:
        _add_statements(rows, number, record)
        _add_article(rows, number, record)
    for table, made in rows.items():
        insert_or_ignore(connection, table, made)
    called.add_words(connection, {(row["kind"], row["key"]) for row in rows[names]})


def forget(connection: Connection, article_ids: Sequence[str]) -> None:
    """Take out what was concluded of the articles; their statements must still be there."""
    theirs = select(statements.c.id).where(statements.c.article_id.in_(article_ids))
    for table in _OF_STATEMENTS:
        connection.execute(delete(table).where(table.c.statement_id.in_(theirs)))
    numbers = select(articles.c.number).where(articles.c.id.in_(article_ids))
    used = select(names.c.kind, names.c.key).where(names.c.article_number.in_(numbers))
    pairs = {(row.kind, row.key) for row in connection.execute(used)}
    for table in _OF_ARTICLES:
        connection.execute(delete(table).where(table.c.article_number.in_(numbers)))
    called.forget_words(connection, pairs)


def _add_statements(rows: dict[Table, list[Values]], number: int, record: Record) -> None:
    each = zip(record.statements, record.acts, record.provenance, strict=True)
    for statement, act, provenance in each:
        rows[acts].append(_act_row(statement, act))
        rows[provenances].append(_provenance_row(statement, provenance))
        mine = {"statement_id": statement.id, "article_number": number}
        for ordinal, actor in enumerate(provenance.speakers):
            rows[speakers].append(mine | {"ordinal": ordinal, "actor": actor})
        for ordinal, place in enumerate(record.places):
            if any(_within(place.mention, span) for span in statement.content):
                rows[content_places].append(mine | {"ordinal": ordinal})


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _add_article(rows: dict[Table, list[Values]], number: int, record: Record) -> None:
    text = record.article.text
    for ordinal, actor in enumerate(record.actors):
        mine = {"article_number": number, "ordinal": ordinal}
        rows[actors].append(mine | _actor_values(actor))
        keys = called.actor_keys(actor, text)
        rows[names].extend(mine | {"kind": ACTOR, "key": key} for key in keys)
    for ordinal, place in enumerate(record.places):
        mine = {"article_number": number, "ordinal": ordinal}
        words = place.mention.of(text)
        rows[places].append(mine | _place_values(place, words))
        keys = called.place_keys(place, words)
        rows[names].extend(mine | {"kind": PLACE, "key": key} for key in keys)
    for ordinal, time in enumerate(record.times):
        mine = {"article_number": number, "ordinal": ordinal}
        rows[times].append(mine | _time_values(time))


def acts_of(connection: Connection, which: ColumnElement[bool]) -> dict[str, Act]:
    """Return the acts of those `statements` for which a condition holds, by statement id."""
    query = select(acts).join(statements).where(which)
    return {
        row.statement_id: Act(row.name, row.polarity, row.modality, _spans(row.condition), row.why)
        for row in connection.execute(query)
    }


def provenances_of(connection: Connection, which: ColumnElement[bool]) -> dict[str, Provenance]:
    """Return the provenances of those `statements` for which a condition holds, likewise."""
    spoken = select(speakers).join(statements).where(which).order_by(speakers.c.ordinal)
    by_statement: dict[str, list[str]] = {}
    for row in connection.execute(spoken):
        by_statement.setdefault(row.statement_id, []).append(row.actor)
    return {
        row.statement_id: _provenance(row, by_statement.get(row.statement_id, ()))
        for row in connection.execute(select(provenances).join(statements).where(which))
    }


def actors_of(connection: Connection, number: int) -> tuple[Actor, ...]:
    """Return the actors of the article with this number, in order."""
    return tuple(actor(row) for row in _of_article(connection, actors, number))


def places_of(connection: Connection, number: int) -> tuple[Place, ...]:
    """Return the places of the article with this number, in order."""
    return tuple(
        Place(
            mention=Span(row.start, row.end),
            use=row.use,
            location=Location(
                geonames=row.geonames,
                name=row.name or "",
                country=row.country or "",
                admin1=row.admin1 or "",
                lat=row.lat,
                lon=row.lon,
                feature=row.feature or "",
            ),
            score=row.score,
            why=row.why,
        )
        for row in _of_article(connection, places, number)
    )


def times_of(connection: Connection, number: int) -> tuple[Timex, ...]:
    """Return the times of the article with this number, in order."""
    return tuple(
        Timex(Span(row.start, row.end), row.type, row.value, row.first, row.last, row.why)
        for row in _of_article(connection, times, number)
    )


def _of_article(connection: Connection, table: Table, number: int) -> Iterator[Row[Any]]:
    mine = table.c.article_number == number
    yield from connection.execute(select(table).where(mine).order_by(table.c.ordinal))


def _act_row(statement: Statement, act: Act) -> Values:
    return {
        "statement_id": statement.id,
        "name": act.name,
        "polarity": act.polarity,
        "modality": act.modality,
        "condition": act.condition,
        "why": act.why,
    }


def _provenance_row(statement: Statement, provenance: Provenance) -> Values:
    channel, said = provenance.channel, provenance.said_at
    packed = (
        [*said.mention, said.type, said.value, said.start, said.end, said.why] if said else None
    )
    return {
        "statement_id": statement.id,
        "score": provenance.score,
        "links": [[link.actor, *link.span, link.kind] for link in provenance.links],
        "addressee": provenance.addressee,
        "channel_start": channel.start if channel else None,
        "channel_end": channel.end if channel else None,
        "said_at": packed,
        "reports": provenance.reports,
        "why": provenance.why,
    }


def _provenance(row: Row[Any], speaking: Sequence[str]) -> Provenance:
    said = row.said_at
    no_channel = row.channel_start is None
    return Provenance(
        speakers=tuple(speaking),
        score=row.score,
        links=tuple(Link(a, Span(start, end), kind) for a, start, end, kind in row.links),
        addressee=row.addressee,
        channel=None if no_channel else Span(row.channel_start, row.channel_end),
        said_at=Timex(Span(said[0], said[1]), *said[2:]) if said else None,
        reports=row.reports,
        why=row.why,
    )


def _actor_values(of: Actor) -> Values:
    unnamed = of.unnamed
    packed: list[Any] | None = None
    if unnamed:
        packed = [unnamed.number, unnamed.kind, unnamed.affiliation, unnamed.place, unnamed.reason]
    return {
        "id": of.id,
        "name": of.name,
        "type": of.type,
        "mentions": of.mentions,
        "roles": [[role.text, *role.span] for role in of.roles],
        "of": of.of,
        "unnamed": packed,
        "why": of.why,
    }


def actor(row: Row[Any]) -> Actor:
    """Return one row of `actors` as a value."""
    unnamed = None
    if row.unnamed:
        number, kind, affiliation, place, reason = row.unnamed
        reason = Span(*reason) if reason else None
        unnamed = Unnamed(number, kind, affiliation, place, reason)
    return Actor(
        id=row.id,
        name=row.name,
        type=row.type,
        mentions=_spans(row.mentions),
        roles=tuple(Role(text, Span(start, end)) for text, start, end in row.roles),
        of=row.of,
        unnamed=unnamed,
        why=row.why,
    )


def _place_values(place: Place, words: str) -> Values:
    return {
        "start": place.mention.start,
        "end": place.mention.end,
        "words": words,
        "use": place.use,
        "geonames": place.location.geonames,
        "name": place.location.name or None,
        "country": place.location.country or None,
        "admin1": place.location.admin1 or None,
        "lat": place.location.lat,
        "lon": place.location.lon,
        "feature": place.location.feature or None,
        "score": place.score,
        "why": place.why,
    }


def _time_values(time: Timex) -> Values:
    return {
        "start": time.mention.start,
        "end": time.mention.end,
        "type": time.type,
        "value": time.value,
        "first": time.start,
        "last": time.end,
        "why": time.why,
    }


def _spans(pairs: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)
