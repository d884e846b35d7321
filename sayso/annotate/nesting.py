"""Statements, and candidates for statements inside them -> all of them, outer before inner."""

from collections.abc import Sequence

from sayso.annotate.statements import Read
from sayso.records import Statement


def with_nested(outer: Sequence[Read], inner: Sequence[Read]) -> list[Read]:
    """Return the statements, each followed by those whose parts all stand in its content."""
    every: list[Read] = []
    at = 0
    starts = [each.statement.content[0].start for each in inner]
    for read in outer:
        every.append(read)
        content = read.statement.content
        while at < len(inner) and starts[at] < content[0].start:
            at += 1
        for candidate, start in zip(inner[at:], starts[at:], strict=True):
            if start >= content[-1].end:
                break
            if _holds(read.statement, candidate.statement):
                every.append(candidate)
    return every


def _holds(outer: Statement, inner: Statement) -> bool:
    """Tell whether a statement stands in the content of another, and is not all of it."""
    if inner.content == outer.content:
        return False
    return all(any(c.holds(part) for c in outer.content) for part in inner.parts)
