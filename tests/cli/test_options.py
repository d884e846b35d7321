"""Options that several commands take."""

import pytest

from tests.cli.commands import sayso


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("extract", ("--format", "--threads", "--timeout", "--allow-private", "--min-score")),
        ("read", ("--format", "--threads", "--timeout", "--allow-private", "--record")),
        ("list", ("--record", "--said")),
        ("search", ("--record",)),
        ("who", ("--record", "--json", "--said")),
    ],
)
def test_commands_take_their_options(command, options):
    shown = sayso(command, "--help").output
    assert [option for option in options if option not in shown] == []


@pytest.mark.parametrize(
    "line",
    ["extract x --min-score 2", "extract x --timeout 0", "list --said perhaps", "list --limit -1"],
)
def test_a_value_out_of_range_is_wrong_use(line):
    assert sayso(*line.split()).exit_code == 2


@pytest.mark.parametrize("line", ["list --record", "show x --html", "read x --record"])
def test_a_name_that_is_empty_is_wrong_use(line):
    refused = sayso(*line.split(), "")
    assert refused.exit_code == 2
    assert "names nothing" in refused.stderr
