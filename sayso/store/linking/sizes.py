"""Items of groups -> how many there are, in how many articles, of which outlets; for lists."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, distinct, func, select, update

from sayso.nodes import DAY
from sayso.store.linking.rows import LinkRows
from sayso.store.linking.schema import link_items, link_nodes, link_sizes
from sayso.store.schema import sightings

COUNTED = ("entities", "quotations")  # of claims their values tell
_ITEMS = link_nodes.join(link_items, link_items.c.node == link_nodes.c.number)
_ARTICLE = link_items.c.article_number
_NAMES = ("size", "articles", "outlets", "said", "spoken", "last")


def count(rows: LinkRows, room: str, groups: Collection[int]) -> None:
    """Count the items of groups of a room, and keep how many there are; number 0 is no group.

    Of entities no outlets are counted: what is named in a tenth of all articles is of most.
    """
    numbers = sorted(set(groups) - {0})
    counted = _of_groups(
        func.count().label("size"),
        func.count(distinct(_ARTICLE)).label("articles"),
        func.sum(link_items.c.said).label("said"),
        func.count(distinct(case((link_items.c.said > 0, _ARTICLE)))).label("spoken"),
        func.max(func.substr(link_nodes.c.last, 1, DAY)).label("last"),
    )
    outlets: dict[int, int] = defaultdict(int)
    if room == "quotations":
        seen = _of_groups(func.count(distinct(sightings.c.publisher)), with_sightings=True)
        outlets |= dict(map(tuple, rows.asked(seen, link_nodes.c.group, numbers)))
    made = [
        {"its": row.group, "new_outlets": outlets[row.group]}
        | {f"new_{name}": value for name, value in row._mapping.items()}
        for row in rows.asked(counted, link_nodes.c.group, numbers)
    ]
    change = update(link_sizes).where(link_sizes.c.number == bindparam("its"))
    rows.change_each(change.values({name: bindparam(f"new_{name}") for name in _NAMES}), made)


def _of_groups(*columns: ColumnElement[Any], with_sightings: bool = False) -> Select[Any]:
    """Return the query for what the items of groups come to, by the numbers of the groups."""
    query = select(link_nodes.c.group, *columns).select_from(_ITEMS)
    if with_sightings:
        its = sightings.c.article_number == _ARTICLE
        query = query.join(sightings, its).where(sightings.c.publisher != "")
    return query.group_by(link_nodes.c.group)
