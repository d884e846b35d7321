"""What resolving concluded -> rows, and rows -> statements, acts, provenances, actors and so on."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, select

from sayso.errors import DamageError
from sayso.records import (
    ACTOR_TYPES,
    ACTS,
    KINDS,
    LINK_KINDS,
    MODALITIES,
    SAID,
    Act,
    Actor,
    Article,
    Link,
    ModelInfo,
    Place,
    Provenance,
    Quantity,
    Record,
    Span,
    Statement,
    Timex,
)
from sayso.store import names as called
from sayso.store.columns import Columns, Values
from sayso.store.dialect import insert_or_ignore
from sayso.store.schema import (
    ACTOR,
    CONTENT,
    CUE,
    PLACE,
    ROLES,
    SOURCE,
    actors,
    acts,
    addressees,
    content_places,
    links,
    names,
    places,
    provenances,
    quantities,
    runs,
    spans,
    speakers,
    statements,
    times,
)
from sayso.store.tally import tally

_OLDER = "Read by an older sayso; read the article again."
# What stands for conclusions that a record of sayso 0.1 does not hold.
ACT_LACKING = Act("other", "pos", "certain", (), _OLDER)
PROVENANCE_LACKING = Provenance((), 0.0, (), "", None, None, "", _OLDER)

RUN = Columns(ModelInfo, runs)
_POLARITIES = ("pos", "neg")
_ACT_WORDS = {"name": ACTS, "polarity": _POLARITIES, "modality": MODALITIES, "said": SAID}
STATEMENT = Columns(Statement, statements, one_of={"kind": KINDS})
SPAN = Columns(Span, spans)
ACT = Columns(Act, acts, one_of=_ACT_WORDS)
PROVENANCE = Columns(Provenance, provenances)
LINK = Columns(Link, links, one_of={"kind": LINK_KINDS})
ACTORS = Columns(Actor, actors, one_of={"type": ACTOR_TYPES})
PLACES = Columns(Place, places)
TIMES = Columns(Timex, times)
QUANTITIES = Columns(Quantity, quantities)

_OF_STATEMENTS = (spans, acts, provenances, speakers, links, addressees, content_places)
_OF_ARTICLES = (statements, actors, places, times, quantities, names)
CONCLUDED = (*_OF_ARTICLES, *_OF_STATEMENTS)  # counted for each article: see tally.py

K = TypeVar("K")
T = TypeVar("T")
Rows = dict[Table, list[Values]]
Words = dict[str, list[str]]  # by role: the words at each span of a statement


def add(connection: Connection, records: Iterable[tuple[int, Record]]) -> None:
    """Add what was concluded of some articles, each by its number.

    Raises ValueError for a record that has not one act and one provenance a statement, or names an
    actor that it lacks.
    """
    rows: Rows = {table: [] for table in (runs, *CONCLUDED)}
    for number, record in records:
        if missing := missing_actors(record):
            raise ValueError(f"the record of {record.article.id} has no actor {missing[0]!r}")
        of_article: Rows = {table: [] for table in CONCLUDED}
        _add_statements(of_article, number, record)
        _add_rest(of_article, number, record)
        run = {"article_number": number, "tally": tally(of_article)}
        rows[runs].append(run | RUN.row(record.model))
        for table, its in of_article.items():
            rows[table] += its
    for table, made in rows.items():
        insert_or_ignore(connection, table, made)
    called.add_words(connection, {(row["kind"], row["key"]) for row in rows[names]})


def missing_actors(record: Record) -> list[str]:
    """Return the ids that a record gives to whoever speaks, and that none of its actors has."""
    named = {actor.of for actor in record.actors if actor.of}
    for each in record.provenance:
        named |= {*each.speakers, *(link.actor for link in each.links)}
        named |= {each.addressee} if each.addressee else set()
    return sorted(named - {actor.id for actor in record.actors})


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Take out all that was concluded of the articles with these numbers."""
    theirs = select(statements.c.id).where(statements.c.article_number.in_(numbers))
    for table in _OF_STATEMENTS:
        connection.execute(delete(table).where(table.c.statement_id.in_(theirs)))
    used = select(names.c.kind, names.c.key).where(names.c.article_number.in_(numbers))
    pairs = {(row.kind, row.key) for row in connection.execute(used)}
    for table in (runs, *_OF_ARTICLES):
        connection.execute(delete(table).where(table.c.article_number.in_(numbers)))
    called.forget_words(connection, pairs)


