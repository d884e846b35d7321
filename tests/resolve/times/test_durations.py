"""Lengths of time, times that recur, and references to now, before and after."""

import pytest

from tests.resolve.times import expressions
from tests.resolve.times.reading import COLUMNS, one, rows


@pytest.mark.parametrize(
    COLUMNS, rows(expressions.LENGTHS, expressions.SETS, expressions.REFERENCES)
)
def test_a_length_has_its_value(
    marked: str, kind: str, value: str, start: str | None, end: str | None
) -> None:
    assert one(marked) == (kind, value, start, end)
