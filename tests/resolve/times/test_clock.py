"""Times of day, and parts of a day."""

import pytest

from tests.resolve.times import expressions
from tests.resolve.times.reading import COLUMNS, one, rows


@pytest.mark.parametrize(COLUMNS, rows(expressions.CLOCK))
def test_a_time_of_day_has_its_value_and_its_day(
    marked: str, kind: str, value: str, start: str | None, end: str | None
) -> None:
    assert one(marked) == (kind, value, start, end)
