"""What a model found in an article -> one row, and back."""

import json
import zlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete

from sayso.errors import DamageError
from sayso.records import Annotation, ModelInfo, made, plain
from sayso.store.columns import Columns
from sayso.store.dialect import insert_or_ignore
from sayso.store.schema import annotations
from sayso.store.verbatim import json_value

# The rules that resolve an annotation are no part of what made it.
FINDER = Columns(ModelInfo, annotations)


def packed(annotation: Annotation) -> bytes:
    """Return an annotation as compressed JSON, in which any code point comes back as it was."""
    # Escapes would turn two lone surrogates side by side into one character.
    text = json.dumps(plain(annotation), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpacked(data: bytes) -> Annotation:
    """Return the annotation that was packed. Raises DamageError if none was."""
    try:
        text = zlib.decompress(data).decode("utf-8", "surrogatepass")
        return made(json_value(text), Annotation)
    except (zlib.error, ValueError, TypeError) as error:
        raise DamageError("what the model found in an article cannot be read") from error


def add(connection: Connection, annotated: Iterable[tuple[int, ModelInfo, Annotation]]) -> None:
    """Add what models found in some articles, each by its number, which have none yet."""
    rows = [
        {"article_number": number, "data": packed(annotation)} | FINDER.row(model)
        for number, model, annotation in annotated
    ]
    insert_or_ignore(connection, annotations, rows)


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Take out what was found in the articles with these numbers."""
    connection.execute(delete(annotations).where(annotations.c.article_number.in_(numbers)))
