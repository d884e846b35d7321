"""The options of filters -> the filters."""

import click
from click.testing import CliRunner

from sayso.cli.exporting.filters import filter_options, filters_of
from sayso.store import Filters


def made(*arguments):
    got = []

    @click.command()
    @filter_options
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
