"""The command itself: wrong use."""

import pytest

from tests.cli.commands import sayso


@pytest.mark.parametrize(
    "line", ["extract", "nonsense", "extract x --threads -1", "search", "extract - --format odd"]
)
def test_wrong_use_ends_with_2(line):
    assert sayso(*line.split()).exit_code == 2
