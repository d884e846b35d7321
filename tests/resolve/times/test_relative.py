"""Times counted from the day of publication, or from what was named before."""

import pytest

from tests.resolve.times import expressions
from tests.resolve.times.reading import COLUMNS, one, rows


@pytest.mark.parametrize(COLUMNS, rows(expressions.RELATIVE, expressions.ANAPHORA))
def test_a_time_is_counted_from_another(
    marked: str, kind: str, value: str, start: str | None, end: str | None
) -> None:
    assert one(marked) == (kind, value, start, end)
