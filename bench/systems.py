"""What a system printed, as JSON Lines in the form of the contract -> predictions to score.

Any program takes part this way: it reads the articles that `articles` writes, and prints
`{"article": {"given_id", "text"}, "statements": [...]}`, one line each.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.scorer import Scored
from corpora.documents import Document, Labelled
from sayso.errors import ReadError
from sayso.records import Span, Spans


def articles(documents: Sequence[Document]) -> Iterator[str]:
    """Yield one line of JSON an article, as `sayso extract --format jsonl` reads them."""
    for document in documents:
        yield json.dumps({"id": document.id, "text": document.text}, ensure_ascii=False)


def read(path: Path, documents: Sequence[Document]) -> list[list[Scored]]:
    """Return the predictions in the file at `path`, one list a document, in their order.

    A line belongs to the document whose id is its article's `given_id` or, where it gives none,
    its `id`. Lines about other articles are passed over. Statements without a score get 1.

    Raises ReadError, naming file and line, when a line is not of the contract's form, a document
    is missing or there twice, or the text of an article is not the document's.
    """
    wanted = {document.id: document for document in documents}
    answers: dict[str, list[Scored]] = {}
    for position, row in _rows(path):
        article = _field(row, "article", dict, position)
        given = article.get("given_id") or article.get("id")
        if given not in wanted:
            continue
        if given in answers:
            raise ReadError(position, "twice", f"the article {given} is there twice")
        text = _field(article, "text", str, position)
        _same_text(wanted[given], text, position)
        answers[given] = [
            _scored(s, len(text), position) for s in _field(row, "statements", list, position)
        ]
    if missing := [document.id for document in documents if document.id not in answers]:
        reason = f"{len(missing)} of {len(documents)} articles are missing, {missing[0]} first"
        raise ReadError(str(path), "missing", reason)
    return [answers[document.id] for document in documents]


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(str(path), "missing", f"cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        position = f"{path}:{number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise ReadError(position, "json", f"not JSON: {error}") from error
        if not isinstance(row, dict):
            raise ReadError(position, "form", "the line is not a JSON object")
        if "error" in row:
            raise ReadError(position, "error", f"the system failed on an article: {row['error']}")
        yield position, row


def _field(row: dict[str, Any], name: str, kind: type, position: str) -> Any:
    value = row.get(name)
    if not isinstance(value, kind):
        raise ReadError(position, "form", f"`{name}` is missing or no {kind.__name__}")
    return value


def _same_text(document: Document, text: str, position: str) -> None:
    if text == document.text:
        return
    pairs = zip(text, document.text, strict=False)
    shorter = min(len(text), len(document.text))
    at = next((n for n, (a, b) in enumerate(pairs) if a != b), shorter)
    reason = (
        f"the text of {document.id} differs from the labelled one from offset {at} on:"
        f" {text[at : at + 20]!r} for {document.text[at : at + 20]!r}"
    )
    raise ReadError(position, "text", reason)


def _scored(row: Any, length: int, position: str) -> Scored:
    if not isinstance(row, dict):
        raise ReadError(position, "form", "a statement is not a JSON object")
    source, cue, content = (
        _spans(row.get(role), role, length, position) for role in ("source", "cue", "content")
    )
    score = row.get("score")
    if score is None:
        score = 1.0
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        raise ReadError(position, "form", f"`score` is not a number from 0 to 1: {score!r}")
    return Scored(Labelled(source, cue, content), float(score))


def _spans(pairs: Any, role: str, length: int, position: str) -> Spans:
    """Return the spans of one role; null is the same as none."""
    spans = []
    for pair in pairs or []:
        match pair:
            case [int(start), int(end)] if 0 <= start < end <= length:
                spans.append(Span(start, end))
            case _:
                reason = f"`{role}` holds {pair!r}, no span of a text of {length} code points"
                raise ReadError(position, "span", reason)
    return tuple(sorted(spans))
