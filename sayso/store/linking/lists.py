"""What linking made -> entities, quotations and claims, in the order of appearing."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Engine, func, select

from sayso.corrections import effective
from sayso.linked import Claim, Entity, Quotation
from sayso.nodes import Member
from sayso.store.charting.worded import claims_with, worded
from sayso.store.dialect import plainly, reading
from sayso.store.linking.ledger import Ledger
from sayso.store.linking.rows import LinkRows
from sayso.store.linking.schema import (
    ROOMS,
    link_groups,
    link_judged,
    linked,
)
from sayso.store.linking.values import SHOWN, value_of
from sayso.store.remembering.decided import decided
from sayso.store.schema import articles

T = TypeVar("T", Entity, Quotation, Claim)

_AT_ONCE = 500
_EVERY = 2**31 - 1  # articles
_REF = "@"  # before the number of a node, where the id of its group should stand


def unlinked(engine: Engine) -> int:
    """Return how many articles are not linked yet: nothing is linked that is not there."""
    every = [select(func.count()).select_from(table) for table in (articles, linked)]
    with reading(engine) as connection:
        there, done = (connection.scalar(query) or 0 for query in every)
    return there - done


def unapplied(engine: Engine) -> int:
    """Return how many judgements came, or were taken back, since the record was linked."""
    with reading(engine) as connection:
        if not connection.execute(select(linked.c.article_number).limit(1)).first():
            return 0
        applied = set(connection.scalars(select(link_judged.c.judgement)))
    return len(applied ^ {each.id for each in effective(decided(engine).every)})


def entities(
    engine: Engine, ids: Collection[str] | None = None, *, actors: bool = True
) -> Iterator[Entity]:
    """Yield the entities of the record, or those of some ids; without their `actors` if need be."""
    return _values(engine, "entities", Entity, ids, actors=actors)


def quotations(engine: Engine, ids: Collection[str] | None = None) -> Iterator[Quotation]:
    """Yield the quotations of the record, or those of some ids."""
    return _values(engine, "quotations", Quotation, ids)


def claims(
    engine: Engine, ids: Collection[str] | None = None, *, words: str = ""
) -> Iterator[Claim]:
    """Yield the claims of the record, or those of some ids; those alone that have all `words`.

    A claim has words if they all stand in the content of one of its statements.
    """
    if words.strip():
        with reading(engine) as connection:
            rows = LinkRows(connection).groups(with_words(engine, words))
        theirs = {group.id for group in rows.values()}
        ids = theirs if ids is None else theirs & set(ids)
    return _values(engine, "claims", Claim, ids)


def with_words(
    engine: Engine, words: str, *, most: int = _EVERY, enough: int | None = None
) -> set[int]:
    """Return the numbers of the claims of which a statement has all words.

    They are looked for in the articles that fit best, as many as `most`, until there are `enough`
    statements. No statement has what is no word, such as a lone mark.
    """
    ids = worded(engine, words, most=most, enough=enough)
    return claims_with(engine, ids) if ids else set()


def _values(
    engine: Engine,
    room: str,
    type_: type[T],
    ids: Collection[str] | None,
    *,
    actors: bool = True,
) -> Iterator[T]:
    columns = (link_groups.c.number, link_groups.c.value, link_groups.c.first, link_groups.c.id)
    query = select(*columns).where(SHOWN)
    mine, place = link_groups.c.room, ROOMS.index(room)
    with reading(engine) as connection:
        if ids is None:
            ordered = query.where(mine == place).order_by(link_groups.c.first, link_groups.c.id)
            rows = iter(connection.execute(ordered))
        else:
            its = LinkRows(connection).asked(
                query.where(plainly(mine) == place), link_groups.c.id, ids
            )
            rows = iter(sorted(its, key=lambda row: (row.first, row.id)))
        while taken := list(islice(rows, _AT_ONCE)):
            values = {row.number: value_of(row.value, type_, row.id) for row in taken}
            yield from _filled(connection, values, actors=actors)


def _filled(connection: Connection, values: dict[int, T], *, actors: bool) -> Iterator[T]:
    """Yield values with ids in the places of references, and entities with their actors."""
    named: set[str] = set()

    def note(reference: str) -> str:
        named.add(reference)
        return reference

    for value in values.values():
        _referring(value, note)
    ids = _ids(connection, named)
    lone = [number for number, value in values.items() if isinstance(value, Entity)]
    standing = _actors(connection, lone) if actors else {}
    for number, value in values.items():
        resolved = _referring(value, lambda name: ids.get(name, name))
        if isinstance(resolved, Entity):
            yield replace(resolved, actors=standing.get(number, ()))
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
