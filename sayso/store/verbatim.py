"""Column types that give back exactly the text that was put in, whatever is in it."""

import json
import re
import reprlib
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
        if value is not None and not isinstance(value, str):  # SQLite keeps anything in any column
            raise DamageError(f"{reprlib.repr(value)} stands where text should")
        if value is None or not value.startswith(MARK):
            return value
        return _ESCAPE.sub(lambda odd: chr(int(odd[1], 16)), value[1:])


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
            return json.loads(value or "[]")
        except (ValueError, RecursionError) as error:
            raise DamageError(f"{reprlib.repr(value)} stands where a list should") from error
