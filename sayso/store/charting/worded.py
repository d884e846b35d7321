"""Words -> the statements that have them all, and what facets tell of statements."""

from collections.abc import Collection
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Engine, select

from sayso.store.dialect import among, reading
from sayso.store.linking.schema import ROOMS, link_items, link_nodes, link_sizes
from sayso.store.schema import statements
from sayso.store.search import saying
from sayso.store.words import phrases

_CLAIMS = ROOMS.index("claims")


class Facts(NamedTuple):
    """What facets tell of a statement: its kind, score, and the origins and number of its claim."""

    kind: str
    score: float
    origins: int | None
    claim: int | None = None


def worded(
    engine: Engine, words: str, *, most: int, enough: int | None = None
) -> frozenset[str] | None:
    """Return the ids of the statements whose content has all words; None where there is no word.

    They are looked for in the articles that fit best, as many as `most`, until there are `enough`.
    """
    if not (wanted := phrases(words)):
        return None
    with reading(engine) as connection:
        return frozenset(each.id for each in islice(saying(connection, wanted, most), enough))


def claims_with(engine: Engine, ids: Collection[str]) -> set[int]:
    """Return the numbers of the claims that some statements are of."""
    item = (link_items.c.article_number == statements.c.article_number) & (
        link_items.c.ordinal == statements.c.ordinal
    )
    query = (
        select(link_nodes.c.group)
        .distinct()
        .select_from(statements)
        .join(link_items, item & (link_items.c.room == _CLAIMS))
        .join(link_nodes, link_nodes.c.number == link_items.c.node)
    )
    with reading(engine) as connection:
        mine = query.where(among(connection, statements.c.id, list(ids)))
        return set(connection.scalars(mine)) - {0}


def facts(engine: Engine, ids: Collection[str]) -> dict[str, Facts]:
    """Return what facets tell of some statements, by their ids."""
    item = (link_items.c.article_number == statements.c.article_number) & (
        link_items.c.ordinal == statements.c.ordinal
    )
    query = (
        select(statements.c.id, statements.c.kind, statements.c.score)
        .add_columns(link_sizes.c.origins, link_nodes.c.group)
        .outerjoin(link_items, item & (link_items.c.room == _CLAIMS))
        .outerjoin(link_nodes, link_nodes.c.number == link_items.c.node)
        .outerjoin(link_sizes, link_sizes.c.number == link_nodes.c.group)
    )
    with reading(engine) as connection:
        rows = connection.execute(query.where(among(connection, statements.c.id, list(ids))))
        return {row[0]: Facts(*row[1:]) for row in rows}
