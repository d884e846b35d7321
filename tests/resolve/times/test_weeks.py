"""Days told by weeks, and by their number in the month."""

import pytest

from tests.resolve.times import expressions
from tests.resolve.times.reading import COLUMNS, one, rows


@pytest.mark.parametrize(COLUMNS, rows(expressions.WEEKS))
def test_a_day_told_by_weeks_or_by_its_number(
    marked: str, kind: str, value: str, start: str | None, end: str | None
) -> None:
    assert one(marked) == (kind, value, start, end)
