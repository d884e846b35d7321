"""Values -> bytes, and back: packed where programs keep them, JSON where others may read them."""

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def packed(value: Any) -> bytes:
    """Return a value as bytes, which are the same for equal values: sets are sorted."""
    return msgspec.msgpack.encode(value, order="deterministic")


def unpacked(data: bytes, type_: type[T]) -> T:
    """Return the value that `packed` made. Raises ValueError where it does not fit."""
    return msgspec.msgpack.decode(data, type=type_)


def as_json(value: Any) -> bytes:
    """Return a value as JSON in UTF-8, in the order of its fields."""
    return msgspec.json.encode(value)


def from_json(data: bytes, type_: type[T]) -> T:
    """Return the value that `as_json` made. Raises ValueError where it does not fit."""
    return msgspec.json.decode(data, type=type_)
