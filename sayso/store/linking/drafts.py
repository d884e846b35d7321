"""Links of a whole record that are made anew beside those that stand, until they take their place.

They lie in temporary tables of the same names, which hide the others from their writer alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, MetaData, delete, func, insert, select

from sayso.store.dialect import schemas, within
from sayso.store.linking.ledger import Ledger
from sayso.store.linking.schema import LINK_TABLES, linked
from sayso.store.linking.unlinking import forget
from sayso.store.schema import runs, sightings

Concluded = tuple[str, ...]  # by which model and rules an article is, and in how many places seen


class Draft:
    """What is linked so far; nobody else sees it, and it is lost if it is not kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        standing, temporary = schemas(connection)
        self._standing, self._drafts = MetaData(), MetaData()
        for table in LINK_TABLES:
            table.to_metadata(self._standing, schema=standing)
            table.to_metadata(self._drafts, schema=temporary)
        with within(connection, alone=False):
            self._drafts.create_all(connection, checkfirst=False)
            self._concluded = _concluded(connection)

    @contextmanager
    def linking(self) -> Iterator[Ledger]:
        """Open a transaction over the draft, in which the record's articles are as they are."""
        with within(self._connection, alone=False):
            yield Ledger(self._connection)

    def keep(self) -> None:
        """Let the draft take the place of the links that stand, in one transaction.

        Articles that were read or concluded anew since it was begun are not linked afterwards.
        """
        with within(self._connection, alone=True):
            numbers = self._connection.scalars(select(linked.c.article_number)).all()
            both = zip(self._standing.sorted_tables, self._drafts.sorted_tables, strict=True)
            for old, new in both:
                names = [column.name for column in new.c]
                self._connection.execute(delete(old))
                rows = select(*(new.c[name] for name in names)).order_by(*new.primary_key)
                self._connection.execute(insert(old).from_select(names, rows))
            self._drafts.drop_all(self._connection, checkfirst=False)
            now = _concluded(self._connection)
            changed = [n for n in numbers if now.get(n) != self._concluded.get(n)]
            forget(self._connection, changed)


def _concluded(connection: Connection) -> dict[int, Concluded]:
    """Return how all articles are concluded, by their numbers."""
    its = (runs.c.name, runs.c.version, runs.c.rules)
    query = (
        select(runs.c.article_number, *its, func.count(sightings.c.number))
        .join(sightings, sightings.c.article_number == runs.c.article_number)
        .group_by(runs.c.article_number, *its)
    )
    return {row[0]: tuple(map(str, row[1:])) for row in connection.execute(query)}
