"""Dates by day, month and year, in words and figures, and named days."""

import pytest

from tests.resolve.times import expressions
from tests.resolve.times.reading import COLUMNS, one, rows


@pytest.mark.parametrize(COLUMNS, rows(expressions.DATES))
def test_a_date_has_its_value_and_its_days(
    marked: str, kind: str, value: str, start: str | None, end: str | None
) -> None:
    assert one(marked) == (kind, value, start, end)