def _add_statements(rows: Rows, number: int, record: Record) -> None:
    each = zip(record.statements, record.acts, record.provenance, strict=True)
    mentioned = sorted((place.mention, ordinal) for ordinal, place in enumerate(record.places))
    for place, (statement, act, provenance) in enumerate(each):
        its = {"statement_id": statement.id}
        there = its | {"article_number": number}
        rows[statements].append(
            {"article_number": number, "ordinal": place} | STATEMENT.row(statement)
        )
        rows[spans].extend(its | row for row in _span_rows(statement, record.article.text))
        rows[acts].append(its | ACT.row(act))
        rows[provenances].append(its | PROVENANCE.row(provenance))
        for ordinal, actor in enumerate(provenance.speakers):
            rows[speakers].append(there | {"ordinal": ordinal, "actor": actor})
        for ordinal, link in enumerate(provenance.links):
            rows[links].append(there | {"ordinal": ordinal} | LINK.row(link))
        if provenance.addressee:
            rows[addressees].append(there | {"actor": provenance.addressee})
        for span in statement.content:
            rows[content_places].extend(there | {"ordinal": n} for n in _held(mentioned, span))


def _held(mentioned: Sequence[tuple[Span, int]], span: Span) -> Iterator[int]:
    """Yield the numbers of the places whose mentions, given in text order, stand in a span."""
    first = bisect_left(mentioned, span.start, key=lambda each: each[0].start)
    for mention, number in islice(mentioned, first, None):
        if mention.start >= span.end:
            return
        if span.holds(mention):
            yield number


def _span_rows(statement: Statement, text: str) -> Iterator[Values]:
    roles = ((SOURCE, statement.source), (CUE, statement.cue), (CONTENT, statement.content))
    for role, theirs in roles:
        for ordinal, span in enumerate(theirs):
            yield {"role": role, "ordinal": ordinal, "words": span.of(text)} | span._asdict()


def _add_rest(rows: Rows, number: int, record: Record) -> None:
    text = record.article.text
    for ordinal, actor in enumerate(record.actors):
        mine = {"article_number": number, "ordinal": ordinal}
        rows[actors].append(mine | ACTORS.row(actor))
        keys = called.actor_keys(actor, text)
        rows[names].extend(mine | {"kind": ACTOR, "key": key} for key in keys)
    for ordinal, place in enumerate(record.places):
        mine = {"article_number": number, "ordinal": ordinal}
        words = place.mention.of(text)
        rows[places].append(mine | {"words": words} | PLACES.row(place))
        keys = called.place_keys(place, words)
        rows[names].extend(mine | {"kind": PLACE, "key": key} for key in keys)
    for ordinal, time in enumerate(record.times):
        rows[times].append({"article_number": number, "ordinal": ordinal} | TIMES.row(time))
    for ordinal, quantity in enumerate(record.quantities):
        mine = {"article_number": number, "ordinal": ordinal}
        rows[quantities].append(mine | QUANTITIES.row(quantity))


def worded(connection: Connection, which: ColumnElement[bool]) -> list[tuple[Statement, Words]]:
    """Return those `statements` for which a condition holds, in text order within an article.

    Each comes with the words at its spans.
    """
    rows = connection.execute(select(spans).join(statements).where(which).order_by(spans.c.ordinal))
    there: dict[str, dict[str, list[Row[Any]]]] = {}
    for row in rows:
        there.setdefault(row.statement_id, {}).setdefault(row.role, []).append(row)
    rows = connection.execute(select(statements).where(which).order_by(statements.c.ordinal))
    return [_worded(row, there.get(row.id, {})) for row in rows]


