"""Statements -> the numbers that they give, without the rest of their articles."""

from collections.abc import Collection
from itertools import islice

from sqlalchemy import Engine, select

from sayso.records import Quantity
from sayso.store.conclusions import QUANTITIES
from sayso.store.dialect import reading
from sayso.store.schema import quantities, statements
from sayso.store.tally import check

_AT_ONCE = 500
_THEIRS = (quantities.c.statement == statements.c.id) & (
    quantities.c.article_number == statements.c.article_number
)


def numbers(engine: Engine, ids: Collection[str]) -> dict[str, list[Quantity]]:
    """Return the quantities that statements claim, by the ids of these, in text order.

    Raises StoreError where an article has lost some of what was kept of it.
    """
    its: dict[str, list[Quantity]] = {}
    left = iter(sorted(ids))
    with reading(engine) as connection:
        while some := list(islice(left, _AT_ONCE)):
            mine = statements.c.id.in_(some)
            of = connection.scalars(select(statements.c.article_number).where(mine).distinct())
            check(connection, of, (quantities,))
            query = select(quantities).join(statements, _THEIRS).where(mine)
            ordered = query.order_by(quantities.c.article_number, quantities.c.ordinal)
            for row in connection.execute(ordered):
                its.setdefault(row.statement, []).append(QUANTITIES.value(row))
    return its
