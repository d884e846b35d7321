"""Values -> rows, and rows -> values: a field and its column have one name.

A field `x` lies in the column `x`. Where there is no such column, and the field's type has fields
of its own, each of them has one: a span `x` lies in `x_start` and `x_end`. A field that has no
column at all is kept elsewhere: the row lacks it, and whoever wants the value back gives it.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_type_hints

from sqlalchemy import Column, Row, Table

from sayso.records import made, plain
from sayso.store.verbatim import VerbatimJson

T = TypeVar("T")
Values = dict[str, Any]


class _Field(NamedTuple):
    """A field of a value: its columns, its data -> what lies in them, and a row -> its data."""

    name: str
    columns: tuple[str, ...]
    write: Callable[[Any], Sequence[Any]]
    read: Callable[[Row[Any]], Any]


class Columns(Generic[T]):
    """How the values of one type lie in the columns of a table, or of several joined ones."""

    def __init__(self, type_: type[T], *tables: Table) -> None:
        self._type = type_
        columns = {column.name: column for table in tables for column in table.columns}
        hints = get_type_hints(type_)
        each = (_field(name, hints[name], columns) for name in _names(type_))
        self._fields = tuple(field for field in each if field is not None)
        self.columns: tuple[Column[Any], ...] = tuple(
            columns[name] for field in self._fields for name in field.columns
        )

    def row(self, value: T, table: Table | None = None) -> Values:
        """Return the columns of a value, those of one `table` alone if it is given."""
        values: Values = {}
        for field in self._fields:
            data = field.write(getattr(value, field.name))
            values.update(zip(field.columns, data, strict=True))
        return values if table is None else {k: v for k, v in values.items() if k in table.c}

    def value(self, row: Row[Any], **elsewhere: Any) -> T:
        """Return the value of a row; `elsewhere` are the fields that have no column."""
        return self._type(**{field.name: field.read(row) for field in self._fields}, **elsewhere)


def _names(type_: Any) -> tuple[str, ...]:
    if is_dataclass(type_):
        return tuple(field.name for field in fields(type_))
    return tuple(getattr(type_, "_fields", ()))


def _field(name: str, hint: Any, columns: dict[str, Column[Any]]) -> _Field | None:
    """Return how a field lies in its columns, None if it has none."""
    if name in columns:
        packed = isinstance(columns[name].type, VerbatimJson)
        return _packed(name, hint) if packed else _single(name)
    inner = _inner(hint)
    parts = tuple(f"{name}_{part}" for part in _names(inner))
    if not parts or not all(part in columns for part in parts):
        return None
    return _spread(name, inner, parts, optional=inner is not hint)


def _single(name: str) -> _Field:
    return _Field(name, (name,), lambda data: (data,), attrgetter(name))


def _packed(name: str, hint: Any) -> _Field:
    get = attrgetter(name)
    return _Field(name, (name,), lambda data: (plain(data),), lambda row: made(get(row), hint))


def _spread(name: str, type_: Any, parts: tuple[str, ...], *, optional: bool) -> _Field:
    """Return a field that has a column for each field of its type; None has none in any."""
    names, nothing = _names(type_), [None] * len(parts)

    def write(data: Any) -> Sequence[Any]:
        return nothing if data is None else [getattr(data, each) for each in names]

    def read(row: Row[Any]) -> Any:
        data = [getattr(row, part) for part in parts]
        return None if optional and data == nothing else type_(*data)

    return _Field(name, parts, write, read)


def _inner(hint: Any) -> Any:
    """Return `X` for `X | None`."""
    either = get_args(hint) if isinstance(hint, UnionType) else ()
    return next((type_ for type_ in either if type_ is not NoneType), hint)
