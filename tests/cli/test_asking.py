"""Commands that ask the record: lists, finds, and what is said where there is no record."""

import pytest

from tests.cli.commands import sayso


@pytest.mark.parametrize("command", [["list"], ["search", "x"], ["show", "abcd"]])
def test_a_record_that_is_not_there_is_one_line(command, tmp_path):
    result = sayso(*command, "--record", tmp_path / "no.db")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "no.db" in result.stderr


def test_list_show_and_search(record):
    listed = sayso("list", "--record", record).stdout.splitlines()
    assert len(listed) == 12
    shown = sayso("show", listed[0].split()[0], "--record", record)
    assert shown.exit_code == 0
    found = sayso("search", "Karsk", "--record", record)
    assert found.exit_code == 0
    assert "Karsk" in found.stdout
