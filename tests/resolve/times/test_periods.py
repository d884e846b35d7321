"""Decades, centuries, seasons, quarters, halves and fiscal years."""

import pytest

from tests.resolve.times import expressions
from tests.resolve.times.reading import COLUMNS, one, rows


@pytest.mark.parametrize(COLUMNS, rows(expressions.PERIODS))
def test_a_period_has_its_value_and_its_days(
    marked: str, kind: str, value: str, start: str | None, end: str | None
) -> None:
    assert one(marked) == (kind, value, start, end)
