"""The options of filters -> the filters."""

import json

import click
import pytest
from click.testing import CliRunner

from sayso.cli.exporting.filters import filter_options, filters_of
from sayso.store import Filters
from tests.cli.commands import sayso


def made(*arguments):
    got = []

    @click.command()
    @filter_options(said="any")
    def command(**given):
        got.append(filters_of(given))

    result = CliRunner().invoke(command, arguments)
    return got[0] if got else result.output


def test_options_make_the_filters():
    assert made() == Filters()
    assert made(
        *("grain", "ships", "--entity", "Ruel", "--outlet", "NWA", "--place", "Karsk"),
        *("--act", "denies", "--act", "asks", "--since", "2031-01-02", "--until", "2031-02-03"),
        *("--min-score", "0.7", "--said", "yes"),
    ) == Filters(
        *("Ruel", "NWA", "Karsk", ("denies", "asks"), "2031-01-02", "2031-02-03", 0.7),
        *("grain ships", "yes"),
    )
    assert "Invalid value for '--act'" in made("--act", "shouts")


# What filters make of each list of the sample, one value a line: fewer than without, and some.
LISTS = {
    "list": ("--outlet", "Northwire Agency"),
    "list army": ("--since", "2031-04-01"),
    "search Karsk": ("--act", "denies"),
    "who Tarsova --json": ("--place", "Karsk"),
    "who --json": ("--act", "threatens"),
    "where Karsk --json": ("--words", "army"),
    "position Ostrania --json": ("--until", "2031-03-18"),
    "control Karsk --json": ("--min-score", "0.5"),
    "claims --json": ("--entity", "Tarsova", "--act", "denies"),
    "disputes --json": ("--place", "Karsk"),
    "quotations --json": ("--outlet", "Almis Post"),
    "entities --json": ("--act", "denies", "--said", "yes"),
    "copies --json": ("--outlet", "Almis Post"),
}


@pytest.mark.parametrize("command", LISTS)
def test_every_list_takes_them(linked_record, command):
    whole = sayso(*command.split(), "--record", linked_record)
    some = sayso(*command.split(), *LISTS[command], "--record", linked_record)
    lines = [each.stdout.splitlines() for each in (some, whole)]
    assert 0 < len(lines[0]) < len(lines[1])
    if command.endswith("--json"):
        own = [{json.loads(line).get("id", line) for line in its} for its in lines]
        assert own[0] <= own[1] or command.startswith(("who", "position", "disputes"))
    none = sayso(*command.split(), *LISTS[command], "--entity", "Nobody", "--record", linked_record)
    assert (none.exit_code, none.stdout) == (0, "")
