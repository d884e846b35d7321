"""What linking made -> copies, entities, quotations and claims, in the order of appearing."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, Select, func, select

from sayso.corrections import effective
from sayso.errors import DamageError
from sayso.linked import Claim, Copy, Entity, Quotation
from sayso.nodes import Member, PairRow
from sayso.packing import from_json, unpacked
from sayso.store import judging
from sayso.store.dialect import find_articles, reading
from sayso.store.linking.ledger import Ledger
from sayso.store.linking.rows import LinkRows
from sayso.store.linking.schema import (
    ROOMS,
    link_groups,
    link_items,
    link_judged,
    link_nodes,
    link_pairs,
    linked,
)
from sayso.store.schema import CONTENT, articles, sightings, spans, statements
from sayso.store.words import Phrase, find, phrases

T = TypeVar("T", Entity, Quotation, Claim)

_AT_ONCE = 500
_EVERY = 2**31 - 1  # articles
_REF = "@"  # before the number of a node, where the id of its group should stand
_SAME_TEXT = "the same text, seen twice"


def unlinked(engine: Engine) -> int:
    """Return how many articles are not linked yet."""
    every = select(func.count()).select_from(
        articles.outerjoin(linked, linked.c.article_number == articles.c.number)
    )
    with reading(engine) as connection:
        return connection.scalar(every.where(linked.c.article_number.is_(None))) or 0


def unapplied(engine: Engine) -> int:
    """Return how many judgements came, or were taken back, since the record was linked."""
    with reading(engine) as connection:
        if not connection.execute(select(linked.c.article_number).limit(1)).first():
            return 0
        applied = set(connection.scalars(select(link_judged.c.judgement)))
    return len(applied ^ {each.id for each in effective(judging.judged(engine))})


def entities(engine: Engine, ids: Collection[str] | None = None) -> Iterator[Entity]:
    """Yield the entities of the record, or those of some ids."""
    return _values(engine, "entities", Entity, ids)


def quotations(engine: Engine, ids: Collection[str] | None = None) -> Iterator[Quotation]:
    """Yield the quotations of the record, or those of some ids."""
    return _values(engine, "quotations", Quotation, ids)


def claims(
    engine: Engine, ids: Collection[str] | None = None, *, words: str = ""
) -> Iterator[Claim]:
    """Yield the claims of the record, or those of some ids; those alone that have all `words`.

    A claim has words if they all stand in the content of one of its statements.
    """
    if wanted := phrases(words):
        theirs = _with_words(engine, wanted)
        ids = theirs if ids is None else theirs & set(ids)
    return _values(engine, "claims", Claim, ids)


def _with_words(engine: Engine, wanted: Sequence[Phrase]) -> set[str]:
    """Return the ids of the claims of which a statement has all words."""
    query = (
        select(statements.c.article_number, statements.c.ordinal, spans.c.words)
        .join(spans, (spans.c.statement_id == statements.c.id) & (spans.c.role == CONTENT))
        .order_by(statements.c.article_number, statements.c.ordinal, spans.c.ordinal)
    )
    with reading(engine) as connection:
        rows = LinkRows(connection)
        numbers = find_articles(connection, wanted, _EVERY)
        contents: dict[tuple[int, int], list[str]] = {}
        for number, ordinal, content in rows.asked(query, statements.c.article_number, numbers):
            contents.setdefault((number, ordinal), []).append(content)
        those = {
            place
            for place, its in contents.items()
            if all(find([phrase], " ".join(its)) for phrase in wanted)
        }
        items = select(link_items.c.article_number, link_items.c.ordinal, link_items.c.node).where(
            link_items.c.room == ROOMS.index("claims")
        )
        in_articles = rows.asked(items, link_items.c.article_number, {n for n, _ in those})
        nodes = [node for number, ordinal, node in in_articles if (number, ordinal) in those]
        groups = rows.groups(set(rows.group_numbers(nodes).values()))
        return {group.id for group in groups.values()}


def _values(engine: Engine, room: str, type_: type[T], ids: Collection[str] | None) -> Iterator[T]:
    columns = (link_groups.c.number, link_groups.c.value, link_groups.c.first, link_groups.c.id)
    query = select(*columns).where(
        link_groups.c.room == ROOMS.index(room), link_groups.c.value.is_not(None)
    )
    with reading(engine) as connection:
        if ids is None:
            rows = iter(connection.execute(query.order_by(link_groups.c.first, link_groups.c.id)))
        else:
            its = LinkRows(connection).asked(query, link_groups.c.id, ids)
            rows = iter(sorted(its, key=lambda row: (row.first, row.id)))
        while some := list(islice(rows, _AT_ONCE)):
            values = {row.number: _made(row.value, type_) for row in some if row.value}
            yield from _filled(connection, values)


def _made(data: bytes, type_: type[T]) -> T:
    try:
        return from_json(data, type_)
    except ValueError as error:
        raise DamageError(f"what linking made cannot be read: {error}") from error


def _filled(connection: Connection, values: dict[int, T]) -> Iterator[T]:
    """Yield values with ids in the places of references, and entities with their actors."""
    named: set[str] = set()

    def note(reference: str) -> str:
        named.add(reference)
        return reference

    for value in values.values():
        _referring(value, note)
    ids = _ids(connection, named)
    lone = [number for number, value in values.items() if isinstance(value, Entity)]
    actors = _actors(connection, lone)
    for number, value in values.items():
        resolved = _referring(value, lambda name: ids.get(name, name))
        if isinstance(resolved, Entity):
            yield replace(resolved, actors=actors.get(number, ()))
        else:
            yield resolved


def _referring(value: T, name: Callable[[str], str]) -> T:
    """Return a value with other names in the places where it refers to others."""
    if isinstance(value, Entity):
        return replace(value, of=_commonest(name(each) for each in value.of.split()))
    if isinstance(value, Quotation):
        return replace(value, speaker=name(value.speaker))
    answers = tuple(replace(each, claim=name(each.claim)) for each in value.answers)
    return replace(value, answers=answers)


def _commonest(names: Iterable[str]) -> str:
    """Return the name that comes most often, the first of equals; empty if there is none."""
    counts = Counter(name for name in names if name)
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _ids(connection: Connection, named: Collection[str]) -> dict[str, str]:
    """Return the ids of the groups of nodes that are referred to; empty where there is none."""
    nodes = {int(each[1:]): each for each in named if each.startswith(_REF)}
    ledger = Ledger(connection)
    numbers = ledger.group_numbers(nodes)
    groups = ledger.groups(set(numbers.values()))
    ids = {node: groups[number].id for node, number in numbers.items() if number in groups}
    return {each: ids.get(node, "") for node, each in nodes.items()}


def _actors(
    connection: Connection, groups: Sequence[int]
) -> dict[int, tuple[tuple[str, str], ...]]:
    """Return the actors of entities, in the order of appearing, by the numbers of their groups."""
    ledger = Ledger(connection)
    group_of = ledger.nodes_of(groups)
    theirs: dict[int, list[Member]] = {}
    for node, members in ledger.members(group_of, "entities").items():
        theirs.setdefault(group_of[node], []).extend(members)
    return {
        group: tuple((m.article, m.id) for m in sorted(members, key=lambda m: m.order))
        for group, members in theirs.items()
    }


def copies(engine: Engine, of: str | None = None) -> Iterator[Copy]:
    """Yield the related pairs of articles of the record; those alone `of` an article, by its id.

    Of one article the sightings are left out, and what others tell of the origin.
    """
    with reading(engine) as connection:
        if of is not None:
            related = list(_pairs_of(connection, of))
        else:
            related = [*_pairs(connection), *_twice(connection)]
    yield from sorted(related, key=lambda each: (each.a, each.b, each.given))


def _pairs(connection: Connection) -> Iterator[Copy]:
    place = ROOMS.index("copies")
    theirs: Select[Any] = (
        select(*(link_pairs.c[name] for name in PairRow._fields))
        .join(link_nodes, link_nodes.c.number == link_pairs.c.a)
        .where(link_nodes.c.room == place)
    )
    article_of = {
        row.node: row for row in connection.execute(_articles(link_items.c.room == place))
    }
    given = _given(connection)
    settled = _settled(connection)
    for row in connection.execute(theirs):
        pair = PairRow(*row)
        a, b = article_of[pair.a], article_of[pair.b]
        a, b = (a, b) if a.id < b.id else (b, a)
        names = (given.get(a.number, ""), given.get(b.number, ""))
        copy = _copy(pair, (a.id, b.id), names)
        origin, why = settled.get((a.id, b.id), (copy.origin, copy.why))
        yield replace(copy, origin=origin, why=why)


def _pairs_of(connection: Connection, article_id: str) -> Iterator[Copy]:
    """Yield what others are to one article."""
    mine = link_items.c.room == ROOMS.index("copies")
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
    return replace(unpacked(pair.data, Copy), given=given, score=pair.score, why=pair.why)


def _settled(connection: Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the origins, with reasons, of pairs for which others of their family tell them."""
    query = select(link_groups.c.value).where(
        link_groups.c.room == ROOMS.index("copies"), link_groups.c.value.is_not(None)
    )
    rows = (
        from_json(value, list[tuple[str, str, str, str]])
        for value in connection.scalars(query)
        if value
    )
    return {(a, b): (origin, why) for its in rows for a, b, origin, why in its}


def _articles(which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(link_items.c.node, articles.c.number, articles.c.id)
        .join(articles, articles.c.number == link_items.c.article_number)
        .where(which)
    )


def _given(connection: Connection) -> dict[int, str]:
    """Return the id that was given with the first sighting of each article."""
    query = select(sightings.c.article_number, sightings.c.given_id).order_by(
        sightings.c.number.desc()
    )
    return {row.article_number: row.given_id for row in connection.execute(query)}


def _twice(connection: Connection) -> Iterator[Copy]:
    """Yield a copy for each two sightings of one text."""
    several = (
        select(sightings.c.article_number)
        .group_by(sightings.c.article_number)
        .having(func.count() > 1)
    )
    query = (
        select(articles.c.id, sightings.c.given_id)
        .join(articles, articles.c.number == sightings.c.article_number)
        .where(sightings.c.article_number.in_(several))
    )
    by_article: dict[str, list[str]] = {}
    for row in connection.execute(query):
        by_article.setdefault(row.id, []).append(row.given_id)
    for article, names in by_article.items():
        for two in combinations(sorted(names), 2):
            yield Copy(article, article, two, "same", 1.0, 1.0, "", 1.0, _SAME_TEXT)
