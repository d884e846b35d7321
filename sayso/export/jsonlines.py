"""Record -> one line of JSON in the form of the contract, and the line for an unreadable source."""

import json
import re
from collections.abc import Mapping
from typing import Any

from sayso.errors import ReadError
from sayso.records import Record

# Lone surrogates have no UTF-8 form. The others are line breaks to some readers
# (`str.splitlines`) or commands to some terminals; JSON itself would leave them bare.
_BARE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dumps(record: Record) -> str:
    """Return the record as one line of JSON, without the line break.

    The line can always be written as UTF-8 and reads back exactly, with one exception that no
    JSON can express: a high surrogate right before a low one comes back as the character that
    the two encode.
    """
    return line(record.to_json())


def error_json(error: ReadError) -> dict[str, Any]:
    """Return what stands in the place of an article that could not be read."""
    return {"error": {"source": error.source, "kind": error.kind, "message": error.message}}


def line(value: Mapping[str, Any]) -> str:
    """Return any value as one line of JSON that every reader takes for one."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _BARE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
