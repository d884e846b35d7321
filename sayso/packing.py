"""Values -> plain data, JSON or bytes, and back; and the form that the contract gives them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Literal, TypeVar

import msgspec

T = TypeVar("T")

_LONE = re.compile("[\ud800-\udfff]")  # surrogates, which have no UTF-8
_INSTEAD = "\ufffd"


def packed(value: Any) -> bytes:
    """Return a value as bytes, which are the same for equal values: sets are sorted.

    A lone surrogate in it comes back as a replacement character.
    """
    return _encoded(value, msgspec.msgpack.encode, "deterministic")


def unpacked(data: bytes, type_: type[T]) -> T:
    """Return the value that `packed` made. Raises ValueError where it does not fit."""
    return msgspec.msgpack.decode(data, type=type_)


def as_json(value: Any) -> bytes:
    """Return a value as JSON in UTF-8, in the order of its fields; surrogates as in `packed`."""
    return _encoded(value, msgspec.json.encode, None)


def without_surrogates(text: str) -> str:
    """Return a text with a replacement character for each lone surrogate: it keeps its length."""
    return text if text.isascii() else _LONE.sub(_INSTEAD, text)


def _encoded(
    value: Any, encode: Callable[..., bytes], order: Literal["deterministic"] | None
) -> bytes:
    try:
        return encode(value, order=order)
    except UnicodeEncodeError:
        kept = (bytes,) if encode is msgspec.msgpack.encode else ()
        return encode(_whole(msgspec.to_builtins(value, builtin_types=kept, order=order)))


def _whole(data: Any) -> Any:
    """Return plain data without lone surrogates."""
    if isinstance(data, str):
        return without_surrogates(data)
    if isinstance(data, dict):
        return {_whole(name): _whole(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_whole(value) for value in data]
    return data


def from_json(data: bytes, type_: type[T]) -> T:
    """Return the value that `as_json` made. Raises ValueError where it does not fit."""
    return msgspec.json.decode(data, type=type_)


def plain(value: Any) -> Any:
    """Return a value of this module as dicts and sequences, in the order of its fields."""
    return msgspec.to_builtins(value)


def made(data: Any, type_: type[T]) -> T:
    """Return the value that `plain` made `data` of. Raises ValueError where it does not fit."""
    return msgspec.convert(data, type_)


def row_type(types: Mapping[str, Any]) -> Callable[[Sequence[Any]], dict[str, Any]]:
    """Return what makes the fields of a row, by their names, of the plain data of each in order.

    It is for what is made very often: a type is looked at once. It raises ValueError likewise.
    """
    row: Any = msgspec.defstruct("Row", list(types.items()), array_like=True)

    def fields_of(data: Sequence[Any]) -> dict[str, Any]:
        return msgspec.structs.asdict(msgspec.convert(data, row))

    return fields_of


def contract(value: Any, *, always: Sequence[str] = ()) -> dict[str, Any]:
    """Return a value in the form of the contract: an empty string is null, save for `always`."""
    return {k: v if k in always else _null(v) for k, v in plain(value).items()}


def _null(data: Any) -> Any:
    if isinstance(data, dict):
        return {k: _null(v) for k, v in data.items()}
    if isinstance(data, list | tuple):
        return [_null(v) for v in data]
    return None if data == "" else data


def schemas(types: Sequence[Any], *, at: str) -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each type, and of those in its fields, by the types' names.

    They name each other as `at` with a `{name}` in it tells.
    """
    _, components = msgspec.json.schema_components(types, ref_template=at)
    return components


class InContract:
    """A value whose fields are those of the contract."""

    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        """Return the value in the form of the contract."""
        return contract(self)


def all_of(type_: type[T], value: Any) -> Iterator[T]:
    """Yield all values of a type that are in a value of dataclasses and tuples, however deep."""
    if isinstance(value, type_):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from all_of(type_, each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from all_of(type_, getattr(value, field.name))
