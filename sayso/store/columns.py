"""Values -> rows, and rows -> values: a field and its column have one name.

A field `x` lies in the column `x`. Where there is no such column, and the field's type has fields
of its own, each of them has one: a span `x` lies in `x_start` and `x_end`. What `_BEHIND` names has
none, and lies in that of another, behind a space: `day 2031-03-14T09:30:00Z`. A field that has no
column at all is kept elsewhere: the row lacks it, and whoever wants the value back gives it.

A row is taken for what it should be of no database's word: a file may be damaged, and SQLite keeps
anything in any column. What cannot be a value raises DamageError, here and nowhere else.
"""

import reprlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from math import isfinite
from operator import attrgetter
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args, get_type_hints

from sqlalchemy import Column, Float, Row, Table

from sayso.errors import DamageError
from sayso.packing import all_of, row_type
from sayso.records import Span, made, plain
from sayso.store.verbatim import VerbatimJson

T = TypeVar("T")
Values = dict[str, Any]
# What came later than the column in which it lies: the time of a moment is behind its grain.
_BEHIND = {"time": "grain"}
_ANY_WORD: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class _Field(NamedTuple):
    """A field of a value: its columns, its data -> what lies in them, and a row -> its data.

    The data that a row gives is in the form of `plain`, and should be of the type.
    """

    name: str
    type: Any
    columns: tuple[str, ...]
    write: Callable[[Any], Sequence[Any]]
    read: Callable[[Row[Any]], Any]


class Columns(Generic[T]):
    """How the values of one type lie in the columns of a table, or of several joined ones.

    `one_of` are the words that some fields may hold, by the names of the fields.
    """

    def __init__(
        self,
        type_: type[T],
        *tables: Table,
        one_of: Mapping[str, tuple[str, ...]] = _ANY_WORD,
    ) -> None:
        self._type = type_
        columns = {column.name: column for table in tables for column in table.columns}
        hints = get_type_hints(type_) | {name: Literal[words] for name, words in one_of.items()}
        each = (_field(name, hints[name], columns) for name in _names(type_))
        self._fields = tuple(field for field in each if field is not None)
        self.columns: tuple[Column[Any], ...] = tuple(
            columns[name] for field in self._fields for name in field.columns
        )
        self._measures = tuple(c.name for c in self.columns if isinstance(c.type, Float))
        self._made = row_type({field.name: field.type for field in self._fields})
        self._spanned = tuple(field.name for field in self._fields if _may_hold_span(field.type))

    def row(self, value: T, table: Table | None = None) -> Values:
        """Return the columns of a value, those of one `table` alone if it is given."""
        values: Values = {}
        for field in self._fields:
            data = field.write(getattr(value, field.name))
            values.update(zip(field.columns, data, strict=True))
        return values if table is None else {k: v for k, v in values.items() if k in table.c}

    def value(self, row: Row[Any], **elsewhere: Any) -> T:
        """Return the value of a row; `elsewhere` are the fields that have no column.

        Raises DamageError if the row does not hold one.
        """
        try:
            data = self._made([field.read(row) for field in self._fields])
            value = self._type(**data, **elsewhere)
        except ValueError as error:
            raise DamageError(self._damage(row)) from error
        spans = value if isinstance(value, Span) else tuple(data[name] for name in self._spanned)
        if spans and not are_ranges(spans):
            raise DamageError(self._damage(row))
        if not all(_is_finite(getattr(row, each)) for each in self._measures):
            raise DamageError(self._damage(row))
        return value

    def _damage(self, row: Row[Any]) -> str:
        """Return which field of a row does not hold what it should."""
        for field in self._fields:
            data = field.read(row)
            if not _fits(data, field.type):
                shown = "nothing" if data is None else reprlib.repr(data)
                first = next(each for each in self.columns if each.name == field.columns[0])
                return f"{first.table.name}.{field.name} holds {shown}"
        whole = tuple(field.read(row) for field in self._fields)
        return f"no {self._type.__name__} can be made of {reprlib.repr(whole)}"


def are_ranges(value: Any) -> bool:
    """Tell whether all spans in a value can be ranges of some text."""
    return all(0 <= span.start <= span.end for span in all_of(Span, value))


def _is_finite(measure: Any) -> bool:
    return not isinstance(measure, float) or isfinite(measure)


def _may_hold_span(type_: Any) -> bool:
    """Tell whether a value of a type can have a span in it, however deep."""
    parts = get_type_hints(type_).values() if is_dataclass(type_) else get_args(type_)
    return type_ is Span or any(map(_may_hold_span, parts))


def _fits(data: Any, type_: Any) -> bool:
    try:
        value = made(data, type_)
    except ValueError:
        return False
    return are_ranges(value) and all(map(isfinite, all_of(float, value)))


def _names(type_: Any) -> tuple[str, ...]:
    if is_dataclass(type_):
        return tuple(field.name for field in fields(type_))
    return tuple(getattr(type_, "_fields", ()))


def _field(name: str, hint: Any, columns: dict[str, Column[Any]]) -> _Field | None:
    """Return how a field lies in its columns, None if it has none."""
    if name in columns:
        packed = isinstance(columns[name].type, VerbatimJson)
        return _packed(name, hint) if packed else _single(name, hint)
    inner = _inner(hint)
    parts = tuple(f"{name}_{part}" for part in _names(inner) if part not in _BEHIND)
    if not parts or not all(part in columns for part in parts):
        return None
    return _spread(name, hint, inner, parts)


def _single(name: str, hint: Any) -> _Field:
    return _Field(name, hint, (name,), lambda data: (data,), attrgetter(name))


def _packed(name: str, hint: Any) -> _Field:
    return _Field(name, hint, (name,), lambda data: (plain(data),), attrgetter(name))


def _spread(name: str, hint: Any, inner: Any, parts: tuple[str, ...]) -> _Field:
    """Return a field that has a column for each field of its `inner` type; None has none in any."""
    names = [part for part in _names(inner) if part not in _BEHIND]
    behind = {_BEHIND[part]: part for part in _names(inner) if part in _BEHIND}
    nothing = [None] * len(parts)
    optional, is_tuple = inner is not hint, not is_dataclass(inner)

    def write(data: Any) -> Sequence[Any]:
        if data is None:
            return nothing
        values = {each: getattr(data, each) for each in names}
        for front, part in behind.items():
            values[front] = f"{values[front]} {getattr(data, part)}".rstrip(" ")
        return list(values.values())

    def read(row: Row[Any]) -> Any:
        data = [getattr(row, part) for part in parts]
        if optional and data == nothing:
            return None
        return data if is_tuple else _parted(dict(zip(names, data, strict=True)), behind)

    return _Field(name, hint, parts, write, read)


def _parted(values: Values, behind: Mapping[str, str]) -> Values:
    """Return the fields of a value, those that lie behind others on their own."""
    for front, part in behind.items():
        if isinstance(values[front], str):
            values[front], _, values[part] = values[front].partition(" ")
    return values


def _inner(hint: Any) -> Any:
    """Return `X` for `X | None`."""
    either = get_args(hint) if isinstance(hint, UnionType) else ()
    return next((type_ for type_ in either if type_ is not NoneType), hint)
