"""Alerts on standard output."""

import json

from sayso.watch.telling.screen import Screen

from .alerts import delivery


def test_alerts_are_printed_and_never_twice():
    lines = []
    Screen(lines.append).deliver([delivery(1), delivery(2, tries=1), delivery(3)])
    assert [each.partition("No, ")[2][0] for each in lines] == ["1", "3"]


def test_as_json():
    lines = []
    Screen(lines.append, as_json=True).deliver([delivery(1)])
    assert json.loads(lines[0])["key"] == "denial-1"
