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
    [
        *("extract x --min-score 2", "extract x --min-score nan", "show x --min-score inf"),
        *("extract x --timeout 0", "extract x --timeout nan", "read x --timeout inf"),
        *("extract x --timeout 1e10", "read x --timeout 1e300", "read x --timeout 3600.1"),
        *("list --said perhaps", "list --limit -1", "list --limit 1.5"),
    ],
)
def test_a_value_out_of_range_is_wrong_use(line):
    refused = sayso(*line.split())
    assert refused.exit_code == 2
    assert line.split()[-2] in refused.stderr


@pytest.mark.parametrize(
    "line", ["list --limit", "search x --limit", "who x --limit", "read x --threads"]
)
def test_a_number_of_thousands_of_digits_is_not_repeated(line):
    refused = sayso(*line.split(), "9" * 5_000)
    assert refused.exit_code == 2
    assert "has more than 40 characters" in refused.stderr
    assert len(refused.stderr) < 500


@pytest.mark.parametrize("line", ["list --record", "show x --html", "read x --record"])
def test_a_name_that_is_empty_is_wrong_use(line):
    refused = sayso(*line.split(), "")
    assert refused.exit_code == 2
    assert "names nothing" in refused.stderr