def _worded(row: Row[Any], there: dict[str, list[Row[Any]]]) -> tuple[Statement, Words]:
    by_role = {role: there.get(role, ()) for role in ROLES}
    places = {role: tuple(map(SPAN.value, its)) for role, its in by_role.items()}
    words = {role: [s.words for s in its] for role, its in by_role.items()}
    if not places[CONTENT]:
        raise DamageError(f"the statement {row.id} has no content")
    # Lists never load the text: of a span that runs out of it, the words are not as long.
    for role, theirs in places.items():
        if any(s.end - s.start != len(w) for s, w in zip(theirs, words[role], strict=True)):
            raise DamageError(f"a span of the statement {row.id} is not as long as its words")
    return STATEMENT.value(row, **places), words


def acts_of(connection: Connection, which: ColumnElement[bool]) -> dict[str, Act]:
    """Return the acts of those `statements` for which a condition holds, by statement id."""
    rows = connection.execute(select(acts).join(statements).where(which))
    return {row.statement_id: ACT.value(row) for row in rows}


def provenances_of(connection: Connection, which: ColumnElement[bool]) -> dict[str, Provenance]:
    """Return the provenances of those `statements` for which a condition holds, likewise."""

    def rows_of(table: Table, *order: ColumnElement[Any]) -> Iterable[Row[Any]]:
        query = select(table).join_from(table, statements).where(which)
        return connection.execute(query.order_by(*order))

    speaking = _grouped((r.statement_id, r.actor) for r in rows_of(speakers, speakers.c.ordinal))
    passing = _grouped((r.statement_id, LINK.value(r)) for r in rows_of(links, links.c.ordinal))
    spoken_to = {row.statement_id: row.actor for row in rows_of(addressees)}
    return {
        row.statement_id: PROVENANCE.value(
            row,
            speakers=speaking.get(row.statement_id, ()),
            links=passing.get(row.statement_id, ()),
            addressee=spoken_to.get(row.statement_id, ""),
        )
        for row in rows_of(provenances)
    }


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    groups: dict[K, list[T]] = {}
    for key, each in pairs:
        groups.setdefault(key, []).append(each)
    return {key: tuple(group) for key, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Parts:
    """What was concluded of some articles, by their numbers, and of their statements, by ids."""

    statements: dict[int, list[Statement]]
    acts: dict[str, Act]
    provenances: dict[str, Provenance]
    actors: dict[int, tuple[Actor, ...]]
    places: dict[int, tuple[Place, ...]]
    times: dict[int, tuple[Timex, ...]]
    quantities: dict[int, tuple[Quantity, ...]]

    def record(self, number: int, article: Article, model: ModelInfo) -> Record:
        """Return what one of the articles puts on the record."""
        stated = tuple(self.statements.get(number, ()))
        return Record(
            article=article,
            statements=stated,
            acts=tuple(self.acts.get(s.id, ACT_LACKING) for s in stated),
            provenance=tuple(self.provenances.get(s.id, PROVENANCE_LACKING) for s in stated),
            actors=self.actors.get(number, ()),
            places=self.places.get(number, ()),
            times=self.times.get(number, ()),
            model=model,
            quantities=self.quantities.get(number, ()),
        )


def parts_of(connection: Connection, numbers: Sequence[int]) -> Parts:
    """Return what was concluded of the articles with these numbers."""
    mine = statements.c.article_number.in_(numbers)
    query = select(statements.c.id, statements.c.article_number).where(mine)
    article_of = {row.id: row.article_number for row in connection.execute(query)}
    stated: dict[int, list[Statement]] = {}
    for statement, _ in worded(connection, mine):
        stated.setdefault(article_of[statement.id], []).append(statement)
    return Parts(
        statements=stated,
        acts=acts_of(connection, mine),
        provenances=provenances_of(connection, mine),
        actors=_of_articles(connection, actors, ACTORS, numbers),
        places=_of_articles(connection, places, PLACES, numbers),
        times=_of_articles(connection, times, TIMES, numbers),
        quantities=_of_articles(connection, quantities, QUANTITIES, numbers),
    )


def _of_articles(
    connection: Connection, table: Table, columns: Columns[T], numbers: Sequence[int]
) -> dict[int, tuple[T, ...]]:
    """Return the values that a table holds of the articles with these numbers, in order."""
    mine = select(table).where(table.c.article_number.in_(numbers)).order_by(table.c.ordinal)
    pairs = ((row.article_number, columns.value(row)) for row in connection.execute(mine))
    return _grouped(pairs)
