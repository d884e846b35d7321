"""Values -> rows, and rows -> values: a field and its column have one name.

A field `x` lies in the column `x`. Where there is no such column, and the field's type has fields
of its own, each of them has one: a span `x` lies in `x_start` and `x_end`. A field that has no
column at all is kept elsewhere: the row lacks it, and whoever wants the value back gives it.
"""

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_type_hints

from sqlalchemy import Column, Row, Table

from sayso.records import made, plain
from sayso.store.verbatim import VerbatimJson

T = TypeVar("T")
Values = dict[str, Any]


class _Field(NamedTuple):
    """A field of a value: the type that its data are made to, and the names of its columns.

    `parts` are the fields of its type where each has a column, else empty.
    """

    name: str
    type: Any
    columns: tuple[str, ...]
    parts: tuple[str, ...] = ()
    packed: bool = False


class Columns(Generic[T]):
    """How the values of one type lie in the columns of a table, or of several joined ones."""

    def __init__(self, type_: type[T], *tables: Table) -> None:
        self._type = type_
        columns = {column.name: column for table in tables for column in table.columns}
        hints = get_type_hints(type_)
        each = (_field(name, hints[name], columns) for name in _names(type_))
        self._fields = tuple(field for field in each if field.columns)
        self.columns: tuple[Column[Any], ...] = tuple(
            columns[name] for field in self._fields for name in field.columns
        )

    def row(self, value: T, table: Table | None = None) -> Values:
        """Return the columns of a value, those of one `table` alone if it is given."""
        found: Values = {}
        for field in self._fields:
            data = getattr(value, field.name)
            if field.parts:
                each = (getattr(data, part, None) for part in field.parts)
                found.update(zip(field.columns, each, strict=True))
            else:
                found[field.name] = plain(data) if field.packed else data
        return found if table is None else {k: v for k, v in found.items() if k in table.c}

    def value(self, row: Row[Any], **elsewhere: Any) -> T:
        """Return the value of a row; `elsewhere` are the fields that have no column."""
        return self._type(**{f.name: _data(f, row) for f in self._fields}, **elsewhere)


def _names(type_: Any) -> tuple[str, ...]:
    if is_dataclass(type_):
        return tuple(field.name for field in fields(type_))
    return tuple(getattr(type_, "_fields", ()))


def _field(name: str, hint: Any, columns: dict[str, Column[Any]]) -> _Field:
    if name in columns:
        packed = isinstance(columns[name].type, VerbatimJson)
        return _Field(name, hint, (name,), packed=packed)
    parts = _names(_inner(hint))
    there = tuple(f"{name}_{part}" for part in parts)
    if parts and all(column in columns for column in there):
        return _Field(name, hint, there, parts)
    return _Field(name, hint, ())


def _inner(hint: Any) -> Any:
    """Return `X` for `X | None`."""
    either = get_args(hint) if isinstance(hint, UnionType) else ()
    return next((type_ for type_ in either if type_ is not NoneType), hint)


def _data(field: _Field, row: Row[Any]) -> Any:
    data = [getattr(row, column) for column in field.columns]
    if not field.parts:
        return made(data[0], field.type) if field.packed else data[0]
    if NoneType in get_args(field.type) and all(each is None for each in data):
        return None
    return _inner(field.type)(*data)
