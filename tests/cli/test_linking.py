"""`sayso link`."""

import json

from tests.cli.commands import sayso


def test_link_links_what_is_new(own_record):
    first = sayso("link", "--record", own_record, "--json")
    assert first.exit_code == 0, first.output
    assert json.loads(first.stdout)["articles"] > 1
    again = sayso("link", "--record", own_record)
    assert "0 articles linked" in again.stdout
    rebuilt = sayso("link", "--record", own_record, "--rebuild", "--json")
    assert json.loads(rebuilt.stdout)["articles"] == json.loads(first.stdout)["articles"]


def test_link_needs_a_record(tmp_path):
    result = sayso("link", "--record", tmp_path / "none.db")
    assert result.exit_code == 1
