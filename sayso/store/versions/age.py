"""A database -> the version of the record in it, by the number that it gives and by its tables.

The two must agree: a record whose number was damaged is not brought up to date by steps that it
has taken, or has not.
"""

import reprlib
from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection, Inspector, Table, inspect, select

from sayso.errors import StoreError
from sayso.store.dialect import name, search_table
from sayso.store.schema import metadata, version

# What each version has first, from 1 on: a table, and if that was there before, a column of it.
# Later versions change no table.
_MARKS = (
    *(("articles", ""), ("acts", ""), ("runs", "rules"), ("sightings", ""), ("acts", "said")),
    *(("sightings", "concluded"), ("linked", ""), ("runs", "tally"), ("link_items", "own")),
    *(("quantities", ""), ("link_sizes", ""), ("accounts", ""), ("watch_pages", "")),
)
# Tables that a record has had in every version.
_ALWAYS = frozenset({"articles", "runs", "statements", "spans"})
# Their columns that no version has changed. Another program may have tables of the same names, and
# a record may have lost some: it is one where two of these tables have half of these columns.
_LASTING = {
    "articles": frozenset({"number", "id", "title", "dateline", "lang", "skips", "text"}),
    "statements": frozenset({"id", "ordinal", "kind", "score", "why"}),
    "spans": frozenset({"statement_id", "role", "ordinal", "start", "end"}),
}
_LEAST_TABLES, _LEAST_COLUMNS = 2, 0.5


def version_of(connection: Connection) -> int | None:
    """Return the version of the record, None where there is nothing yet.

    Raises StoreError for another program's database and for a damaged record, with the reason.
    """
    inspector = inspect(connection)
    tables = _tables(inspector)
    called = name(connection.engine)
    if not tables:
        # Views of other names, such as those of a server's extensions, are in nobody's way.
        if not metadata.tables.keys() & _views(inspector):
            return None
        raise StoreError(f"{called}: it is a database, but not a sayso record")
    if not _is_record(inspector, tables):
        raise StoreError(f"{called}: it is a database, but not a sayso record")
    numbers = _numbers(connection, inspector)
    if damage := _damage(numbers):
        raise StoreError(f"{called}: the record is damaged: {damage}")
    (number,) = numbers
    return int(number)


def check_tables(connection: Connection, number: int, *, newest: int) -> None:
    """Raise StoreError where the tables are not those of a record of the version `number`."""
    inspector = inspect(connection)
    called = name(connection.engine)
    wanted = (*metadata.tables.values(), search_table(connection)) if number == newest else ()
    for missing in sorted({table.name for table in wanted} - _tables(inspector)):
        raise StoreError(f"{called}: the record is damaged: it has no table {missing}")
    age = len(list(takewhile(lambda mark: _has(inspector, *mark), _MARKS)))
    if age != min(number, len(_MARKS)):
        damage = f"it says that its version is {number}, and its tables are those of another"
        raise StoreError(f"{called}: the record is damaged: {damage}")
    _check_columns(inspector, wanted, called)


def _check_columns(inspector: Inspector, wanted: Iterable[Table], called: str) -> None:
    schema = inspector.default_schema_name
    every = inspector.get_multi_columns(schema=schema)
    there = {table: {column["name"] for column in its} for (_, table), its in every.items()}
    for table in wanted:
        # What a key is called in a table that SQLite makes for searching is not told.
        its = {column.name for column in table.columns if not column.primary_key}
        for missing in sorted(its - there[table.name]):
            message = f"the record is damaged: its table {table.name} has no column {missing}"
            raise StoreError(f"{called}: {message}")


def _damage(numbers: list[Any]) -> str:
    """Return what is wrong with the numbers that a record gives for its version, if anything."""
    if not numbers:
        return "the number of its version is missing"
    if len(numbers) > 1:
        return "it gives more than one number for its version"
    number = numbers[0]
    if isinstance(number, int) and number > 0:
        return ""
    shown = number if isinstance(number, int) else reprlib.repr(str(number))
    return f"the number of its version is {shown}, and should be a whole number from 1 on"


def _numbers(connection: Connection, inspector: Inspector) -> list[Any]:
    """Return what lies where the number of the version should be: of a damaged one, anything."""
    if not _has(inspector, version.name, "number"):
        return []
    every = connection.scalars(select(version.c.number).limit(2))
    return [number for number in every if number is not None]


def _is_record(inspector: Inspector, tables: set[str]) -> bool:
    named = tables >= _ALWAYS or _has(inspector, version.name, "number")
    shared = (
        len(lasting & _columns(inspector, table)) / len(lasting)
        for table, lasting in _LASTING.items()
        if table in tables
    )
    return named and sum(share >= _LEAST_COLUMNS for share in shared) >= _LEAST_TABLES


def _has(inspector: Inspector, table: str, column: str) -> bool:
    """Tell whether there is a table, and in it a column if one is named."""
    if table not in _tables(inspector):
        return False
    return not column or column in _columns(inspector, table)


def _columns(inspector: Inspector, table: str) -> set[str]:
    columns = inspector.get_columns(table, schema=inspector.default_schema_name)
    return {each["name"] for each in columns}


def _views(inspector: Inspector) -> set[str]:
    return set(inspector.get_view_names(schema=inspector.default_schema_name))


def _tables(inspector: Inspector) -> set[str]:
    """Return the tables of the file or, in a database of several schemas, of the one in use."""
    return set(inspector.get_table_names(schema=inspector.default_schema_name))
