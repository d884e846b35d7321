"""Column types that give back exactly the text that was put in, whatever is in it."""

import json
import re
import reprlib
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from sayso.errors import DamageError

# A noncharacter, which Unicode keeps out of exchanged text: it marks a value as escaped.
MARK = "\ufdd0"
# What a text column cannot hold: NUL (PostgreSQL; and SQLite's own functions stop at it) and
# lone surrogates, which have no UTF-8.
_ODD = re.compile("[\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"[\\\x00\ud800-\udfff]")
# How deep lists and objects may stand in each other: what is deeper, Python may fail to read.
MOST_NESTED = 64
_NESTING = (dict, list, tuple)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_EDGE = re.compile(r"[\[\]{}]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class Verbatim(TypeDecorator[str]):
    r"""Text of any code points, in their order: odd text stands behind a mark with `\uXXXX`.

    JSON's own escapes would not do: two lone surrogates side by side would come back as one
    character.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """Return the type of a database that sorts by code points whatever its language is."""
        collation = "C" if dialect.name == "postgresql" else None
        return dialect.type_descriptor(Text(collation=collation))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return `value` in the form that is stored."""
        if value is None or not (_ODD.search(value) or value.startswith(MARK)):
            return value
        return MARK + _ESCAPED.sub(lambda odd: f"\\u{ord(odd[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text that was stored as `value`. Raises DamageError if that is no text."""
        return _verbatim(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:  # noqa: ARG002
        """Return what gives back each text of a column: many are read for one page."""
        return _verbatim


def _verbatim(value: str | None) -> str | None:
    """Return the text that was stored as a value. Raises DamageError if that is no text."""
    if type(value) is str and value[:1] != MARK:  # by far most, and in as little as can be
        return value
    if value is None:
        return None
    if not isinstance(value, str):  # SQLite keeps anything in any column
        raise DamageError(f"{reprlib.repr(value)} stands where text should")
    return _ESCAPE.sub(lambda odd: chr(int(odd[1], 16)), value[1:])


def is_deeper(value: Any, most: int) -> bool:
    """Tell whether lists and objects stand in each other more than `most` deep in a value."""
    level = [value] if isinstance(value, _NESTING) else []
    for _ in range(most):
        # Each once: an object may stand in many others, or in itself.
        level = list({id(part): part for each in level for part in _parts(each)}.values())
    return bool(level)


def _parts(value: Any) -> Iterable[Any]:
    """Return the lists and objects that stand in a list or an object."""
    parts = value.values() if isinstance(value, dict) else value
    return (part for part in parts if isinstance(part, _NESTING))


def json_value(text: str) -> Any:
    """Return what JSON holds. Raises ValueError, JSONDecodeError for what is none.

    What is not nested too deep and finds no room on the caller's stack raises RecursionError.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        if _depth(text) <= MOST_NESTED:
            raise
        raise ValueError("it is nested too deep") from error
    except json.JSONDecodeError:
        raise
    except ValueError as error:  # Python's own limit, against numbers made to take long
        raise ValueError("a number in it is too long") from error


def _depth(text: str) -> int:
    """Return how deep lists and objects stand in each other in JSON."""
    marks = _EDGE.findall(_STRING.sub("", text))
    return max(accumulate(1 if mark in "[{" else -1 for mark in marks), default=0)


class VerbatimJson(TypeDecorator[Any]):
    """A short list as JSON text, its strings kept as exactly as `Verbatim` keeps them."""

    impl = Verbatim
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ARG002
        """Return the list in the form that is stored."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Return the list that was stored as `value`. Raises DamageError if that is no JSON."""
        try:
            return json_value(value or "[]")
        except ValueError as error:
            raise DamageError(f"{reprlib.repr(value)} stands where a list should") from error
