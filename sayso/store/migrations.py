"""Opening a record of any age: a new one is created, an older one brought up to date."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, insert, inspect, select, update

from sayso.errors import StoreError
from sayso.store.dialect import create_search
from sayso.store.schema import metadata, version

Step = Callable[[Connection], None]

# The step at place n takes a record from version n + 1 to n + 2. A step is never changed once
# released; it writes its own SQL, because schema.py describes only the newest version.
STEPS: tuple[Step, ...] = ()


def is_current(connection: Connection, *, create: bool, steps: Sequence[Step] = STEPS) -> bool:
    """Tell whether the record can be used as it is; otherwise it is for `migrate`.

    Raises StoreError if it is newer than this sayso, some other program's database, or empty
    although `create` is false.
    """
    found = _version(connection)
    name = connection.engine.url.database
    if found is None and inspect(connection).get_table_names():
        raise StoreError(f"{name}: it is a database, but not a sayso record")
    if found is None and not create:
        raise StoreError(f"{name}: it is empty, not a sayso record")
    if found is not None and found > _newest(steps):
        raise StoreError(
            f"{name}: it was made by a newer sayso (its version is {found}, and this sayso"
            f" knows {_newest(steps)}); update sayso to open it"
        )
    return found == _newest(steps)


def migrate(connection: Connection, *, steps: Sequence[Step] = STEPS) -> None:
    """Create the tables, or take every step that the record lacks, in the caller's transaction.

    May be called for a record that another process has brought up to date in the meantime.
    """
    found = _version(connection)
    if found is None:
        metadata.create_all(connection)
        create_search(connection)
        connection.execute(insert(version).values(number=_newest(steps)))
        return
    for step in steps[found - 1 :]:
        step(connection)
    connection.execute(update(version).values(number=max(found, _newest(steps))))


def _newest(steps: Sequence[Step]) -> int:
    return len(steps) + 1


def _version(connection: Connection) -> int | None:
    if not inspect(connection).has_table(version.name):
        return None
    return connection.scalar(select(version.c.number))
