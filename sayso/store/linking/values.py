"""What linking made of a group, as it is stored -> the value; what cannot be one is damage."""

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, exists, func, or_

from sayso.errors import DamageError
from sayso.packing import from_json, unpacked
from sayso.store.linking.schema import ROOMS, link_groups, link_sizes

T = TypeVar("T")

_ALWAYS = ("entities", "claims")  # rooms of which every group has a value
_ROOMS = tuple(map(ROOMS.index, _ALWAYS))
_VALUE = link_groups.c.value
# Groups that have a value, or should have one: they are counted, or of a room where all have. Those
# that must be made again have none, and are not counted.
SHOWN: ColumnElement[bool] = or_(
    func.length(_VALUE) > 0,
    _VALUE.is_not(None) & link_groups.c.room.in_(_ROOMS),
    exists().where(link_sizes.c.number == link_groups.c.number),
)


def value_of(data: bytes | None, type_: Any, name: str) -> Any:
    """Return the value of a group that is `SHOWN`, of some type; `name` is its id.

    Raises DamageError where it is lost, or cannot be read.
    """
    if not data:
        raise DamageError(_damage(name, "it is empty"))
    try:
        return from_json(data, type_)
    except ValueError as error:
        raise DamageError(_damage(name, str(error))) from error


def kept_of(data: bytes, type_: type[T], name: str) -> T:
    """Return what is kept of a pair. Raises DamageError where it cannot be read."""
    try:
        return unpacked(data, type_)
    except ValueError as error:
        raise DamageError(_damage(name, str(error))) from error


def _damage(name: str, why: str) -> str:
    again = "`sayso link --rebuild` makes it again"
    return f"what linking made of {name} cannot be read: {why}; {again}"
