"""A name, or none -> the entities called so, and what each says or passes on over all articles."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    distinct,
    func,
    literal,
    select,
    true,
)

from sayso.records import ANY_SAID, Record
from sayso.store.choosing.choice import Choice
from sayso.store.choosing.filters import Filters
from sayso.store.dialect import among, reading
from sayso.store.judged_lists import Corrected, called, given
from sayso.store.linking import lists, lookup
from sayso.store.linking.schema import link_groups, link_items, link_nodes
from sayso.store.linking.whom import ITS_ACTORS, ROOM, groups_called, groups_of, ids_of
from sayso.store.names import containing, key
from sayso.store.queries import was_said
from sayso.store.remembering.decided import decided
from sayso.store.rows import Said, Speaking, Voice
from sayso.store.schema import ACTOR, actors, articles, links, names, speakers, statements
from sayso.store.statement_lists import listed

_AT_ONCE = 500  # values that are asked for in one query
_NOBODY = 0  # the group of actors in articles that are not linked


class _Chosen(NamedTuple):
    """A statement that counts for a group, and which of its speakers is to be shown."""

    statement: str
    article: int
    speaker: int
    group: int


def voices(
    engine: Engine, name: str, *, carried: bool, filters: Filters, limit: int | None
) -> list[Voice]:
    """Return who is called `name`, those who say most first, each with what it says, by date.

    `name` is some words of any name that articles call them by, or the id of an entity. With
    `carried` it is what they passed on, whoever said it. Actors of articles that are not linked
    come last, together, without an entity. At most `limit` statements are given in all, of those
    that fit; `total` counts the others too.
    """
    said = filters.said
    ids = lookup.named(engine, "entities", name) if name.startswith("en_") else None
    wanted = "" if ids else key(name)
    if not ids and not wanted:
        return []
    its, named = Corrected.of(engine), Corrected.by_kinds(engine, "speaker")
    choice = Choice(engine, filters)
    with reading(engine) as connection:
        groups = _by_ids(connection, ids) if ids else groups_called(connection, wanted)
        groups |= _by_judged_name(connection, named, wanted) if wanted else set()
        chosen = [*_linked(connection, groups, carried, said)]
        chosen += _unlinked(connection, wanted, carried, said) if wanted else []
        left = _without(connection, chosen, its)
        mine = _corrected(connection, its, wanted, groups, carried)
        if filters.are_given:
            own = {record.statements[n].id for _, record, n, _ in mine}
            every = own | {each.statement for each in left}
            fits = choice.among(connection, every)
            left = [each for each in left if each.statement in fits]
            mine = [each for each in mine if each[1].statements[each[2]].id in fits]
        counts = Counter(each.group for each in left)
        counts.update(g for g, r, n, _ in mine if said in (r.acts[n].said, ANY_SAID))
        order = sorted(counts, key=lambda group: (group == _NOBODY, -counts[group], group))
        shown = set(_enough(order, counts, limit))
        rows = _rows(connection, [each for each in left if each.group in shown])
    for group in shown:
        its_own = ((record, place, speaker) for g, record, place, speaker in mine if g == group)
        rows[group] = its.relisted(rows[group], its_own, said=said, limit=None)
    return list(_voices(engine, order, counts, rows, limit))


def spoken(engine: Engine, entity: str, ids: Sequence[str]) -> list[Said]:
    """Return some statements of an entity, by ids, in their order, each with it as who speaks.

    Of several who say something together others show the first.
    """
    known = {row.statement.id: row for row in given(engine, ids)}
    others = [name for name, row in known.items() if row.speaker_entity != entity]
    with reading(engine) as connection:
        groups = groups_of(connection, entity) if others else ()
        mine = _of_groups(carried=False, said=ANY_SAID)
        mine = mine.where(among(connection, link_nodes.c.group, sorted(groups)))
        mine = mine.where(among(connection, speakers.c.statement_id, others))
        places = {row[0]: row.speaker for row in connection.execute(mine)} if others else {}
        for place in set(places.values()):
            some = [name for name, its in places.items() if its == place]
            known |= {row.statement.id: row for row in _shown(connection, some, place)}
    return [known[name] for name in ids if name in known]


def called_so(engine: Engine, name: str) -> set[int]:
    """Return the numbers of the groups of the entities that are called by all words of a name."""
    if not (wanted := key(name)):
        return set()
    its = Corrected.of(engine, decided(engine).naming(wanted))
    with reading(engine) as connection:
        return groups_called(connection, wanted) | _by_judged_name(connection, its, wanted)


def speaking(
    engine: Engine, *, carried: bool, filters: Filters, limit: int | None
) -> tuple[list[Speaking], int]:
    """Return the entities that say or pass on most of what fits, with numbers.

    Behind them comes how many others there are.
    """
    its, said = Corrected.of(engine), filters.said
    choice = Choice(engine, filters)
    with reading(engine) as connection:
        fits = choice.condition(connection) if filters.are_given else true()
        counts = _counts(connection, _of_groups(carried, said), _numbers(connection, its), fits)
        own = {each.id for record in its.records.values() for each in record.statements}
        fitting = choice.among(connection, own) if filters.are_given else own
        mine: dict[int, set[tuple[str, str]]] = defaultdict(set)
        for group, record, place, _ in _corrected(connection, its, "", None, carried):
            statement = record.statements[place].id
            if said in (record.acts[place].said, ANY_SAID) and statement in fitting:
                mine[group].add((statement, record.article.id))
        for group, theirs in mine.items():
            more = (len(theirs), len({article for _, article in theirs}))
            counts[group] = tuple(map(sum, zip(counts.get(group, (0, 0)), more, strict=True)))
        ids = ids_of(connection, counts)
    order = sorted(ids, key=lambda group: (*(-n for n in counts[group]), ids[group]))
    first = order[:limit]
    known = {each.id: each for each in lists.entities(engine, [ids[group] for group in first])}
    every = [Speaking(known[ids[g]], *counts[g]) for g in first if ids[g] in known]
    return every, len(order) - len(first)


def _counts(
    connection: Connection, saying: Select[Any], gone: Collection[int], fits: ColumnElement[bool]
) -> dict[int, tuple[int, ...]]:
    """Return how many statements that fit, and of how many articles, count for each group."""
    each = saying.subquery()
    numbers = (func.count(), func.count(distinct(each.c.article_number)))
    query = select(each.c.group, *numbers).group_by(each.c.group)
    if gone:
        query = query.where(each.c.article_number.not_in(list(gone)))
    if fits is not true():
        query = query.where(each.c.statement_id.in_(select(statements.c.id).where(fits)))
    return {row[0]: (row[1], row[2]) for row in connection.execute(query) if row[0]}


def _by_ids(connection: Connection, ids: Collection[str]) -> set[int]:
    query = select(link_groups.c.number).where(link_groups.c.id.in_(list(ids)))
    return set(connection.scalars(query))


def _by_judged_name(connection: Connection, its: Corrected, wanted: str) -> set[int]:
    """Return the groups of actors of the corrected articles, whom only people may have named so."""
    by_name = called(wanted)
    return {
        group
        for (article, number), group in _groups_of(connection, its).items()
        if number < len(its.records[article].actors) and by_name(its.records[article], number)
    }


def _said_by(carried: bool, said: str) -> Select[Any]:
    """Return the query for what actors say, or pass on: one row a statement and actor."""
    table = links if carried else speakers
    place = literal(0) if carried else speakers.c.ordinal
    columns = (table.c.statement_id, table.c.article_number)
    its = (table.c.article_number == actors.c.article_number) & (table.c.actor == actors.c.id)
    return (
        select(*columns, func.min(place).label("speaker"))
        .select_from(actors)
        .join(table, its)
        .where(was_said(said, table.c.statement_id))
        .group_by(*columns)
    )


def _of_groups(carried: bool, said: str) -> Select[Any]:
    """Return the query for what entities say, or pass on, each with the number of its group."""
    query = _said_by(carried, said)
    return (
        query.add_columns(link_nodes.c.group.label("group"))
        .join(link_items, ITS_ACTORS & (link_items.c.room == ROOM))
        .join(link_nodes, link_nodes.c.number == link_items.c.node)
        .group_by(link_nodes.c.group)
    )


def _linked(
    connection: Connection, groups: Iterable[int], carried: bool, said: str
) -> Iterator[_Chosen]:
    query, left = _of_groups(carried, said), iter(sorted(groups))
    while some := list(islice(left, _AT_ONCE)):
        for row in connection.execute(query.where(link_nodes.c.group.in_(some))):
            yield _Chosen(*row)


def _unlinked(connection: Connection, wanted: str, carried: bool, said: str) -> Iterator[_Chosen]:
    """Yield what actors called so say in articles that are not linked."""
    fits = select(names.c.article_number, names.c.ordinal).where(
        names.c.kind == ACTOR, names.c.key.in_(containing(ACTOR, wanted))
    )
    its = fits.distinct().subquery()
    query = (
        _said_by(carried, said)
        .join(
            its,
            (its.c.article_number == actors.c.article_number) & (its.c.ordinal == actors.c.ordinal),
        )
        .outerjoin(link_items, ITS_ACTORS & (link_items.c.room == ROOM))
        .where(link_items.c.node.is_(None))
    )
    for row in connection.execute(query):
        yield _Chosen(row[0], row[1], row[2], _NOBODY)


def _numbers(connection: Connection, its: Corrected) -> dict[int, str]:
    """Return the ids of the corrected articles, by their numbers."""
    query = select(articles.c.number, articles.c.id).where(articles.c.id.in_(list(its.records)))
    return {row.number: row.id for row in connection.execute(query)} if its.records else {}


def _without(connection: Connection, chosen: Iterable[_Chosen], its: Corrected) -> list[_Chosen]:
    """Return what is chosen outside of the corrected articles."""
    gone = _numbers(connection, its)
    return [each for each in chosen if each.article not in gone]


def _corrected(
    connection: Connection,
    its: Corrected,
    wanted: str,
    groups: Collection[int] | None,
    carried: bool,
) -> list[tuple[int, Record, int, Any]]:
    """Return what of the corrected articles counts for some groups, or all, each with its group.

    What an actor says who is in no group counts where it is called by all words of a key.
    """
    group_of = _groups_of(connection, its)
    inside = set(group_of.values()) if groups is None else set(groups) & set(group_of.values())
    choose = its.carrying if carried else its.speaking
    by_name = called(wanted)

    def in_group(group: int) -> Any:
        return lambda record, number: group_of.get((record.article.id, number)) == group

    def in_none(record: Record, number: int) -> bool:
        return (record.article.id, number) not in group_of and by_name(record, number)

    made = [(group, *each) for group in sorted(inside) for each in choose(in_group(group))]
    return made + ([(_NOBODY, *each) for each in choose(in_none)] if wanted else [])


def _groups_of(connection: Connection, its: Corrected) -> dict[tuple[str, int], int]:
    """Return the groups of the actors of the corrected articles, by article and number."""
    ids = _numbers(connection, its)
    query = (
        select(link_items.c.article_number, link_items.c.ordinal, link_nodes.c.group)
        .join(link_nodes, link_nodes.c.number == link_items.c.node)
        .where(link_items.c.room == ROOM, link_items.c.article_number.in_(list(ids)))
    )
    rows = connection.execute(query) if ids else ()
    return {(ids[row.article_number], row.ordinal): row.group for row in rows}


def _enough(order: Sequence[int], counts: Counter[int], limit: int | None) -> Iterator[int]:
    """Yield the first groups that together have as many statements as are asked for."""
    there = 0
    for group in order:
        if limit is not None and there >= limit:
            return
        there += counts[group]
        yield group


def _rows(connection: Connection, chosen: Sequence[_Chosen]) -> dict[int, list[Said]]:
    """Return statements as lists show them, by date, by the groups that they count for."""
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for each in chosen:
        groups[each.speaker, each.statement].append(each.group)
    made: dict[int, list[Said]] = defaultdict(list)
    for speaker in sorted({each.speaker for each in chosen}):
        its = dict.fromkeys(each.statement for each in chosen if each.speaker == speaker)
        for row in _shown(connection, its, speaker):
            for group in groups[speaker, row.statement.id]:
                made[group].append(row)
    return made


def _shown(connection: Connection, ids: Iterable[str], speaker: int) -> Iterator[Said]:
    """Yield some statements, each with the speaker that has a number among its speakers."""
    columns = (statements.c.id.label("statement_id"), statements.c.article_number)
    query, left = select(*columns, literal(speaker).label("speaker")), iter(ids)
    while some := list(islice(left, _AT_ONCE)):
        yield from listed(connection, query.where(statements.c.id.in_(some)).subquery(), None)


def _voices(
    engine: Engine,
    order: Sequence[int],
    counts: Counter[int],
    rows: dict[int, list[Said]],
    limit: int | None,
) -> Iterator[Voice]:
    with reading(engine) as connection:
        ids = ids_of(connection, order)
    known = {each.id: each for each in lists.entities(engine, list(ids.values()))}
    left = limit
    for group in order:
        its = rows.get(group, [])[:left]
        left = None if left is None else left - len(its)
        yield Voice(known.get(ids.get(group, "")), tuple(its), counts[group])
