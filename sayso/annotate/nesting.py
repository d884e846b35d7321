"""Statements, and candidates for statements inside them -> both in text order."""

from collections.abc import Iterator, Sequence

from sayso.records import Statement


def with_nested(outer: Sequence[Statement], inner: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements, each followed by those whose parts all stand in its content."""
    at = 0
    for statement in outer:
        yield statement
        start, end = statement.content[0].start, statement.content[-1].end
        while at < len(inner) and inner[at].content[0].start < start:
            at += 1
        for candidate in inner[at:]:
            if candidate.content[0].start >= end:
                break
            if _holds(statement, candidate):
                yield candidate


def _holds(outer: Statement, inner: Statement) -> bool:
    """Tell whether a statement stands in the content of another, and is not all of it."""
    if inner.content == outer.content:
        return False
    parts = (*inner.source, *inner.cue, *inner.content)
    return all(any(c.start <= p.start and p.end <= c.end for c in outer.content) for p in parts)
